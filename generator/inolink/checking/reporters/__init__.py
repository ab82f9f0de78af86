"""How findings are written down: for people, for programs, for the forges."""

from collections.abc import Mapping
from types import MappingProxyType

from inolink.checking.report import Reporter
from inolink.checking.reporters import github, gitlab, json, markdown, text

REPORTERS: Mapping[str, Reporter] = MappingProxyType(
    {
        "text": text.write,
        "json": json.write,
        "github": github.write,
        "gitlab": gitlab.write,
        "markdown": markdown.write,
    }
)
