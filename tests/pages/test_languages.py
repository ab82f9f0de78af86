"""The same pages in every language, and what is said where a text is missing in one of them."""

import re

import pytest

from inolink.pages.texts import Texts
from tests.directories import Directory
from tests.pages.rendering import Rendered, rendered

lt = Texts("lt")
URL = "https://directory.example/"


def test_every_page_is_there_in_every_language(pages: Rendered) -> None:
    english = {path for path, page in pages.items() if page.language == "en"}
    assert {path.removeprefix("lt/") for path in pages.keys() - english} == english
    for path in english:
        assert pages[path].alternates == pages[f"lt/{path}"].alternates == {"en": path, "lt": f"lt/{path}"}


def test_every_page_names_its_other_languages_to_search_engines_and_to_visitors(pages: Rendered) -> None:
    tree = pages.tree("lt/offers/light/mirrors/")
    alternates = {link["hreflang"]: link["href"] for link in tree.every("link[hreflang]")}
    assert alternates == {
        "en": f"{URL}offers/light/mirrors/",
        "lt": f"{URL}lt/offers/light/mirrors/",
        "x-default": f"{URL}offers/light/mirrors/",
    }
    assert tree.one("link[rel=canonical]")["href"] == f"{URL}lt/offers/light/mirrors/"
    switch = tree.one("a.il-switch")
    assert (switch.text, switch["lang"], switch["href"]) == ("EN", "en", "../../../../offers/light/mirrors/")


def test_a_short_text_that_is_missing_is_shown_in_the_language_that_it_has(pages: Rendered) -> None:
    page = pages.main("lt/clusters/wood/")
    assert page.one("h1 span")["lang"] == "en"
    assert page.one("h1").text == "Wood Hub"
    assert page.section("expertise").one("li span")["lang"] == "en"
    assert pages.main("clusters/wood/").every("h1 span") == []


def test_a_long_text_that_is_missing_says_so_and_marks_its_language(pages: Rendered) -> None:
    about = pages.main("lt/clusters/wood/").section("about")
    assert about.one(".il-note").text == lt("site.untranslated")
    original = about.one("div[lang=en]")
    assert original.text == "The hub has three rooms."
    assert original.one("strong").text == "three"


def test_a_page_with_a_translation_of_the_directory_says_so(pages: Rendered) -> None:
    assert pages.main("lt/clusters/wood/").one(".il-translated").text == lt("site.machine-page")
    assert pages.main("clusters/wood/").every(".il-translated") == []
    assert pages.main("lt/clusters/light/").every(".il-translated") == []


def test_a_list_that_shows_such_a_translation_says_so_as_well(pages: Rendered) -> None:
    assert len(pages.main("lt/clusters/").every(".il-translated")) == 1
    assert pages.main("clusters/").every(".il-translated") == []


def test_titles_and_descriptions_are_in_the_language_of_the_page(pages: Rendered) -> None:
    tree = pages.tree("lt/clusters/light/")
    assert tree.one("head title").text == "Šviesos klasteris · Test directory"
    assert tree.one("meta[name=description]")["content"] == "Šviesos kūrėjai."
    assert tree.one("html")["lang"] == "lt"


def test_a_breadcrumb_leads_home_in_the_language_of_the_page(pages: Rendered) -> None:
    trail = pages.tree("lt/offers/light/mirrors/").one("nav.il-breadcrumb")
    assert trail.texts("li") == [lt("site.home"), lt("offers.title"), "COL", "Lankstūs veidrodžiai"]
    assert [link["href"] for link in trail.every("a")] == [
        "../../../../lt/",
        "../../../../lt/offers/",
        "../../../../lt/clusters/light/",
    ]
    assert trail.one("li[aria-current=page]").text == "Lankstūs veidrodžiai"


@pytest.mark.parametrize(("path", "said"), [("", "3 clusters"), ("lt/", "3 klasteriai")])
def test_the_home_page_counts_the_clusters_of_today_in_words_of_its_language(
    pages: Rendered, path: str, said: str
) -> None:
    assert said in pages.main(path).one(".il-hero__lead").text


def test_a_directory_of_one_language_has_neither_a_switch_nor_paths_with_a_language(
    states: Directory,
) -> None:
    states.replace("mkdocs.yml", "[en, lt]", "[en]")
    alone = rendered(states)
    assert not any(path.startswith("lt/") for path in alone)
    assert alone["clusters/light/"].slots["switch"] == ""
    assert re.findall(r'hreflang="([\w-]+)"', alone["clusters/light/"].slots["head"]) == ["en", "x-default"]


def test_a_directory_can_speak_another_language_first(states: Directory) -> None:
    for file in states.root.glob("clusters/wood/*.yml"):
        file.unlink()
    states.root.joinpath("clusters/wood/offers/planks.yml").unlink()
    for name in ("profile", "events", "partnerships", "initiatives"):
        text = states.read(f"clusters/light/{name}.yml")
        text = text.replace(", profile: wood", "").replace("    clusters: [wood]\n", "")
        states.write(f"clusters/light/{name}.yml", text)
    states.replace("clusters/programme.yml", "[light, wood]", "[light]")
    states.replace("mkdocs.yml", "[en, lt]", "[lt, en]")
    lithuanian = rendered(states)
    assert lithuanian.main("clusters/light/").one("h1").text == "Šviesos klasteris"
    assert lithuanian.main("en/clusters/light/").one("h1").text == "Cluster of Light"
