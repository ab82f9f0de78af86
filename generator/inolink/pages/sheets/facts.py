"""The narrow column of a sheet: the facts that somebody asks for first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from inolink.catalogue import Cluster, OfferRecord, Opening, Text
from inolink.pages.sheets.shortening import lines_of, short_text, shortened
from inolink.pages.speech import Speech

LONGEST = 80
"""Of one value, in characters: three lines of the column."""
MOST_NAMES = 6
"""Of a list."""
LINE = 29
"""Characters of a line of the narrow column."""
ROOM = 36
"""Lines of the narrow column, below the contact."""
HEADING = 2.5
"""Lines that a heading takes, the space above it included."""
SPACE = 0.7
"""Lines of space below a fact."""


@dataclass(frozen=True)
class Fact:
    """A term and what is said of it."""

    term: str | Markup
    said: str | Markup


def cluster_facts(cluster: Cluster, speech: Speech) -> list[Fact]:
    """Return the facts of an organisation, no more of them than the column holds."""
    t, profile = speech.texts, cluster.profile
    coordinator = profile.coordinator
    found = [
        (t("cluster.seat"), _seat(cluster, speech)),
        (t("cluster.members"), _members(cluster, speech)),
        (t("cluster.founded"), speech.date(profile.founded) if profile.founded else ""),
        (t("cluster.coordinator"), _short(coordinator.name, speech) if coordinator else ""),
        (t("cluster.labels"), ", ".join(_labels(cluster, speech))),
        (t("cluster.ecosystems"), _names("ecosystems", profile.ecosystems, speech)),
        (t("cluster.technologies"), _names("technologies", profile.technologies, speech)),
        (t("cluster.languages"), _few([speech.tongue(code) for code in profile.languages])),
        *_key_figure(cluster, speech),
    ]
    return list(_fitting(found, ROOM))


def offer_facts(opening: Opening, record: OfferRecord, speech: Speech) -> list[Fact]:
    """Return the facts of an offer."""
    t = speech.texts
    found = [
        (t("offer.reference"), opening.reference),
        (t("offer.closed" if opening.over else "offer.closes"), _closes(opening, speech)),
        (t("offer.on-behalf"), shortened(opening.on_behalf_of or "", LONGEST)),
        (t("offer.cooperation"), _names("cooperation", record.cooperation, speech)),
        (t("offer.countries"), _few([speech.country(code) for code in record.countries])),
        (t("offer.stage"), _stage(record, speech)),
        (t("cluster.technologies"), _names("technologies", record.technologies, speech)),
        (t("cluster.ecosystems"), _names("ecosystems", opening.ecosystems, speech)),
        (t("offer.ipr"), speech.label("ipr", record.ipr) if record.ipr else ""),
    ]
    name = speech.plain(opening.cluster.name)
    return list(_fitting(found, ROOM - HEADING - lines_of(name, LINE)))


def _fitting(found: Iterable[tuple[str | Markup, str | Markup]], room: float) -> Iterator[Fact]:
    """Yield the facts that are known, as far as there is room."""
    for term, said in found:
        lines = lines_of(_words(term), LINE) + lines_of(_words(said), LINE) + SPACE
        if said and lines <= room:
            room -= lines
            yield Fact(term, said)


def _words(said: str | Markup) -> str:
    return said.striptags() if isinstance(said, Markup) else said


def _short(text: Text, speech: Speech) -> Markup:
    return short_text(text, LONGEST, speech)


def _seat(cluster: Cluster, speech: Speech) -> str:
    address = cluster.profile.address
    if address is None:
        return ""
    country = speech.country(address.country)
    return f"{shortened(address.city, LONGEST)}, {country}" if address.city else country


def _members(cluster: Cluster, speech: Speech) -> str:
    newest = next((figure for figure in cluster.members if figure.total is not None), None)
    if newest is None or newest.total is None:
        return ""
    when = speech.date(newest.as_of) if newest.as_of else speech.texts("site.undated")
    return f"{speech.amount(newest.total, None, newest.qualifier)} ({when})"


def _labels(cluster: Cluster, speech: Speech) -> Iterator[str]:
    for label in cluster.valid_labels:
        yield speech.label("label-levels", label.level)


def _key_figure(cluster: Cluster, speech: Speech) -> Iterator[tuple[Markup, str]]:
    for figure in cluster.key_figures[:1]:
        amount = speech.amount(figure.value, figure.unit, figure.qualifier)
        when = f" ({speech.date(figure.as_of)})" if figure.as_of else ""
        yield _short(figure.name, speech), shortened(f"{amount}{when}", LONGEST)


def _closes(opening: Opening, speech: Speech) -> str:
    return speech.date(opening.closes) if opening.closes else ""


def _stage(record: OfferRecord, speech: Speech) -> str:
    """Return how far something has come, in words and as a level."""
    level = speech.label("trl", record.trl) if record.trl else ""
    return ", ".join(filter(None, (speech.label("stages", record.stage) if record.stage else "", level)))


def _names(vocabulary: str, codes: Iterable[str], speech: Speech) -> Markup | str:
    return _few([speech.label(vocabulary, code) for code in codes])


def _few(names: list[str]) -> Markup | str:
    """Return the first names of a list, and how many more there are."""
    more = len(names) - MOST_NAMES
    shown = ", ".join(names[:MOST_NAMES])
    return escape(shown) + (f" +{more}" if more > 0 else "")
