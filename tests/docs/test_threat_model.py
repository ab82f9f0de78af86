"""Every test that the threat model names is there, so that no promise outlives its proof."""

import re

import pytest

from tests.directories import PROJECT

MODEL = (PROJECT / "docs" / "maintainers" / "threat-model.md").read_text("utf-8")
NAMED = sorted(set(re.findall(r"`(tests/[\w/]+\.py)::(test_\w+)`", MODEL)))
PARTS = re.split(r"^## ", MODEL, flags=re.MULTILINE)[1:]


@pytest.mark.parametrize(("file", "name"), NAMED)
def test_a_test_that_the_threat_model_names_is_there(file: str, name: str) -> None:
    assert re.search(rf"^def {name}\(", (PROJECT / file).read_text("utf-8"), re.MULTILINE)


def test_whoever_is_named_could_do_something_that_a_test_shows_and_something_is_left() -> None:
    actors = [part for part in PARTS if not part.startswith("What is")]
    assert len(actors) == 6
    assert [part.partition("\n")[0] for part in actors if "`tests/" not in part] == []
    assert [part.partition("\n")[0] for part in actors if "\nLeft: " not in part] == []
