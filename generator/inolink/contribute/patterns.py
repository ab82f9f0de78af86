"""Python's regular expressions, written so that a browser finds the same with them (JavaScript, flag `u`)."""

import re

WORD = r"\p{L}\p{N}_"
BOUNDARY = rf"(?:(?<=[{WORD}])(?![{WORD}])|(?<![{WORD}])(?=[{WORD}]))"
OUTSIDE = {r"\w": f"[{WORD}]", r"\d": r"\p{Nd}", r"\b": BOUNDARY, r"\Z": "$", r"[^\W\d_]": r"\p{L}"}
INSIDE = {r"\w": WORD, r"\d": r"\p{Nd}"}
TOKEN = re.compile(
    r"\[\^\\W\\d_\]|\[\^?\]?(?:\\.|[^\]\\])*\]|\\x[0-9a-f]{2}|\\u[0-9a-f]{4}|\\.|\(\?P<\w+>|.", re.DOTALL
)
ESCAPED = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)", re.DOTALL)
KEPT = frozenset(r"^$\.*+?()[]{}|/-dDsSwWbBnrtfvpPux0")
"""What may be escaped in a pattern under the flag `u`; other signs stand for themselves."""


def browser_pattern(pattern: str | re.Pattern[str]) -> str:
    """Return the pattern as a browser reads it."""
    text = pattern if isinstance(pattern, str) else pattern.pattern
    return "".join(map(_visible, "".join(_token(token) for token in TOKEN.findall(text))))


def _token(token: str) -> str:
    if token in OUTSIDE:
        return OUTSIDE[token]
    if token.startswith("[") and len(token) > 1:
        return ESCAPED.sub(lambda found: INSIDE.get(found.group(), _escape(found.group())), token)
    if token.startswith("(?P<"):
        return token.replace("?P<", "?<")
    return _escape(token) if token.startswith("\\") else token


def _visible(character: str) -> str:
    if character.isprintable():
        return character
    code = f"{ord(character):04x}"
    return f"\\u{code}" if len(code) == 4 else f"\\u{{{code}}}"  # noqa: PLR2004  # digits after the short form


def _escape(token: str) -> str:
    return token if token[1] in KEPT else token[1]
