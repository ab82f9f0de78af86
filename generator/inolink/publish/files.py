"""Files of the site that are no pages."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from inolink import __version__
from inolink.pages.embed import FOLDER
from inolink.pages.frames import localised
from inolink.publish.crawlers import Listed, robots, sitemaps
from inolink.publish.hang import write_new
from inolink.publish.headers import headers_file
from inolink.publish.options import Material
from inolink.publish.swap import MARK
from inolink.reading.commits import last_commit
from inolink.reading.guides import Guide
from inolink.settings import Settings


def extra_files(
    material: Material, rules: str, listed: Iterable[Listed], closed: Iterable[str]
) -> dict[str, bytes]:
    """Return what crawlers, servers and maintainers look for, by its path in the site.

    The pages at the paths in `closed` must not be shown in frames of other sites.
    """
    texts = {
        **dict(sitemaps(listed, material.settings)),
        "robots.txt": robots(material.settings),
        "_headers": headers_file(rules, closed),
        ".nojekyll": "",
        MARK: _mark(material),
    }
    return {path: text.encode("utf-8") for path, text in texts.items()}


def listed_guides(guides: Iterable[Guide], settings: Settings) -> Iterator[Listed]:
    """Yield the guide pages as the sitemap names them."""
    for guide in guides:
        yield Listed({code: localised(guide.path, code, settings.default_language) for code in guide.texts})


def closed_folders(folders: Iterable[str], settings: Settings) -> list[str]:
    """Return the paths of all pages in these folders but those that other sites may show.

    The paths are as servers match them; a folder is given with its language: `lt/clusters/`.
    """
    homes = {"", *(f"{code}/" for code in settings.languages[1:])}
    shown = {home + FOLDER for home in homes}
    closed = {f"{folder}*" for folder in set(folders) - homes - shown if folder.endswith("/")}
    return [f"/{path}" for path in sorted(homes | closed)]


def write_files(site: Path, files: Mapping[str, bytes]) -> int:
    """Write files into the site, and return their size together."""
    return sum(write_new(f"{site}/{path}", files[path]) for path in sorted(files))


def tree_size(site: Path) -> int:
    """Return the size of all files together, in bytes."""
    return sum(file.stat().st_size for file in site.rglob("*") if file.is_file())


def _mark(material: Material) -> str:
    """Return what was built: whoever sees the site can tell which state of the records it shows."""
    facts = {
        "commit": last_commit(material.root).name,
        "day": material.today.isoformat(),
        "generator": f"inolink {__version__}",
    }
    return json.dumps(facts, indent=1) + "\n"
