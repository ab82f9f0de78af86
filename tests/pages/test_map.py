"""The maps show every organisation and every partner country of the files, and so do the lists beside."""

import re
from collections import Counter
from typing import Any

import pytest
import yaml

from inolink.pages.maps import Drawing, Ground, Link, Point, country_ground, draw_map, ground, spread
from inolink.pages.maps.files import map_files
from tests.directories import PROJECT, Directory
from tests.pages.elements import Element, parse
from tests.pages.rendering import Rendered, rendered

LARGEST = 60_000
"""Bytes of a map."""
OVER = {"closed", "merged"}


def profiles() -> dict[str, dict[str, Any]]:
    """Read the profiles of the organisations that are there today, straight from the files."""
    found = {
        file.parent.name: yaml.safe_load(file.read_text("utf-8"))
        for file in sorted((PROJECT / "clusters").glob("*/profile.yml"))
    }
    return {slug: profile for slug, profile in found.items() if profile["status"] not in OVER}


def partner_countries() -> Counter[str]:
    """Count the partnerships of each country abroad, straight from the files."""
    files = (PROJECT / "clusters").glob("*/partnerships.yml")
    entries = (entry for file in files for entry in yaml.safe_load(file.read_text("utf-8"))["partnerships"])
    return Counter(code for entry in entries for code in entry.get("countries", []) if code != "LT")


def points(figure: Element) -> dict[str, str]:
    """Return the linked points of a map: the places in the page they lead to, and their numbers."""
    return {
        point["href"].partition("#")[2]: point.every("text")[0].text
        for point in figure.every("a.il-map__point")
    }


def maps(main: Element) -> list[Element]:
    return main.every("svg.il-map")


def test_every_town_has_a_point_with_the_number_of_its_organisations(shipped_pages: Rendered) -> None:
    towns = Counter(profile.get("address", {}).get("city") for profile in profiles().values())
    country = maps(shipped_pages.main("map/"))[0]
    labels = {
        point.one("text.il-map__label").text: point.every("text")[0].text
        for point in country.every("a.il-map__point")
    }
    expected = {town or "town not published": str(n) for town, n in towns.items()}
    assert labels == expected


def test_every_organisation_of_today_stands_in_the_list_once(shipped_pages: Rendered) -> None:
    section = shipped_pages.main("map/").section("seats")
    leads = [link["href"] for link in section.one("ul.il-places").every("a")]
    assert sorted(leads) == sorted(f"../clusters/{slug}/" for slug in profiles())


def test_every_partner_country_has_a_point_with_the_number_of_its_partnerships(
    shipped_pages: Rendered,
) -> None:
    _, europe, world = maps(shipped_pages.main("map/"))
    shown = {
        place.removeprefix("country-").upper(): n for place, n in {**points(europe), **points(world)}.items()
    }
    partners = {code: str(n) for code, n in partner_countries().items()}
    assert {code: n for code, n in shown.items() if code in partners} == partners


def test_a_country_where_partners_are_sought_leads_to_the_search_for_them(shipped_pages: Rendered) -> None:
    main = shipped_pages.main("map/")
    sought = {code for each in shipped_pages.site.catalogue.open for code in each.record.record.countries} - {
        "LT"
    }
    leads = {link["href"] for link in main.section("partners").every("a")}
    assert {f"../find/?country={code}" for code in sought} <= leads


@pytest.mark.parametrize("path", ["map/", "lt/map/", "", "lt/"])
def test_every_point_has_a_name_and_leads_to_an_entry_of_the_list(shipped_pages: Rendered, path: str) -> None:
    ids = {element["id"] for element in shipped_pages.main("map/") if "id" in element.attributes}
    found = [point for each in maps(shipped_pages.main(path)) for point in each.every("a")]
    assert len(found) > 20
    for point in found:
        assert point["aria-label"].partition(": ")[2]
        assert point["href"].partition("#")[2] in ids


@pytest.mark.parametrize("path", ["map/", "", "clusters/smart-food/", "impact/"])
def test_a_drawing_is_small_and_carries_no_style_of_its_own(shipped_pages: Rendered, path: str) -> None:
    drawn = re.findall(r"<svg.*?</svg>", shipped_pages[path].slots["content"], re.DOTALL)
    assert drawn
    assert max(len(svg.encode()) for svg in drawn) <= LARGEST
    assert not any("style" in svg or "script" in svg for svg in drawn)


