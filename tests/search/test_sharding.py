"""The index in small files answers as lunr does with its whole index."""

import json
import os
import random
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from lunr.builder import Builder  # type: ignore[import-untyped]  # lunr.py has no annotations

from inolink.analysis.thesaurus import Thesaurus
from inolink.reading import Vocabularies
from inolink.search import SearchEntry, search_files
from inolink.search.fields import BOOSTS, field_terms
from inolink.search.files.dictionary import Sizes
from inolink.search.files.lengths import whole_step
from inolink.search.files.places import Standing, settle
from tests.answering import node
from tests.search.browser_code import WEB, written
from tests.search.conftest import LANGUAGES, entry

DRIVER = Path(__file__).with_name("sharding.mjs")
SMALL = Sizes(block=300, shard=900, cards=3)
"""So small that a word's terms lie in several files."""
CORPORA = int(os.environ.get("INOLINK_CORPORA", "3"))
QUERIES = 150
FILLING = "-"
BEGINNINGS = "laser las pack kla tech žem šil robo foto automat bio mar ener proto __proto__ 5g 𝔘n ß"
ENDINGS = "s ing er ers ių ai as ė ology nika tas ūra 2 constructor"


def words(chance: random.Random) -> list[str]:
    """Make up a language in which few words are frequent and many are rare, and many begin alike."""
    made = {
        chance.choice(BEGINNINGS.split()) + "".join(chance.choices(ENDINGS.split(), k=chance.randrange(4)))
        for _ in range(400)
    }
    return sorted(made)


def text(chance: random.Random, language: list[str], length: int) -> str:
    """Say something in the language."""
    weights = [1 / rank for rank in range(1, len(language) + 1)]
    return " ".join(chance.choices(language, weights, k=length))


def corpus(chance: random.Random, language: list[str], size: int) -> Iterator[SearchEntry]:
    """Make up entries of every kind."""
    for number in range(size):
        kind = chance.choice(["cluster", "offer", "event"])
        en, lt = (text(chance, language, chance.randrange(1, 6)) for _ in LANGUAGES)
        yield entry(
            f"{kind}/{number}",
            en,
            lt,
            kind=kind,
            names=(text(chance, language, 1),),
            text={"en": text(chance, language, chance.randrange(60))},
            keywords={"lt": text(chance, language, chance.randrange(4))},
            closes=chance.choice([None, "2026-12-01", "2027-01-01"]),
            state=chance.choice(["open", "archived"]),
        )


def whole_index(entries: list[SearchEntry], vocabularies: Vocabularies) -> Mapping[str, Any]:
    """Let lunr's own builder make the index; an entry's reference is its place.

    A word that nobody asks for fills each field up to the length that it counts as.
    """
    builder = Builder()
    builder.ref("ref")
    for field, boost in BOOSTS.items():
        builder.field(field, boost)
    thesaurus = Thesaurus(vocabularies)
    for place, number in enumerate(settle([Standing.of(each, LANGUAGES) for each in entries])):
        said = zip(BOOSTS, field_terms(entries[number], thesaurus), strict=True)
        builder.add({"ref": str(place), **{name: repeated(terms) for name, terms in said}})
    serialised: dict[str, Any] = builder.build().serialize()
    return serialised


def repeated(terms: Mapping[str, int]) -> list[str]:
    """Return the terms of a field as often as it says them, and as many others as its length takes."""
    said = [term for term, times in terms.items() for _ in range(times)]
    return said + [FILLING] * (whole_step(len(said)) - len(said))


def queries(chance: random.Random, language: list[str]) -> Iterator[str]:
    """Ask as people do: whole words, beginnings, misspelt ones, several at once, and nonsense."""
    for _ in range(QUERIES):
        word = chance.choice(language)
        at = chance.randrange(len(word))
        yield chance.choice(
            [
                word,
                word[: at + 1],
                word[:at] + chance.choice("aexžš") + word[at + 1 :],
                word[:at] + word[at + 1 :],
                text(chance, language, chance.randrange(2, 12)),
                f"{word} {text(chance, language, 1)[:3]}",
                "".join(chance.choices("abcdefzžš~*:^+- ", k=8)),
            ]
        )


@pytest.mark.parametrize(("seed", "size"), [(seed, (1, 40, 160)[seed % 3]) for seed in range(CORPORA)])
@pytest.mark.parametrize("sizes", [SMALL, Sizes()], ids=["large", "small"])
def test_an_index_of_the_query_s_terms_answers_as_the_whole_one(
    sizes: Sizes, seed: int, size: int, vocabularies: Vocabularies, tmp_path: Path
) -> None:
    """Same documents, same order, same scores but for rounding."""
    chance = random.Random(seed)  # noqa: S311 - a seed makes the same corpus again
    language = words(chance)
    entries = list(corpus(chance, language, size))
    folder = written(search_files(entries, vocabularies, LANGUAGES, sizes), tmp_path / "site")
    whole = tmp_path / "whole.json"
    whole.write_text(json.dumps(whole_index(entries, vocabularies)), "utf-8")
    asked = {"folder": str(folder), "whole": str(whole), "queries": list(queries(chance, language))}
    run = subprocess.run(
        [node(), str(DRIVER), str(WEB)], input=json.dumps(asked), capture_output=True, text=True, check=True
    )
    answer = json.loads(run.stdout)
    assert answer["differing"] == []
    assert answer["found"] > size
    assert answer["terms"] > QUERIES // 2
