"""The Content-Security-Policy: only what the site itself brings, and only the inline scripts of its frames.

The hashes are taken from what the site builder wrote, never from the pages: a script that somehow got into a
record's text would not run.
"""

import base64
import hashlib
import re
from collections.abc import Iterable

from inolink.publish.errors import SlotError

SLOT = "<!--slot:csp-->"
SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.DOTALL | re.IGNORECASE)
TYPE = re.compile(r"""\btype\s*=\s*["']?([^"'\s>]+)""", re.IGNORECASE)
RUNS = frozenset({"module", "text/javascript", "application/javascript"})


def policy(documents: Iterable[str]) -> str:
    """Return the policy that lets the inline scripts of these documents run, and no others."""
    hashes = sorted({_hash(script) for html in documents for script in inline_scripts(html)})
    scripts = " ".join(["script-src 'self'", *hashes])
    return (
        f"default-src 'none'; {scripts}; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'"
    )


def inline_scripts(html: str) -> list[str]:
    """Return the inline scripts that a browser would run; blocks of data are none."""
    return [body for attributes, body in SCRIPT.findall(html) if _runs(attributes)]


def with_policy(html: str, rules: str) -> str:
    """Fill the slot of the policy."""
    if SLOT not in html:
        raise SlotError(f"a page without {SLOT}: {html[:200]!r}")
    return html.replace(SLOT, f'<meta http-equiv="Content-Security-Policy" content="{rules}">')


def _runs(attributes: str) -> bool:
    if re.search(r"\bsrc\s*=", attributes):
        return False
    kind = TYPE.search(attributes)
    return kind is None or kind[1].lower() in RUNS


def _hash(script: str) -> str:
    digest = hashlib.sha256(script.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
