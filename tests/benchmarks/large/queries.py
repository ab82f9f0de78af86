"""What is asked of both searches: drawn from the records themselves, the same for the same seed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from string import ascii_lowercase

from inolink.analysis.words import tokenise
from inolink.yamlcore import load_trusted

KINDS = ("one word", "two words", "three words", "beginning of a word", "everything")
"""What both searches are asked; words with a slip are asked of ours alone, since the peer knows none."""
MISSPELT = "misspelt"
SHORTEST = 4
BEGINNING = 5
EVERYTHING = {"en": "cooperation", "lt": "bendradarbiavimas"}
"""A word that nearly every record has."""


@dataclass(frozen=True)
class Query:
    """What somebody types."""

    kind: str
    language: str
    text: str


def draw(root: Path, languages: Sequence[str], each: int, seed: int = 0) -> list[Query]:
    """Draw so many queries of each kind in each language; those that match everything are one of each."""
    rng = Random(f"queries {seed}")  # noqa: S311  # chance to measure with, no secrets
    offers = sorted(root.glob("clusters/*/offers/*.yml"))
    drawn = [
        query
        for language in languages
        for kind in (*KINDS, MISSPELT)
        for query in _of_kind(rng, offers, kind, language, each)
    ]
    rng.shuffle(drawn)
    return drawn


def _of_kind(rng: Random, offers: Sequence[Path], kind: str, language: str, each: int) -> Iterator[Query]:
    if kind == "everything":
        yield Query(kind, language, EVERYTHING[language])
        return
    for _ in range(each):
        yield Query(kind, language, _form(rng, kind, _words(rng, offers, language)))


def _words(rng: Random, offers: Sequence[Path], language: str) -> list[str]:
    """Return three words of an offer's title or keywords: what it is about."""
    while True:
        offer = load_trusted(rng.choice(offers).read_bytes())
        texts = [offer["title"], *offer["topics"]]
        words = [word for text in texts for word in _long_words(text, language)]
        if len(words) >= len("abc"):
            return rng.sample(words, 3)


def _long_words(text: Mapping[str, str], language: str) -> list[str]:
    return [word for word in tokenise(text.get(language, "")) if len(word) >= SHORTEST and word.isalpha()]


def _form(rng: Random, kind: str, words: Sequence[str]) -> str:
    longest = max(words, key=len)
    forms = {
        "one word": words[0],
        "two words": " ".join(words[:2]),
        "three words": " ".join(words),
        "beginning of a word": longest[:BEGINNING],
        MISSPELT: _slip(rng, longest),
    }
    return forms[kind]


def _slip(rng: Random, word: str) -> str:
    """Leave out, double, swap or replace a letter after the first one."""
    place = rng.randrange(1, len(word) - 1)
    before, here, after = word[:place], word[place], word[place + 1 :]
    replaced = rng.choice(ascii_lowercase.replace(here, ""))
    slips = (after, here + here + after, after[0] + here + after[1:], replaced + after)
    return before + rng.choice(slips)
