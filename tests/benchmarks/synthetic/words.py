"""Made-up languages: words that don't exist, as frequent as the words of a real language.

The most frequent words are real ones without meaning of their own. The others follow Zipf's law, and more
steeply from a certain rank on; so the number of different words grows with the square root of the text's
length, as it does in real texts.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import accumulate
from random import Random

from inolink.yamlcore import load_trusted

STEMS = 60_000
COMMON_RANKS = 3000
SENTENCE = (8, 19)
TOPIC_EVERY = 6
SYLLABLES = {
    "en": ("b d f g l m n p r s t v k br cl dr gr pl st tr th", "a e i o u ea ou", "n l r s t"),
    "lt": ("b d g j k l m n p r s t v z š ž č kr pr st tr", "a e i o u ė ų ū au ie uo", "l n r s"),
}
"""Beginnings, vowels and last sounds."""
ENDINGS = {"en": ("", "s", "ing", "ed"), "lt": ("as", "o", "ai", "ų", "ams", "uose")}
COMMON = {
    "en": "the of and to in a for is with on are that by as be from it an which or can at this has",
    "lt": "ir yra su kad iš į kurie taip pat per bei už kaip apie gali tai nuo ar pagal po prie tik",
}
"""Words of the languages themselves, the most frequent one first."""


@dataclass(frozen=True)
class Tongue:
    """A made-up language: its words from the most to the least frequent."""

    language: str
    words: Sequence[str]
    weights: Sequence[float]
    """The weight of each word and of all before it."""

    def prose(self, rng: Random, length: int, topic: Sequence[str], limit: int) -> str:
        """Return sentences of about so many words, here and there with one of the topic."""
        words = rng.choices(self.words, cum_weights=self.weights, k=length)
        places = range(2, length, TOPIC_EVERY)
        words[2::TOPIC_EVERY] = rng.choices(topic, k=len(places))
        text = " ".join(_sentences(rng, words))
        return text if len(text) <= limit else f"{text[: limit - 1].rsplit(' ', 1)[0]}."

    def rare(self, rng: Random, count: int) -> list[str]:
        """Return words that are at home in few texts."""
        first = len(COMMON[self.language].split())
        return rng.choices(self.words[first:COMMON_RANKS], k=count)

    def name(self, rng: Random) -> str:
        """Return one word to call something by."""
        return self.words[rng.randrange(COMMON_RANKS, len(self.words))].capitalize()


@cache
def tongue(language: str) -> Tongue:
    """Make up the language; it is the same for every directory, whatever its seed and size."""
    words = [*COMMON[language].split(), *_invented(language)]
    return Tongue(language, words, list(accumulate(map(_weight, range(1, len(words) + 1)))))


def tongues(languages: Sequence[str]) -> Mapping[str, Tongue]:
    """Make up all languages of a directory."""
    return {language: tongue(language) for language in languages}


def _weight(rank: int) -> float:
    return 1 / rank if rank <= COMMON_RANKS else COMMON_RANKS / rank**2


def _invented(language: str) -> Iterator[str]:
    # A word that people are addressed by would look like a trace of one.
    taken = {*COMMON[language].split(), *_words_about_persons()}
    rng = Random(f"words of {language}")  # noqa: S311  # words to measure with, no secrets
    for _ in range(STEMS):
        stem = _stem(rng, language)
        for word in (stem + ending for ending in ENDINGS[language]):
            if word not in taken:
                taken.add(word)
                yield word


def _stem(rng: Random, language: str) -> str:
    starts, vowels, ends = (sounds.split() for sounds in SYLLABLES[language])
    syllables = (rng.choice(starts) + rng.choice(vowels) for _ in range(rng.choice((2, 2, 3))))
    return "".join(syllables) + rng.choice(ends)


def _words_about_persons() -> Iterator[str]:
    lists = load_trusted(files("inolink.checking").joinpath("words.yml").read_bytes())
    for words in lists.values():
        yield from map(str, words)


def _sentences(rng: Random, words: Sequence[str]) -> Iterator[str]:
    start = 0
    while start < len(words):
        end = start + rng.randrange(*SENTENCE)
        sentence = " ".join(words[start:end])
        yield f"{sentence[0].upper()}{sentence[1:]}."
        start = end
