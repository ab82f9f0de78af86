"""The report on links: what may need a hand, class by class, each with the places where it stands."""

from typing import Any

from inolink.pages.texts import Texts
from inolink.reports.report import Line, Report, Section
from inolink.upkeep.links import Outcome, Place, Survey
from inolink.upkeep.links.cache import Known

PLACES_SHOWN = 3


def links(found: Survey, language: str) -> Report:
    """Return the outcome of a survey."""
    texts = Texts(language)
    sections = [
        Section(texts(f"links.{outcome}"), lines)
        for outcome in Outcome
        if outcome is not Outcome.OK and (lines := _lines(found, outcome, texts))
    ]
    counts = ", ".join(f"{len(found.of(outcome))} {texts(f'links.short.{outcome}')}" for outcome in Outcome)
    summary = texts("links.summary", n=len(found.places), asked=found.asked, counts=counts)
    return Report(texts("links.title"), summary, tuple(sections), _data(found), texts("links.open"))


def _lines(found: Survey, outcome: Outcome, texts: Texts) -> tuple[Line, ...]:
    return tuple(
        Line(url, " ".join((_said(known, texts), _places(found.places[url]))), url)
        for url, known in found.of(outcome)
    )


def _said(known: Known, texts: Texts) -> str:
    if known.answer.target:
        return texts("links.to", target=known.answer.target)
    since = texts("links.since", day=known.since) if known.since < known.asked else ""
    return ", ".join(filter(None, (known.answer.detail, since))) + "."


def _places(places: tuple[Place, ...]) -> str:
    shown = ", ".join(f"{place.path}:{place.line}" for place in places[:PLACES_SHOWN])
    return f"{shown}, …" if len(places) > PLACES_SHOWN else shown


def _data(found: Survey) -> dict[str, Any]:
    entries = [(url, known) for outcome in Outcome for url, known in found.of(outcome)]
    return {
        "links": [_entry(url, known, found.places[url]) for url, known in entries],
        "summary": {str(outcome): len(found.of(outcome)) for outcome in Outcome},
        "asked": found.asked,
    }


def _entry(url: str, known: Known, places: tuple[Place, ...]) -> dict[str, Any]:
    return {
        "url": url,
        "outcome": str(known.answer.outcome),
        "detail": known.answer.detail,
        "target": known.answer.target,
        "since": known.since.isoformat(),
        "asked": known.asked.isoformat(),
        "places": [{"path": place.path, "line": place.line} for place in places],
    }
