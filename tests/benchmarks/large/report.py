"""From measurements to the lines of the table."""

import statistics
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tests.benchmarks.large import goals
from tests.benchmarks.large.builds import Again, Built
from tests.benchmarks.large.finding import Answer
from tests.benchmarks.large.goals import Goal, Line
from tests.benchmarks.measuring import Run

WHOLE = "{:,.0f}".format
TENTH = "{:,.1f}".format


@dataclass(frozen=True)
class Answers:
    """What the queries took, in one site."""

    first: Sequence[Answer]
    further: Sequence[Answer]
    misspelt: Sequence[Answer] = ()


def builds(records: int, ours: Built, hugo: Built, material: Built | None) -> Iterator[Line]:
    """Compare the whole builds."""
    peer = hugo.run
    name = f"build of {records:,} records"
    yield Line(
        f"{name}, seconds (Hugo + Pagefind)", records, ours.run.seconds, peer.seconds, goals.BUILD, TENTH
    )
    yield Line(f"{name}, processor seconds", records, ours.run.processor, peer.processor, form=TENTH)
    yield Line(f"{name}, peak memory in MB", records, ours.run.megabytes, peer.megabytes, form=WHOLE)
    yield Line(f"{name}, pages", records, ours.pages, hugo.pages, form=WHOLE)
    yield Line(f"{name}, ms per page", records, _per_page(ours), _per_page(hugo))
    if material:
        run = material.run
        yield Line(f"{name}, seconds (plain Material)", records, ours.run.seconds, run.seconds, form=TENTH)
        yield Line(f"{name}, processor seconds", records, ours.run.processor, run.processor, form=TENTH)


def _per_page(built: Built) -> float:
    return 1000 * built.run.seconds / built.pages


def again(records: int, whole: Run, runs: Again) -> Iterator[Line]:
    """Compare building once more, with what was kept, to a whole build."""
    for name, run, goal in (
        ("nothing changed", runs.unchanged, goals.UNCHANGED),
        ("one offer changed", runs.one_offer, goals.ONE_OFFER),
    ):
        subject = f"build again, {name}, processor seconds (a whole build)"
        yield Line(subject, records, run.processor, whole.processor, goal, TENTH)


def checks(records: int, run: Run, files: int, peer: tuple[float, float, int]) -> Iterator[Line]:
    """Compare the checks by file."""
    seconds, work, sample = peer
    subject = f"check of {files:,} files (check-jsonschema: {sample:,})"
    yield Line(f"{subject}, ms per file", records, 1000 * run.seconds / files, 1000 * seconds, goals.CHECK)
    yield Line("check, processor ms per file", records, 1000 * run.processor / files, 1000 * work)


def searches(records: int, ours: Answers, peer: Answers | None) -> Iterator[Line]:
    """Compare the searches: the middle of all queries, and the worst of twenty."""
    many = records == goals.FIRST_BYTES_OF_MANY.records
    first = (goals.FIRST_BYTES_OF_MANY if many else goals.FIRST_BYTES, goals.FIRST_TIME)
    further = (goals.FURTHER_BYTES, goals.FURTHER_TIME)
    beside = peer or Answers((), ())
    yield from _answers(records, ("first search", *first), ours.first, beside.first)
    yield from _answers(records, ("further query", *further), ours.further, beside.further)
    yield from _answers(records, ("misspelt query", None, None), ours.misspelt, ())


def growth(by_records: Mapping[int, Run]) -> Iterator[Line]:
    """Compare what a record takes in directories of different sizes with the smallest one."""
    smallest = min(by_records)
    base = by_records[smallest]
    for records, run in by_records.items():
        if records == smallest:
            continue
        name = f"{records:,} records beside {smallest:,}"
        values = (run.seconds, base.seconds), (run.processor, base.processor), (run.megabytes, base.megabytes)
        units = ("ms", "processor ms", "kB of peak memory")
        for (ours, before), unit in zip(values, units, strict=True):
            goal = None if unit == "processor ms" else goals.GROWTH
            each = (1000 * ours / records, 1000 * before / smallest)
            yield Line(f"build, {name}, {unit} per record", records, *each, goal, TENTH)
    largest = max(by_records)
    most = by_records[largest].megabytes
    yield Line(f"build of {largest:,} records, peak memory in MB", largest, most, None, goals.MEMORY, WHOLE)


def _answers(
    records: int,
    named: tuple[str, Goal | None, Goal | None],
    ours: Sequence[Answer],
    peer: Sequence[Answer],
) -> Iterator[Line]:
    name, *aims = named
    for (unit, form), goal in zip((("kilobytes", TENTH), ("milliseconds", WHOLE)), aims, strict=True):
        mine, other = ([getattr(answer, unit) for answer in answers] for answers in (ours, peer))
        for part, value in (("middle", statistics.median), ("worst of 20", _worst_of_twenty)):
            beside = value(other) if other else None
            yield Line(f"{name}, {unit} ({part})", records, value(mine), beside, goal, form)
    mine, other = ([answer.requests for answer in answers] for answers in (ours, peer))
    beside = statistics.median(other) if other else None
    yield Line(f"{name}, requests (middle)", records, statistics.median(mine), beside, form=WHOLE)


def _worst_of_twenty(values: Sequence[float]) -> float:
    return sorted(values)[-1 - len(values) // 20]
