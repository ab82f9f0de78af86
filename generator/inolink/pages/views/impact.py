"""The impact page: what the programme reports, and what the records hold."""

from collections.abc import Iterator

from inolink.pages.render import View
from inolink.pages.site import Site
from inolink.pages.views.heads import head_of_texts


def impact_views(_: Site) -> Iterator[View]:
    """Yield the page of the programme's figures."""
    yield View("impact/", "impact", "impact/impact.html", head_of_texts("impact.title", "impact.description"))
