"""The built site, read as strangers read it: by its sitemap, its heads and its files."""

import json
import re
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

from tests.browser.built import Site
from tests.pages.elements import parse

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
ROOT = "https://inolink.example/"
HEAD = re.compile(r"<head>.*?</head>", re.DOTALL)


def heads(site: Site) -> dict[str, str]:
    """Return the heads of all pages by their paths: not of redirects, nor of parts shown in other sites."""
    pages = {
        file.relative_to(site.folder).as_posix().removesuffix("index.html"): file.read_text("utf-8")
        for file in sorted(site.folder.rglob("*.html"))
    }
    own = {path: html for path, html in pages.items() if "embed/" not in path}
    found = {path: HEAD.search(html) for path, html in own.items() if 'http-equiv="refresh"' not in html}
    return {path: head[0] for path, head in found.items() if head}


def file_of(site: Site, address: str) -> Path:
    """Return the file that the server sends for an address of the site."""
    path = address.removeprefix(ROOT).partition("#")[0]
    return site.folder / (f"{path}index.html" if not path or path.endswith("/") else path)


def test_every_page_describes_itself_to_programs(shipped_site: Site) -> None:
    for path, head in heads(shipped_site).items():
        blocks = parse(head).every("script[type=application/ld+json]")
        data = [json.loads("".join(block.children)) for block in blocks]  # type: ignore[arg-type]
        assert data or path == "404.html", path
        assert all(block["@context"] == "https://schema.org" for block in data)


def test_every_head_names_a_feed_and_the_search_of_its_language(shipped_site: Site) -> None:
    for path, head in heads(shipped_site).items():
        links = {link.attributes.get("type"): link["href"] for link in parse(head).every("link[type]")}
        language = "lt" if path.startswith("lt/") else "en"
        search = urljoin(ROOT + path, links["application/opensearchdescription+xml"])
        assert search == f"{ROOT}opensearch-{language}.xml"
        for address in links.values():
            assert file_of(shipped_site, urljoin(ROOT + path, address)).is_file(), (path, address)


def test_the_sitemap_names_pages_that_are_there_and_may_be_known_with_their_translations(
    shipped_site: Site,
) -> None:
    root = ET.fromstring((shipped_site.folder / "sitemap.xml").read_bytes())  # noqa: S314  # our own file
    addresses = [entry.findtext(f"{SITEMAP}loc", "") for entry in root.findall(f"{SITEMAP}url")]
    assert len(addresses) == len(set(addresses))
    assert f"{ROOT}lt/data/" in addresses
    for entry in root.findall(f"{SITEMAP}url"):
        for address in (
            entry.findtext(f"{SITEMAP}loc", ""),
            *(link.get("href", "") for link in entry.findall(f"{XHTML}link")),
        ):
            assert 'content="noindex"' not in file_of(shipped_site, address).read_text("utf-8"), address


def test_every_address_in_the_data_for_programs_leads_to_a_file_of_the_site(shipped_site: Site) -> None:
    found: set[str] = set()
    for file in (shipped_site.folder / "api").rglob("*.json"):
        found |= set(re.findall(rf'"({re.escape(ROOT)}[^"]*)"', file.read_text("utf-8")))
    assert len(found) > 500
    assert [address for address in sorted(found) if not file_of(shipped_site, address).is_file()] == []
