"""The code of the forms in Node, with the models and rules of the shipped directory."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from inolink.checking import check_directory
from inolink.contribute import form_tasks
from inolink.settings import load_settings
from tests.answering import Answering
from tests.directories import PROJECT
from tests.making import written_by
from tests.search.browser_code import WEB, written

RUNNING = Path(__file__).with_name("running.mjs")
TODAY = date(2026, 11, 23)


class Forms(Answering):
    """The forms' own code; each call is one question."""

    def __init__(self, files: Path) -> None:
        self.files = files
        super().__init__(RUNNING, WEB, files)

    def __call__(self, ask: str, **question: object) -> Any:  # noqa: ANN401 - each question has its own answer
        """Return the answer to a question."""
        return self.answer({"ask": ask, **question})


@pytest.fixture(scope="session")
def forms(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Forms]:
    """Run the forms' code with what the build of the shipped directory hands on."""
    settings = load_settings(PROJECT)
    files = written_by(form_tasks(PROJECT, settings, check_directory(PROJECT, settings, TODAY)))
    with Forms(written(files.items(), tmp_path_factory.mktemp("forms"))) as running:
        yield running
