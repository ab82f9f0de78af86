"""The jobs of GitLab's pipeline, their own lines on this machine; what only GitLab can do is left to it."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from inolink.yamlcore import load_trusted
from tests.directories import PROJECT
from tests.rehearsal.desk import Desk
from tests.rehearsal.equivalents import install
from tests.rehearsal.forge import Forge, found, git
from tests.rehearsal.test_rehearsal import BETA, BROKEN, EVENTS, NEW_EVENTS

Done = subprocess.CompletedProcess[str]


@pytest.fixture
def forge(tmp_path: Path) -> Forge:
    """Make a forge; nothing is on the web yet."""
    return found(tmp_path, "http://127.0.0.1:9/")


def pipeline() -> dict[str, Any]:
    # Of GitLab's own tags only `!reference` occurs, and not in a job's lines.
    loaded: dict[str, Any] = load_trusted((PROJECT / ".gitlab-ci.yml").read_bytes())
    return loaded


def run(desk: Desk, job: str, **variables: str) -> Done:
    """Run a job's lines as GitLab's shell does, in a clone where `make setup` has been done."""
    lines = [line for line in pipeline()[job]["script"] if line != "make setup"]
    return subprocess.run(
        ["bash", "-eo", "pipefail", "-c", "\n".join(lines)],
        cwd=desk.work,
        env={**desk.environment, **variables},
        capture_output=True,
        text=True,
        check=False,
    )


def desk(forge: Forge, branch: str) -> Desk:
    made = Desk.clean(forge, branch, {"run": "1"})
    git(forge.folder, "clone", "--quiet", "--branch", branch, str(forge.bare), str(made.work))
    install(made, {})
    return made


def proposal(forge: Forge, name: str, text: str) -> tuple[Desk, Done]:
    forge.propose(name, {EVENTS: text})
    place = desk(forge, name)
    base = git(place.work, "merge-base", "origin/main", "HEAD")
    return place, run(place, "records", CI_MERGE_REQUEST_DIFF_BASE_SHA=base)


def test_a_merge_request_is_checked_and_told_what_it_changes(forge: Forge) -> None:
    place, done = proposal(forge, "open-day", NEW_EVENTS)
    assert done.returncode == 0
    assert "**New on the site**\n\n- Events: beta" in (place.work / "changes.md").read_text("utf-8")
    assert json.loads((place.work / "gl-code-quality-report.json").read_text("utf-8")) == []


def test_a_mistake_in_a_merge_request_is_in_the_code_quality_report(forge: Forge) -> None:
    place, done = proposal(forge, "mistake", NEW_EVENTS.replace("kind: visit", "kind: vist"))
    assert done.returncode == 1
    report = json.loads((place.work / "gl-code-quality-report.json").read_text("utf-8"))
    assert [(each["location"]["path"], each["location"]["lines"]["begin"]) for each in report] == [
        (EVENTS, 5)
    ]


def test_a_broken_main_branch_is_published_without_the_broken_record_and_says_so(forge: Forge) -> None:
    forge.force("break", {BETA: BROKEN})
    place = desk(forge, "main")
    assert run(place, "build", CI_JOB_ID="17").returncode == 0
    assert run(place, "pages").returncode == 0
    assert (place.work / "public" / "clusters" / "alpha" / "index.html").is_file()
    assert not (place.work / "public" / "clusters" / "beta" / "index.html").exists()
    told = run(place, "all records are on the site")
    assert (told.returncode, "were left out" in told.stdout) == (1, True)


@pytest.mark.parametrize("number", ["", "latest", "12; env", "1\n2"])
def test_what_is_no_number_of_a_job_is_refused(forge: Forge, number: str) -> None:
    done = run(desk(forge, "main"), "former build", BUILD=number)
    assert done.returncode == 1
    assert "Give the number of a build job" in done.stdout


def test_every_job_says_what_bash_understands() -> None:
    jobs = {name: job for name, job in pipeline().items() if isinstance(job, dict) and "script" in job}
    assert len(jobs) > 5
    for name, job in jobs.items():
        checked = subprocess.run(
            ["bash", "-n"],
            input="\n".join(job["script"]),
            env=os.environ,
            text=True,
            capture_output=True,
            check=False,
        )
        assert (name, checked.stderr) == (name, "")
