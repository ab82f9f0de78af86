"""The kinds of pages, each with a place in the site where its frame is built.

The site builder writes links relative to the page it builds. So a frame lies as deep in the site as the
records that will be hung into it: the frame of `offers/<cluster>/<offer>/` is built at `offers/_/_/`.
"""

from collections.abc import Mapping
from types import MappingProxyType

FRAMES: Mapping[str, str] = MappingProxyType(
    {
        "home": "",
        "find": "find/",
        "shortlist": "shortlist/",
        "clusters": "clusters/",
        "cluster": "clusters/_/",
        "cluster-sheet": "clusters/_/_/",
        "partners": "clusters/_/partners/",
        "offers": "offers/",
        "offers-type": "offers/_/",
        "offer": "offers/_/_/",
        "offer-sheet": "offers/_/_/_/",
        "ecosystems": "ecosystems/",
        "ecosystem": "ecosystems/_/",
        "regions": "regions/",
        "region": "regions/_/",
        "events": "events/",
        "event": "events/_/_/",
        "data": "data/",
        "map": "map/",
        "impact": "impact/",
        "impact-table": "impact/_/",
        "new-offer": "contribute/new-offer/",
        "new-cluster": "contribute/new-cluster/",
        "edit": "contribute/edit/",
        "staff": "staff/",
        "problems": "contribute/problems/",
        "problem": "contribute/problems/_/",
        "redirect": "clusters/_/",
        # What follows the first page of a long list: clusters/page/2/, ecosystems/digital/page/2/.
        "leaf": "clusters/page/_/",
        "deep-leaf": "ecosystems/_/page/_/",
    }
)


def localised(path: str, language: str, default: str) -> str:
    """Return a page's path in one language: the default language lives at the root."""
    return path if language == default else f"{language}/{path}"


def depth(path: str) -> int:
    """Return how many folders a page lies below the site's root."""
    return path.count("/")


def to_root(path: str) -> str:
    """Return the relative way from a page to the site's root: `../../`, or `./` from the root itself."""
    return "../" * depth(path) or "./"
