"""The programme's results: what the records hold, beside what was reported and wanted."""

from collections.abc import Iterator
from typing import Any

from inolink.catalogue import ReportedFigure
from inolink.catalogue.programme import Target
from inolink.pages.impact import Comparison, compare
from inolink.pages.texts import Texts
from inolink.reports.material import Material
from inolink.reports.report import Line, Report, Section


def programme(material: Material, language: str) -> Report:
    """Return every figure of which anything is known."""
    texts, figures = Texts(language), material.checked.vocabularies["figures"]
    found = compare(material.catalogue, figures.codes, material.settings.country)
    sections = (
        Section(figures.label(each.figure, language), tuple(_lines(each, material, texts))) for each in found
    )
    return Report(
        texts("staff.programme", day=material.catalogue.today),
        texts("staff.programme-lead"),
        tuple(sections),
        {"day": material.catalogue.today.isoformat(), "figures": [_data(each) for each in found]},
        texts("staff.source"),
    )


def _lines(found: Comparison, material: Material, texts: Texts) -> Iterator[Line]:
    if found.counted is not None:
        yield Line(texts("staff.counted"), str(found.counted))
    for figure in found.reported:
        moment = f" ({figure.as_of})" if figure.as_of else ""
        yield Line(texts("staff.reported"), f"{_amount(figure, material, texts)}{moment}", figure.source)
    for target in found.targets:
        day = f" ({target.by})" if target.by else ""
        yield Line(texts("staff.wanted"), f"{target.value:g}{day}", target.source)


def _amount(figure: ReportedFigure, material: Material, texts: Texts) -> str:
    qualifiers = material.checked.vocabularies["qualifiers"]
    qualifier = qualifiers.label(figure.qualifier, texts.language) if figure.qualifier else None
    return " ".join(filter(None, (qualifier, f"{figure.value:,}", figure.unit)))


def _data(found: Comparison) -> dict[str, Any]:
    return {
        "figure": found.figure,
        "counted": found.counted,
        "agreement": str(found.agreement) if found.agreement else None,
        "reported": [_reported(figure) for figure in found.reported],
        "targets": [_target(target) for target in found.targets],
    }


def _reported(figure: ReportedFigure) -> dict[str, Any]:
    as_of = str(figure.as_of) if figure.as_of else None
    return {"value": figure.value, "qualifier": figure.qualifier, "as_of": as_of, "source": figure.source}


def _target(target: Target) -> dict[str, Any]:
    return {"value": target.value, "by": str(target.by) if target.by else None, "source": target.source}
