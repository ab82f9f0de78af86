"""Where a link in a page leads: to a place in the site, or elsewhere."""

from dataclasses import dataclass
from posixpath import normpath
from urllib.parse import unquote, urlsplit

from inolink.settings import Settings

SCHEMES = frozenset({"https", "http", "mailto", "tel", "data"})
Target = tuple[str, str]
"""A path from the site's root and a fragment, both may be empty."""


class BadLinkError(ValueError):
    """A link that leads nowhere, whatever the site holds."""


@dataclass(frozen=True, slots=True)
class Addresses:
    """Understands the links of one site."""

    site_url: str
    base: str
    """The path of the site on its host, with a slash at both ends."""

    @classmethod
    def of(cls, settings: Settings) -> "Addresses":
        """Return the addresses of the site in the settings."""
        return cls(settings.site_url, urlsplit(settings.site_url).path)

    def target(self, page: str, link: str) -> Target | None:
        """Return where a link in `page` leads within the site; None if it leads elsewhere."""
        if link.startswith(self.site_url):
            page, link = "", link[len(self.site_url) :]
        path, _, fragment = link.partition("#")
        path = path.partition("?")[0]
        if ":" in path.partition("/")[0] or path.startswith("//"):
            _demand_known_scheme(link)
            return None
        if path.startswith("/"):
            page, path = "", self._below_base(path)
        return _joined(page, unquote(path)), unquote(fragment)

    def _below_base(self, path: str) -> str:
        if not path.startswith(self.base):
            raise BadLinkError("leads out of the site")
        return path[len(self.base) :]


def _demand_known_scheme(link: str) -> None:
    scheme = link.partition(":")[0].strip().lower()
    if not link.startswith("//") and scheme not in SCHEMES:
        raise BadLinkError(f"has the scheme {scheme!r}")


def _joined(page: str, path: str) -> str:
    if not path:
        return page
    folder = page[: page.rfind("/") + 1]
    whole = normpath(folder + path)
    if whole.startswith(".."):
        raise BadLinkError("leads out of the site")
    if whole == ".":
        return ""
    return f"{whole}/" if path.endswith(("/", "/.", "/..")) or path in {".", ".."} else whole
