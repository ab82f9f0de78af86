"""The files that the form pages load, by their paths in the site; the same directory gives the same bytes."""

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from importlib.resources import files as package_files
from pathlib import Path, PurePosixPath
from typing import Any

from inolink.checking import CheckResult
from inolink.checking.schemas import load_schemas
from inolink.codes import all_codes, in_language, phrases
from inolink.contribute.kinds import FORM_KINDS
from inolink.contribute.lists import choices
from inolink.contribute.models import form_model, lists_of
from inolink.contribute.rules import beyond_the_browser, rule_data
from inolink.outputs import Files, FileTask
from inolink.problems import DID_YOU_MEAN
from inolink.reading.document import Document, FileKind
from inolink.reading.vocabularies import Vocabularies
from inolink.settings import Settings
from inolink.yamlcore import load_trusted

FORMS = "contribute/forms"
FILES = "contribute/files"
COPIES_AT_ONCE = 200


def form_tasks(root: Path, settings: Settings, checked: CheckResult) -> list[FileTask]:
    """Return what makes the models of the forms, what they are checked by, and the files that they change.

    The tasks don't hold on to the values of the records.
    """
    documents = [document for document in checked.usable() if document.kind in FORM_KINDS]
    index = _json({"clusters": list(_clusters(documents)), "slugs": _slugs(checked)})
    # With their digests: a copy is another one if so much as a comment has changed.
    files = [(document.path, checked.digests.get(document.path)) for document in documents]
    copies = (files[start : start + COPIES_AT_ONCE] for start in range(0, len(files), COPIES_AT_ONCE))
    return [
        partial(_forms, root, settings, checked.vocabularies),
        partial(_index, index),
        *(partial(_copies, root, some) for some in copies),
    ]


def _forms(root: Path, settings: Settings, vocabularies: Vocabularies) -> Files:
    for path, model in _models(root, settings, vocabularies).items():
        yield path, _json(model)
    yield f"{FORMS}/rules.json", _json(rule_data(vocabularies, settings))
    for language in settings.languages:
        yield f"{FORMS}/words-{language}.json", _json(_words(language))


def _index(index: bytes) -> Files:
    yield f"{FILES}/index.json", index


def _copies(root: Path, files: Iterable[tuple[str, str | None]]) -> Files:
    for path, _ in files:
        yield f"{FILES}/{path}", (root / path).read_bytes()


def _models(root: Path, settings: Settings, vocabularies: Vocabularies) -> dict[str, Any]:
    schemas = load_schemas(root).by_kind
    groups = load_trusted((package_files("inolink.contribute") / "groups.yml").read_bytes())
    return {
        f"{FORMS}/{kind}-{language}.json": {
            "kind": kind,
            "model": form_model(schemas[kind], language),
            "groups": [
                {"title": in_language(group["title"], language), "fields": group["fields"]}
                for group in groups.get(kind, ())
            ],
            "lists": {
                name: choices(name, vocabularies, language) for name in sorted(set(lists_of(schemas[kind])))
            },
        }
        for kind in FORM_KINDS
        for language in settings.languages
    }


def _words(language: str) -> dict[str, Any]:
    """Return the texts of the problems that the browser can find."""
    shared = {code: text for code, text in all_codes().items() if not beyond_the_browser(code)}
    return {
        "codes": {
            code: {
                "severity": text.severity,
                "title": in_language(text.title, language),
                "message": in_language(text.message, language),
                "remedy": in_language(text.remedy, language),
            }
            for code, text in shared.items()
        },
        "phrases": {
            place: {value: in_language(texts, language) for value, texts in values.items()}
            for place, values in phrases().items()
        },
        "did_you_mean": in_language(DID_YOU_MEAN, language),
    }


def _clusters(documents: Iterable[Document]) -> Iterator[Mapping[str, Any]]:
    by_cluster: dict[str, list[Document]] = {}
    for document in documents:
        by_cluster.setdefault(str(document.cluster), []).append(document)
    for slug, own in sorted(by_cluster.items()):
        profile = next(document for document in own if document.kind is FileKind.PROFILE)
        files = [_listed(document) for document in own]
        yield {"slug": slug, "name": _texts(profile.value.get("name")), "files": files}


def _slugs(checked: CheckResult) -> list[str]:
    """Return all clusters that can be referred to, also those with an error in their own files."""
    paths = (PurePosixPath(path) for path in checked.paths)
    return sorted(path.parent.name for path in paths if path.name == "profile.yml")


def _listed(document: Document) -> Mapping[str, Any]:
    entry: dict[str, Any] = {"kind": document.kind, "path": document.path}
    if document.kind is FileKind.OFFER:
        entry["title"] = _texts(document.value.get("title"))
    return entry


def _texts(value: object) -> Mapping[str, str]:
    texts = value.items() if isinstance(value, dict) else ()
    return {language: text for language, text in texts if isinstance(text, str)}


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
