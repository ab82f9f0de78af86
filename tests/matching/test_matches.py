"""What makes two sides a match, and what keeps them apart."""

from datetime import date

import pytest

from inolink.matching import By, Matches, ReasonKind
from tests.matching.conftest import Matched, interest, kinds_of, organisation, text

LASERS = {"technologies": ["lasers"], "ecosystems": ["electronics"]}
SEEKS = interest("seeks", "Laser sources wanted", cooperation=["supplier-agreement"], **LASERS)
OFFERS = interest("offers", "Laser sources for sale", cooperation=["supplier-agreement"], **LASERS)
ALPHA, BETA, GAMMA = "interest/alpha/one", "interest/beta/one", "interest/gamma/one"


def score(matches: Matches, one: str, other: str) -> float:
    """Return how well two sides fit; nothing at all if they are no match."""
    return next((match.score for match in matches.of(one) if match.counterpart == other), 0.0)


def test_who_seeks_meets_who_offers_the_same(matched: Matched) -> None:
    matches = matched(alpha=organisation("Alpha", SEEKS), beta=organisation("Beta", OFFERS))
    assert [match.counterpart for match in matches.of(ALPHA)] == [BETA]
    assert kinds_of(matches, ALPHA, BETA) >= {"technology", "ecosystem", "words", "cooperation"}


def test_both_sides_of_a_match_see_it_alike(matched: Matched) -> None:
    seeks = {**SEEKS, "countries": ["LT"]}
    beta = organisation("Beta", OFFERS, address={"country": "LT"})
    matches = matched(alpha=organisation("Alpha", seeks), beta=beta)
    (there,), (back,) = matches.of(ALPHA), matches.of(BETA)
    assert there == back.mirrored
    assert {reason.by for reason in there.reasons if reason.kind is ReasonKind.COUNTRY} == {By.SUBJECT}
    assert {reason.by for reason in back.reasons if reason.kind is ReasonKind.COUNTRY} == {By.COUNTERPART}


@pytest.mark.parametrize("both", [SEEKS, OFFERS])
def test_two_that_want_the_same_are_no_match(matched: Matched, both: dict[str, object]) -> None:
    matches = matched(alpha=organisation("Alpha", both), beta=organisation("Beta", both))
    assert score(matches, ALPHA, BETA) == 0


def test_two_that_want_the_same_together_are_a_match_though_a_lesser_one(matched: Matched) -> None:
    together = {"cooperation": ["consortium"]}
    alike = matched(
        alpha=organisation("Alpha", SEEKS | together), beta=organisation("Beta", SEEKS | together)
    )
    apart = matched(
        alpha=organisation("Alpha", SEEKS | together), beta=organisation("Beta", OFFERS | together)
    )
    assert 0 < score(alike, ALPHA, BETA) < score(apart, ALPHA, BETA)


def test_the_same_technology_says_more_than_one_of_the_same_group(matched: Matched) -> None:
    sought = {**SEEKS, "technologies": ["injection-moulding"]}
    matches = matched(
        alpha=organisation("Alpha", sought),
        beta=organisation("Beta", {**OFFERS, "technologies": ["injection-moulding"]}),
        gamma=organisation("Gamma", {**OFFERS, "technologies": ["metalworking"]}),
    )
    assert score(matches, ALPHA, BETA) > score(matches, ALPHA, GAMMA) > 0
    assert "technology-group" in kinds_of(matches, ALPHA, GAMMA)


def test_an_organisation_of_the_field_is_a_match_without_an_opening(matched: Matched) -> None:
    matches = matched(alpha=organisation("Alpha", SEEKS), beta=organisation("Beta", **LASERS))
    assert score(matches, ALPHA, "cluster/beta") > 0
    assert [match.counterpart for match in matches.of("cluster/beta")] == [ALPHA]


def test_two_organisations_without_openings_are_no_match(matched: Matched) -> None:
    matches = matched(alpha=organisation("Alpha", **LASERS), beta=organisation("Beta", **LASERS))
    assert not matches.keys


@pytest.mark.parametrize("status", ["dormant", "closed", "emerging"])
def test_only_an_active_organisation_fits_as_a_whole(matched: Matched, status: str) -> None:
    beta = organisation("Beta", **LASERS) | {"status": status}
    assert not matched(alpha=organisation("Alpha", SEEKS), beta=beta).keys


def test_what_is_over_is_matched_with_nobody(matched: Matched) -> None:
    past = {**OFFERS, "status": "past"}
    assert not matched(alpha=organisation("Alpha", SEEKS), beta=organisation("Beta", past)).of(BETA)


@pytest.mark.parametrize(
    "ties",
    [
        {"coordinator": {"name": text("Beta"), "profile": "beta"}},
        {"coordinator": {"name": text("Beta")}},
        {"networks": [{"name": "“Beta”"}]},
        {"member_organisations": [{"name": "Beta"}]},
        {"status": "merged", "merged_into": "beta"},
    ],
)
def test_nobody_meets_the_organisation_behind_it_or_above_it(
    matched: Matched, ties: dict[str, object]
) -> None:
    alpha = organisation("Alpha", SEEKS, **LASERS) | ties
    matches = matched(alpha=alpha, beta=organisation("Beta", OFFERS, **LASERS))
    assert not matches.keys


