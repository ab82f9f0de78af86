"""Whether the matches of the published directory are those that its readers would accept."""

from collections.abc import Mapping

import pytest

from inolink.catalogue import Catalogue
from inolink.matching import Matches, find_matches
from inolink.reading import Vocabularies
from tests.matching.conftest import told
from tests.matching.judging import Pair, as_many_by_text, by_reasons, by_text, judged, precision, subjects


@pytest.fixture(scope="module")
def verdicts() -> Mapping[Pair, bool]:
    """Read the judged pairs."""
    return judged()


def test_many_pairs_of_every_kind_were_judged_and_all_are_of_the_directory(
    verdicts: Mapping[Pair, bool], published: Catalogue
) -> None:
    keys = {opening.key for opening in published.open} | {cluster.key for cluster in published.clusters}
    kinds = {tuple(sorted(key.split("/")[0] for key in pair)) for pair in verdicts}
    assert len(verdicts) >= 60
    assert kinds == {("cluster", "interest"), ("interest", "interest")}
    assert {key for pair in verdicts for key in pair} <= keys


def test_a_reader_would_accept_four_in_five_of_what_is_shown_first(
    found: Matches, published: Catalogue, verdicts: Mapping[Pair, bool]
) -> None:
    ours = precision(subjects(published), by_reasons(found), verdicts)
    assert ours.share >= 0.8


def test_reasons_find_better_partners_than_texts_alone(
    found: Matches, published: Catalogue, verdicts: Mapping[Pair, bool]
) -> None:
    keys = subjects(published)
    ours = precision(keys, by_reasons(found), verdicts)
    texts = precision(keys, by_text(found), verdicts)
    fewer = precision(keys, as_many_by_text(found, keys, len(ours.shown)), verdicts)
    assert len(fewer.shown) <= len(ours.shown)
    assert ours.share > texts.share
    assert ours.share > fewer.share
    assert len(ours.good) > len(texts.good)


def test_nothing_that_either_ranking_puts_first_was_left_unjudged(
    found: Matches, published: Catalogue, verdicts: Mapping[Pair, bool]
) -> None:
    keys = subjects(published)
    rankings = (by_reasons(found), by_text(found))
    shown = {pair for ranking in rankings for pair in precision(keys, ranking, verdicts).shown}
    assert [sorted(pair) for pair in shown - set(verdicts)] == []


def test_at_least_25_pairs_that_a_reader_would_accept_are_found_and_explained(
    found: Matches, published: Catalogue, verdicts: Mapping[Pair, bool]
) -> None:
    matches = [match for key in subjects(published) for match in found.of(key)]
    accepted = {frozenset((each.subject, each.counterpart)) for each in matches if each.reasons}
    assert sum(verdicts.get(pair, False) for pair in accepted) >= 25


def test_every_match_of_the_directory_says_why(found: Matches) -> None:
    for key in found.keys:
        for match in found.of(key):
            assert match.reasons
            assert all(reason.terms or reason.words for reason in match.reasons), match
            assert 0 < match.score <= 1


def test_no_organisation_of_the_directory_meets_itself_or_its_kin(
    found: Matches, published: Catalogue
) -> None:
    for key in found.keys:
        for match in found.of(key):
            one, other = (
                published.cluster(side.split("/")[1]) for side in (match.subject, match.counterpart)
            )
            assert one.slug != other.slug
            coordinators = {
                each.profile.coordinator.profile for each in (one, other) if each.profile.coordinator
            }
            assert not coordinators & {one.slug, other.slug}
            assert not one.former
            assert not other.former


def test_the_same_directory_gives_the_same_matches_in_the_same_order(
    found: Matches, published: Catalogue, vocabularies: Vocabularies
) -> None:
    again = find_matches(published, vocabularies)
    assert told(again) == told(found)
