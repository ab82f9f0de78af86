"""Two records of the same thing."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from inolink.checking.context import Context
from inolink.checking.entry import Entry
from inolink.problems import Problem
from inolink.reading.document import FileKind
from inolink.reading.guess import fold

SHORTEST_WORD = 3
OVER = ("fulfilled", "withdrawn")


def clusters_differ(context: Context) -> Iterator[Problem]:
    """IL485: by name and by website."""
    profiles = [profile for profile in context.profiles.values() if not profile.has("merged_into")]
    yield from _twins(
        ((profile, "name", name) for profile in profiles for name in _names(profile)), "same-name"
    )
    websites = ((profile, "website", _place(profile.text("website") or "")) for profile in profiles)
    yield from _twins(websites, "same-website")


def offers_differ(context: Context) -> Iterator[Problem]:
    """IL485: by the words of their titles, within a cluster."""
    offers = [offer for offer in context.records(FileKind.OFFER) if offer.text("status") not in OVER]
    yield from _twins(((offer, "title", title) for offer in offers for title in _titles(offer)), "same-title")


def _twins(keys: Iterable[tuple[Entry, str, str]], reason: str) -> Iterator[Problem]:
    """Yield a problem for each record that has a key of an earlier one."""
    seen: dict[str, Entry] = {}
    reported: set[str] = set()
    for entry, field, key in keys:
        path = entry.document.path
        other = seen.setdefault(key, entry).document.path
        if key and other != path and path not in reported:
            reported.add(path)
            yield entry.problem("IL485", field, other=other, reason=reason)


def _names(profile: Entry) -> set[str]:
    return {fold(name) for name in profile.localised("name").values()}


def _place(url: str) -> str:
    """Return what two spellings of the same web address have in common."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return f"{(parts.hostname or '').removeprefix('www.')}{parts.path.rstrip('/')}".casefold()


def _titles(offer: Entry) -> set[str]:
    titles = offer.localised("title").items()
    keys = (
        (language, sorted(set(re.findall(rf"\w{{{SHORTEST_WORD},}}", fold(title)))))
        for language, title in titles
    )
    return {" ".join((str(offer.document.cluster), language, *words)) for language, words in keys if words}
