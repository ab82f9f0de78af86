"""The texts with which an organisation publishes the same opening on other platforms, within their limits.

The Enterprise Europe Network takes a profile field by field, in English; the European Cluster Collaboration
Platform a post. All of it is plain text.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from inolink.catalogue import Offer, OfferRecord, Opening, Text
from inolink.pages.plain import opening_text, plain_text
from inolink.pages.site import Site
from inolink.pages.speech import Speech
from inolink.pages.structured import address

LANGUAGE = "en"
TITLE, SUMMARY, DESCRIPTION, ADVANTAGES, ROLE = 256, 500, 4000, 2000, 4000
"""The longest texts that the network takes."""
MOST_COOPERATION, MOST_KEYWORDS = 3, 5
POST = 1500
"""A post that a reader of a list still reads; the platform itself sets no length that we know of."""
MORE = "…"


@dataclass(frozen=True)
class Field:
    """A field of another platform's form."""

    name: str
    """As that form has it."""
    text: str
    limit: int | None = None
    """How many characters it takes."""
    wanted: bool = False
    """Whether the form can't be sent without it."""


def fitted(text: str, limit: int) -> str:
    """Return a text cut at the end of a word, so that it is no longer than the limit."""
    if len(text) <= limit:
        return text
    room = limit - len(MORE)
    cut = text[:room]
    whole = cut if text[room].isspace() else cut.rpartition(" ")[0] or cut
    return whole.rstrip(" ,;:–-\n") + MORE


def network_profile(opening: Opening, site: Site) -> tuple[Field, ...]:
    """Return the fields of a profile of the Enterprise Europe Network; standing interests make none."""
    if not isinstance(opening.record, Offer):
        return ()
    speech, record = Speech(site, LANGUAGE), opening.record.record
    wanted = frozenset(site.vocabularies["offer-types"].term(record.type).extra.get("mandatory", ()))
    found = (*_texts(record, speech, wanted), *_lists(record, speech, wanted))
    return tuple(field for field in found if field.text or field.wanted)


def platform_post(opening: Opening, speech: Speech) -> str:
    """Return a post for a platform of clusters: what, with whom, and where to answer."""
    record, t = opening.record.record, speech.texts
    until = opening.record.contact_closes.isoformat() if isinstance(opening.record, Offer) else ""
    head = f"{speech.label('offer-types', opening.type)}: {speech.plain(opening.title)}"
    facts = [
        (t("offer.organisation"), speech.plain(opening.cluster.name)),
        (t("offer.cooperation"), _labels("cooperation", record.cooperation, speech)),
        (t("offer.countries"), ", ".join(map(speech.country, record.countries))),
        (t("elsewhere.until"), until),
        (t("offer.reference"), opening.reference),
        (t("elsewhere.answer"), address(opening.path, speech)),
    ]
    foot = "\n".join(f"{name}: {said}" for name, said in facts if said)
    room = max(POST - len(head) - len(foot) - 4, len(MORE))
    said = fitted(opening_text(opening, speech), room)
    return "\n\n".join(part for part in (head, said, foot) if part)


def _texts(record: OfferRecord, speech: Speech, wanted: frozenset[str]) -> Iterator[Field]:
    role = record.partner_sought.role if record.partner_sought else None
    yield Field("Title", fitted(speech.plain(record.title), TITLE), TITLE, wanted=True)
    yield Field("Short summary", fitted(speech.plain(record.summary), SUMMARY), SUMMARY, wanted=True)
    for name, text, limit, field in (
        ("Full description", record.description, DESCRIPTION, "description"),
        ("Advantages and innovations", record.advantages, ADVANTAGES, "advantages"),
        ("Technical specification or expertise sought", record.specification, ADVANTAGES, "specification"),
        ("Expected role of a partner", role, ROLE, "partner_sought.role"),
    ):
        yield Field(name, fitted(_plain(text, speech), limit), limit, field in wanted)


def _lists(record: OfferRecord, speech: Speech, wanted: frozenset[str]) -> Iterator[Field]:
    sought = record.partner_sought
    types = _labels("partner-types", sought.types, speech) if sought else ""
    sizes = _labels("company-sizes", sought.sizes, speech) if sought else ""
    for name, text, field in (
        ("Stage of development", _labels("stages", _given(record.stage), speech), "stage"),
        ("IPR status", _labels("ipr", _given(record.ipr), speech), "ipr"),
        (
            "Partnership type",
            _labels("cooperation", record.cooperation[:MOST_COOPERATION], speech),
            "cooperation",
        ),
        ("Type and size of partner", "; ".join(filter(None, (types, sizes))), "partner_sought.types"),
        (
            "Technology keywords (the nearest of the network's list)",
            _labels("technologies", record.technologies[:MOST_KEYWORDS], speech),
            "technologies",
        ),
        ("Target countries", ", ".join(map(speech.country, record.countries)), "countries"),
        ("Sustainable development goals", _labels("sdg", map(str, record.sdg), speech), "sdg"),
        *_call(record),
    ):
        yield Field(name, text, wanted=field in wanted)


def _call(record: OfferRecord) -> Iterator[tuple[str, str, str]]:
    call = record.call
    if call is None:
        return
    yield "Framework programme", call.programme or "", "call.programme"
    yield "Call title and identifier", " ".join(_given(call.title, call.id)), "call.id"
    yield "Coordinator required", _yes(needed=call.coordinator_sought), "call.coordinator_sought"
    for name, day in (
        ("Deadline for expressions of interest", call.eoi_deadline),
        ("Deadline of the call", call.call_deadline),
    ):
        yield name, day.isoformat() if day else "", "call"


def _yes(*, needed: bool | None) -> str:
    return "" if needed is None else ("yes" if needed else "no")


def _labels(vocabulary: str, codes: Iterable[str], speech: Speech) -> str:
    return ", ".join(speech.label(vocabulary, code) for code in codes)


def _plain(text: Text | None, speech: Speech) -> str:
    return plain_text(speech.plain(text)) if text else ""


def _given(*values: str | None) -> tuple[str, ...]:
    return tuple(value for value in values if value)
