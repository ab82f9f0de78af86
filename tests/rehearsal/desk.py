"""The place where one job is worked on."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.rehearsal.expressions import fill
from tests.rehearsal.forge import NAMES, Forge

INHERITED = ("PATH", "HOME", "LANG", "TMPDIR")


@dataclass
class Desk:
    """Where a job's steps run, with which variables, and what they have said."""

    forge: Forge
    folder: Path
    context: dict[str, Any]
    environment: dict[str, str]

    @classmethod
    def clean(cls, forge: Forge, place: str, context: dict[str, Any]) -> "Desk":
        """Make an empty one."""
        folder = forge.folder / "runs" / place
        (folder / "work").mkdir(parents=True)
        (folder / "summary").touch()
        own = {
            "CI": "true",
            "RUNNER_TEMP": str(folder),
            "GITHUB_RUN_ID": context["run"],
            "GITHUB_STEP_SUMMARY": str(folder / "summary"),
            "GITHUB_OUTPUT": str(folder / "output"),
        }
        inherited = {name: os.environ[name] for name in INHERITED if name in os.environ}
        return cls(forge, folder, context, {**inherited, **NAMES, **own})

    @property
    def work(self) -> Path:
        """The folder in which the steps run."""
        return self.folder / "work"

    def filled(self, values: Mapping[str, object]) -> dict[str, str]:
        """Return values with their `${{ … }}` filled."""
        return {name: fill(str(value), self.context) for name, value in values.items()}

    def say(self, step: Mapping[str, Any], outputs: Mapping[str, str]) -> None:
        """Note what a step hands on."""
        self.context["steps"][step.get("id", "")] = {"outputs": dict(outputs)}
