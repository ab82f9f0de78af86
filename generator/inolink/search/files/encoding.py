"""The two encodings of the search's files: ascending places, and sorted words."""

import json
import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

MOST_SHARED = 35
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
# Places that follow each other skip nothing.
RUN = re.compile(r"(?<![0-9])0(?:,0)+(?![0-9])")


def encode(value: object) -> bytes:
    """Return compact JSON with sorted keys."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def numbers(values: Sequence[int]) -> str:
    """Return a list of numbers as JSON; several times as quick as the library."""
    return repr(values if isinstance(values, list) else list(values)).replace(" ", "")


def encode_places(places: Sequence[int]) -> str:
    """Return ascending places as JSON: how many are skipped before each, or negative how many follow."""
    if len(places) == 1:
        return f"[{places[0]}]"
    if not places:
        return "[]"
    skipped = [places[0], *(after - before - 1 for before, after in pairwise(places))]
    written = numbers(skipped)
    return RUN.sub(lambda run: str(-(len(run[0]) + 1) // 2), written) if "0,0" in written else written


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
