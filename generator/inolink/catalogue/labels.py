"""Until when labels of cluster excellence are valid."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from inolink.catalogue.kinds import LabelState, LabelType
from inolink.catalogue.organisation import LabelRecord
from inolink.checking.validity import first_end, renewal_deadline, renewed_end
from inolink.reading.dates import PartialDate


@dataclass(frozen=True, slots=True)
class Label:
    """A label of cluster excellence and what it is today."""

    record: LabelRecord
    state: LabelState
    valid_until: date | None
    """The last day of validity; if only a year or a later date is known, the last day that is possible."""
    renewal_until: date | None
    superseded: bool = False
    """A later award or renewal of the same level exists."""
    estimated: bool = False
    """The month of the award is unknown, and so the end is no more than the last day possible."""

    @property
    def level(self) -> str:
        """Bronze, silver or gold, as a code of the vocabulary."""
        return self.record.level

    @property
    def counts(self) -> bool:
        """Whether it can be shown as a label that the organisation has."""
        return self.state in {LabelState.VALID, LabelState.RENEWAL_YEAR} and not self.superseded


def labels_of(records: Iterable[LabelRecord], today: date) -> tuple[Label, ...]:
    """Return the labels of one organisation, the latest first and those without a date last."""
    by_level: dict[str, list[LabelRecord]] = {}
    for record in records:
        by_level.setdefault(record.level, []).append(record)
    labels = [label for chain in by_level.values() for label in _chain(chain, today)]
    return tuple(sorted(labels, key=lambda label: label.valid_until or date.min, reverse=True))


def _chain(records: list[LabelRecord], today: date) -> Iterable[Label]:
    """Follow one level through its years: each renewal begins where the validity before it ended."""
    end: date | None = None
    chain = sorted(records, key=_known_on)
    for place, record in enumerate(chain):
        end, estimated = _end(record, end)
        yield _label(record, end, today, superseded=place + 1 < len(chain), estimated=estimated)


def _known_on(record: LabelRecord) -> date:
    when = record.awarded or record.held
    return when.latest if when else date.min


def _end(record: LabelRecord, before: date | None) -> tuple[date | None, bool]:
    """Return the last day of validity, and whether it is only the last one possible."""
    end = _end_from(record.type, record.awarded, before) if record.awarded else before
    if record.held and (end is None or record.held.earliest > end):
        # Seen when all known validity had ended: awarded or renewed on that very day at the latest.
        return _end_from(record.type, record.held, None), True
    return end, record.awarded is None or record.awarded.month is None


def _end_from(kind: LabelType, when: PartialDate, before: date | None) -> date:
    if kind is LabelType.FIRST:
        return first_end(when.latest)
    return renewed_end(before or when.latest)


def _label(record: LabelRecord, end: date | None, today: date, *, superseded: bool, estimated: bool) -> Label:
    if end is None:
        return Label(record, LabelState.UNKNOWN, None, None, superseded, estimated)
    deadline = renewal_deadline(end)
    past = LabelState.LAPSED if today > deadline else LabelState.RENEWAL_YEAR
    return Label(record, LabelState.VALID if today <= end else past, end, deadline, superseded, estimated)
