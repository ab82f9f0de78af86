"""Made-up offers and requests of every type and in every state."""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

from tests.benchmarks.synthetic.profiles import Cluster, Record
from tests.benchmarks.synthetic.world import DAY, MARKETS, Topic, World, day, keywords, topic

TYPES = (
    ("business-offer",) * 30
    + ("business-request",) * 20
    + ("technology-offer",) * 25
    + ("technology-request",) * 15
    + ("research-request",) * 10
)
STATES = ("open",) * 88 + ("on-hold",) * 4 + ("fulfilled",) * 5 + ("withdrawn",) * 3
SOME_WHILE_AGO = -700
YEAR = 365
LATEST = 0.75
"""The share of offers of the last year; the others are mostly over."""
EXTENDED = 0.1
TRANSCRIBED = 0.05
ON_BEHALF = 0.4
NAMED_SINCE = {"en": "Form of cooperation", "lt": "Bendradarbiavimo forma"}


def offer(world: World, made: Cluster, number: int) -> Record:
    """Make up one offer or request of a cluster."""
    rng = world.rng("offer", made.number, number)
    type_ = rng.choice(TYPES)
    about = _about(world, rng, made)
    cooperation = _cooperation(world, rng, type_)
    return {
        "type": type_,
        "title": _title(world, rng, about),
        "summary": _summary(world, rng, about, cooperation),
        "description": _paragraphs(world, rng, about),
        **_by_type(world, rng, type_, about),
        "partner_sought": _partner(world, rng, about),
        "cooperation": cooperation,
        "technologies": about.technologies,
        "ecosystems": about.ecosystems,
        "topics": keywords(world, rng, about, 4),
        "sdg": sorted(rng.sample(range(1, 18), rng.randint(1, 3))),
        "countries": rng.sample(MARKETS, rng.randint(1, 6)),
        **({"on_behalf_of": rng.choice(made.members)} if rng.random() < ON_BEHALF else {}),
        **_dates(rng, type_),
        **_state(world, rng, about),
        **_origin(rng, made, number),
    }


def _about(world: World, rng: Random, made: Cluster) -> Topic:
    own = rng.sample(made.about.technologies, min(2, len(made.about.technologies)))
    technologies = dict.fromkeys((*own, *world.pick(rng, "technologies")))
    return topic(world, rng, tuple(technologies), made.about.ecosystems[: rng.randint(1, 2)])


def _cooperation(world: World, rng: Random, type_: str) -> list[str]:
    allowed = [term.code for term in world.vocabularies["cooperation"] if type_ in term.extra["offer_types"]]
    return rng.sample(allowed, min(len(allowed), rng.randint(1, 2)))


def _title(world: World, rng: Random, about: Topic) -> Record:
    titles = {}
    for language in world.languages:
        first, second = rng.sample(about.words[language], 2)
        rest = world.tongues[language].rare(rng, 3)
        titles[language] = f"{first[:1].upper()}{first[1:]}: {second} {' '.join(rest)}"[:120]
    return world.localised(rng, titles)


def _summary(world: World, rng: Random, about: Topic, cooperation: Sequence[str]) -> Record:
    labels = world.labels("cooperation", cooperation)
    texts = {}
    for language in world.languages:
        named = f"{NAMED_SINCE[language]}: {labels[language]}. "
        prose = world.tongues[language].prose(rng, 34, about.words[language], 500 - len(named))
        texts[language] = named + prose
    return world.localised(rng, texts)


def _paragraphs(world: World, rng: Random, about: Topic) -> Record:
    lengths = [rng.randint(40, 110) for _ in range(2)]
    texts = {
        language: "\n\n".join(
            world.tongues[language].prose(rng, length, about.words[language], 1900) for length in lengths
        )
        for language in world.languages
    }
    return world.localised(rng, texts)


def _by_type(world: World, rng: Random, type_: str, about: Topic) -> Record:
    fields: Record = {}
    if type_.endswith("-offer"):
        fields["advantages"] = world.texts(rng, 60, about, 2000)
    else:
        fields["specification"] = world.texts(rng, 60, about, 2000)
    if type_ == "technology-offer":
        stage = rng.choice(list(world.vocabularies["stages"]))
        fields |= {"stage": stage.code, "trl": rng.randint(*stage.extra["trl"])}
        fields["ipr"] = world.pick(rng, "ipr")[0]
    return fields


def _partner(world: World, rng: Random, about: Topic) -> Record:
    return {
        "types": world.pick(rng, "partner-types", rng.randint(1, 3)),
        "sizes": world.pick(rng, "company-sizes", rng.randint(1, 3)),
        "role": world.texts(rng, 50, about, 4000),
    }


def _dates(rng: Random, type_: str) -> Record:
    latest = rng.random() < LATEST
    published = DAY + timedelta(days=rng.randint(-YEAR + 1, 0) if latest else rng.randint(4 * -YEAR, -YEAR))
    if type_ == "research-request":
        return _call(rng, published)
    if rng.random() < EXTENDED and published + timedelta(days=YEAR) <= DAY:
        extended = published + timedelta(days=YEAR - rng.randint(0, 30))
        expires = published + timedelta(days=rng.randint(YEAR + 100, 2 * YEAR))
        return {"published": str(published), "expires": str(expires), "extended_on": str(extended)}
    return {"published": str(published), "expires": str(published + timedelta(days=rng.randint(180, YEAR)))}


def _call(rng: Random, published: date) -> Record:
    answer = published + timedelta(days=rng.randint(30, 300))
    closes = answer + timedelta(days=rng.randint(10, 60))
    number = rng.randint(1, 99)
    call = {
        "programme": "Horizon Europe",
        "id": f"HORIZON-SYN-{published.year}-{number:02}",
        "title": f"Synthetic call {number}",
        "eoi_deadline": str(answer),
        "call_deadline": str(closes),
        "duration_weeks": rng.randint(52, 208),
        "coordinator_sought": rng.random() < LATEST,
    }
    return {"call": call, "published": str(published), "expires": str(closes)}


def _state(world: World, rng: Random, about: Topic) -> Record:
    state = rng.choice(STATES)
    outcome = {"outcome": world.texts(rng, 20, about, 2000)} if state == "fulfilled" else {}
    return {"status": state, **outcome}


def _origin(rng: Random, made: Cluster, number: int) -> Record:
    if rng.random() >= TRANSCRIBED:
        return {"reference": f"SYN{made.number:05}{number:03}"}
    return {"origin": "transcribed", "sources": [f"{made.site}/news/{day(rng, SOME_WHILE_AGO, 0)}"]}
