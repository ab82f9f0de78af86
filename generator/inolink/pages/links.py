"""Where a page lies, and the way from it to others and to the file it was made from."""

from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import quote

from inolink.pages.frames import localised, to_root
from inolink.reading.directory import Logo
from inolink.settings import Forge, ForgeKind

EDIT = {
    ForgeKind.GITHUB: "{url}/edit/{branch}/{path}",
    ForgeKind.GITLAB: "{url}/-/edit/{branch}/{path}",
    ForgeKind.FORGEJO: "{url}/_edit/{branch}/{path}",
}


@dataclass(frozen=True)
class Place:
    """A page's place in the site."""

    path: str
    """Without the language: `clusters/litek/`."""
    language: str
    default: str

    @property
    def full(self) -> str:
        """From the site's root."""
        return localised(self.path, self.language, self.default)

    @property
    def root(self) -> str:
        """The way to the site's root."""
        return to_root(self.full)

    @property
    def home(self) -> str:
        """The way to the root of the page's language."""
        return self.root if self.language == self.default else f"{self.root}{self.language}/"


def edit_link(forge: Forge | None, path: str) -> str | None:
    """Return the address where the forge lets people propose a change of a file."""
    if forge is None:
        return None
    return EDIT[forge.kind].format(url=forge.url, branch=quote(forge.branch), path=quote(path))


def logo_path(logo: Logo) -> str:
    """Return where a logo lies in the site."""
    return f"assets/logos/{logo.cluster}{PurePosixPath(logo.path).suffix}"
