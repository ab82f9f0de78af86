"""What is known of pinned packages is told, and so is what could not be looked up."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
FLAW = {"name": "a", "version": "1.0", "vulns": [{"id": "PYSEC-1", "fix_versions": ["1.1"]}]}
QUIET = {"name": "b", "version": "2.0", "vulns": []}
SKIPPED = {"name": "c", "skip_reason": "Dependency not found on PyPI and could not be audited: c (3.0)"}
VIA = {"source": 1, "title": "Says too much", "url": "https://flaws.example/1", "severity": "high"}
NPM = {
    "x": {"name": "x", "severity": "high", "via": [VIA]},
    "y": {"name": "y", "severity": "high", "via": ["x"]},
}


@pytest.fixture(scope="module")
def audit() -> ModuleType:
    """Load the script."""
    spec = importlib.util.spec_from_file_location("audit", ROOT / "requirements" / "audit.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_flaw_of_a_python_package_is_told_and_what_was_skipped_as_well(audit: ModuleType) -> None:
    answer = json.dumps({"dependencies": [FLAW, QUIET, SKIPPED], "fixes": []})
    found = list(audit.python_findings("runtime.txt", answer))
    assert found == [("a 1.0", "PYSEC-1"), ("c", audit.UNREACHED)]


def test_a_flaw_of_a_package_for_the_browser_is_told_once(audit: ModuleType) -> None:
    answer = json.dumps({"auditReportVersion": 2, "vulnerabilities": NPM})
    found = list(audit.npm_findings("generator/web", answer))
    assert found == [("generator/web x", "Says too much (https://flaws.example/1)")]
    assert list(audit.npm_findings("generator/web", json.dumps({"vulnerabilities": {}}))) == []


@pytest.mark.parametrize("answer", ["", "ERROR: no network", "[]", '{"message": "405", "error": {}}'])
def test_no_answer_is_no_good_news(audit: ModuleType, answer: str) -> None:
    assert list(audit.python_findings("test.txt", answer)) == [("test.txt", audit.UNREACHED)]
    assert list(audit.npm_findings("tests/tools", answer)) == [("tests/tools", audit.UNREACHED)]


def test_every_lock_file_is_audited(audit: ModuleType) -> None:
    assert {file.name for file in (ROOT / "requirements").glob("*.txt")} == set(audit.LOCKS)
    ours = {file for file in ROOT.rglob("package-lock.json") if "node_modules" not in file.parts}
    assert ours == {*ROOT.glob("*/*/package-lock.json")}
