"""A problem in the data: a value that travels from the reader to the report, never an exception."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from inolink.codes import CodeText, Severity, all_codes, in_language, phrase

__all__ = ["Problem", "Severity", "json_pointer"]

LONGEST_PARAMETER = 120
DID_YOU_MEAN = {"en": "Did you mean `{suggestion}`?", "lt": "Gal turėjote omenyje `{suggestion}`?"}


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong at one place of one file."""

    code: str
    path: str
    """Relative to the root of the directory, with `/` between its parts."""
    line: int
    column: int
    """Both count from 1, as editors do."""
    pointer: str = ""
    """The JSON pointer of the value; empty for the file as a whole."""
    params: tuple[tuple[str, str], ...] = ()
    """What fills the placeholders of the code's texts."""

    @classmethod
    def of_file(cls, code: str, path: str, **params: str) -> "Problem":
        """Make a problem of a file as a whole."""
        return cls(code, path, 1, 1, params=tuple(params.items()))

    @property
    def severity(self) -> Severity:
        """How much it matters, as the code says."""
        return self._text.severity

    def title(self, language: str = "en") -> str:
        """Name the kind of problem in a few words."""
        return in_language(self._text.title, language)

    def message(self, language: str = "en") -> str:
        """Say in one sentence what is wrong."""
        return self._filled(self._text.message, language)

    def remedy(self, language: str = "en") -> str:
        """Say in one sentence how to mend it."""
        guess = DID_YOU_MEAN if self.suggestion else {}
        return f"{self._filled(guess, language)} {self._filled(self._text.remedy, language)}".strip()

    @property
    def suggestion(self) -> str | None:
        """What the author probably meant."""
        return dict(self.params).get("suggestion")

    @property
    def order(self) -> tuple[str, int, int, str, str, tuple[tuple[str, str], ...]]:
        """Sort key: file by file, from top to bottom."""
        return self.path, self.line, self.column, self.code, self.pointer, self.params

    @property
    def _text(self) -> CodeText:
        return all_codes()[self.code]

    def _filled(self, texts: Mapping[str, str], language: str) -> str:
        shown = {name: shorten(value) for name, value in self.params}
        for name, value in self.params:
            if words := phrase(name, value, language):
                shown[name] = words.format_map(shown)
        return in_language(texts, language).format_map(shown) if texts else ""


def json_pointer(parts: Sequence[str | int]) -> str:
    """Write the way to a value as an RFC 6901 pointer."""
    return "".join(f"/{str(part).replace('~', '~0').replace('/', '~1')}" for part in parts)


def printable(text: str) -> str:
    """Put a sign for each character that nobody sees or that could drive a terminal."""
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in text)


def shorten(text: str) -> str:
    """Bring a piece of somebody's file onto one short printable line."""
    visible = printable(" ".join(text.split()))
    return visible if len(visible) <= LONGEST_PARAMETER else f"{visible[: LONGEST_PARAMETER - 1]}…"
