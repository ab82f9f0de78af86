"""Partnering profiles: which type needs what, how long it lives, and what may be missing in a copied one."""

from datetime import date, timedelta

import pytest

from inolink.checking.rules.lifetimes import later
from inolink.reading import Term, load_vocabularies
from tests.directories import PROJECT, TODAY, Directory

OFFER = "clusters/alpha/offers/cutting.yml"
TYPES = load_vocabularies(PROJECT)["offer-types"]
COOPERATION = load_vocabularies(PROJECT)["cooperation"]
REQUIRED = {"type", "title", "summary", "cooperation", "published"}
BARE = """\
type: {type}
title: {{en: Lasers, lt: Lazeriai}}
summary: {{en: An offer., lt: Pasiūlymas.}}
cooperation: [{cooperation}]
published: 2026-09-01
"""


def problems_of(directory: Directory, text: str, code: str) -> list[dict[str, str]]:
    """Write an offer and return the parameters of its problems with this code."""
    directory.write(OFFER, text)
    return [dict(problem.params) for problem in directory.problems() if problem.code == code]


@pytest.mark.parametrize("code", TYPES.codes)
def test_every_mandatory_field_of_a_type_is_asked_for(directory: Directory, code: str) -> None:
    found = problems_of(directory, BARE.format(type=code, cooperation="investment-agreement"), "IL411")
    named = {key for params in found for key in params["key"].split(", ")}
    assert named == set(TYPES.term(code).extra["mandatory"]) - REQUIRED


@pytest.mark.parametrize("code", TYPES.codes)
def test_a_copied_offer_may_lack_what_its_source_did_not_say(directory: Directory, code: str) -> None:
    text = BARE.format(type=code, cooperation="distribution")
    directory.write(OFFER, f"{text}origin: transcribed\nsources: [https://alpha.example]\n")
    assert directory.codes() == []


@pytest.mark.parametrize("code", TYPES.codes)
@pytest.mark.parametrize("term", COOPERATION, ids=lambda term: term.code)
def test_each_cooperation_fits_the_types_of_the_matrix_alone(
    directory: Directory, code: str, term: Term
) -> None:
    found = problems_of(directory, BARE.format(type=code, cooperation=term.code), "IL413")
    assert bool(found) == (code not in term.extra["offer_types"])


def test_an_unknown_type_is_reported_once(directory: Directory) -> None:
    directory.replace(OFFER, "type: technology-offer", "type: product")
    assert directory.codes() == ["IL304"]


@pytest.mark.parametrize(
    "summary", ["R&D cooperation", "a joint research project", "ieškoma MTEP bendradarbiavimo"]
)
def test_a_cooperation_may_be_named_by_any_of_its_words(directory: Directory, summary: str) -> None:
    directory.replace(
        OFFER, "A maker of lasers seeks partners for an R&D cooperation agreement.", f"We want {summary}."
    )
    directory.replace(
        OFFER, "Lazerių gamintojas ieško partnerių MTEP bendradarbiavimo susitarimui.", "Lazeriai."
    )
    assert directory.codes() == []


@pytest.mark.parametrize(
    ("published", "expires", "extended", "codes"),
    [
        (0, 365, None, []),
        (0, 366, None, ["IL421"]),
        (0, 730, 335, []),
        (0, 731, 335, ["IL421"]),
        (0, 730, 334, ["IL422"]),
        (0, 730, 365, []),
        (0, 730, 730, []),
        (0, 730, 731, ["IL422"]),
    ],
)
def test_an_offer_lives_a_year_and_extended_two(
    directory: Directory, published: int, expires: int, extended: int | None, codes: list[str]
) -> None:
    start = TODAY - timedelta(days=800)
    day = {
        name: str(start + timedelta(days=days or 0))
        for name, days in (("published", published), ("expires", expires), ("extended", extended))
    }
    directory.replace(
        OFFER,
        "published: 2026-09-01\nexpires: 2027-08-31",
        f"published: {day['published']}\nexpires: {day['expires']}",
    )
    if extended is not None:
        directory.append(OFFER, f"extended_on: {day['extended']}\n")
    assert directory.codes() == codes


@pytest.mark.parametrize(
    ("published", "expires", "codes"),
    [
        ("2025", "2025", []),
        ("2025", "2026", ["IL421"]),
        ("2025-10", "2026-09", []),
        ("2025-10", "2026-10", ["IL421"]),
        ("2025-10-15", "2026-09", []),
        ("2025-10-15", "2026-10", ["IL421"]),
        ("2026", "2026-09", []),
        ("2026", None, []),
        ("2026-12", None, ["IL424"]),
        ("2026-10", "2026-09", ["IL403"]),
    ],
)
def test_a_month_or_a_year_of_an_offer_counts_from_its_first_day_to_its_last(
    directory: Directory, published: str, expires: str | None, codes: list[str]
) -> None:
    end = f"\nexpires: '{expires}'" if expires else ""
    directory.replace(OFFER, "published: 2026-09-01\nexpires: 2027-08-31", f"published: '{published}'{end}")
    assert directory.codes() == codes


def test_a_research_request_lives_as_long_as_its_call(directory: Directory) -> None:
    path = "clusters/alpha/offers/consortium.yml"
    directory.replace(path, "call_deadline: 2027-03-15", "call_deadline: 2028-12-31")
    directory.replace(path, "expires: 2027-03-15", "expires: 2028-12-31")
    assert directory.codes() == []


@pytest.mark.parametrize("day", [date(2999, 12, 31), date(1000, 1, 1)])
def test_dates_at_the_ends_of_the_calendar_are_reckoned_with(directory: Directory, day: date) -> None:
    directory.replace(
        OFFER, "published: 2026-09-01\nexpires: 2027-08-31", f"published: {day}\nexpires: {day}"
    )
    directory.append(OFFER, f"extended_on: {day}\n")
    assert "IL422" in directory.codes()


def test_a_time_beyond_the_calendar_ends_with_it() -> None:
    assert later(date(9999, 6, 1), timedelta(days=365)) == date.max
