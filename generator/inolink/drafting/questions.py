"""What is asked for a new file: all that its kind needs, and what helps most to be found."""

from collections.abc import Iterable

from inolink.reading.vocabularies import Term

CLUSTER_NEEDS = ("name", "organisation_type", "status", "summary", "address.country", "sources")
CLUSTER_GAINS = ("description", "website", "contact.email", "address.city", "ecosystems", "technologies")
OFFER_NEEDS = ("type", "title", "published")
OFFER_GAINS = ("partner_sought.sizes", "technologies", "ecosystems", "expires")


def offer_needs(type_: Term) -> tuple[str, ...]:
    """Return the fields without which an offer of this type is incomplete."""
    return _once((*OFFER_NEEDS, *type_.extra.get("mandatory", ())))


def offer_gains(type_: Term) -> tuple[str, ...]:
    """Return the fields that help to find an offer of this type, and belong to it."""
    needs, excluded = offer_needs(type_), type_.extra.get("excluded", ())
    return tuple(name for name in OFFER_GAINS if name not in (*needs, *excluded))


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
