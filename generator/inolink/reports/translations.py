"""The translation report: which texts there are in which language, and whose words they are."""

from typing import Any

from inolink.checking.schemas import load_schemas
from inolink.pages.links import edit_link
from inolink.pages.texts import Texts
from inolink.problems import json_pointer
from inolink.reading.names import language_name
from inolink.reports.material import Material
from inolink.reports.report import Line, Report, Section
from inolink.upkeep.translations import Translation
from inolink.upkeep.translations import translations as look_through


def translations(material: Material, language: str) -> Report:
    """Return the texts by language, and the files where some are missing."""
    texts, settings = Texts(language), material.settings
    found = list(look_through(material.checked.documents, load_schemas(material.root), settings.languages))
    by_language = {code: [one for one in found if one.language == code] for code in settings.languages}
    sections = [
        Section(f"{language_name(code, language)}: {_counted(files, texts)}", _lines(files, material, texts))
        for code, files in by_language.items()
    ]
    return Report(
        texts("staff.translations", day=material.catalogue.today),
        texts("staff.translations-lead"),
        tuple(sections),
        {
            "day": material.catalogue.today.isoformat(),
            "languages": {code: _data(files) for code, files in by_language.items()},
        },
        texts("staff.edit"),
    )


def _sums(files: list[Translation]) -> dict[str, int]:
    return {
        "texts": sum(file.texts for file in files),
        "own": sum(file.own for file in files),
        "machine": sum(file.machine for file in files),
        "missing": sum(len(file.missing) for file in files),
    }


def _counted(files: list[Translation], texts: Texts) -> str:
    return texts("staff.translated", **_sums(files))


def _lines(files: list[Translation], material: Material, texts: Texts) -> tuple[Line, ...]:
    return tuple(
        Line(
            file.path,
            texts("staff.untranslated", n=len(file.missing), fields=_fields(file)),
            edit_link(material.settings.forge, file.path),
        )
        for file in files
        if file.missing
    )


def _fields(file: Translation) -> str:
    names = (".".join(str(part) for part in way if isinstance(part, str)) for way in file.missing)
    return ", ".join(dict.fromkeys(names))


def _data(files: list[Translation]) -> dict[str, Any]:
    incomplete = [
        {"path": file.path, "missing": [json_pointer(way) for way in file.missing]}
        for file in files
        if file.missing
    ]
    return {**_sums(files), "files": incomplete}
