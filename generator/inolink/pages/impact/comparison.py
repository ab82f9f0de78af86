"""The programme's figures: counted from the records, reported by others, and wanted."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from inolink.catalogue import Catalogue, Partnership, ReportedFigure
from inolink.catalogue.programme import Target
from inolink.pages.impact.members import growths


class Agreement(StrEnum):
    """How a count stands to what was reported."""

    SAME = "same"
    FEWER = "fewer"
    MORE = "more"
    BETWEEN = "between"
    """Several reports differ, and the count lies between them."""


@dataclass(frozen=True)
class Comparison:
    """One figure, whichever of its three sides are known."""

    figure: str
    counted: int | None
    """None where the records hold nothing of the kind, so that there is nothing to count."""
    reported: tuple[ReportedFigure, ...]
    targets: tuple[Target, ...]

    @property
    def agreement(self) -> Agreement | None:
        """How the count stands to all that was reported; None where one of them is missing."""
        if self.counted is None or not self.reported:
            return None
        values = [figure.value for figure in self.reported]
        if self.counted in values:
            return Agreement.SAME
        if self.counted < min(values):
            return Agreement.FEWER
        return Agreement.MORE if self.counted > max(values) else Agreement.BETWEEN

    @property
    def most(self) -> float:
        """The largest value of all sides."""
        return max([self.counted or 0, *(f.value for f in self.reported), *(f.value for f in self.targets)])


def compare(catalogue: Catalogue, figures: Iterable[str], home: str) -> tuple[Comparison, ...]:
    """Return every figure of the list of which anything is known."""
    programme = catalogue.programme
    found = [
        Comparison(
            figure,
            COUNTS[figure](catalogue, home) if figure in COUNTS else None,
            tuple(each for each in (programme.reported if programme else ()) if each.figure == figure),
            tuple(each for each in (programme.targets if programme else ()) if each.figure == figure),
        )
        for figure in figures
    ]
    return tuple(each for each in found if each.counted is not None or each.reported or each.targets)


def is_international(partnership: Partnership, home: str) -> bool:
    """Whether a partnership reaches beyond the directory's country; one that names no country does."""
    countries = partnership.record.countries
    return not countries or any(country != home for country in countries)


def _strategies(catalogue: Catalogue, _: str) -> int:
    return sum(1 for cluster in catalogue.clusters if cluster.strategy)


def _initiatives(catalogue: Catalogue, _: str) -> int:
    return len(catalogue.initiatives)


def _holders(level: str) -> Callable[[Catalogue, str], int]:
    def count(catalogue: Catalogue, _: str) -> int:
        labels = (cluster.profile.labels for cluster in catalogue.clusters)
        return sum(1 for records in labels if any(record.level == level for record in records))

    return count


def _new_members(catalogue: Catalogue, _: str) -> int:
    return sum(max(0, growth.gained) for growth in growths(catalogue))


def _partnerships(catalogue: Catalogue, home: str) -> int:
    return sum(1 for partnership in catalogue.partnerships if is_international(partnership, home))


def _supported(catalogue: Catalogue, _: str) -> int | None:
    found = sum(1 for cluster in catalogue.clusters if cluster.strategy and cluster.strategy.support)
    # Where no record tells of support, nothing follows for those who had it.
    return found or None


COUNTS: Mapping[str, Callable[[Catalogue, str], int | None]] = MappingProxyType(
    {
        "strategies": _strategies,
        "initiatives": _initiatives,
        "bronze-labels": _holders("bronze"),
        "silver-labels": _holders("silver"),
        "new-members": _new_members,
        "international-partnerships": _partnerships,
        "clusters-supported": _supported,
    }
)
