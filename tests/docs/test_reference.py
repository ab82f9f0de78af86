"""Whatever people can type stands in the documentation: commands, options, fields, codes, settings."""

import dataclasses
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click
import pytest

from inolink.cli import main
from inolink.codes import all_codes
from inolink.settings import Forge, Settings

ROOT = Path(__file__).parents[2]
GUIDE = "\n".join(page.read_text("utf-8") for page in sorted((ROOT / "docs").rglob("*.md")))
README = (ROOT / "README.md").read_text("utf-8")
CODE = "".join(re.findall(r"`+[^`]*`+", README + GUIDE))
LANGUAGES = {"en", "lt"}
SCHEMAS = sorted((ROOT / "schema").glob("*.schema.json"))
# What the site builder itself reads; the rest of the settings is the directory's own.
BUILDERS = {"site_name", "site_url"}


def commands(group: click.Group, prefix: str) -> Iterator[tuple[str, click.Command]]:
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, f"{prefix} {name}")
        else:
            yield f"{prefix} {name}", command


COMMANDS = dict(commands(main, "inolink"))


def fields(schema: Any, place: str) -> Iterator[tuple[str, Mapping[str, Any]]]:  # noqa: ANN401 - JSON is any
    if isinstance(schema, list):
        for number, part in enumerate(schema):
            yield from fields(part, f"{place}/{number}")
    if not isinstance(schema, dict):
        return
    for name, field in schema.get("properties", {}).items():
        yield f"{place}/{name}", field
    for name, part in schema.items():
        yield from fields(part, f"{place}/{name}")


FIELDS = {
    place: field
    for schema in SCHEMAS
    for place, field in fields(json.loads(schema.read_text("utf-8")), schema.stem)
}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_stands_in_the_guide(command: str) -> None:
    assert command in GUIDE


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_and_option_explains_itself(command: str) -> None:
    assert COMMANDS[command].help
    options = [one for one in COMMANDS[command].params if isinstance(one, click.Option)]
    assert [option.name for option in options if not option.help] == []


def test_neither_the_guide_nor_the_program_names_a_command_that_is_not_there() -> None:
    texts = (*ROOT.glob("generator/inolink/**/*.py"), *ROOT.glob("generator/inolink/**/*.yml"))
    told = "".join(re.findall(r"`[^`\n]*`", "".join(file.read_text("utf-8") for file in texts)))
    named = set(re.findall(r"\binolink ([a-z]+)", CODE + told))
    assert named <= {command.split()[1] for command in COMMANDS}


@pytest.mark.parametrize("place", FIELDS)
def test_every_field_has_a_label_and_help_in_every_language(place: str) -> None:
    field = FIELDS[place]
    assert field["x-label"].keys() >= LANGUAGES
    assert field["x-help"].keys() >= LANGUAGES


@pytest.mark.parametrize("code", all_codes())
def test_every_problem_code_is_explained_in_every_language(code: str) -> None:
    text = all_codes()[code]
    for part in (text.title, text.message, text.remedy, text.explanation):
        assert {language for language, words in part.items() if words} >= LANGUAGES


def test_every_setting_stands_in_the_guide() -> None:
    own = {field.name for field in dataclasses.fields(Settings)} - BUILDERS - {"forge"}
    forge = {f"forge.{field.name}" for field in dataclasses.fields(Forge)}
    assert {key for key in own | forge if f"| `{key}` |" not in GUIDE} == set()


def test_every_make_command_of_the_readme_is_a_target() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = set(re.findall(r"\bmake ([a-z]+)", CODE))
    assert named
    assert named <= targets
