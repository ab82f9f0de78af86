"""The examples that explain a code hold: written into a record, the good one is in order."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
import yaml

from inolink.codes import all_codes
from inolink.yamlcore import load_trusted
from tests.directories import Directory

ALPHA = "clusters/alpha"
RECORDS = ("profile", "strategy", "offers/cutting", "offers/consortium")
LISTS = ("initiatives", "partnerships", "events")
# What a field of one type needs most is that those of another type are gone.
BARE = {"type", "title", "summary", "cooperation", "published"}
# Of these, half of the example stands in a file of another cluster, and it isn't in this directory.
ELSEWHERE = {"IL441", "IL444"}
EXAMPLES = {
    code: example
    for code, text in all_codes().items()
    if isinstance(example := load_trusted(text.good.encode("utf-8")), dict)
}


def spoken_of(code: str) -> bool:
    """Whether a code is about the form of a value: unknown, misspelt, of the wrong kind."""
    return code.startswith("IL3") or code in {"IL401", "IL402", "IL403", "IL404"}


def records(directory: Directory) -> Iterator[tuple[str, Any, dict[str, Any]]]:
    """Return whatever an example could be part of: its file, the file's content, and the mapping in it."""
    for name in (*RECORDS, *LISTS):
        path = f"{ALPHA}/{name}.yml"
        content = load_trusted(directory.read(path).encode("utf-8"))
        yield path, content, content if name in RECORDS else content[name][0]
        if content.keys() > BARE:
            bare = {key: content[key] for key in BARE}
            yield path, bare, bare


def complaints(directory: Directory, code: str, example: dict[str, Any]) -> Iterator[set[str]]:
    """Put the example into each record in turn, and return what the check has against it."""
    for path, content, record in records(directory):
        before = directory.read(path)
        record.update(deepcopy(example))
        directory.write(path, yaml.safe_dump(content, allow_unicode=True))
        against = {code} - ELSEWHERE
        yield {found for found in directory.codes() if spoken_of(found) or found in against}
        directory.write(path, before)


@pytest.mark.parametrize("code", EXAMPLES)
def test_a_good_example_fits_a_record_and_uses_values_that_exist(directory: Directory, code: str) -> None:
    assert min(complaints(directory, code, EXAMPLES[code]), key=len) == set()


def test_most_codes_have_an_example_that_can_be_tried() -> None:
    assert len(EXAMPLES) > len(all_codes()) * 2 / 3
