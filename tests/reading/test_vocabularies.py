"""Vocabularies are read into terms with labels, and a broken one stops the command in one sentence."""

from pathlib import Path

import pytest

from inolink.errors import SchemaError
from inolink.reading import load_vocabularies
from tests.directories import PROJECT

COLOURS = """\
title: {en: Colours, lt: Spalvos}
description: {en: What colour., lt: Kokia spalva.}
source: Own list
terms:
  - code: red
    label: {en: Red, lt: Raudona}
    synonyms: {en: [scarlet], lt: [raudonas]}
    warm: true
  - code: 7
    label: {en: Seven}
    broader: red
"""


def write(root: Path, text: str) -> Path:
    """Make a directory with one vocabulary."""
    folder = root / "schema" / "vocabularies"
    folder.mkdir(parents=True)
    (folder / "colours.yml").write_text(text, "utf-8")
    return root


def test_a_vocabulary_gives_its_terms_in_their_order(tmp_path: Path) -> None:
    colours = load_vocabularies(write(tmp_path, COLOURS))["colours"]
    assert colours.codes == ("red", "7")
    assert "red" in colours
    assert colours.term("red").synonyms == {"en": ("scarlet",), "lt": ("raudonas",)}
    assert colours.term("red").extra == {"warm": True}
    assert colours.term("7").broader == "red"


def test_a_label_falls_back_to_another_language_and_then_to_the_code(tmp_path: Path) -> None:
    colours = load_vocabularies(write(tmp_path, COLOURS))["colours"]
    assert [colours.label("red", "lt"), colours.label("7", "lt"), colours.label("blue", "lt")] == [
        "Raudona",
        "Seven",
        "blue",
    ]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("terms:", "items:", "is no vocabulary"),
        ("code: 7", "code: red", "repeated codes: red"),
        ("label: {en: Seven}", "label: Seven", "is no vocabulary"),
        ("source: Own list", "source: 'Own list", "YAML|stops making sense"),
    ],
)
def test_a_broken_vocabulary_is_named_with_what_is_wrong(
    tmp_path: Path, old: str, new: str, reason: str
) -> None:
    root = write(tmp_path, COLOURS.replace(old, new))
    with pytest.raises(SchemaError, match=rf"colours\.yml.*({reason})"):
        load_vocabularies(root)


def test_without_vocabularies_there_is_one_clear_sentence(tmp_path: Path) -> None:
    with pytest.raises(SchemaError, match="no vocabularies there"):
        load_vocabularies(tmp_path)


def test_the_vocabularies_of_the_project_can_be_read() -> None:
    vocabularies = load_vocabularies(PROJECT)
    assert vocabularies["ecosystems"].label("health", "lt") == "Sveikata"
    assert len(vocabularies["ecosystems"]) == 14
