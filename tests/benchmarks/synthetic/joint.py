"""What clusters do together: made-up initiatives, partnerships and events."""

from collections.abc import Callable
from random import Random

from tests.benchmarks.synthetic.profiles import Cluster, Record, slug
from tests.benchmarks.synthetic.world import COUNTRIES, World, day

MOST_OTHERS = 3


def lists(world: World, made: Cluster) -> dict[str, Record]:
    """Make up the lists of a cluster; many clusters have none or only some of them."""
    rng = world.rng("joint", made.number)
    found: dict[str, Record] = {}
    for name, make, most in (
        ("initiatives", _initiative, 4),
        ("partnerships", _partnership, 5),
        ("events", _event, 5),
    ):
        # About as many clusters have none of a kind as have two of it.
        if count := max(0, rng.randint(-most, most)):
            found[name] = {name: [_entry(world, rng, made, make, index) for index in range(count)]}
    return found


Make = Callable[[World, Random, Cluster], Record]


def _entry(world: World, rng: Random, made: Cluster, make: Make, index: int) -> Record:
    return {"id": f"entry-{index + 1}", **make(world, rng, made), "sources": [f"{made.site}/news/{index}"]}


def _initiative(world: World, rng: Random, made: Cluster) -> Record:
    year = rng.randint(2016, 2026)
    return {
        "name": world.texts(rng, 8, made.about, 300),
        "direction": world.pick(rng, "directions")[0],
        "programme": rng.choice(("Interreg", "Horizon Europe", "Single Market Programme")),
        "period": {"start": f"{year}-02", "end": f"{year + 2}-01"},
        "budget": [{"amount": rng.randint(20, 4000) * 1000, "currency": "EUR"}],
        "partners": [_partner(world, rng) for _ in range(rng.randint(1, 6))],
        **_others(rng, made),
        "result": world.texts(rng, 30, made.about, 2000),
    }


def _partnership(world: World, rng: Random, made: Cluster) -> Record:
    partner = _partner(world, rng)
    return {
        "partner": partner["name"],
        "countries": [partner["country"]],
        "scope": world.pick(rng, "partnership-scopes")[0],
        "kind": world.pick(rng, "partnership-kinds")[0],
        "since": str(rng.randint(2014, 2026)),
        "subject": world.texts(rng, 18, made.about, 500),
        **_others(rng, made),
    }


def _event(world: World, rng: Random, made: Cluster) -> Record:
    return {
        "name": world.texts(rng, 7, made.about, 300),
        "kind": world.pick(rng, "event-kinds")[0],
        "start": day(rng, -1000, 300),
        "place": world.tongues[world.languages[0]].name(rng),
        "country": made.country,
        **_others(rng, made),
        "text": world.texts(rng, 30, made.about, 2000),
    }


def _partner(world: World, rng: Random) -> Record:
    tongue = world.tongues[world.languages[0]]
    return {"name": f"{tongue.name(rng)} {tongue.name(rng)}", "country": rng.choice(COUNTRIES)}


def _others(rng: Random, made: Cluster) -> Record:
    """Name clusters that were made before this one: they are there in a directory of any size."""
    count = min(made.number - 1, rng.randint(0, MOST_OTHERS))
    numbers = rng.sample(range(1, made.number), count)
    return {"clusters": [slug(number) for number in sorted(numbers)]} if numbers else {}
