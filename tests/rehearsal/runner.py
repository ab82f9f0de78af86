"""Runs the jobs of a workflow file on this machine: its own shell lines, in a clean clone for each job."""

import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from inolink.yamlcore import load_trusted
from tests.directories import PROJECT
from tests.rehearsal.desk import Desk
from tests.rehearsal.equivalents import Equivalents
from tests.rehearsal.expressions import asks_for_status, evaluate
from tests.rehearsal.forge import Forge

WORKFLOWS = PROJECT / ".github" / "workflows"
RUNS = count(1001)


@dataclass
class Job:
    """How one job went."""

    result: str = "success"
    outputs: dict[str, str] = field(default_factory=dict)
    log: str = ""
    summary: str = ""


@dataclass
class Run:
    """One run of a workflow."""

    number: str
    jobs: dict[str, Job] = field(default_factory=dict)

    @property
    def results(self) -> dict[str, str]:
        """How each job went."""
        return {name: job.result for name, job in self.jobs.items()}


class Runner:
    """Runs workflows for one forge."""

    def __init__(self, forge: Forge) -> None:
        self.forge = forge
        self.equivalents = Equivalents()

    def run(self, workflow: str, **context: Any) -> Run:  # noqa: ANN401  # as the forge's own values
        """Run all jobs of a workflow, each when those that it needs have ended."""
        loaded = load_trusted((WORKFLOWS / workflow).read_bytes())
        run = Run(str(next(RUNS)))
        github = {
            "ref_name": "main",
            "repository": "directory/records",
            "token": "none",
            **context.pop("github", {}),
        }
        known = {"inputs": {"build": ""}, "vars": {}, "secrets": {}, "env": {}, **context, "github": github}
        for name, job in loaded["jobs"].items():
            needs = job.get("needs", [])
            needed = {each: run.jobs[each] for each in ([needs] if isinstance(needs, str) else needs)}
            told = {each: {"result": one.result, "outputs": one.outputs} for each, one in needed.items()}
            desk = Desk.clean(
                self.forge, f"{run.number}-{name}", {**known, "run": run.number, "needs": told, "steps": {}}
            )
            desk.environment |= desk.filled({**loaded.get("env", {}), **job.get("env", {})})
            run.jobs[name] = self._job(desk, job)
        return run

    def _job(self, desk: Desk, job: Mapping[str, Any]) -> Job:
        condition = str(job.get("if", ""))
        failed = any(need["result"] != "success" for need in desk.context["needs"].values())
        if (failed and not asks_for_status(condition)) or not _holds(job, desk):
            return Job("skipped")
        done = Job()
        if not all(self._step(desk, step, done) for step in job["steps"] if _holds(step, desk)):
            done.result = "failure"
        done.summary = (desk.folder / "summary").read_text("utf-8")
        done.outputs = desk.filled(job.get("outputs", {}))
        return done

    def _step(self, desk: Desk, step: Mapping[str, Any], done: Job) -> bool:
        if equivalent := self.equivalents.of(step):
            return equivalent(desk, step)
        script, output = desk.folder / "script", desk.folder / "output"
        script.write_text(step["run"], "utf-8")
        output.write_text("")
        ran = subprocess.run(
            ["bash", "-e", str(script)],
            cwd=desk.work,
            env={**desk.environment, **desk.filled(step.get("env", {}))},
            capture_output=True,
            text=True,
            check=False,
        )
        done.log += f"== {step['name']}\n{ran.stdout}{ran.stderr}"
        desk.say(step, dict(line.split("=", 1) for line in output.read_text("utf-8").splitlines()))
        return ran.returncode == 0


def _holds(part: Mapping[str, Any], desk: Desk) -> bool:
    return bool(evaluate(str(part["if"]), desk.context)) if "if" in part else True
