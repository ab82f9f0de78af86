"""The facets of the finder: which there are, and what their values are called in each language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any

import yaml

from inolink.reading import Vocabularies
from inolink.reading.names import country_name, language_name
from inolink.search.entries import SearchEntry

NAMES = {"country": country_name, "language": language_name}


@dataclass(frozen=True)
class Facet:
    """One way to narrow a result down."""

    name: str
    vocabularies: tuple[str, ...] = ()
    names: str | None = None
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def label(self, code: str, language: str, vocabularies: Vocabularies) -> str:
        """Return what people of this language call a value; an unknown code stands for itself."""
        if self.names is not None:
            return NAMES[self.names](code, language)
        labels = self.values.get(code, {})
        known = [name for name in self.vocabularies if name in vocabularies and code in vocabularies[name]]
        if known:
            return vocabularies[known[0]].label(code, language)
        return labels.get(language) or next(iter(labels.values()), code)


@cache
def facets() -> tuple[Facet, ...]:
    """Read the facets once, in the order in which they are displayed."""
    source = resources.files("inolink.search").joinpath("facets.yml").read_text("utf-8")
    table: list[dict[str, Any]] = yaml.safe_load(source)
    return tuple(Facet(**{**row, "vocabularies": tuple(row.get("vocabularies", ()))}) for row in table)


def entry_values(entry: SearchEntry, facet: str) -> tuple[str, ...]:
    """Return an entry's codes for a facet; its kind and its state need not be said twice."""
    own = {"kind": (entry.kind,), "state": (entry.state,)}
    return own.get(facet) or tuple(entry.facets.get(facet, ()))
