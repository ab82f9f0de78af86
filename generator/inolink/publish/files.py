"""Files of the site that are no pages."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from inolink import __version__
from inolink.pages.frames import localised
from inolink.publish.crawlers import Listed, robots, sitemap
from inolink.publish.csp import headers_file
from inolink.publish.hang import write_new
from inolink.publish.options import Material
from inolink.publish.swap import MARK
from inolink.reading.commits import last_commit
from inolink.reading.guides import Guide
from inolink.settings import Settings


def extra_files(material: Material, rules: str, listed: Iterable[Listed]) -> dict[str, bytes]:
    """Return what crawlers, servers and maintainers look for, by its path in the site."""
    texts = {
        "sitemap.xml": sitemap(listed, material.settings),
        "robots.txt": robots(material.settings),
        "_headers": headers_file(rules),
        ".nojekyll": "",
        MARK: _mark(material),
    }
    return {path: text.encode("utf-8") for path, text in texts.items()}


def listed_guides(guides: Iterable[Guide], settings: Settings) -> Iterator[Listed]:
    """Yield the guide pages as the sitemap names them."""
    for guide in guides:
        paths = {code: localised(guide.path, code, settings.default_language) for code in guide.texts}
        yield from (Listed(path, paths) for path in paths.values())


def write_files(site: Path, files: Mapping[str, bytes]) -> None:
    """Write files into the site."""
    for path in sorted(files):
        write_new(site / path, files[path])


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
