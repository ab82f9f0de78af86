"""The code of the forms in Node, with the models and rules of the shipped directory."""

import json
import os
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Self

import pytest

from inolink.checking import check_directory
from inolink.contribute import form_tasks
from inolink.settings import load_settings
from tests.directories import PROJECT
from tests.making import written_by
from tests.search.browser_code import WEB, node, written

RUNNING = Path(__file__).with_name("running.mjs")
TODAY = date(2026, 11, 23)


class Forms:
    """The forms' own code; each call is one question."""

    def __init__(self, files: Path) -> None:
        self.files = files
        command = [node(), str(RUNNING), str(WEB), str(files)]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def __call__(self, ask: str, **question: object) -> Any:  # noqa: ANN401 - each question has its own answer
        """Return the answer to a question."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"ask": ask, **question}) + os.linesep)
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()


@pytest.fixture(scope="session")
def forms(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Forms]:
    """Run the forms' code with what the build of the shipped directory hands on."""
    settings = load_settings(PROJECT)
    files = written_by(form_tasks(PROJECT, settings, check_directory(PROJECT, settings, TODAY)))
    with Forms(written(files.items(), tmp_path_factory.mktemp("forms"))) as running:
        yield running
