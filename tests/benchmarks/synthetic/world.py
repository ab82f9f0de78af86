"""What all records of a made-up directory share: languages, vocabularies, countries and regions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

from inolink.checking.rules.regions import NUTS_COUNTRIES, european_regions
from inolink.reading import Term, Vocabularies, load_vocabularies
from tests.benchmarks.synthetic.words import Tongue, tongues

DAY = date(2026, 11, 23)
"""The day on which the directory is in order."""
ORGANISATIONS = (
    {"LT": 8, "DE": 4, "PL": 3, "FR": 3, "ES": 3, "IT": 3}
    | dict.fromkeys(("LV", "EE", "SE", "FI", "NL", "RO"), 2)
    | dict.fromkeys(
        ("DK", "NO", "BE", "AT", "CH", "CZ", "SK", "HU", "BG", "GR", "PT", "IE", "SI", "HR", "UA"), 1
    )
    | {"GB": 1}
)
COUNTRIES = tuple(country for country, share in ORGANISATIONS.items() for _ in range(share))
"""The more often a country stands here, the more organisations it has."""
MARKETS = (
    "DE",
    "FR",
    "SE",
    "NO",
    "PL",
    "LV",
    "EE",
    "FI",
    "DK",
    "NL",
    "GB",
    "US",
    "UA",
    "IT",
    "ES",
    "JP",
    "CA",
)
TRANSLATED = 0.6
NOT_TRANSLATED = 0.03
LONGEST_KEYWORD = 80
Texts = dict[str, object]


@dataclass(frozen=True)
class World:
    """What records are made of."""

    languages: tuple[str, ...]
    tongues: Mapping[str, Tongue]
    vocabularies: Vocabularies
    regions: Mapping[str, Sequence[str]]
    seed: int

    def rng(self, kind: str, *numbers: int) -> Random:
        """Return the chance that makes one record, whatever was made before it."""
        return Random("/".join(map(str, (self.seed, kind, *numbers))))  # noqa: S311  # nothing secret

    def pick(self, rng: Random, vocabulary: str, count: int = 1) -> list[str]:
        """Choose codes of a vocabulary."""
        return rng.sample(self.vocabularies[vocabulary].codes, count)

    def texts(self, rng: Random, length: int, topic: "Topic", limit: int) -> Texts:
        """Write a text in every language."""
        texts = {
            name: self.tongues[name].prose(rng, length, topic.words[name], limit) for name in self.languages
        }
        return self.localised(rng, texts)

    def localised(self, rng: Random, texts: Mapping[str, str]) -> Texts:
        """Leave some translations out and mark others as the directory's own."""
        first, *others = self.languages
        if not others or rng.random() < NOT_TRANSLATED:
            return {first: texts[first]}
        marked = {"machine_translated": others} if rng.random() < TRANSLATED else {}
        return {**texts, **marked}

    def labels(self, vocabulary: str, codes: Sequence[str]) -> Mapping[str, str]:
        """Name some terms in every language."""
        terms = [self.vocabularies[vocabulary].term(code) for code in codes]
        return {name: ", ".join(term.label[name] for term in terms) for name in self.languages}


@dataclass(frozen=True)
class Topic:
    """What a record is about: terms of the vocabularies, and its own words in each language."""

    technologies: Sequence[str]
    ecosystems: Sequence[str]
    words: Mapping[str, Sequence[str]]


def create_world(root: Path, languages: tuple[str, ...], seed: int) -> World:
    """Prepare what the records of a directory are made of."""
    regions: dict[str, list[str]] = {}
    letters = {nuts: country for country, nuts in NUTS_COUNTRIES.items()}
    for code in sorted(european_regions()):
        regions.setdefault(letters.get(code[:2], code[:2]), []).append(code)
    return World(languages, tongues(languages), load_vocabularies(root), regions, seed)


def topic(world: World, rng: Random, technologies: Sequence[str], ecosystems: Sequence[str]) -> Topic:
    """Put the words of the terms beside a few that this record alone uses again and again."""
    chosen = [
        *(world.vocabularies["technologies"].term(code) for code in technologies),
        *(world.vocabularies["ecosystems"].term(code) for code in ecosystems),
        *rng.sample(list(world.vocabularies["synonyms"]), 2),
    ]
    words = {
        name: [
            *_words(chosen, name),
            *world.tongues[name].rare(rng, 6),
            world.tongues[name].name(rng).lower(),
        ]
        for name in world.languages
    }
    return Topic(technologies, ecosystems, words)


def keywords(world: World, rng: Random, about: Topic, count: int) -> list[Texts]:
    """Return free keywords, none of them twice."""
    first = world.languages[0]
    found: dict[str, Texts] = {}
    for _ in range(count):
        words = {
            name: " ".join(rng.sample(about.words[name], 2))[:LONGEST_KEYWORD] for name in world.languages
        }
        found.setdefault(words[first], dict(words))
    return list(found.values())


def day(rng: Random, first: int, last: int) -> str:
    """Return a day that lies between two numbers of days from the directory's own."""
    return str(DAY + timedelta(days=rng.randint(first, last)))


def _words(terms: Sequence[Term], language: str) -> list[str]:
    return [word for term in terms for word in (term.label[language], *term.synonyms.get(language, ()))]
