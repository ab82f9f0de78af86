"""The labels of cluster excellence year by year, as they followed from what was known to each year's end."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from msgspec.structs import replace

from inolink.catalogue import Catalogue, LabelRecord, LabelState
from inolink.catalogue.labels import labels_of

SHOWN = (LabelState.VALID, LabelState.RENEWAL_YEAR, LabelState.LAPSED)


@dataclass(frozen=True)
class LabelYear:
    """How many organisations had a label of one level in which state at the end of a year."""

    day: date
    """The last day of the year, or today."""
    counts: dict[LabelState, int]


def label_years(catalogue: Catalogue, level: str) -> tuple[LabelYear, ...]:
    """Return every year from the first known award to today; a label without any date is in none."""
    records = [
        tuple(each for each in cluster.profile.labels if each.level == level)
        for cluster in catalogue.clusters
    ]
    known = [when.year for each in records for record in each if (when := record.awarded or record.held)]
    if not known:
        return ()
    days = _year_ends(min(known), catalogue.today)
    return tuple(LabelYear(day, _states(records, day)) for day in days)


def undated_labels(catalogue: Catalogue, level: str) -> int:
    """Count the labels of which no date is known."""
    labels = (label for cluster in catalogue.clusters for label in cluster.profile.labels)
    return sum(1 for label in labels if label.level == level and not (label.awarded or label.held))


def _year_ends(first: int, today: date) -> Iterator[date]:
    yield from (date(year, 12, 31) for year in range(first, today.year))
    yield today


def _states(records: Iterable[tuple[LabelRecord, ...]], day: date) -> dict[LabelState, int]:
    found = Counter(state for own in records if (state := _state(own, day)))
    return {state: found[state] for state in SHOWN}


def _state(records: tuple[LabelRecord, ...], day: date) -> LabelState | None:
    """Return what the latest label of one organisation was on a day, by what was known then."""
    then = [record for each in records if (record := _as_known(each, day))]
    labels = [label for label in labels_of(then, day) if not label.superseded]
    return labels[0].state if labels else None


def _as_known(record: LabelRecord, day: date) -> LabelRecord | None:
    awarded = record.awarded if record.awarded and record.awarded.earliest <= day else None
    held = record.held if record.held and record.held.earliest <= day else None
    return replace(record, awarded=awarded, held=held) if awarded or held else None
