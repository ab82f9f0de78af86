"""The impact page: what the programme reports, what was wanted, and what the records hold."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from markupsafe import Markup

from inolink.catalogue import Catalogue, Initiative, LabelState
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
from inolink.pages.leaves import Section
from inolink.pages.maps import ties_of
from inolink.pages.render import Head, Task, View
from inolink.pages.site import Site
from inolink.pages.speech import Speech
from inolink.pages.views.heads import head_of_texts, home_crumb, named
from inolink.pages.views.lists import list_tasks

NOT_STATED = "none"
MOST_GROWTHS = 24


def impact_tasks(site: Site) -> Iterator[Task]:
    """Yield the page of the programme's figures, and pages for the tables that are too long for it."""
    tables = _tables(site)
    more = More(Charts(site.catalogue), site.vocabularies["strategy-stages"].codes, _most(tables["members"]))
    yield Task("impact/", partial(_page, site, tables, more))
    for kind, rows in tables.items():
        if len(rows) > site.leaf_size:
            section = Section(kind, rows)
            yield from list_tasks(f"impact/{kind}/", [section], site.leaf_size, partial(_table, kind, more))


def _tables(site: Site) -> dict[str, Sequence[Any]]:
    catalogue, home = site.catalogue, site.settings.country
    return {
        "initiatives": sorted(catalogue.initiatives, key=lambda each: start_year(each) or 0, reverse=True),
        "labels": [(cluster, label) for cluster in catalogue.clusters for label in cluster.labels],
        "members": latest_totals(catalogue),
        "partnerships": [each for each in catalogue.partnerships if is_international(each, home)],
        "support": supports(catalogue),
        "paths": paths(catalogue, site.vocabularies["strategy-stages"].codes),
    }


def _most(totals: Sequence[tuple[object, object, int]]) -> int:
    return totals[0][2] if totals else 0


def _table(kind: str, more: "More") -> View:
    def head(speech: Speech) -> Head:
        t, name = speech.texts, speech.texts(f"impact.{kind}")
        crumbs = (home_crumb(speech), ("impact/", t("impact.title")))
        return Head(f"{t('impact.title')}: {name}", t("impact.table-description", name=name), crumbs)

    context = {"kind": kind, "name": named(f"impact.{kind}"), "more": more}
    return View(f"impact/{kind}/", "impact-table", "impact/list.html", head, context)


def _page(site: Site, tables: Mapping[str, Sequence[Any]], more: "More") -> View:
    head = head_of_texts("impact.title", "impact.description")
    return View("impact/", "impact", "impact/impact.html", head, _context(site, tables, more))


def _context(site: Site, tables: Mapping[str, Sequence[Any]], more: "More") -> dict[str, object]:
    catalogue, charts = site.catalogue, more.charts
    codes = {name: site.vocabularies[name].codes for name in ("strategy-stages", "figures", "label-levels")}
    return {
        "tables": tables,
        "more": more,
        "charts": charts,
        "bar": draw_bar,
        "compared": compare(catalogue, codes["figures"], site.settings.country),
        "stages": stages(catalogue, codes["strategy-stages"]),
        "documents": documents(catalogue),
        "document_types": site.vocabularies["strategy-documents"].codes,
        "document_states": site.vocabularies["document-states"].codes,
        "years": initiative_years(catalogue),
        "undated": undated_initiatives(catalogue),
        "levels": [level for level in codes["label-levels"] if charts.has_labels(level)],
        "growths": charts.shown,
        "growths_known": len(charts.growths),
        "ties": ties_of(catalogue.partnerships, (), site.settings.country),
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

    @cached_property
    def shown(self) -> tuple[Growth, ...]:
        """All of them, or of many those that gained most."""
        if len(self.growths) <= MOST_GROWTHS:
            return self.growths
        return tuple(sorted(self.growths, key=lambda each: -each.gained)[:MOST_GROWTHS])

    @cached_property
    def _most(self) -> int:
        return max(total for each in self.shown for _, total in each.totals)

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
        name = speech.texts("impact.growth-chart", name=speech.plain(growth.cluster.name))
        return draw_line(name, moments, self._most)

    def direction(self, code: str | None, speech: Speech) -> str:
        """Say what an initiative is for."""
        return direction_name(code, speech)


@dataclass(frozen=True)
class More:
    """What the rows of the tables need beside themselves."""

    charts: Charts
    stage_codes: Sequence[str]
    most: int
    """The largest number of members."""

    def start_year(self, initiative: Initiative) -> int | None:
        """Return the year in which an initiative began."""
        return start_year(initiative)

    def bar(self, parts: Sequence[tuple[str, float]], most: float) -> Markup:
        """Draw a bar."""
        return draw_bar(parts, most)


def direction_name(code: str | None, speech: Speech) -> str:
    """Say what an initiative is for, or that nobody says so."""
    return speech.label("directions", code) if code else speech.texts("impact.not-stated")
