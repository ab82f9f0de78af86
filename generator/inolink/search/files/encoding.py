"""The encodings of the search's files: small numbers, ascending places, and sorted words."""

import json
from collections.abc import Iterable, Sequence
from itertools import pairwise

MOST_SHARED = 35
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
MOST_KNOWN = 10_000
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def encode(value: object) -> bytes:
    """Return compact JSON with sorted keys."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def numbers(values: Sequence[int]) -> str:
    """Return a list of numbers as JSON; several times as quick as the library."""
    return repr(values if isinstance(values, list) else list(values)).replace(" ", "")


class _Letters(dict[int, str]):
    """What numbers are in letters: the last one is small, those before it are capitals."""

    def __missing__(self, number: int) -> str:
        higher, last = divmod(number, len(LETTERS))
        letters = (self[higher].upper() if higher else "") + LETTERS[last]
        if number < MOST_KNOWN:
            self[number] = letters
        return letters


_LETTERS = _Letters()


def encode_numbers(values: Iterable[int]) -> str:
    """Return numbers as one JSON text of letters: most of them are small, and need but one."""
    return f'"{"".join(map(_LETTERS.__getitem__, values))}"'


def encode_places(places: Sequence[int]) -> str:
    """Return ascending places as JSON: how many are skipped before each."""
    return encode_numbers([*places[:1], *(after - before - 1 for before, after in pairwise(places))])


def utf16(word: str) -> bytes:
    """Return the key by which JavaScript sorts."""
    return word.encode("utf-16-be", "surrogatepass")


def front_coded(words: Iterable[str]) -> str:
    """Return sorted words as one string: each says how much of it stands before already."""
    coded, before = [], ""
    for word in words:
        shared = _shared(before, word)
        coded.append(DIGITS[_units(shared)] + word[len(shared) :])
        before = word
    return " ".join(coded)


def _shared(before: str, word: str) -> str:
    shared = word[:MOST_SHARED]
    while not before.startswith(shared) or _units(shared) > MOST_SHARED:
        shared = shared[:-1]
    return shared


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(utf16(text)) // 2
