"""Suggested meetings at an event: who should talk to whom, in rounds in which nobody sits at two tables.

An event of the directory has days, but no hours. So a round is an order, not a time: the best pairs come in
the first rounds, and each organisation is in one meeting a round at most.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from inolink.catalogue import Catalogue, Cluster, Event, Opening
from inolink.matching import Match
from inolink.pages.site import Site
from inolink.pages.speech import Speech
from inolink.pages.subscriptions import calendar_path
from inolink.pages.suggestions import find_record, suggestion_of

FEWEST = 2
"""With fewer organisations nobody can meet anybody."""
MOST = 40
"""Of more meetings than these, nobody reads the last ones."""


@dataclass(frozen=True)
class Meeting:
    """Two organisations that should talk to each other."""

    round: int
    one: Cluster
    other: Cluster
    match: Match

    @property
    def key(self) -> str:
        """The same pair has the same name at every event and in every build."""
        return "-".join(sorted((self.one.slug, self.other.slug)))


@dataclass(frozen=True)
class SpokenMeeting:
    """A meeting in the words of a page."""

    meeting: Meeting
    one: Opening | None
    """What the first organisation offers or seeks; None where it fits as a whole."""
    other: Opening | None
    strength: str
    reasons: tuple[Markup, ...]


def participants(event: Event, catalogue: Catalogue) -> tuple[Cluster, ...]:
    """Return the organisations of the directory that go there, the one that announced it first."""
    return catalogue.known(dict.fromkeys((event.cluster, *event.record.clusters)))


def meetings(event: Event, site: Site) -> tuple[Meeting, ...]:
    """Return the meetings worth having, round by round; none of an event that is over."""
    present = [cluster.slug for cluster in participants(event, site.catalogue) if not cluster.former]
    if not event.coming or len(present) < FEWEST:
        return ()
    return _in_rounds(site.matches.between(present)[:MOST], site.catalogue)


def files_of(event: Event, language: str) -> Mapping[str, str]:
    """Return where the files of a coming event lie: its calendar entry, its meetings as notes and as a table.

    An event of which only the month is known has no day in a calendar.
    """
    name = f"{event.cluster}/{event.id}"
    table = {"table": f"data/{language}/meetings/{name}.csv"}
    if not event.coming or not event.record.start or not event.record.start.day:
        return table
    return table | {
        "event": calendar_path(f"events/{name}", language),
        "meetings": calendar_path(f"meetings/{name}", language),
    }


def spoken(meeting: Meeting, speech: Speech) -> SpokenMeeting:
    """Put a meeting into the words of a page."""
    found = suggestion_of(meeting.match, speech)
    _, one = find_record(meeting.match.subject, speech.site.catalogue)
    return SpokenMeeting(meeting, one, found.opening, found.strength, found.reasons)


def _in_rounds(matches: Iterable[Match], catalogue: Catalogue) -> tuple[Meeting, ...]:
    """Give each pair the first round in which both are free, the best pairs first."""
    busy: dict[str, set[int]] = {}
    arranged = []
    for match in matches:
        (one, _), (other, _) = (find_record(key, catalogue) for key in (match.subject, match.counterpart))
        taken = busy.setdefault(one.slug, set()) | busy.setdefault(other.slug, set())
        first_free = next(number for number in range(1, len(taken) + 2) if number not in taken)
        for cluster in (one, other):
            busy[cluster.slug].add(first_free)
        arranged.append(Meeting(first_free, one, other, match))
    return tuple(sorted(arranged, key=lambda meeting: meeting.round))
