"""Which feeds there are."""

from collections.abc import Iterator
from typing import NamedTuple

from inolink.pages.site import Site
from inolink.pages.speech import Speech
from inolink.pages.subscriptions import ALL
from inolink.pages.views.landing import ECOSYSTEMS, REGIONS, family_codes


class Feed(NamedTuple):
    """A feed that one can subscribe to."""

    name: str
    subject: str
    """In words; empty for the feed of everything."""
    page: str
    """The path of the page that it belongs to."""


def all_feeds(site: Site, speech: Speech) -> Iterator[Feed]:
    """Yield each feed in the words of one language."""
    yield Feed(ALL, "", "")
    for code in site.vocabularies["offer-types"].codes:
        yield Feed(f"type-{code}", speech.label("offer-types", code), f"offers/{code}/")
    for family in (ECOSYSTEMS, REGIONS):
        for code in family_codes(family, site):
            name, path = f"{family.singular}-{code.lower()}", f"{family.vocabulary}/{code.lower()}/"
            yield Feed(name, speech.label(family.vocabulary, code), path)
    for cluster in site.catalogue.clusters:
        name = cluster.profile.short_name or speech.plain(cluster.name)
        yield Feed(f"cluster-{cluster.slug}", name, f"clusters/{cluster.slug}/")
