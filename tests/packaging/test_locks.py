"""What is installed is pinned, the same everywhere, and from wherever the user's own settings say."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LOCKS = ("runtime.txt", "build.txt", "test.txt", "audit.txt", "bench.txt", "fuzz.txt")
PIN = re.compile(r"^([a-z0-9-]+)(?:\[[a-z,-]+\])?==(\S+)", re.MULTILINE)


def pins(lock: str) -> dict[str, str]:
    return dict(PIN.findall((ROOT / "requirements" / lock).read_text("utf-8")))


def names(requirements: list[str]) -> set[str]:
    return {re.split(r"[<>=!~ ;\[]", one, maxsplit=1)[0].lower().replace("_", "-") for one in requirements}


def test_what_the_generator_needs_is_pinned() -> None:
    assert names(PROJECT["project"]["dependencies"]) <= pins("runtime.txt").keys()


def test_what_building_the_package_needs_is_pinned() -> None:
    assert names(PROJECT["build-system"]["requires"]) <= pins("build.txt").keys()


def test_what_the_tests_need_is_pinned() -> None:
    assert names(PROJECT["dependency-groups"]["test"]) <= pins("test.txt").keys()


def test_what_the_measurements_compare_with_is_pinned() -> None:
    assert names(PROJECT["dependency-groups"]["bench"]) <= pins("bench.txt").keys()


def test_what_the_fuzzer_needs_is_pinned() -> None:
    assert names(PROJECT["dependency-groups"]["fuzz"]) <= pins("fuzz.txt").keys()


@pytest.mark.parametrize("lock", ["build.txt", "test.txt", "audit.txt"])
def test_all_locks_agree_on_a_version(lock: str) -> None:
    runtime = pins("runtime.txt")
    assert {name: runtime[name] for name in pins(lock).keys() & runtime.keys()} == {
        name: version for name, version in pins(lock).items() if name in runtime
    }


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_hashes(lock: str) -> None:
    blocks = re.split(r"\n(?=[a-z0-9])", (ROOT / "requirements" / lock).read_text("utf-8"))
    pinned = [block for block in blocks if PIN.match(block)]
    assert pinned
    assert all("--hash=sha256:" in block for block in pinned)


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_host(lock: str) -> None:
    assert "://" not in (ROOT / "requirements" / lock).read_text("utf-8")


@pytest.mark.parametrize("folder", ["generator/web", "tests/tools", "tests/workflows"])
def test_an_npm_lock_names_no_registry(folder: str) -> None:
    assert '"resolved"' not in (ROOT / folder / "package-lock.json").read_text("utf-8")
