"""Every problem code is raised by a small defect in a directory that is otherwise in order, at its place."""

from collections.abc import Callable
from functools import cache
from string import Formatter

import pytest

from inolink.codes import all_codes
from inolink.problems import Problem
from tests.defects.defects import DEFECTS, Defect
from tests.directories import SMALL, Directory, settle

Found = Callable[[Defect], tuple[tuple[int, int], tuple[Problem, ...]]]
each_defect = pytest.mark.parametrize("defect", DEFECTS, ids=str)


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Found:
    """Spoil a directory, once for each defect: where it must be reported, and what was reported."""

    @cache
    def spoil(defect: Defect) -> tuple[tuple[int, int], tuple[Problem, ...]]:
        directory = settle(tmp_path_factory.mktemp("spoilt"), SMALL)
        return defect.spoil(directory), directory.problems()

    return spoil


@each_defect
def test_a_defect_is_reported_and_nothing_else_is(found: Found, defect: Defect) -> None:
    _, problems = found(defect)
    assert {problem.code for problem in problems} == {defect.code, *defect.also}


@each_defect
def test_a_defect_is_reported_at_its_place(found: Found, defect: Defect) -> None:
    place, problems = found(defect)
    problem = next(problem for problem in problems if problem.code == defect.code)
    assert (problem.path, (problem.line, problem.column)) == (defect.path, place)


@pytest.mark.parametrize("defect", [defect for defect in DEFECTS if defect.suggests], ids=str)
def test_what_the_author_probably_meant_is_suggested(found: Found, defect: Defect) -> None:
    _, problems = found(defect)
    problem = next(problem for problem in problems if problem.code == defect.code)
    assert problem.remedy().startswith(f"Did you mean `{defect.suggests}`?")


@each_defect
@pytest.mark.parametrize("language", ["en", "lt"])
def test_a_problem_is_put_into_words_without_gaps(found: Found, defect: Defect, language: str) -> None:
    _, problems = found(defect)
    for problem in problems:
        for text in (problem.title(language), problem.message(language), problem.remedy(language)):
            assert text
            assert text == text.strip()
            assert not {"{", "}", "None"} & set(text.split())


def test_every_code_is_raised_by_a_defect() -> None:
    assert {defect.code for defect in DEFECTS} == set(all_codes())


@pytest.mark.parametrize("code", all_codes().values(), ids=lambda text: text.code)
def test_every_code_has_its_texts_in_both_languages_with_the_same_placeholders(code: object) -> None:
    for name in ("title", "message", "remedy", "explanation"):
        texts = getattr(code, name)
        assert set(texts) == {"en", "lt"}
        placeholders = [{part[1] for part in Formatter().parse(text)} for text in texts.values()]
        assert placeholders[0] == placeholders[1]


def test_the_directory_of_the_tests_is_in_order(directory: Directory) -> None:
    assert directory.problems() == ()
