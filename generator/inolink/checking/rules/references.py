"""What one record says of another must lead somewhere."""

from collections.abc import Collection, Iterator, Mapping
from itertools import groupby

from inolink.checking.context import Context
from inolink.checking.entry import Entry
from inolink.checking.subject import Subject
from inolink.problems import Problem
from inolink.reading.document import FileKind
from inolink.reading.guess import closest, fold, suggestion

MOST_GUESSES = 50
LISTS = {
    FileKind.INITIATIVES: "initiatives",
    FileKind.PARTNERSHIPS: "partnerships",
    FileKind.EVENTS: "events",
    FileKind.PROGRAMME: "initiatives",
}


def cluster_exists(context: Context) -> Iterator[Problem]:
    """IL441."""
    meant = _Guesses({old: new for old, (new, *_) in _former_slugs(context).items()})
    for entry, way, slug in _references(context):
        if slug not in context.slugs:
            yield entry.problem("IL441", *way, slug=slug, **meant.of(slug, context.slugs))


def nothing_refers_to_itself(context: Context) -> Iterator[Problem]:
    """IL442: also not in a circle of clusters that were merged into each other."""
    for entry, way, slug in _references(context):
        if slug == entry.document.cluster or (way == ("merged_into",) and _comes_back(context, entry, slug)):
            yield entry.problem("IL442", *way, slug=slug)


def former_slug_is_free(context: Context) -> Iterator[Problem]:
    """IL443."""
    former = _former_slugs(context)
    for profile in context.records(FileKind.PROFILE):
        own = str(profile.document.cluster)
        for index, slug in profile.texts("formerly"):
            users = [slug] if slug in context.slugs else [user for user in former[slug] if user != own]
            if users:
                yield profile.problem("IL443", "formerly", index, slug=slug, cluster=users[0])


def member_is_named(context: Context) -> Iterator[Problem]:
    """IL444."""
    for slug, speakers in groupby(_speakers(context), key=lambda speaker: speaker[0]):
        if not (profile := context.profiles.get(slug)):
            continue
        members = [member.text("name") or "" for member in profile.entries("member_organisations")]
        known, meant = set(map(fold, members)), _Guesses()
        for _, entry in speakers:
            if (name := entry.text("on_behalf_of")) and fold(name) not in known:
                yield entry.problem("IL444", "on_behalf_of", name=name, **meant.of(name, members))


def successor_fits_status(subject: Subject) -> Iterator[Problem]:
    """IL445."""
    for profile in subject.records(FileKind.PROFILE):
        merged = profile.text("status") == "merged"
        if merged and not profile.has("merged_into"):
            yield profile.problem("IL445", "status", case="merged-without-successor")
        if profile.has("merged_into") and not merged:
            yield profile.key_problem("IL445", "merged_into", case="successor-without-merged")


def identifiers_differ(subject: Subject) -> Iterator[Problem]:
    """IL308: an identifier becomes an anchor on a page."""
    for kind, key in (*LISTS.items(), (FileKind.PROFILE, "interests")):
        for record in subject.records(kind):
            seen: set[str] = set()
            for entry in record.entries(key):
                if (name := entry.text("id")) in seen:
                    yield entry.problem("IL308", "id", value=name)
                seen.add(name or "")


def _references(context: Context) -> Iterator[tuple[Entry, tuple[str | int, ...], str]]:
    """Yield every slug that a record names, with the entry that names it and the way from there."""
    for profile in context.records(FileKind.PROFILE):
        for entry, key in ((profile, "merged_into"), (profile.entry("coordinator"), "profile")):
            if slug := entry.text(key):
                yield entry, (key,), slug
    for kind, name in LISTS.items():
        for record in context.records(kind):
            for entry in record.entries(name):
                yield from ((entry, ("clusters", index), slug) for index, slug in entry.texts("clusters"))


def _comes_back(context: Context, start: Entry, slug: str) -> bool:
    seen: set[str] = set()
    while (profile := context.profiles.get(slug)) and slug not in seen:
        if slug == start.document.cluster:
            return True
        seen.add(slug)
        slug = profile.text("merged_into") or ""
    return False


def _former_slugs(context: Context) -> dict[str, list[str]]:
    former: dict[str, list[str]] = {}
    for profile in context.records(FileKind.PROFILE):
        for _, slug in profile.texts("formerly"):
            former.setdefault(slug, []).append(str(profile.document.cluster))
    return former


def _speakers(context: Context) -> list[tuple[str, Entry]]:
    """Return everything that may be said on behalf of a member, after the slug of the cluster."""
    offers = [(str(offer.document.cluster), offer) for offer in context.records(FileKind.OFFER)]
    for slug, profile in context.profiles.items():
        offers.extend((slug, interest) for interest in profile.entries("interests"))
    return sorted(offers, key=lambda speaker: speaker[0])


class _Guesses:
    """Names that authors probably meant: each looked for once, and only so many, as that takes time."""

    def __init__(self, known: Mapping[str, str] | None = None) -> None:
        self._found: dict[str, str | None] = dict(known or {})
        self._left = MOST_GUESSES

    def of(self, name: str, names: Collection[str]) -> dict[str, str]:
        """Return the parameter of a problem that carries the guess."""
        if name not in self._found and self._left:
            self._left -= 1
            self._found[name] = closest(name, names)
        return suggestion(self._found.get(name))
