"""Figures with a date, and figures that agree or say why they don't."""

from collections.abc import Iterator

from inolink.checking.entry import Entry
from inolink.checking.subject import Subject
from inolink.problems import Problem
from inolink.reading.document import FileKind
from inolink.reading.guess import fold

PARTS = ("sme", "large", "research", "public")
MEMBER_FIGURES = ("total", *PARTS)


def figures_have_a_date(subject: Subject) -> Iterator[Problem]:
    """IL472."""
    for entry in _figures(subject):
        if not entry.has("as_of"):
            yield entry.problem("IL472")


def parts_within_total(subject: Subject) -> Iterator[Problem]:
    """IL471: a part can't be larger than the whole."""
    for profile in subject.records(FileKind.PROFILE):
        for entry in profile.entries("members"):
            total = entry.number("total")
            for key in PARTS:
                value = entry.number(key)
                if total is not None and value is not None and value > total and not _explained(entry):
                    yield entry.problem(
                        "IL471", key, case="part-above-total", key=key, value=value, total=total
                    )


def figures_agree(subject: Subject) -> Iterator[Problem]:
    """IL471: of the same thing on the same date there is one figure, or a note on why there are two."""
    seen: dict[tuple[str, ...], int | float] = {}
    for entry, name, key in _dated_figures(subject):
        value, date = entry.number(key), entry.text("as_of") or ""
        if value is None:
            continue
        other = seen.setdefault((entry.document.path, name, date), value)
        if other != value:
            params = {"case": "figures-differ", "key": name, "date": date, "other": other, "value": value}
            yield entry.problem("IL471", key, **params)


def _figures(subject: Subject) -> Iterator[Entry]:
    for profile in subject.records(FileKind.PROFILE):
        yield from profile.entries("members")
        yield from profile.entries("key_figures")
    for programme in subject.records(FileKind.PROGRAMME):
        yield from programme.entries("reported")


def _dated_figures(subject: Subject) -> Iterator[tuple[Entry, str, str]]:
    """Yield each figure with a date and without a note: the entry, the figure's name and its key."""
    for entry in _figures(subject):
        if not entry.has("as_of") or _explained(entry):
            continue
        if entry.has("value"):
            yield entry, _name(entry), "value"
        else:
            yield from ((entry, key, key) for key in MEMBER_FIGURES)


def _name(entry: Entry) -> str:
    name = entry.text("figure") or next(iter(entry.localised("name").values()), "")
    return " ".join(filter(None, (fold(name), entry.text("unit"))))


def _explained(entry: Entry) -> bool:
    return entry.has("note")
