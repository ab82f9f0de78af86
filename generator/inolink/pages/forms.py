"""What the scripts of the form pages are told by their page."""

from collections.abc import Iterable

from inolink.reading.names import language_name
from inolink.settings import Forge


def forge_of(forge: Forge | None) -> dict[str, str] | None:
    """Return where proposals are made."""
    return {"kind": forge.kind, "url": forge.url, "branch": forge.branch} if forge else None


def named_languages(codes: Iterable[str], language: str) -> list[tuple[str, str]]:
    """Return the languages of the site with their names, each with a capital."""
    names = ((code, language_name(code, language)) for code in codes)
    return [(code, f"{name[:1].upper()}{name[1:]}") for code, name in names]
