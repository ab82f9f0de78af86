"""However a directory is looked at (by one process or several, whole or in excerpts), the same is found."""

from dataclasses import replace
from pathlib import Path

import pytest

from inolink.checking.check import CheckResult
from inolink.checking.context import Context
from inolink.checking.look import Looking, read_look
from inolink.checking.rules import DIRECTORY_RULES
from inolink.checking.schemas import load_schemas
from inolink.checking.subject import Ground
from inolink.parallel import VARIABLE, WORTH_SHARING
from inolink.reading import load_vocabularies, read_directory
from inolink.settings import load_settings
from tests.checking.test_shipped import spoil_profiles
from tests.defects.defects import DEFECTS, Defect
from tests.directories import SMALL, TODAY, Directory, settle

pytestmark = pytest.mark.forks

OF_SEVERAL_RECORDS = {"IL203", "IL205", "IL441", "IL442", "IL443", "IL444", "IL451", "IL484", "IL485"}


@pytest.fixture
def large(shipped: Directory) -> Directory:
    """Make a directory that several processes share, with mistakes of every kind in it."""
    spoil_profiles(shipped)
    spoilt = sorted((shipped.root / "clusters").glob("*/profile.yml"))[:20]
    for number in range(WORTH_SHARING):
        shipped.write(f"clusters/copy-{number}/profile.yml", spoilt[number % len(spoilt)].read_bytes())
    shipped.write("clusters/copy-1/logo.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>")
    shipped.write("clusters/copy-2/stray.txt", "")
    return shipped


def test_several_processes_find_what_one_finds(large: Directory, monkeypatch: pytest.MonkeyPatch) -> None:
    def checked(processes: int) -> CheckResult:
        monkeypatch.setenv(VARIABLE, str(processes))
        return large.check()

    alone, together = checked(1), checked(3)
    assert together == alone
    assert {problem.code for problem in alone.problems} > {"IL201", "IL204", "IL302", "IL485"}


@pytest.mark.parametrize("defect", [each for each in DEFECTS if each.code in OF_SEVERAL_RECORDS], ids=str)
def test_excerpts_hold_everything_that_rules_on_several_records_look_at(
    tmp_path: Path, defect: Defect
) -> None:
    directory = settle(tmp_path, SMALL)
    defect.spoil(directory)
    reading = read_directory(tmp_path)
    ground = Ground(load_schemas(tmp_path), load_vocabularies(tmp_path), load_settings(tmp_path), TODAY)
    looking = Looking(tmp_path, ground)
    looks = [(document, read_look(looking.at_document(document).look)) for document in reading.documents]
    whole = Context(
        reading.documents,
        reading.paths,
        reading.logos,
        {document.path: look.addresses for document, look in looks if look.addresses},
    )
    excerpts = tuple(replace(document, content=look.excerpt) for document, look in looks)
    for rule in DIRECTORY_RULES:
        assert list(rule(replace(whole, documents=excerpts))) == list(rule(whole))
