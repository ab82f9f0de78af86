"""One-page sheets: what of a record stands on them, and how what is too long is shortened."""

import re

import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from inolink.pages.sheets import qr_code
from inolink.pages.sheets.shortening import shares, shortened
from inolink.pages.texts import Texts
from tests.matching.conftest import interest, organisation, written
from tests.pages.elements import Element
from tests.pages.rendering import Rendered, rendered

say = Texts("en")
NUMBERS = st.lists(st.integers(0, 60), max_size=8)


def sheet(pages: Rendered, path: str) -> Element:
    return pages.main(f"{path}sheet/").one(".il-sheet")


def test_the_sheet_of_an_organisation_says_who_it_is_and_how_to_reach_it(pages: Rendered) -> None:
    page = sheet(pages, "clusters/light/")
    assert page.one("h1").text == "Cluster of Light"
    assert page.one(".il-sheet__kind").text == "Cluster · Vilnius"
    side = page.one(".il-sheet__side")
    assert [link["href"] for link in side.every("a")][:1] == ["mailto:info@light.example"]
    assert side.facts()["Seat"] == "Vilnius, Lithuania"


def test_the_sheet_of_an_organisation_shows_what_is_open_and_nothing_that_is_over(pages: Rendered) -> None:
    page = sheet(pages, "clusters/light/")
    open_today = {opening.title.get("en", "en") for opening in pages.site.catalogue.open}
    shown = page.texts(".il-sheet__opening h3")
    assert shown
    assert set(shown) <= open_today


def test_the_sheet_of_an_offer_says_what_it_is_and_by_which_name_to_answer_it(pages: Rendered) -> None:
    page = sheet(pages, "offers/light/mirrors/")
    facts = page.facts()
    assert facts[say("offer.reference")] == "light/mirrors"
    assert say("offer.closes") in facts
    assert page.one("h1").text == pages.main("offers/light/mirrors/").one("h1").text


def test_a_sheet_of_an_offer_that_is_over_gives_no_address_to_answer_it(pages: Rendered) -> None:
    over = next(opening for opening in pages.site.catalogue.archive if opening.kind == "offer")
    assert "mailto:" not in str([link["href"] for link in sheet(pages, over.path).every("a")])


def test_a_sheet_counts_its_sources_and_names_its_day_and_the_page_that_it_stands_for(
    pages: Rendered,
) -> None:
    foot = sheet(pages, "clusters/light/").one(".il-sheet__foot")
    profile = pages.site.catalogue.cluster("light").profile
    assert say.count("sheet.sources", len(profile.sources)) in foot.text
    assert say("sheet.as-of", date="23 November 2026") in foot.text
    assert foot.one("a").text == "https://directory.example/clusters/light/"
    assert foot.one("a")["href"] == "../../../clusters/light/"


@pytest.mark.parametrize("path", ["clusters/light/", "lt/offers/light/mirrors/"])
def test_a_page_leads_to_its_sheet_which_search_engines_are_asked_to_leave_out(
    pages: Rendered, path: str
) -> None:
    links = [link["href"] for link in pages.main(path).every("a") if link.text.endswith(")")]
    assert any(href.endswith(f"{path.removeprefix('lt/')}sheet/") for href in links)
    assert not pages[f"{path}sheet/"].indexed


def test_the_code_of_a_sheet_is_a_drawing_with_a_name_and_without_styles(pages: Rendered) -> None:
    code = sheet(pages, "lt/clusters/light/").one(".il-sheet__code")
    assert code.one("[role=img]")["aria-label"] == Texts("lt")("sheet.qr")
    drawing = code.one("svg.il-qr")
    assert {name for each in (drawing, *drawing) for name in each.attributes} <= {
        *("viewbox", "class", "stroke", "d", "transform", "fill"),
    }


@pytest.mark.parametrize("length", [1, 40, 150])
def test_the_code_of_a_sheet_says_the_address_that_it_leads_to(length: int) -> None:
    address = f"https://inolink.example/lt/offers/{'a1-' * length}/"
    picture = Image.new("L", (100, 100), "white")
    for left, row, steps in re.findall(r"M(\d+) (\d+)\.5([hm 0-9]+)", qr_code(address)):
        x, y = int(left), int(row)
        for drawn, run in re.findall(r"([hm])(\d+)", steps):
            if drawn == "h":
                picture.paste("black", (x, y, x + int(run), y + 1))
            x += int(run)
    picture = picture.resize((400, 400), Image.Resampling.NEAREST)
    (code,) = zxingcpp.read_barcodes(picture)
    assert code.text == address


def test_of_many_openings_the_sheet_shows_six_of_both_directions_and_counts_the_rest(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    wanted = [interest("seeks", f"Wanted {n}", id=f"wanted-{n}") for n in range(7)]
    made = [interest("offers", f"Made {n}", id=f"made-{n}") for n in range(2)]
    folder = tmp_path_factory.mktemp("many")
    page = sheet(rendered(written(folder, {"many": organisation("Many", *wanted, *made)})), "clusters/many/")
    titles = page.texts(".il-sheet__opening h3")
    assert [title for title in titles if title.startswith("Made")] == ["Made 0", "Made 1"]
    assert len(titles) == 6
    assert say.count("sheet.more", 3) in page.text


@pytest.mark.parametrize(
    ("text", "most", "short"),
    [
        ("as it is", 8, "as it is"),
        ("one  line\nof many", 99, "one line of many"),
        ("whole words only", 13, "whole words …"),
        ("no comma, before", 11, "no comma …"),
        ("Unbreakable", 5, "Unbre …"),
    ],
)
def test_a_text_is_shortened_to_whole_words(text: str, most: int, short: str) -> None:
    assert shortened(text, most) == short


@given(NUMBERS, st.integers(0, 100))
def test_a_room_is_shared_fairly_and_never_exceeded(needs: list[int], room: int) -> None:
    given_ = shares(needs, room)
    assert sum(given_) <= room
    assert all(0 <= got <= need for got, need in zip(given_, needs, strict=True))
    # Who gets less than it needs gets no less than anybody else, but for what can't be divided.
    least = min((got for got, need in zip(given_, needs, strict=True) if got < need), default=None)
    assert least is None or max(given_) <= least + 1
