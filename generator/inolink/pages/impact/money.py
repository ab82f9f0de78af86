"""Money and time: what joint projects cost, and what support the organisations record."""

from collections.abc import Iterator
from dataclasses import dataclass

from inolink.catalogue import Catalogue, Cluster
from inolink.catalogue.strategy import Support

WHOLE = "total"


@dataclass(frozen=True)
class BudgetSum:
    """What initiatives cost together, in one currency."""

    currency: str
    kind: str
    """Whose money it is, a code of the vocabulary."""
    amount: float
    initiatives: int


@dataclass(frozen=True)
class SupportGiven:
    """What one organisation records of the programme's support."""

    cluster: Cluster
    support: Support

    @property
    def days(self) -> float:
        """The expert days of all topics together."""
        return sum(each.days for each in self.support.expert_days)


def budget_sums(catalogue: Catalogue) -> tuple[BudgetSum, ...]:
    """Add up the budgets of all initiatives by currency and kind, the largest sum first."""
    found: dict[tuple[str, str], list[float]] = {}
    for initiative in catalogue.initiatives:
        for budget in initiative.record.budget:
            found.setdefault((budget.currency, budget.kind), []).append(budget.amount)
    sums = (BudgetSum(currency, kind, sum(all_), len(all_)) for (currency, kind), all_ in found.items())
    return tuple(sorted(sums, key=lambda each: (each.kind != WHOLE, -each.amount, each.currency)))


def supports(catalogue: Catalogue) -> tuple[SupportGiven, ...]:
    """Return what the organisations record of support, by name."""
    return tuple(_supports(catalogue))


def _supports(catalogue: Catalogue) -> Iterator[SupportGiven]:
    for cluster in catalogue.clusters:
        if cluster.strategy and cluster.strategy.support:
            yield SupportGiven(cluster, cluster.strategy.support)
