"""The real directory is in order, and thirty defects in it are found in one run."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from inolink.yamlcore import load_trusted
from tests.conftest import RunLine
from tests.directories import PROJECT, Directory, settle

THIRTY: list[dict[str, str]] = load_trusted(Path(__file__).with_name("thirty.yml").read_bytes())


def spoil(text: str, entry: dict[str, str]) -> tuple[str, int, int] | None:
    """Return a spoilt profile with the place of the defect, or None if this profile can't be spoilt so."""
    if "unless" in entry and re.search(entry["unless"], text, re.MULTILINE):
        return None
    spoilt = text + entry.get("append", "")
    if "pattern" in entry:
        spoilt = re.sub(entry["pattern"], lambda _: entry["with"], text, count=1, flags=re.MULTILINE)
    if "§" not in spoilt:
        return None
    before = spoilt[: spoilt.index("§")]
    return spoilt.replace("§", ""), before.count("\n") + 1, len(before) - before.rfind("\n")


def spoil_profiles(directory: Directory) -> list[tuple[str, str, int, int]]:
    """Put each defect into the first profile that is still whole and can take it."""
    whole = sorted((directory.root / "clusters").glob("*/profile.yml"))
    expected = []
    for entry in THIRTY:
        file, spoilt = next((file, made) for file in whole if (made := spoil(file.read_text("utf-8"), entry)))
        whole.remove(file)
        file.write_text(spoilt[0], "utf-8")
        expected.append((entry["code"], file.relative_to(directory.root).as_posix(), *spoilt[1:]))
    return expected


def test_thirty_defects_are_found_in_one_run_each_at_its_place(shipped: Directory, run_line: RunLine) -> None:
    expected = spoil_profiles(shipped)
    done = run_line("inolink check --format json --today 2026-11-23", cwd=shipped.root)
    report: dict[str, Any] = json.loads(done.stdout)
    found = {(each["code"], each["path"], each["line"], each["column"]) for each in report["problems"]}
    assert len(expected) == 30
    assert set(expected) - found == set()
    assert done.returncode == 1


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Directory:
    """Copy the real directory once."""
    return settle(tmp_path_factory.mktemp("real"), PROJECT / "clusters")


def test_the_real_directory_has_no_errors(real: Directory) -> None:
    assert [f"{each.path}:{each.line} {each.message()}" for each in real.errors()] == []


def test_the_real_directory_is_usable_as_a_whole(real: Directory) -> None:
    result = real.check()
    left_out = {document.path for document in result.documents} - {each.path for each in result.usable()}
    assert left_out == set()
