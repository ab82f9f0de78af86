"""What the records say of the programme's results: counted, and put beside what was reported."""

from inolink.pages.impact.comparison import Comparison, compare
from inolink.pages.impact.labels import LabelYear, label_years
from inolink.pages.impact.members import Growth, growths, latest_totals
from inolink.pages.impact.money import BudgetSum, SupportGiven, budget_sums, supports
from inolink.pages.impact.strategies import Path, documents, paths, stages
from inolink.pages.impact.timeline import YearCount, initiative_years, undated_initiatives

__all__ = [
    "BudgetSum",
    "Comparison",
    "Growth",
    "LabelYear",
    "Path",
    "SupportGiven",
    "YearCount",
    "budget_sums",
    "compare",
    "documents",
    "growths",
    "initiative_years",
    "label_years",
    "latest_totals",
    "paths",
    "stages",
    "supports",
    "undated_initiatives",
]
