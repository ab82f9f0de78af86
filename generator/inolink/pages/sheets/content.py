"""The wide column of a sheet: as much of the texts as its lines hold.

What is shown is chosen by the room that texts take on paper, so that every sheet stays on one page: of an
organisation its requests and offers first and then what it says of itself, of an offer each of its parts.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from inolink.catalogue import Cluster, Direction, OfferRecord, Opening, Partnership, Text
from inolink.pages.sheets.facts import Fact, cluster_facts, offer_facts
from inolink.pages.sheets.shortening import LINE, joined, lines_of, shares, short_text, shortened
from inolink.pages.speech import Speech

ROOM = 44
"""Lines of the wide column, and of the head above it."""
HEADING = 1.7
"""Lines that a heading takes, the space above it included."""
TITLE = 1.6
"""Lines that a line of the title takes."""
TITLE_LINE, LEAD_LINE = 34, 58
"""Characters that stand in a line there."""
LONGEST_LEAD = 420
MOST_OPENINGS = 6
SMALL = 1.6
"""Lines that the small print of an opening takes, the space below it included."""
KINDS = 1
"""The line of the kinds of partners."""
LONGEST_NAME = 80
LEAST = 2
"""Fewer lines of a text are not worth its heading."""
WAYS = (Direction.SEEKS, Direction.OFFERS)
"""What a reader can answer comes first."""
ROOMY = 23
"""With so few lines in all, the letters can be larger."""
PARTS = ("description", "advantages", "specification")


@dataclass(frozen=True)
class Passage:
    """A text under a heading."""

    name: str
    heading: str
    text: Markup

    @property
    def lines(self) -> float:
        """How many lines it takes."""
        return HEADING + lines_of(str(self.text))


@dataclass(frozen=True)
class ClusterSheet:
    """What the sheet of an organisation says in one language."""

    cluster: Cluster
    open: tuple[Opening, ...]
    speech: Speech

    @cached_property
    def lead(self) -> Markup:
        """What it is, in a few sentences."""
        return short_text(self.cluster.profile.summary, LONGEST_LEAD, self.speech)

    @cached_property
    def facts(self) -> list[Fact]:
        """The narrow column."""
        return cluster_facts(self.cluster, self.speech)

    @cached_property
    def shown(self) -> list[Opening]:
        """The first of each direction in turns, in the order in which they stand."""
        ways = [[each for each in self.open if each.direction is way] for way in WAYS]
        turns = [way[place] for place in range(len(self.open)) for way in ways if place < len(way)]
        return turns[:MOST_OPENINGS]

    @cached_property
    def groups(self) -> list[tuple[Direction, list[tuple[Opening, Markup]]]]:
        """What it seeks and what it offers, each with the beginning of its text."""
        lengths = dict(zip((each.key for each in self.shown), self._lengths, strict=True))
        told = [(each, self._beginning(each, lengths[each.key])) for each in self.shown]
        groups = [(way, [pair for pair in told if pair[0].direction is way]) for way in WAYS]
        return [(way, found) for way, found in groups if found]

    @property
    def left_out(self) -> int:
        """How many open offers and requests stand on the page only."""
        return len(self.open) - len(self.shown)

    @cached_property
    def passages(self) -> list[Passage]:
        """What it says of itself, as far as there is still room."""
        room = self._room - sum(self._lengths)
        return _fitted(list(self._parts()), room, self.speech)

    @property
    def roomy(self) -> bool:
        """Whether the letters can be larger."""
        left = self._room - sum(self._lengths) - sum(each.lines for each in self.passages)
        return ROOM - left <= ROOMY

    @cached_property
    def _room(self) -> float:
        """Lines for texts, once the titles of what is open have theirs."""
        titles = [lines_of(self.speech.plain(each.title)) + SMALL for each in self.shown]
        groups = len({each.direction for each in self.shown})
        head = _head_lines(self.speech.plain(self.cluster.name), self.lead)
        return ROOM - head - sum(titles) - HEADING * groups - bool(self.left_out)

    @cached_property
    def _lengths(self) -> list[int]:
        """How many lines each opening may say."""
        needs = [lines_of(self.speech.plain(each.text)) if each.text else 0 for each in self.shown]
        return shares(needs, int(self._room))

    def _beginning(self, opening: Opening, lines: int) -> Markup:
        text = opening.text
        return short_text(text, lines * LINE, self.speech, markdown=True) if text and lines else Markup()

    def _parts(self) -> Iterator[tuple[str, str, Text]]:
        t, profile, language = self.speech.texts, self.cluster.profile, self.speech.language
        if profile.description:
            yield "about", t("cluster.about"), profile.description
        services = [
            service.text or Text({language: self.speech.label("services", service.type)})
            for service in profile.services
        ]
        if services:
            yield "services", t("cluster.services"), joined(services, "; ", self.speech)
        partners = [Text({language: self._partner(each)}) for each in self.cluster.partnerships]
        if partners:
            yield "partnerships", t("cluster.partnerships"), joined(partners, "; ", self.speech)

    def _partner(self, partnership: Partnership) -> str:
        record = partnership.record
        countries = ", ".join(map(self.speech.country, record.countries))
        return f"{record.partner} ({countries})" if countries else record.partner


@dataclass(frozen=True)
class OfferSheet:
    """What the sheet of an offer says in one language."""

    opening: Opening
    record: OfferRecord
    speech: Speech

    @cached_property
    def lead(self) -> Markup:
        """Its summary."""
        return short_text(self.record.summary, LONGEST_LEAD, self.speech)

    @cached_property
    def facts(self) -> list[Fact]:
        """The narrow column."""
        return offer_facts(self.opening, self.record, self.speech)

    @cached_property
    def passages(self) -> list[Passage]:
        """Its parts, each as long as is fair to the others."""
        return _fitted(list(self._parts()), ROOM - self._head, self.speech)

    @cached_property
    def call(self) -> str:
        """The call that it answers, in a line or two."""
        call, t = self.record.call, self.speech.texts
        if call is None:
            return ""
        names = [shortened(name, LONGEST_NAME) for name in (call.programme, call.id) if name]
        days = ((t("offer.eoi"), call.eoi_deadline), (t("offer.call-deadline"), call.call_deadline))
        return " · ".join((*names, *(f"{name}: {self.speech.date(day)}" for name, day in days if day)))

    @property
    def roomy(self) -> bool:
        """Whether the letters can be larger."""
        return self._head + sum(each.lines for each in self.passages) <= ROOMY

    @property
    def _head(self) -> float:
        """Lines of the head, and of what stands in lines of its own: the kinds of partners and the call."""
        said = lines_of(self.call) + 2 * HEADING + KINDS if self.call else HEADING + KINDS
        return _head_lines(self.speech.plain(self.record.title), self.lead) + said

    def _parts(self) -> Iterator[tuple[str, str, Text]]:
        t, partner = self.speech.texts, self.record.partner_sought
        for name in PARTS:
            if text := getattr(self.record, name):
                yield name, t(f"offer.{name}"), text
        if partner and partner.role:
            yield "partner", t("offer.partner"), partner.role
        yield "organisation", t("sheet.organisation"), self.opening.cluster.profile.summary


def _head_lines(title: str, lead: str) -> float:
    return TITLE * lines_of(title, TITLE_LINE) + lines_of(lead, LEAD_LINE)


def _fitted(parts: Sequence[tuple[str, str, Text]], room: float, speech: Speech) -> list[Passage]:
    """Share the room among texts; those that would get next to nothing are left to the page."""
    needs = [lines_of(speech.plain(text)) for _, _, text in parts]
    given = shares(needs, max(0, int(room - HEADING * len(parts))))
    if any(lines < min(LEAST, need) for lines, need in zip(given, needs, strict=True)):
        return _fitted(parts[:-1], room, speech)
    return [
        Passage(name, heading, short_text(text, lines * LINE, speech, markdown=True))
        for (name, heading, text), lines in zip(parts, given, strict=True)
    ]
