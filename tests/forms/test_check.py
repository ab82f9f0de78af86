"""The form finds in a file what `inolink check` finds, at the same place and in the same words."""

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

import pytest

from inolink.checking import CheckResult
from inolink.contribute.rules import beyond_the_browser
from inolink.problems import Problem
from inolink.reading.document import Document, FileKind
from tests.defects.defects import DEFECTS, Defect
from tests.directories import SMALL, TODAY, Directory, settle
from tests.forms.conftest import Forms

KINDS = [kind for kind in FileKind if kind is not FileKind.PROGRAMME]
SUGGESTING = ("Did you mean", "Gal turėjote omenyje")


def around(result: CheckResult, path: str) -> Mapping[str, object]:
    """Return what a form page knows besides the file."""
    cluster = PurePosixPath(path).parts[1]
    documents = {document.path: document for document in result.documents}
    profile = documents.get(f"clusters/{cluster}/profile.yml")
    clusters = {each.split("/")[1] for each in result.paths if each.endswith("/profile.yml")}
    offers = {document.cluster for document in result.documents if document.kind is FileKind.OFFER}
    return {
        "cluster": cluster,
        "profile": profile.value if profile else None,
        "slugs": sorted(clusters),
        "hasOffers": cluster in offers,
        "today": TODAY.isoformat(),
    }


def compared(forms: Forms, directory: Directory, result: CheckResult, document: Document) -> None:
    """Hold the form's problems of one file against the check's."""
    own = [problem for problem in result.problems if problem.path == document.path]
    shared = [problem for problem in own if not beyond_the_browser(problem.code)]
    question = {"text": directory.read(document.path), "kind": document.kind}
    for language in ("en", "lt"):
        found = forms("check", **question, around=around(result, document.path), language=language)
        assert placed(found) == sorted((problem.code, problem.pointer) for problem in shared)
        said = {(each["code"], each["pointer"], each["message"]) for each in found}
        assert said == {(each.code, each.pointer, each.message(language)) for each in shared}
        assert {(each["code"], plain(each["remedy"])) for each in found} == remedies(shared, language)


def placed(found: list[Mapping[str, str]]) -> list[tuple[str, str]]:
    return sorted((each["code"], each["pointer"]) for each in found)


def remedies(problems: list[Problem], language: str) -> set[tuple[str, str]]:
    return {(problem.code, plain(problem.remedy(language))) for problem in problems}


def plain(remedy: str) -> str:
    """Return a remedy without the guess: the form knows the words of its own language only."""
    return remedy.partition("? ")[2] if remedy.startswith(SUGGESTING) else remedy


@pytest.mark.parametrize("defect", DEFECTS, ids=str)
def test_the_form_finds_in_a_spoilt_directory_what_the_check_finds(
    forms: Forms, defect: Defect, tmp_path: Path
) -> None:
    directory = settle(tmp_path, SMALL)
    defect.spoil(directory)
    result = directory.check()
    for document in result.documents:
        if document.kind in KINDS:
            compared(forms, directory, result, document)


def test_the_form_finds_in_every_shipped_file_what_the_check_finds(forms: Forms, shipped: Directory) -> None:
    result = shipped.check()
    for document in result.documents:
        if document.kind in KINDS:
            compared(forms, shipped, result, document)


def test_what_only_the_proposal_can_be_asked_is_what_needs_more_than_one_file() -> None:
    left = {defect.code for defect in DEFECTS if beyond_the_browser(defect.code)}
    assert {code for code in left if not code.startswith(("IL1", "IL2"))} == {"IL310", "IL443", "IL485"}
