"""What a step does here that only a forge can do, or that would install the whole project anew.

Everything that isn't named in this file runs as it is written in the workflow.
"""

import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from tests.directories import PROJECT
from tests.rehearsal.desk import Desk
from tests.rehearsal.forge import git, unpack

Step = Mapping[str, Any]
Equivalent = Callable[[Desk, Step], bool]
"""Does the work of a step and says whether it went well."""

# `links` would ask servers that have nothing to do with a test.
INOLINK = """\
#!/bin/sh
test "$1" != links || exec echo "## Links: not asked for in a rehearsal"
PYTHONPATH="{generator}" exec "{python}" -m inolink "$@"
"""


def checkout(desk: Desk, step: Step) -> bool:
    """`actions/checkout`: the main branch, with the proposal merged into it if there is one."""
    assert step["with"]["persist-credentials"] is False
    git(desk.forge.folder, "clone", "--quiet", "--branch", "main", str(desk.forge.bare), str(desk.work))
    if proposal := desk.context["github"].get("head_ref"):
        git(desk.work, "merge", "--quiet", "--no-ff", "--message", "Try", f"origin/{proposal}")
    return True


def upload(desk: Desk, step: Step) -> bool:
    """`actions/upload-artifact`: a copy of a file, or of what a folder holds."""
    options = desk.filled(step["with"])
    source, run = desk.work / options["path"], desk.context["run"]
    kept = desk.forge.folder / "artifacts" / run / options["name"]
    if source.is_dir():
        shutil.copytree(source, kept)
    else:
        kept.mkdir(parents=True)
        shutil.copy2(source, kept)
    desk.forge.artifacts[run, options["name"]] = kept
    desk.say(step, {"artifact-url": f"https://forge.example/artifacts/{run}/{options['name']}"})
    return True


def download(desk: Desk, step: Step) -> bool:
    """`actions/download-artifact`: the copy back."""
    options = desk.filled(step["with"])
    kept = desk.forge.artifacts.get((options.get("run-id", desk.context["run"]), options["name"]))
    if kept is None:
        return False
    shutil.copytree(kept, desk.work / options.get("path", "."), symlinks=True, dirs_exist_ok=True)
    return True


def deploy(desk: Desk, _: Step) -> bool:
    """`actions/deploy-pages`: the archive's content becomes what the web server shows."""
    kept = desk.forge.artifacts[desk.context["run"], "github-pages"]
    unpack(kept / "artifact.tar", desk.forge.published)
    return True


def install(desk: Desk, _: Step) -> bool:
    """`make setup`: the generator that is tested here, where the environment would have it."""
    program = desk.work / ".venv" / "bin" / "inolink"
    program.parent.mkdir(parents=True)
    program.write_text(INOLINK.format(generator=PROJECT / "generator", python=sys.executable))
    program.chmod(0o755)
    return True


def find_proposal(desk: Desk, step: Step) -> bool:
    """Ask the forge for a proposal's number: that of the run, and no other is open."""
    number = str(desk.context["github"]["event"]["workflow_run"]["number"])
    desk.say(step, {"number": number, "open": number})
    return True


def granted(_desk: Desk, _step: Step) -> bool:
    """Do nothing, for what only talks to the forge."""
    return True


ACTIONS: Mapping[str, Equivalent] = {
    "actions/checkout": checkout,
    "actions/upload-artifact": upload,
    "actions/download-artifact": download,
    "actions/deploy-pages": deploy,
}
LINES: Mapping[str, Equivalent] = {"make setup": install}
STEPS: Mapping[str, Equivalent] = {
    "Ask which proposal it is and whether there is a preview": find_proposal,
    "Offer the download": granted,
    "Link it": granted,
    "Take only what this workflow built from this branch": granted,
    "Keep the one issue": granted,
}


@dataclass
class Equivalents:
    """All of them; this very test stands for `.ci/run`, with the result that one wants."""

    tests_pass: bool = True

    def of(self, step: Step) -> Equivalent | None:
        """Return what does the work of a step here, if it isn't its own lines."""
        line = step.get("run", "").strip()
        if line == ".ci/run":
            return lambda _desk, _step: self.tests_pass
        action = step.get("uses", "").partition("@")[0]
        return ACTIONS.get(action) or LINES.get(line) or STEPS.get(step["name"])
