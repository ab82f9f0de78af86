"""How far the organisations have come: stages, documents, and the path of each."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from inolink.catalogue import Catalogue, Cluster, Strategy


@dataclass(frozen=True)
class Path:
    """One organisation on its way."""

    cluster: Cluster
    strategy: Strategy
    reached: int | None
    """The position of its stage; None where no source states it."""


def stages(catalogue: Catalogue, codes: Sequence[str]) -> list[tuple[str | None, int]]:
    """Count the strategies of each stage; those of unknown stage come last."""
    found = Counter(path.strategy.stage for path in paths(catalogue, codes))
    return [(code, found[code]) for code in (*codes, None)]


def documents(catalogue: Catalogue) -> Counter[tuple[str, str]]:
    """Count the documents by type and state."""
    strategies = (cluster.strategy for cluster in catalogue.clusters if cluster.strategy)
    return Counter((each.type, each.state) for strategy in strategies for each in strategy.documents)


def paths(catalogue: Catalogue, codes: Sequence[str]) -> tuple[Path, ...]:
    """Return every organisation with a strategy: who has come farthest first, then by name."""
    found = [
        Path(cluster, cluster.strategy, codes.index(stage) if (stage := cluster.strategy.stage) else None)
        for cluster in catalogue.clusters
        if cluster.strategy
    ]
    return tuple(sorted(found, key=lambda path: -1 if path.reached is None else path.reached, reverse=True))
