"""One page of the site before it meets its frame: finished HTML for the slots that the theme leaves open."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

SLOTS = ("title", "description", "head", "breadcrumb", "content", "switch")
"""What a frame leaves open, written by the theme as `<!--slot:name-->`."""


@dataclass(frozen=True)
class Page:
    """A page of the site, ready to be hung into the frame of its kind."""

    path: str
    """From the site's root, with a slash at its end: `lt/clusters/litek/`; the home page is empty."""
    language: str
    frame: str
    """The kind of frame, a key of `FRAMES`."""
    slots: Mapping[str, Markup]
    indexed: bool = True
    """Whether search engines and the sitemap may know it."""
    alternates: Mapping[str, str] = field(default_factory=dict)
    """The path of the same page in every language."""
