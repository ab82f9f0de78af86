"""How many members the organisations have, and how their number grew."""

from dataclasses import dataclass

from inolink.catalogue import Catalogue, Cluster, MemberFigure


@dataclass(frozen=True)
class Growth:
    """The dated totals of one organisation, the oldest first."""

    cluster: Cluster
    totals: tuple[tuple[MemberFigure, int], ...]

    @property
    def gained(self) -> int:
        """How many more members there were on the last date than on the first."""
        return self.totals[-1][1] - self.totals[0][1]

    @property
    def compared(self) -> bool:
        """Whether there is more than one date."""
        dates = {str(figure.as_of) for figure, _ in self.totals}
        return len(dates) > 1


def growths(catalogue: Catalogue) -> tuple[Growth, ...]:
    """Return the organisations whose members were counted on more than one known date, by name."""
    found = (Growth(cluster, _dated(cluster)) for cluster in catalogue.clusters)
    return tuple(growth for growth in found if growth.totals and growth.compared)


def latest_totals(catalogue: Catalogue) -> tuple[tuple[Cluster, MemberFigure, int], ...]:
    """Return the newest total of each organisation of today that has one: the largest first."""
    found = [
        next(
            ((cluster, figure, figure.total) for figure in cluster.members if figure.total is not None), None
        )
        for cluster in catalogue.clusters
        if not cluster.former
    ]
    return tuple(sorted(filter(None, found), key=lambda each: (-each[2], each[0].slug)))


def _dated(cluster: Cluster) -> tuple[tuple[MemberFigure, int], ...]:
    dated = ((figure, figure.total) for figure in cluster.members if figure.as_of)
    return tuple((figure, total) for figure, total in reversed(list(dated)) if total is not None)
