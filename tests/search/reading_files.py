"""Reads the search's files as their description says, in Python: what was written can be held against it."""

import json
from collections.abc import Iterable, Iterator
from itertools import accumulate
from string import ascii_lowercase
from typing import Any

Posting = tuple[int, list[int], list[int], list[int]]
"""A field, places, how often each says the term, and how long the field is there."""


def read_numbers(coded: str) -> list[int]:
    """Return the numbers that letters stand for."""
    numbers, higher = [], 0
    for letter in coded:
        digit = ascii_lowercase.index(letter.lower())
        if letter.isupper():
            higher = (higher + digit) * len(ascii_lowercase)
        else:
            numbers.append(higher + digit)
            higher = 0
    return numbers


def read_places(coded: str) -> list[int]:
    """Return the places that letters stand for."""
    return [place + number for place, number in enumerate(accumulate(read_numbers(coded)))]


def read_words(coded: str) -> list[str]:
    """Return the words that a string stands for; what they share is counted in UTF-16 units."""
    words: list[str] = []
    before = b""
    for word in coded.split(" ") if coded else ():
        before = before[: 2 * int(word[0], 36)] + word[1:].encode("utf-16-be")
        words.append(before.decode("utf-16-be"))
    return words


class SearchFiles:
    """The files of one build by their names, in either size."""

    def __init__(self, files: Iterable[tuple[str, bytes]]) -> None:
        self.raw = dict(files)
        self.manifest = self.file("index")
        self.version: str = self.manifest["version"]

    def file(self, name: str) -> Any:  # noqa: ANN401 - JSON
        """Read a file that has an address of its own."""
        return json.loads(self.raw[f"search/{name}.json"])

    def display(self, language: str) -> Any:  # noqa: ANN401 - JSON
        """Read the labels of a language."""
        return self.file(f"display-{language}")

    def named(self, name: str) -> Any:  # noqa: ANN401 - JSON
        """Read a file by its name, wherever it is."""
        if "files" not in self.manifest:
            return self.file(f"{self.version}/{name}")
        languages = [path[len("search/display-") : -len(".json")] for path in self.raw if "display-" in path]
        carried = [self.manifest["files"], *(self.display(language)["files"] for language in languages)]
        return next(files[name] for files in carried if name in files)

    def cards(self, language: str) -> list[dict[str, Any]]:
        """Read all cards, in the order of the places."""
        numbers = range(-(-self.manifest["entries"] // self.manifest["cards"]))
        return [card for number in numbers for card in self.named(f"cards-{language}/{number}")]

    def column(self, name: str) -> dict[str, list[int]]:
        """Read a column: places by value."""
        return {code: read_places(places) for code, places in self.named(f"columns/{name}")["values"]}

    def dictionary(self) -> Iterator[tuple[str, int, int]]:
        """Yield each term with the number of its postings and its shard."""
        for number in range(len(self.manifest["terms"])):
            block = self.named(f"terms/{number}")
            words = read_words(block["terms"])
            assert words[0] == self.manifest["terms"][number]
            for position, (term, count) in enumerate(zip(words, block["counts"], strict=True)):
                yield term, count, block["shard"] + sum(cut <= position for cut in block["cuts"])

    def postings(self) -> dict[str, list[Posting]]:
        """Read the postings of all terms from the shards that the dictionary names."""
        found: dict[str, list[Posting]] = {}
        for term, count, number in self.dictionary():
            shard = self.named(f"postings/{number}")
            flat = shard["postings"][read_words(shard["terms"]).index(term)]
            found[term] = [self._posting(*flat[start : start + 4]) for start in range(0, len(flat), 4)]
            assert sum(len(places) for _, places, *_ in found[term]) == count
        return found

    def _posting(self, field: int, coded: str, more: str, near: str) -> Posting:
        places = read_places(coded)
        apart = self.named("lengths")[field] if self.manifest["lengths"] else ""
        lengths = near or "".join(apart[place] for place in places)
        steps = [self.manifest["steps"][int(step, 36)] for step in lengths]
        times = [1 + number for number in read_numbers(more)] or [1] * len(places)
        return field, places, times, steps
