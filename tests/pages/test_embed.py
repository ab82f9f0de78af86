"""Lists that other sites show: small pages of their own, in every language and under every name."""

import pytest

from inolink.pages.embed import POLICY, SCRIPT, embed_tasks
from inolink.pages.texts import Texts
from tests.making import written_by
from tests.pages.elements import Element, parse
from tests.pages.rendering import Rendered


@pytest.fixture(scope="module")
def lists(pages: Rendered) -> dict[str, Element]:
    """Read all lists of the directory with everything in every state."""
    files = written_by(embed_tasks(pages.site))
    return {path: parse(data.decode()) for path, data in files.items() if path.endswith(".html")}


def test_every_organisation_has_a_list_in_every_language_under_its_earlier_names_too(
    pages: Rendered, lists: dict[str, Element]
) -> None:
    catalogue = pages.site.catalogue
    slugs = {*catalogue.by_slug, *catalogue.redirects}
    assert catalogue.redirects
    assert lists.keys() == {f"{code}embed/{slug}/index.html" for slug in slugs for code in ("", "lt/")}
    for old, new in catalogue.redirects.items():
        assert lists[f"embed/{old}/index.html"].text == lists[f"embed/{new}/index.html"].text


def test_a_list_names_what_is_open_and_nothing_else(pages: Rendered, lists: dict[str, Element]) -> None:
    catalogue = pages.site.catalogue
    for cluster in catalogue.clusters:
        shown = lists[f"lt/embed/{cluster.slug}/index.html"].texts("li a")
        assert sorted(shown) == sorted(each.title.get("lt", "en") for each in catalogue.open_of(cluster))


def test_where_nothing_is_open_the_list_says_so_and_leads_to_the_profile(
    pages: Rendered, lists: dict[str, Element]
) -> None:
    catalogue = pages.site.catalogue
    closed = [cluster.slug for cluster in catalogue.clusters if not catalogue.open_of(cluster)]
    assert closed
    for slug in closed:
        page = lists[f"embed/{slug}/index.html"]
        assert page.one(".none").text == Texts("en")("embed.none")
        assert [link["href"] for link in page.every("a")] == [f"../../clusters/{slug}/"]


def test_every_link_of_a_list_leaves_the_frame(lists: dict[str, Element]) -> None:
    assert all(link["target"] == "_top" for page in lists.values() for link in page.every("a"))


def test_a_list_allows_itself_nothing_but_files_of_the_directory(lists: dict[str, Element]) -> None:
    for page in lists.values():
        head = page.one("head")
        assert head.every("meta")[1].attributes == {
            "http-equiv": "Content-Security-Policy",
            "content": POLICY,
        }
        assert [script.children for script in page.every("script")] == [[]]
        assert not page.every("style")
        assert not [each for each in page if "style" in each.attributes]


def test_search_engines_are_led_from_a_list_to_the_profile(lists: dict[str, Element]) -> None:
    page = lists["lt/embed/light/index.html"]
    assert page.one("meta[name=robots]")["content"] == "noindex"
    assert page.one("link[rel=canonical]")["href"] == "https://directory.example/lt/clusters/light/"


def test_the_script_knows_the_languages_of_the_directory(pages: Rendered) -> None:
    script = written_by(embed_tasks(pages.site))[SCRIPT].decode()
    assert script.endswith('({"languages": ["en", "lt"]});\n')
    assert "customElements.define" in script


def test_a_profile_hands_out_the_code_and_one_of_the_past_does_not(pages: Rendered) -> None:
    codes = pages.main("lt/clusters/light/").one("details.il-embed").texts("pre code")
    assert codes[0].startswith('<script src="https://directory.example/embed/inolink.js" defer></script>')
    assert '<inolink-offers cluster="light" language="lt">' in codes[0]
    assert codes[1].startswith('<iframe src="https://directory.example/lt/embed/light/" title="')
    former = next(cluster for cluster in pages.site.catalogue.clusters if cluster.former)
    assert pages.main(f"clusters/{former.slug}/").every(".il-embed") == []
