"""Browsers learn how the site is searched, programs where its data is, and pages lead to their own files."""

import posixpath
from xml.etree import ElementTree as ET

import pytest
from markdown_it import MarkdownIt

from tests.exports.conftest import Exported, exported
from tests.pages.elements import parse
from tests.pages.rendering import Rendered

OPENSEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"


@pytest.mark.parametrize(("language", "search"), [("en", "find/"), ("lt", "lt/find/")])
def test_a_browser_learns_how_to_search_in_the_language_of_the_page(
    states: Exported, language: str, search: str
) -> None:
    root = ET.fromstring(states[f"opensearch-{language}.xml"])  # noqa: S314  # our own file
    template = root.find(f"{OPENSEARCH}Url")
    assert template is not None
    assert template.get("template") == f"https://directory.example/{search}?q={{searchTerms}}"
    assert len(root.findtext(f"{OPENSEARCH}ShortName", "")) <= 16
    assert root.findtext(f"{OPENSEARCH}Language") == language


def test_the_map_for_language_models_leads_to_pages_and_files_that_are_there(
    shipped: Exported, shipped_pages: Rendered
) -> None:
    tokens = MarkdownIt().parse(shipped["llms.txt"].decode("utf-8"))
    assert [token.tag for token in tokens if token.type == "heading_open"] == ["h1", "h2", "h2"]
    links = [
        str(child.attrs["href"])
        for token in tokens
        for child in token.children or ()
        if child.type == "link_open"
    ]
    paths = {shipped.path_of(link) for link in links}
    assert "api/v1/index.json" in paths
    assert paths <= shipped.keys() | shipped_pages.keys()


def test_every_file_that_a_head_names_is_there(each: Exported) -> None:
    for path, page in each.pages.pages.items():
        head = parse(f"<html><head>{page.slots['head']}</head></html>")
        files = [link for link in head.every("link[rel=alternate]") if "type" in link.attributes]
        assert files or page.frame == "redirect"
        for link in files:
            assert link["title"]
            assert posixpath.normpath(posixpath.join(path, link["href"])) in each, path


def test_pages_lead_to_the_feed_of_their_own_subject(pages: Rendered) -> None:
    for path, name in (
        ("ecosystems/health/", "feeds/en/ecosystem-health.xml"),
        ("lt/regions/lt011/", "feeds/lt/region-lt011.xml"),
        ("offers/business-request/", "feeds/en/type-business-request.xml"),
        ("clusters/light/", "feeds/en/cluster-light.xml"),
        ("lt/offers/light/glass/", "feeds/lt/cluster-light.xml"),
        ("events/", "calendar/en/events.ics"),
        ("offers/", "calendar/en/deadlines.ics"),
    ):
        tree = pages.tree(path)
        named = [link["href"] for link in tree.every("link[rel=alternate]")]
        shown = [link["href"] for link in pages.main(path).every(".il-subscribe a")]
        assert any(href.endswith(name) for href in named), path
        assert any(href.endswith(name) for href in shown), path


def test_the_same_records_make_the_same_files_to_the_byte(each: Exported) -> None:
    assert dict(exported(each.directory).files) == dict(each.files)
