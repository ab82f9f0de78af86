"""Editors and Git hooks know the schemas and the commands, without anybody setting them up."""

import json
import re
import shlex
from pathlib import PurePosixPath

import pytest

from inolink.cli import main
from inolink.reading.places import place_of
from inolink.yamlcore import load_trusted
from tests.conftest import RunLine
from tests.directories import PROJECT, Directory

SETTINGS = json.loads((PROJECT / ".vscode/settings.json").read_text("utf-8"))
HOOKS = load_trusted((PROJECT / ".pre-commit-hooks.yaml").read_bytes())
FILES = sorted(file.relative_to(PROJECT).as_posix() for file in (PROJECT / "clusters").rglob("*.yml"))


@pytest.mark.parametrize("path", FILES)
def test_the_editor_takes_the_schema_of_the_files_kind(path: str) -> None:
    place = place_of(path)
    assert place
    schemas = [
        schema for schema, pattern in SETTINGS["yaml.schemas"].items() if PurePosixPath(path).match(pattern)
    ]
    assert schemas == [f"schema/{place.kind}.schema.json"]
    assert (PROJECT / schemas[0]).is_file()


def test_the_editor_reads_the_same_yaml_as_the_check() -> None:
    assert SETTINGS["yaml.yamlVersion"] == "1.2"


def test_the_extension_that_knows_schemas_is_recommended() -> None:
    extensions = json.loads((PROJECT / ".vscode/extensions.json").read_text("utf-8"))
    assert "redhat.vscode-yaml" in extensions["recommendations"]


def test_the_editor_indents_as_the_formatter_does() -> None:
    general = (PROJECT / ".editorconfig").read_text("utf-8").partition("[*.py]")[0]
    assert "indent_size = 2" in general
    assert "indent_style = space" in general
    assert SETTINGS["[yaml]"]["editor.tabSize"] == 2


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: str(hook["id"]))
def test_a_hook_runs_a_command_on_the_files_that_it_is_for(
    hook: dict[str, str], shipped: Directory, run_line: RunLine
) -> None:
    program, command, *_ = shlex.split(hook["entry"])
    assert (program, command in main.commands) == ("inolink", True)
    assert [path for path in FILES if not re.search(hook["files"], path)] == []
    paths = " ".join(FILES[:3]) if hook.get("pass_filenames", True) else ""
    assert run_line(f"{hook['entry']} {paths}", cwd=shipped.root).returncode == 0
