"""Made-up directories: in order, the same every time, and like real ones where it matters."""

from collections import Counter
from pathlib import Path

import pytest

from inolink.checking import check_directory
from inolink.problems import Problem, Severity
from inolink.reading import read_directory
from inolink.settings import load_settings
from tests.benchmarks.synthetic import DAY, write_directory
from tests.benchmarks.synthetic.world import Topic, create_world, keywords

RECORDS = 60


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a small directory."""
    root = tmp_path_factory.mktemp("synthetic") / "small"
    write_directory(root, RECORDS)
    return root


def errors(root: Path) -> list[Problem]:
    problems = check_directory(root, load_settings(root), DAY).problems
    return [problem for problem in problems if problem.severity is Severity.ERROR]


def contents(root: Path) -> dict[str, bytes]:
    return {str(file.relative_to(root)): file.read_bytes() for file in root.rglob("*.yml")}


def test_a_made_up_directory_has_no_errors(small: Path) -> None:
    assert not errors(small)


def test_a_made_up_directory_has_as_many_records_as_asked_for(small: Path) -> None:
    kinds = Counter(document.kind.value for document in read_directory(small).documents)
    assert kinds["profile"] + kinds["strategy"] + kinds["offer"] == RECORDS
    assert kinds["offer"] > kinds["profile"] > 0


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others(small: Path, tmp_path: Path) -> None:
    write_directory(tmp_path / "again", RECORDS)
    write_directory(tmp_path / "other", RECORDS, seed=1)
    assert contents(tmp_path / "again") == contents(small)
    assert contents(tmp_path / "other") != contents(small)


def test_a_larger_directory_begins_like_a_smaller_one(small: Path, tmp_path: Path) -> None:
    write_directory(tmp_path / "larger", 2 * RECORDS)
    assert contents(small).items() <= contents(tmp_path / "larger").items()


def test_a_made_up_directory_may_have_one_language_only(tmp_path: Path) -> None:
    root = tmp_path / "english"
    write_directory(root, 20, languages=("en",))
    assert load_settings(root).languages == ("en",)
    assert not errors(root)


def test_an_offer_has_about_three_hundred_words_in_each_language(small: Path) -> None:
    offers = [
        document.value for document in read_directory(small).documents if document.kind.value == "offer"
    ]
    lengths = [sum(map(count_words, offer.values())) for offer in offers]
    assert 240 < sum(lengths) / len(lengths) < 400


def test_a_keyword_is_never_longer_than_allowed(small: Path) -> None:
    world = create_world(small, ("en",), seed=0)
    about = Topic((), (), {"en": ["a" * 70, "b" * 70, "c" * 70]})
    assert all(len(str(word["en"])) <= 80 for word in keywords(world, world.rng("keywords"), about, 5))


def count_words(value: object) -> int:
    """Count the English words of a field."""
    if not isinstance(value, dict):
        return 0
    return len(str(value["en"]).split()) if "en" in value else sum(map(count_words, value.values()))
