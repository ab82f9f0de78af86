"""What a visitor can find: one entry for each cluster, offer, standing interest, event and guide page."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["cluster", "offer", "interest", "event", "guide"]
State = Literal["open", "archived"]


@dataclass(frozen=True)
class SearchEntry:
    """One thing to find, with its texts in every language of the directory."""

    key: str
    """Stable and unique, such as `offer/lt-ict/b2b`."""
    kind: Kind
    url: Mapping[str, str]
    """By language, the path from the site's root, such as `lt/clusters/litek/#interest-china`."""
    title: Mapping[str, str]
    subtitle: Mapping[str, str] = field(default_factory=dict)
    excerpt: Mapping[str, str] = field(default_factory=dict)
    names: tuple[str, ...] = ()
    """Short names, earlier names and whatever else this entry is called."""
    keywords: Mapping[str, str] = field(default_factory=dict)
    """The topics that its authors chose; they are not displayed."""
    text: Mapping[str, str] = field(default_factory=dict)
    """Whatever else may be found: descriptions, members, services; it is never displayed."""
    terms: tuple[tuple[str, str], ...] = ()
    """Vocabulary and code of each term that classifies this entry."""
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By facet, the codes of its values."""
    published: str | None = None
    closes: str | None = None
    """The last day on which this entry is open."""
    state: State = "open"