def test_two_organisations_of_one_office_do_not_meet(matched: Matched) -> None:
    office = {"coordinator": {"name": text("Science park")}}
    alpha, beta = organisation("Alpha", SEEKS, **office), organisation("Beta", OFFERS, **office)
    assert not matched(alpha=alpha, beta=beta).keys


def test_who_is_in_a_country_that_is_sought_fits_better_than_who_is_not(matched: Matched) -> None:
    matches = matched(
        alpha=organisation("Alpha", {**SEEKS, "countries": ["PL"]}),
        beta=organisation("Beta", OFFERS, address={"country": "PL"}),
        gamma=organisation("Gamma", OFFERS, address={"country": "LT"}),
    )
    assert score(matches, ALPHA, BETA) > score(matches, ALPHA, GAMMA)
    assert "country" in kinds_of(matches, ALPHA, BETA)


def test_who_sells_is_no_buyer_for_who_sells_the_same(matched: Matched) -> None:
    outlets = {**SEEKS, "cooperation": ["distribution"]}
    beta = organisation("Beta", **LASERS)
    assert score(matched(alpha=organisation("Alpha", outlets), beta=beta), ALPHA, "cluster/beta") < score(
        matched(alpha=organisation("Alpha", SEEKS), beta=beta), ALPHA, "cluster/beta"
    )


def test_what_was_confirmed_lately_fits_better(matched: Matched) -> None:
    seeks, offers = {**SEEKS, "as_of": "2026-11"}, {**OFFERS, "as_of": "2026-11"}
    profiles = {"alpha": organisation("Alpha", seeks), "beta": organisation("Beta", offers)}
    fresh, stale = matched(**profiles), matched(today=date(2029, 11, 23), **profiles)
    assert score(fresh, ALPHA, BETA) > score(stale, ALPHA, BETA) > 0


def test_a_match_by_nothing_but_text_says_which_words(matched: Matched) -> None:
    alpha = organisation("Alpha", interest("seeks", "Quokka saddles", cooperation=["supplier-agreement"]))
    beta = organisation(
        "Beta", interest("offers", "Saddles for a quokka", cooperation=["supplier-agreement"])
    )
    others = {f"other-{n}": organisation(f"Other {n}", interest("offers", f"Thing {n}")) for n in range(5)}
    matches = matched(alpha=alpha, beta=beta, **others)
    (match,) = matches.of(ALPHA)
    (reason,) = (reason for reason in match.reasons if reason.kind is ReasonKind.WORDS)
    assert {word for language, word in reason.words if language == "en"} == {"quokka", "saddles"}


def test_two_languages_meet_over_words_that_mean_the_same(matched: Matched) -> None:
    alpha = organisation("Alpha", interest("seeks", "Packaging wanted", cooperation=["supplier-agreement"]))
    beta = organisation("Beta", interest("offers", "Wrapping made", cooperation=["supplier-agreement"]))
    others = {f"other-{n}": organisation(f"Other {n}", interest("offers", f"Thing {n}")) for n in range(5)}
    (match,) = matched(alpha=alpha, beta=beta, **others).of(ALPHA)
    terms = {term for reason in match.reasons for term in reason.terms}
    assert ("synonyms", "packaging") in terms


def test_the_pronoun_it_is_no_information_technology(matched: Matched) -> None:
    alpha = organisation("Alpha", interest("seeks", "It makes it better"))
    beta = organisation("Beta", interest("offers", "IT for everybody"))
    assert not matched(alpha=alpha, beta=beta).keys


def test_an_organisation_sees_its_own_matches_and_those_of_its_openings(matched: Matched) -> None:
    matches = matched(
        alpha=organisation("Alpha", SEEKS, **LASERS),
        beta=organisation("Beta", OFFERS),
        gamma=organisation("Gamma", OFFERS),
    )
    seen = {(match.subject, match.counterpart) for match in matches.of_cluster("alpha")}
    assert seen >= {(ALPHA, BETA), (ALPHA, GAMMA), ("cluster/alpha", BETA)}
    scores = [match.score for match in matches.of_cluster("alpha")]
    assert scores == sorted(scores, reverse=True)


def test_of_those_at_one_table_every_two_are_named_once(matched: Matched) -> None:
    matches = matched(
        alpha=organisation("Alpha", SEEKS, **LASERS),
        beta=organisation("Beta", OFFERS, **LASERS),
        gamma=organisation("Gamma", OFFERS),
    )
    pairs = [
        {match.subject.split("/")[1], match.counterpart.split("/")[1]}
        for match in matches.between(("alpha", "beta", "gamma"))
    ]
    assert {"alpha", "beta"} in pairs
    assert {"alpha", "gamma"} in pairs
    assert len(pairs) == len({frozenset(pair) for pair in pairs})
    assert matches.between(("beta",)) == ()


def test_a_dated_offer_is_matched_until_it_is_over(matched: Matched) -> None:
    offer = {
        "type": "business-offer",
        "title": text("Laser sources"),
        "summary": text("Laser sources under a supplier agreement."),
        "cooperation": ["supplier-agreement"],
        "published": "2026-11-01",
        "origin": "transcribed",
        "sources": ["https://source.example/"],
        **LASERS,
    }
    beta = organisation("Beta", offers={"sources": offer})
    alpha = organisation("Alpha", SEEKS)
    assert score(matched(alpha=alpha, beta=beta), ALPHA, "offer/beta/sources") > 0
    assert score(matched(today=date(2028, 1, 1), alpha=alpha, beta=beta), ALPHA, "offer/beta/sources") == 0
