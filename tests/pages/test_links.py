"""Where pages lie, what leads to them, and the way to the files that they were made from."""

import pytest

from inolink.pages.frames import FRAMES, depth, to_root
from inolink.pages.links import Place, edit_link
from inolink.settings import Forge, ForgeKind
from tests.directories import Directory
from tests.pages.rendering import Rendered, rendered

FORGE = """\
    forge:
      kind: {kind}
      url: https://forge.example/group/clusters/
      branch: {branch}
"""
PROFILE = "clusters/light/profile.yml"
OFFER = "clusters/light/offers/mirrors.yml"


def with_forge(states: Directory, kind: str, branch: str = "main") -> Rendered:
    states.append("mkdocs.yml", FORGE.format(kind=kind, branch=branch))
    return rendered(states)


def outside_links(pages: Rendered, path: str) -> set[str]:
    return {link["href"] for link in pages.main(path).every("a[href]") if "forge.example" in link["href"]}


@pytest.mark.parametrize(
    ("path", "language", "full", "root", "home"),
    [
        ("", "en", "", "./", "./"),
        ("", "lt", "lt/", "../", "../lt/"),
        ("clusters/", "en", "clusters/", "../", "../"),
        ("offers/a/b/", "en", "offers/a/b/", "../../../", "../../../"),
        ("offers/a/b/", "lt", "lt/offers/a/b/", "../../../../", "../../../../lt/"),
    ],
)
def test_a_place_knows_the_way_to_the_root_and_to_the_home_of_its_language(
    path: str, language: str, full: str, root: str, home: str
) -> None:
    place = Place(path, language, "en")
    assert (place.full, place.root, place.home) == (full, root, home)


def test_every_page_lies_as_deep_as_the_frame_that_is_built_for_it(leafed_pages: Rendered) -> None:
    for path, page in leafed_pages.items():
        place = FRAMES[page.frame] if page.language == "en" else f"lt/{FRAMES[page.frame]}"
        assert depth(path) == depth(place)
        assert to_root(path) == to_root(place)
    assert {page.frame for page in leafed_pages.values()} == set(FRAMES)


@pytest.mark.parametrize(
    ("kind", "before"),
    [
        ("github", "https://forge.example/group/clusters/edit/main/"),
        ("gitlab", "https://forge.example/group/clusters/-/edit/main/"),
        ("forgejo", "https://forge.example/group/clusters/_edit/main/"),
    ],
)
def test_every_page_of_a_record_leads_to_its_file_at_the_forge(
    states: Directory, kind: str, before: str
) -> None:
    pages = with_forge(states, kind)
    assert outside_links(pages, "clusters/light/") == {before + PROFILE}
    assert outside_links(pages, "lt/offers/light/mirrors/") == {before + OFFER}


def test_without_a_forge_nothing_asks_for_an_improvement(pages: Rendered) -> None:
    assert outside_links(pages, "clusters/light/") == outside_links(pages, "offers/light/mirrors/") == set()


def test_a_branch_is_part_of_the_address_whatever_its_name() -> None:
    forge = Forge(ForgeKind.GITHUB, "https://forge.example/a", "next version#2")
    assert edit_link(forge, "clusters/ž/profile.yml") == (
        "https://forge.example/a/edit/next%20version%232/clusters/%C5%BE/profile.yml"
    )


@pytest.mark.parametrize(
    ("path", "refresh", "canonical"),
    [
        ("clusters/lumen/", "0; url=../../clusters/light/", "https://directory.example/clusters/light/"),
        ("clusters/old-light/", "0; url=../../clusters/light/", "https://directory.example/clusters/light/"),
        (
            "lt/clusters/lumen/",
            "0; url=../../../lt/clusters/light/",
            "https://directory.example/lt/clusters/light/",
        ),
    ],
)
def test_a_former_name_leads_to_the_page_of_today(
    pages: Rendered, path: str, refresh: str, canonical: str
) -> None:
    tree, page = pages.tree(path), pages[path]
    assert tree.one("meta[http-equiv=refresh]")["content"] == refresh
    assert tree.one("link[rel=canonical]")["href"] == canonical
    assert tree.one("main a")["href"] == refresh.partition("=")[2]
    assert (page.frame, page.indexed) == ("redirect", False)
    assert tree.every("link[hreflang]") == []


def test_every_other_page_is_its_own_address(pages: Rendered) -> None:
    for path, page in pages.items():
        if page.frame != "redirect":
            assert pages.tree(path).one("link[rel=canonical]")["href"] == f"https://directory.example/{path}"


def test_links_to_other_sites_give_nothing_away(pages: Rendered) -> None:
    for path in ("clusters/light/", "offers/light/mirrors/", "events/"):
        outside = [link for link in pages.main(path).every("a[href]") if link["href"].startswith("http")]
        assert outside
        assert all({"noopener", "nofollow"} <= set(link["rel"].split()) for link in outside)


def test_pages_that_say_nothing_of_any_organisation_are_kept_from_search_engines(pages: Rendered) -> None:
    assert pages["ecosystems/electronics/"].indexed
    assert not pages["ecosystems/tourism/"].indexed
    assert not pages["contribute/problems/il101/"].indexed
