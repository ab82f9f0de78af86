"""YAML 1.2 core types for PyYAML, which by itself reads YAML 1.1.

In YAML 1.1 the country `NO` is false, `12:30` is 750 and `2026-02-30` an exception. Editors and forms write
YAML 1.2, and so do people: here only `true`, `false`, `null` and plain decimal numbers are more than text.
"""

import math
import re
from typing import IO, Any

import yaml

BaseLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's parser where PyYAML has it: ten times faster. One for everything, as the two differ in detail."""

CONSTANTS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
# Leading zeros stay text (a NACE division is `01`), and so does what a float could not hold exactly.
INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,14})\Z")
FLOAT = re.compile(r"-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,15})?(?:[eE][-+]?[0-9]{1,3})?\Z")

# Limits of what one text may hold; the parser's events are its keys, its values, and where lists and blocks
# begin and end.
DEEPEST_NESTING = 40
MOST_EVENTS = 50_000


def plain_value(text: str) -> bool | int | float | str | None:
    """Return what an unquoted scalar stands for."""
    if text in CONSTANTS:
        return CONSTANTS[text]
    if INTEGER.match(text):
        return int(text)
    if FLOAT.match(text) and math.isfinite(number := float(text)):
        return number
    return text


class CoreLoader(BaseLoader):  # type: ignore[misc]  # the base is chosen when the program starts
    """Loads trusted YAML (settings, texts) with core types; tags that it doesn't know become null."""

    yaml_implicit_resolvers = {  # noqa: RUF012  # PyYAML's own way to configure a loader
        "<": [("tag:yaml.org,2002:merge", re.compile(r"<<\Z"))],
    }

    def plain_scalar(self, node: yaml.ScalarNode) -> bool | int | float | str | None:
        """Give core types to unquoted scalars alone."""
        return str(node.value) if node.style in ("'", '"', "|", ">") else plain_value(node.value)

    def ignored(self, _suffix: str, _node: yaml.Node) -> None:
        """MkDocs settings may name Python objects (`!!python/name:…`): they are none of our business."""


CoreLoader.add_constructor("tag:yaml.org,2002:str", CoreLoader.plain_scalar)
CoreLoader.add_multi_constructor("", CoreLoader.ignored)


def load_bounded(source: str | bytes) -> Any:  # noqa: ANN401  # YAML holds anything
    """Load a YAML text that people keep beside the records: settings, the heads of guide pages."""
    depth = 0
    for count, event in enumerate(yaml.parse(source, Loader=BaseLoader)):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        # At the first breach: libyaml's own parser ends the whole program when it is nested too deeply.
        if depth > DEEPEST_NESTING or count > MOST_EVENTS:
            raise yaml.YAMLError("it is nested too deeply, or holds too much")
        if isinstance(event, yaml.AliasEvent):
            raise yaml.YAMLError(f"write out what *{event.anchor} stands for")
    return load_trusted(source)


def load_trusted(source: str | bytes | IO[bytes]) -> Any:  # noqa: ANN401  # YAML holds anything
    """Load a YAML text that ships with the program or configures it."""
    return yaml.load(source, Loader=CoreLoader)  # noqa: S506  # a child of SafeLoader
