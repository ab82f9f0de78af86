"""What grows old is found on its day, with its place and its owner."""

from datetime import date, timedelta

import pytest

from inolink.reports import gather
from inolink.settings import load_settings
from inolink.upkeep.freshness import Concern, Item, Upkeep, upkeep
from tests.directories import TODAY, Directory

BETA = "clusters/beta/profile.yml"
REVIEWED = date(2026, 11, 1)
LABELS = """\
labels:
  - level: bronze
    awarded: {awarded}
    evidence: https://beta.example/label
"""


def found(directory: Directory, today: date = TODAY) -> Upkeep:
    """Look through a directory on a day."""
    material = gather(directory.root, load_settings(directory.root), today)
    return upkeep(material.checked, material.catalogue)


def of(items: tuple[Item, ...], concern: Concern) -> list[tuple[str, date | None]]:
    """Return the files and days of one kind of item."""
    return [(item.path, item.day) for item in items if item.concern is concern]


@pytest.mark.parametrize(("days", "code"), [(186, None), (187, "IL481"), (365, "IL481"), (366, "IL482")])
def test_a_profile_is_to_be_confirmed_after_186_days_and_urgently_after_365(
    directory: Directory, days: int, code: str | None
) -> None:
    items = found(directory, REVIEWED + timedelta(days)).items
    assert [item.code for item in items if item.concern is Concern.UNCONFIRMED and item.path == BETA] == (
        [code] if code else []
    )


@pytest.mark.parametrize(
    ("awarded", "words"),
    [
        ("2024-12", "valid until 2026-12-31"),
        ("2023-12", "can be renewed until 2026-12-31"),
        ("2025-03", None),
    ],
)
def test_a_label_is_named_90_days_before_it_ends(
    directory: Directory, awarded: str, words: str | None
) -> None:
    directory.append(BETA, LABELS.format(awarded=awarded))
    messages = [item.message("en") for item in found(directory).items if item.concern is Concern.LABEL]
    assert bool(messages) is bool(words)
    assert all(words in message for message in messages if words)


def test_an_offer_is_named_30_days_before_it_closes_and_no_longer_when_it_is_closed(
    directory: Directory,
) -> None:
    last = date(2027, 8, 31)
    expected = [("clusters/alpha/offers/cutting.yml", last)]
    assert of(found(directory, last - timedelta(31)).items, Concern.OFFER) == []
    assert of(found(directory, last - timedelta(30)).items, Concern.OFFER) == expected
    assert of(found(directory, last).items, Concern.OFFER) == expected
    assert of(found(directory, last + timedelta(1)).items, Concern.OFFER) == []


def test_contradictory_figures_missing_translations_and_thin_profiles_are_named(directory: Directory) -> None:
    directory.replace(BETA, "{en: Beta Park, lt: Beta parkas}", "{en: Beta Park}")
    directory.append(
        BETA,
        "members:\n"
        "  - {total: 20, as_of: 2026-01, source: https://beta.example/a}\n"
        "  - {total: 30, as_of: 2026-01, source: https://beta.example/b}\n",
    )
    concerns = {item.concern for item in found(directory).items if item.path == BETA}
    assert concerns == {Concern.FIGURES, Concern.TRANSLATION}
    directory.write(
        "clusters/thin/profile.yml",
        "name: {en: Thin}\norganisation_type: cluster\nstatus: active\nsummary: {en: Thin.}\n"
        "sources: [https://thin.example]\nlast_reviewed: 2026-11-01\n",
    )
    assert of(found(directory).items, Concern.THIN) == [("clusters/thin/profile.yml", None)]


def test_items_come_owner_by_owner_and_those_of_nobody_last(directory: Directory) -> None:
    directory.append(BETA, "maintainers: [zeta, '@beta']\n")
    by_owner = found(directory, REVIEWED + timedelta(400)).by_owner()
    assert list(by_owner) == ["beta", "zeta", ""]
    assert {item.cluster for item in by_owner["beta"]} == {"beta"}
    assert "beta" not in {item.cluster for item in by_owner[""]}


def test_what_the_site_does_not_show_is_named_with_its_errors(directory: Directory) -> None:
    directory.append("clusters/alpha/strategy.yml", "colour: red\n")
    left = found(directory)
    assert left.left_out == ("clusters/alpha/strategy.yml",)
    assert [problem.code for problem in left.errors] == ["IL302"]


def test_every_item_speaks_both_languages(directory: Directory) -> None:
    directory.append(BETA, LABELS.format(awarded="2024-12"))
    for item in (*found(directory).items, *found(directory, date(2027, 8, 20)).items):
        assert item.message("en") != item.message("lt")
