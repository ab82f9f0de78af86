from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from inolink.catalogue import Catalogue, Label, LabelRecord, LabelState, LabelType
from inolink.catalogue.labels import labels_of
from inolink.reading.dates import PartialDate

TODAY = date(2026, 11, 23)
MONTHS = st.builds(PartialDate, st.integers(2000, 2100), st.integers(1, 12))


def label(level: str = "bronze", *, awarded: str = "", held: str = "") -> LabelRecord:
    return LabelRecord(level=level, awarded=PartialDate.parse(awarded), held=PartialDate.parse(held))


def only(record: LabelRecord, today: date = TODAY) -> Label:
    (found,) = labels_of([record], today)
    return found


def test_a_first_label_is_valid_for_two_years_and_renewable_for_one_more() -> None:
    found = only(label(awarded="2025-01"))
    assert (found.state, found.valid_until) == (LabelState.VALID, date(2027, 1, 31))
    assert found.renewal_until == date(2028, 1, 31)
    assert only(label(awarded="2024-02")).state is LabelState.RENEWAL_YEAR
    assert only(label(awarded="2023-02")).state is LabelState.LAPSED


def test_a_renewal_follows_the_end_of_the_first_label_whenever_it_came(catalogue: Catalogue) -> None:
    bronze = [found for found in catalogue.cluster("north").labels if found.level == "bronze"]
    assert [(found.valid_until, found.superseded) for found in bronze] == [
        (date(2026, 4, 30), False),
        (date(2023, 4, 30), True),
    ]
    assert [found.state for found in bronze] == [LabelState.RENEWAL_YEAR, LabelState.LAPSED]


def test_a_label_without_any_date_is_unknown_and_counts_for_nothing(catalogue: Catalogue) -> None:
    north = catalogue.cluster("north")
    (silver,) = [found for found in north.labels if found.level == "silver"]
    assert (silver.state, silver.valid_until, silver.estimated) == (LabelState.UNKNOWN, None, True)
    assert [found.level for found in north.valid_labels] == ["bronze"]


def test_a_label_only_seen_is_taken_as_awarded_that_day_at_the_latest() -> None:
    found = only(label(held="2025-06"))
    assert (found.valid_until, found.estimated) == (date(2027, 6, 30), True)


def test_a_label_seen_within_its_known_validity_lasts_no_longer_for_it() -> None:
    found = labels_of([label(held="2025-12"), label(awarded="2025-01")], TODAY)
    assert {entry.valid_until for entry in found} == {date(2027, 1, 31)}


def test_a_label_seen_long_after_its_award_must_have_been_awarded_again() -> None:
    found = only(label(awarded="2014-10", held="2025"))
    assert (found.state, found.valid_until, found.estimated) == (LabelState.VALID, date(2027, 12, 31), True)


def test_of_an_award_with_a_year_alone_the_last_day_possible_is_told() -> None:
    found = only(label(awarded="2024"))
    assert (found.valid_until, found.estimated) == (date(2026, 12, 31), True)


def test_levels_do_not_supersede_each_other() -> None:
    found = labels_of([label("bronze", awarded="2025-01"), label("silver", awarded="2026-09")], TODAY)
    assert [(entry.level, entry.counts) for entry in found] == [("silver", True), ("bronze", True)]


@given(MONTHS, st.dates(date(2000, 1, 1), date(2110, 1, 1)), st.sampled_from(LabelType))
def test_a_label_passes_from_valid_to_renewal_year_to_lapsed(
    awarded: PartialDate, today: date, kind: LabelType
) -> None:
    found = only(LabelRecord(level="bronze", type=kind, awarded=awarded), today)
    assert found.valid_until
    assert found.renewal_until
    assert awarded.latest < found.valid_until < found.renewal_until
    passed = (today > found.valid_until) + (today > found.renewal_until)
    assert found.state is (LabelState.VALID, LabelState.RENEWAL_YEAR, LabelState.LAPSED)[passed]
