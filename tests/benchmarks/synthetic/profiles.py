"""Made-up clusters: profiles and strategies."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from tests.benchmarks.synthetic.world import COUNTRIES, MARKETS, Topic, World, day, keywords, topic

STATUSES = ("active",) * 85 + ("emerging",) * 8 + ("dormant",) * 4 + ("closed",) * 2 + ("merged",)
WITH_LABEL = 0.3
WITH_SECOND_LABEL = 0.3
MOST_MEMBERS = 30
Record = dict[str, object]


@dataclass(frozen=True)
class Cluster:
    """What other records need to know of a cluster."""

    number: int
    country: str
    about: Topic
    members: Sequence[str]

    @property
    def slug(self) -> str:
        return slug(self.number)

    @property
    def site(self) -> str:
        """The made-up website, in a domain that is reserved for examples."""
        return f"https://cluster-{self.number:05}.example"


def slug(number: int) -> str:
    """Return the folder of a cluster."""
    return f"synthetic-{number:05}"


def cluster(world: World, number: int) -> Cluster:
    """Decide what the other records of a cluster depend on."""
    rng = world.rng("cluster", number)
    technologies = world.pick(rng, "technologies", rng.randint(2, 6))
    ecosystems = world.pick(rng, "ecosystems", rng.randint(1, 3))
    members = {f"{_name(world, rng)} {_name(world, rng)}" for _ in range(rng.randint(1, MOST_MEMBERS))}
    about = topic(world, rng, technologies, ecosystems)
    return Cluster(number, rng.choice(COUNTRIES), about, sorted(members))


def profile(world: World, made: Cluster) -> Record:
    """Make up a profile."""
    rng = world.rng("profile", made.number)
    status = rng.choice(STATUSES) if made.number > 1 else "active"
    return {
        "name": _names(world, rng, made),
        "short_name": f"SYN {made.number:05}",
        "organisation_type": rng.choice(("cluster", "cluster", *world.pick(rng, "organisation-types"))),
        "status": status,
        **({"merged_into": slug(made.number - 1)} if status == "merged" else {}),
        "summary": world.texts(rng, 40, made.about, 500),
        "description": world.texts(rng, rng.randint(120, 260), made.about, 4000),
        **_place(world, rng, made),
        **_size(rng, made),
        **_fields(world, rng, made),
        **_labels(rng, made),
        "interests": [_interest(world, rng, made, index) for index in range(rng.randint(1, 5))],
        "sources": [f"{made.site}/about", f"{made.site}/members"],
        "last_reviewed": day(rng, -330, 0),
    }


def strategy(world: World, made: Cluster) -> Record:
    """Make up a strategy."""
    rng = world.rng("strategy", made.number)
    start = rng.randint(2019, 2026)
    return {
        "stage": world.pick(rng, "strategy-stages")[0],
        "as_of": day(rng, -900, 0),
        "period": {"start": str(start), "end": str(start + 4)},
        "vision": world.texts(rng, 30, made.about, 2000),
        "mission": world.texts(rng, 30, made.about, 2000),
        "summary": world.texts(rng, 40, made.about, 500),
        "challenges": [world.texts(rng, 14, made.about, 500) for _ in range(3)],
        "objectives": [_objective(world, rng, made) for _ in range(4)],
        "documents": [
            {"type": type_, "state": world.pick(rng, "document-states")[0]}
            for type_ in world.pick(rng, "strategy-documents", 3)
        ],
        "action_plan": [_action(world, rng, made) for _ in range(5)],
        "sessions": [_session(world, rng, made) for _ in range(2)],
        "target_markets": rng.sample(MARKETS, 3),
        "sources": [f"{made.site}/strategy"],
    }


def _names(world: World, rng: Random, made: Cluster) -> Record:
    name = _name(world, rng)
    kinds = {"en": "Synthetic cluster", "lt": "Sintetinis klasteris"}
    names = {language: f"{kinds[language]} {made.number:05} {name}" for language in world.languages}
    return world.localised(rng, names)


def _name(world: World, rng: Random) -> str:
    return world.tongues[world.languages[0]].name(rng)


def _place(world: World, rng: Random, made: Cluster) -> Record:
    return {
        "website": f"{made.site}/",
        "contact": {"email": f"info@cluster-{made.number:05}.example"},
        "address": {
            "city": _name(world, rng),
            "nuts3": rng.choice(world.regions[made.country]),
            "country": made.country,
        },
        "founded": str(rng.randint(1995, 2025)),
        "coordinator": {"name": world.localised(rng, dict.fromkeys(world.languages, _name(world, rng)))},
    }


def _size(rng: Random, made: Cluster) -> Record:
    small, large, research = rng.randint(5, 80), rng.randint(0, 12), rng.randint(0, 9)
    figure = {"total": small + large + research, "sme": small, "large": large, "research": research}
    return {
        "team_size": rng.choice(("1-5", "6-10", "11-20", "20+")),
        "languages": ["en", "lt"],
        "members": [{**figure, "as_of": day(rng, -700, 0), "source": f"{made.site}/members"}],
        "member_organisations": [{"name": name} for name in made.members],
    }


def _fields(world: World, rng: Random, made: Cluster) -> Record:
    services = world.pick(rng, "services", rng.randint(2, 6))
    return {
        "ecosystems": made.about.ecosystems,
        "nace": world.pick(rng, "nace", rng.randint(1, 4)),
        "technologies": made.about.technologies,
        "topics": keywords(world, rng, made.about, 5),
        "services": [{"type": code, "text": world.texts(rng, 10, made.about, 500)} for code in services],
    }


def _labels(rng: Random, made: Cluster) -> Mapping[str, object]:
    if rng.random() >= WITH_LABEL:
        return {}
    year, evidence = rng.randint(2019, 2024), f"{made.site}/label"
    labels = [{"level": "bronze", "type": "first", "awarded": f"{year}-03", "evidence": evidence}]
    if rng.random() < WITH_SECOND_LABEL:
        labels.append({"level": "silver", "type": "first", "awarded": f"{year + 2}-05", "evidence": evidence})
    return {"labels": labels}


def _interest(world: World, rng: Random, made: Cluster, index: int) -> Record:
    about = topic(world, rng, made.about.technologies[:2], made.about.ecosystems)
    return {
        "id": f"interest-{index + 1}",
        "direction": world.pick(rng, "interest-directions")[0],
        "domain": world.pick(rng, "domains")[0],
        "title": world.texts(rng, 8, about, 120),
        "text": world.texts(rng, rng.randint(30, 80), about, 2000),
        "cooperation": world.pick(rng, "cooperation", rng.randint(1, 3)),
        "countries": rng.sample(MARKETS, rng.randint(1, 5)),
        "technologies": about.technologies,
        "ecosystems": about.ecosystems,
        "topics": keywords(world, rng, about, 3),
        "partner_types": world.pick(rng, "partner-types", 2),
        "status": rng.choice(("open", "open", "open", "open", "past")),
        "as_of": day(rng, -900, 0),
    }


def _objective(world: World, rng: Random, made: Cluster) -> Record:
    return {
        "text": world.texts(rng, 16, made.about, 500),
        "indicator": world.texts(rng, 6, made.about, 300),
        "target": str(rng.randint(1, 50)),
        "by": str(rng.randint(2026, 2030)),
        "status": world.pick(rng, "progress")[0],
    }


def _action(world: World, rng: Random, made: Cluster) -> Record:
    return {
        "action": world.texts(rng, 14, made.about, 500),
        "direction": world.pick(rng, "directions")[0],
        "by": str(rng.randint(2026, 2030)),
        "status": world.pick(rng, "progress")[0],
    }


def _session(world: World, rng: Random, made: Cluster) -> Record:
    return {
        "date": day(rng, -1200, -1),
        "topic": world.texts(rng, 8, made.about, 300),
        "participants": rng.randint(5, 40),
    }
