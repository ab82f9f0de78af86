"""The impact page: what the programme reports, what was wanted, and what the records hold."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, partial

from markupsafe import Markup

from inolink.catalogue import Catalogue, LabelState
from inolink.pages.charts import Columns, Series, draw_bar, draw_columns, draw_line
from inolink.pages.impact import (
    Growth,
    budget_sums,
    compare,
    documents,
    growths,
    initiative_years,
    label_years,
    latest_totals,
    paths,
    stages,
    supports,
    undated_initiatives,
)
from inolink.pages.impact.comparison import is_international
from inolink.pages.impact.labels import SHOWN, undated_labels
from inolink.pages.impact.timeline import start_year
from inolink.pages.maps import ties_of
from inolink.pages.render import Task, View
from inolink.pages.site import Site
from inolink.pages.speech import Speech
from inolink.pages.views.heads import head_of_texts

NOT_STATED = "none"


def impact_tasks(site: Site) -> Iterator[Task]:
    """Yield the page of the programme's figures."""
    yield Task("impact/", partial(_page, site))


def _page(site: Site) -> View:
    head = head_of_texts("impact.title", "impact.description")
    return View("impact/", "impact", "impact/impact.html", head, _context(site))


def _context(site: Site) -> dict[str, object]:
    catalogue, home = site.catalogue, site.settings.country
    codes = {name: site.vocabularies[name].codes for name in ("strategy-stages", "figures", "label-levels")}
    charts = Charts(catalogue)
    return {
        "charts": charts,
        "bar": draw_bar,
        "compared": compare(catalogue, codes["figures"], home),
        "stages": stages(catalogue, codes["strategy-stages"]),
        "stage_codes": codes["strategy-stages"],
        "paths": paths(catalogue, codes["strategy-stages"]),
        "documents": documents(catalogue),
        "document_types": site.vocabularies["strategy-documents"].codes,
        "document_states": site.vocabularies["document-states"].codes,
        "years": initiative_years(catalogue),
        "undated": undated_initiatives(catalogue),
        "initiatives": sorted(catalogue.initiatives, key=lambda each: start_year(each) or 0, reverse=True),
        "start_year": start_year,
        "levels": [level for level in codes["label-levels"] if charts.has_labels(level)],
        "growths": charts.growths,
        "totals": latest_totals(catalogue),
        "international": [each for each in catalogue.partnerships if is_international(each, home)],
        "ties": ties_of(catalogue.partnerships, (), home),
        "supports": supports(catalogue),
        "budgets": budget_sums(catalogue),
    }


@dataclass(frozen=True)
class Charts:
    """The charts of the page, in the words of whoever reads it."""

    catalogue: Catalogue

    @cached_property
    def growths(self) -> tuple[Growth, ...]:
        """The organisations whose growth is known."""
        return growths(self.catalogue)

    def has_labels(self, level: str) -> bool:
        """Whether any organisation ever had a label of a level."""
        return any(label.level == level for each in self.catalogue.clusters for label in each.profile.labels)

    def undated(self, level: str) -> int:
        """Count the labels of a level without a date."""
        return undated_labels(self.catalogue, level)

    def initiatives(self, speech: Speech) -> Markup:
        """Draw the initiatives by year and direction."""
        years = initiative_years(self.catalogue)
        directions = years[0].counts if years else {}
        series = [
            Series(direction_name(code, speech), code or NOT_STATED, [each.counts[code] for each in years])
            for code in directions
        ]
        name = speech.texts("impact.initiatives-chart")
        return draw_columns(Columns(name, [str(each.year) for each in years], series))

    def labels(self, level: str, speech: Speech) -> Markup:
        """Draw the labels of one level by year and state."""
        years = label_years(self.catalogue, level)
        series = [
            Series(speech.texts(f"impact.label.{state}"), state, [each.counts[state] for each in years])
            for state in SHOWN
        ]
        name = speech.texts("impact.labels-chart", level=speech.label("label-levels", level))
        return draw_columns(Columns(name, [str(each.day.year) for each in years], series))

    def label_rows(self, level: str) -> list[tuple[int, dict[LabelState, int]]]:
        """Return the same as numbers."""
        return [(each.day.year, each.counts) for each in label_years(self.catalogue, level)]

    def growth(self, growth: Growth, speech: Speech) -> Markup:
        """Draw the members of one organisation over time; all organisations share a scale."""
        moments = [
            (figure.as_of.earliest, total, str(figure.as_of.year))
            for figure, total in growth.totals
            if figure.as_of
        ]
        most = max(total for each in self.growths for _, total in each.totals)
        name = speech.texts("impact.growth-chart", name=speech.plain(growth.cluster.name))
        return draw_line(name, moments, most)

    def direction(self, code: str | None, speech: Speech) -> str:
        """Say what an initiative is for."""
        return direction_name(code, speech)


def direction_name(code: str | None, speech: Speech) -> str:
    """Say what an initiative is for, or that nobody says so."""
    return speech.label("directions", code) if code else speech.texts("impact.not-stated")
