"""The freshness report: what there is to do, owner by owner."""

from typing import Any

from inolink.pages.links import edit_link
from inolink.pages.texts import Texts
from inolink.reports.material import Material
from inolink.reports.report import Line, Report, Section
from inolink.upkeep.freshness import Concern, Item, Upkeep, upkeep


def freshness(material: Material, language: str) -> Report:
    """Return what grows old, by owner."""
    found, texts = upkeep(material.checked, material.catalogue), Texts(language)
    sections = [
        Section(owner or texts("staff.nobody"), tuple(_line(item, material, language) for item in items))
        for owner, items in found.by_owner().items()
    ]
    if found.left_out:
        sections.insert(0, Section(texts("staff.left-out"), _left_out(found, language)))
    counts = (f"{texts(f'staff.concern.{concern}')} {found.count(concern)}" for concern in Concern)
    return Report(
        texts("staff.report", day=material.catalogue.today),
        "; ".join(counts) + ".",
        tuple(sections),
        _data(found, material, language),
        texts("staff.edit"),
    )


def _line(item: Item, material: Material, language: str) -> Line:
    place = f"{item.path}:{item.line}"
    return Line(place, item.message(language), edit_link(material.settings.forge, item.path))


def _left_out(found: Upkeep, language: str) -> tuple[Line, ...]:
    reasons = {path: [one for one in found.errors if one.path == path] for path in found.left_out}
    return tuple(
        Line(path, " ".join(f"{one.message(language)} ({one.code})" for one in problems))
        for path, problems in reasons.items()
    )


def _data(found: Upkeep, material: Material, language: str) -> dict[str, Any]:
    return {
        "day": material.catalogue.today.isoformat(),
        "items": [_item(item, found, material, language) for item in found.items],
        "left_out": list(found.left_out),
        "summary": {str(concern): found.count(concern) for concern in Concern},
    }


def _item(item: Item, found: Upkeep, material: Material, language: str) -> dict[str, Any]:
    return {
        "concern": str(item.concern),
        "cluster": item.cluster,
        "owners": list(found.owners.get(item.cluster, ())),
        "path": item.path,
        "line": item.line,
        "code": item.code,
        "day": item.day.isoformat() if item.day else None,
        "message": item.message(language),
        "link": edit_link(material.settings.forge, item.path),
    }
