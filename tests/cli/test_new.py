"""`inolink new`: answers or options become a file that passes the check, and no file is ever overwritten."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from inolink.cli import main
from inolink.drafting.writing import written
from inolink.reading.document import FileKind
from inolink.reading.loader import load
from inolink.upkeep.tidy import modeline, tidy
from tests.conftest import RunLine
from tests.directories import Directory

TODAY = ("--today", "2026-11-23")
NEW = "clusters/gamma-lasers/profile.yml"
CLUSTER = (
    *("--name", "Gamma Lasers", "--set", "name.lt=Gama lazeriai", "--set", "summary=A cluster of lasers."),
    *("--set", "summary.lt=Lazerių klasteris.", "--set", "sources=https://gamma.example"),
)
ALL_FIELDS = {
    "title": "Laser for thin glass",
    "title.lt": "Lazeris plonam stiklui",
    "summary": "A maker of lasers seeks an R&D cooperation agreement, a supplier or a commercial agreement.",
    "summary.lt": "Lazerių gamintojas siūlo bendradarbiavimo susitarimą.",
    "description": "It cuts: without cracks, # of any kind.",
    "advantages": "Twice as fast.",
    "specification": "It must be 'fast'.",
    "partner_sought.types": "company",
    "partner_sought.role": "Tests the laser.",
    "sdg": "9, 12",
    "countries": "Germany, SE",
    "technologies": "photonics",
    "stage": "lab-tested",
    "ipr": "secret-know-how",
    "call.programme": "Horizon Europe",
    "call.title": "Lasers",
    "call.id": "HORIZON-1",
    "call.coordinator_sought": "no",
    "call.eoi_deadline": "2027-01-31",
    "call.call_deadline": "2027-03-31",
}
TYPES = {
    "business-offer": ("supplier-agreement", ("specification", "call", "stage", "ipr")),
    "business-request": ("supplier-agreement", ("advantages", "call", "stage", "ipr")),
    "technology-offer": ("research-and-development-cooperation-agreement", ("specification", "call")),
    "technology-request": ("research-and-development-cooperation-agreement", ("advantages", "call")),
    "research-request": ("research-and-development-cooperation-agreement", ()),
}


def new(directory: Directory, *arguments: str, answers: str = "") -> Result:
    """Run a command with answers typed in advance."""
    return CliRunner().invoke(main, ["new", *arguments, "--root", str(directory.root), *TODAY], input=answers)


def errors_of(directory: Directory, path: str) -> list[str]:
    """Return what the check refuses in one file."""
    return [problem.code for problem in directory.errors() if problem.path == path]


def test_a_cluster_is_made_from_options_alone(directory: Directory) -> None:
    done = new(directory, "cluster", "--no-input", *CLUSTER)
    assert (done.exit_code, done.output) == (0, f"Wrote {NEW}.\nNext: `inolink check {NEW}`.\n")
    assert errors_of(directory, NEW) == []
    data = directory.read(NEW).encode()
    assert tidy(NEW, FileKind.PROFILE, data) == data


@pytest.mark.parametrize("type_", TYPES)
def test_an_offer_of_each_type_is_made_from_options_alone(directory: Directory, type_: str) -> None:
    cooperation, foreign = TYPES[type_]
    fields = {name: text for name, text in ALL_FIELDS.items() if name.partition(".")[0] not in foreign}
    sets = [
        word
        for name, text in {**fields, "cooperation": cooperation}.items()
        for word in ("--set", f"{name}={text}")
    ]
    done = new(directory, "offer", "beta", "--no-input", "--type", type_, *sets)
    path = "clusters/beta/offers/laser-for-thin-glass.yml"
    assert (done.exit_code, done.output) == (0, f"Wrote {path}.\nNext: `inolink check {path}`.\n")
    assert errors_of(directory, path) == []
    assert "countries: [DE, SE]" in directory.read(path)


def test_the_first_cluster_comes_into_an_empty_directory(directory: Directory) -> None:
    (directory.root / "clusters").rename(directory.root / "elsewhere")
    assert new(directory, "cluster", "--no-input", *CLUSTER).exit_code == 0
    assert directory.errors() == []


def test_what_is_missing_is_asked_for_and_a_wrong_answer_is_explained_and_asked_again(
    directory: Directory,
) -> None:
    answers = "\n".join(
        ("gamma", "institution", "innovation hub", "A hub.", "", "https://gamma.example", *[""] * 12)
    )
    done = new(directory, "cluster", "--name", "Gamma", "--set", "name.lt=Gama", answers=answers)
    assert "`institution` is not in the list." in done.output
    assert done.exit_code == 0, done.output
    made = load("", directory.read("clusters/gamma/profile.yml").encode()).value
    assert made is not None
    assert made["organisation_type"] == "innovation-hub"
    assert errors_of(directory, "clusters/gamma/profile.yml") == []


def test_what_the_check_refuses_at_the_end_is_asked_for_again(directory: Directory) -> None:
    sets = (*CLUSTER, "--set", "organisation_type=cluster", "--set", "contact.email=ona@gmail.com")
    answers = "\n".join(("", *[""] * 6, "info@gamma.example", ""))
    done = new(directory, "cluster", *sets, answers=answers)
    assert "(IL451)" in done.output
    assert done.exit_code == 0, done.output
    assert "email: info@gamma.example" in directory.read(NEW)


def test_questions_can_be_put_in_lithuanian(directory: Directory) -> None:
    done = new(directory, "offer", "beta", "--language", "lt")
    assert "Verslo pasiūlymas" in done.output
    assert "Rūšis" in done.output


def test_answers_that_end_too_early_write_nothing(directory: Directory) -> None:
    done = new(directory, "cluster", answers="Gamma\n")
    assert done.exit_code == 2
    assert "nothing was written" in done.output
    assert not (directory.root / "clusters/gamma").exists()


def test_without_questions_what_is_missing_is_told_and_nothing_is_written(directory: Directory) -> None:
    done = new(directory, "offer", "beta", "--no-input", "--type", "business-offer", "--title", "Lasers")
    assert done.exit_code == 1
    assert "The field `summary` is missing." in done.output
    assert not (directory.root / "clusters/beta/offers").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("cluster", "--name", "Beta"), "is there already"),
        (("cluster", "--name", "Beta", "--slug", "../x"), "'../x' can't stand in an address"),
        (("cluster", "--name", "Вова"), "Give one with --slug"),
        (("cluster",), "Give --name, or --slug"),
        (("cluster", "--name", "A\u202eB", "--slug", "x"), "holds a sign that nobody sees (U+202E)"),
        (("offer", "alpha", "--type", "business-offer", "--title", "Cutting"), "is there already"),
        (("offer", "bet"), "There is no cluster 'bet'. Did you mean beta?"),
        (
            ("offer", "beta", "--type", "busines-offer"),
            "type: `busines-offer` is not in the list. Did you mean",
        ),
        (("offer", "beta", "--set", "titel=x"), "titel: there is no such field. Did you mean title?"),
        (("offer", "beta", "--set", "call=x"), "call: has fields of its own. Name one of them: programme"),
        (("offer", "beta", "--set", "title"), "write --set FIELD=VALUE"),
        (("offer", "beta", "--set", "trl=high"), "trl: `high` is no number."),
        (("offer",), "Name the cluster"),
    ],
)
def test_what_cannot_be_made_is_one_sentence(
    directory: Directory, arguments: tuple[str, ...], message: str
) -> None:
    before = sorted((directory.root / "clusters").rglob("*"))
    done = new(directory, *arguments, "--no-input")
    assert done.exit_code == 2
    assert message in done.output
    assert sorted((directory.root / "clusters").rglob("*")) == before


def test_a_new_file_is_made_by_the_command_as_people_type_it(directory: Directory, run_line: RunLine) -> None:
    line = f"inolink new cluster --no-input {' '.join(f'{word!r}' for word in CLUSTER)} {' '.join(TODAY)}"
    assert run_line(line, cwd=directory.root).returncode == 0
    assert Path(directory.root, NEW).is_file()


TEXTS = st.text(
    st.characters(exclude_categories=["C", "Z"]) | st.sampled_from(" :#'\"-,[]{}\n"), max_size=300
)
RECORDS = st.dictionaries(
    st.text("abc_", min_size=1, max_size=5),
    st.one_of(
        TEXTS,
        st.integers(-9, 99999),
        st.booleans(),
        st.lists(TEXTS | st.integers(0, 9), min_size=1, max_size=4),
        st.dictionaries(st.sampled_from(["en", "lt"]), TEXTS, min_size=1),
    ),
    min_size=1,
)


@given(RECORDS)
def test_whatever_is_answered_is_read_back_as_it_was_and_is_tidy(record: dict[str, object]) -> None:
    data = written(record, modeline(NEW, FileKind.PROFILE))
    assert load(NEW, data).value == record
    assert tidy(NEW, FileKind.PROFILE, data) == data