def test_a_profile_names_the_countries_of_its_partners(shipped_pages: Rendered) -> None:
    panel = shipped_pages.main("clusters/smart-food/").one("section.il-panel--map")
    svg = panel.one("svg")
    named = {text.partition(":")[0] for text in panel.texts("li")}
    assert svg["role"] == "img"
    assert {"Latvia", "Poland", "Spain", "Austria", "Ukraine"} <= named
    assert all(name in svg["aria-label"] for name in ("Latvia", "Poland", "Spain"))


def test_a_profile_without_partners_has_no_map(shipped_pages: Rendered) -> None:
    assert maps(shipped_pages.main("clusters/elit/")) == []


def test_a_seat_that_is_abroad_or_unknown_is_named_beside_the_map(pages: Rendered) -> None:
    listed = pages.main("map/").section("seats").one("ul.il-places")
    abroad = next(each for each in listed.every("li") if "Not on this map" in each.text)
    assert [link["href"] for link in abroad.every("a")] == ["../clusters/isar/", "../clusters/silent/"]


def test_a_seat_whose_town_is_unknown_stands_in_the_middle_of_its_region(states: Directory) -> None:
    known, vague = "address: {city: Kaunas, country: LT}", "address: {country: LT, nuts3: LT029}"
    states.replace("clusters/wood/profile.yml", known, vague)
    main = rendered(states).main("map/")
    assert "Utena County, town not published" in main.section("seats").one("#region-lt029").text


def test_a_town_in_any_spelling_is_found() -> None:
    places = country_ground("LT").places
    assert {"taurage", "siauliai", "klaipeda", "vilnius"} <= places.keys()


def test_a_name_that_several_towns_bear_is_not_placed() -> None:
    assert "neustadt" not in country_ground("DE").places


def test_a_country_outside_of_europe_is_shown_on_the_world() -> None:
    assert country_ground("JP") is ground("world")


@pytest.mark.parametrize("town", ["simferopol", "kyiv", "odesa"])
def test_borders_are_those_that_the_united_nations_recognise(town: str) -> None:
    ukraine = country_ground("UA")
    spot, _ = ukraine.places[town]
    assert _inside(spot, ukraine.land["UA"])
    assert not _inside(spot, ukraine.land["RU"])


def test_points_that_lie_at_one_place_part() -> None:
    spots = spread([(100, 100), (100, 100), (110, 100)], 50)
    gaps = [(ax - bx) ** 2 + (ay - by) ** 2 for at, (ax, ay) in enumerate(spots) for bx, by in spots[:at]]
    assert min(gaps) >= 49**2


def test_texts_in_a_map_stay_texts() -> None:
    evil = '"><script>alert(1)</script>'
    here = Ground("test", (10, 10), {"LT": "M0 0l1 1 2 2z"})
    drawing = Drawing(here, evil, [Point((1, 1), evil, evil, evil, label=evil)], [Link((0, 0), (1, 1))])
    tree = parse(draw_map(drawing))
    assert tree.every("script") == []
    assert tree.one("svg")["aria-label"] == evil
    assert tree.one("a")["href"] == evil


def test_the_finders_files_place_every_organisation_of_the_country(pages: Rendered) -> None:
    files = map_files(pages.site)
    assert sorted(files) == ["maps/ground.svg", "maps/places-en.json", "maps/places-lt.json"]
    assert len(files["maps/ground.svg"]) <= LARGEST
    places = yaml.safe_load(files["maps/places-en.json"])
    at_home = {
        each.slug
        for each in pages.site.catalogue.clusters
        if each.profile.address and each.profile.address.country == "LT"
    }
    assert set(places["clusters"]) == at_home
    assert all(0 <= at < len(places["places"]) for at in places["clusters"].values())


def _inside(spot: tuple[int, int], path: str) -> bool:
    """Whether a place lies within an outline: a ray from it crosses the rings an odd number of times."""
    return sum(_crossed(spot, ring) for ring in re.findall(r"M([^z]*)z", path)) % 2 == 1


def _crossed(spot: tuple[int, int], ring: str) -> int:
    numbers = [int(n) for n in re.findall(r"-?\d+", ring)]
    steps = list(zip(numbers[::2], numbers[1::2], strict=True))
    corners = [(sum(x for x, _ in steps[:n]), sum(y for _, y in steps[:n])) for n in range(1, len(steps) + 1)]
    sides = zip(corners, [*corners[1:], corners[0]], strict=True)
    x, y = spot
    return sum(
        (ay > y) != (by > y) and x < ax + (y - ay) * (bx - ax) / (by - ay) for (ax, ay), (bx, by) in sides
    )
