"""What one record says of another must lead somewhere."""

from collections.abc import Iterator

from inolink.checking.context import Context
from inolink.checking.entry import Entry
from inolink.problems import Problem
from inolink.reading.document import FileKind
from inolink.reading.guess import closest, fold, suggestion

LISTS = {
    FileKind.INITIATIVES: "initiatives",
    FileKind.PARTNERSHIPS: "partnerships",
    FileKind.EVENTS: "events",
    FileKind.PROGRAMME: "initiatives",
}


def cluster_exists(context: Context) -> Iterator[Problem]:
    """IL441."""
    guesses: dict[str, str | None] = {old: new for old, (new, *_) in _former_slugs(context).items()}
    for entry, way, slug in _references(context):
        if slug not in context.slugs:
            if slug not in guesses:
                guesses[slug] = closest(slug, context.slugs)
            yield entry.problem("IL441", *way, slug=slug, **suggestion(guesses[slug]))


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
    for entry, cluster in _speakers(context):
        name, profile = entry.text("on_behalf_of"), context.profiles.get(cluster)
        if not name or not profile:
            continue
        members = [member.text("name") or "" for member in profile.entries("member_organisations")]
        if fold(name) not in map(fold, members):
            yield entry.problem("IL444", "on_behalf_of", name=name, **suggestion(closest(name, members)))


def successor_fits_status(context: Context) -> Iterator[Problem]:
    """IL445."""
    for profile in context.records(FileKind.PROFILE):
        merged = profile.text("status") == "merged"
        if merged and not profile.has("merged_into"):
            yield profile.problem("IL445", "status", case="merged-without-successor")
        if profile.has("merged_into") and not merged:
            yield profile.key_problem("IL445", "merged_into", case="successor-without-merged")


def identifiers_differ(context: Context) -> Iterator[Problem]:
    """IL308: an identifier becomes an anchor on a page."""
    for kind, key in (*LISTS.items(), (FileKind.PROFILE, "interests")):
        for record in context.records(kind):
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


def _speakers(context: Context) -> Iterator[tuple[Entry, str]]:
    """Yield everything that may be said on behalf of a member, with the slug of the cluster."""
    for offer in context.records(FileKind.OFFER):
        yield offer, str(offer.document.cluster)
    for slug, profile in context.profiles.items():
        yield from ((interest, slug) for interest in profile.entries("interests"))
