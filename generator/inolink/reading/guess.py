"""Did you mean …? What an author probably wanted to write."""

import difflib
import re
import unicodedata
from collections.abc import Iterable, Mapping

# Marks as nearly all texts have them; beyond the signs that surely bear none, each is looked up.
MARKS = re.compile("[\u0300-\u034e\u0350-\u036f]+")
UNKNOWN = re.compile("[^\x00-\u02ff\u2000-\u20cf]")
LONGEST_SLUG = 61
MOST_GUESSES = 20
"""In one file: whoever has that many mistakes needs no more hints, and each costs as much as many checks."""
LONGEST_WORD = 80
"""What is longer is no misspelt word, and comparing takes time."""


def fold(text: str) -> str:
    """Bring a text to what stays the same in any spelling: no marks, no capitals, single spaces."""
    bare = text if text.isascii() else MARKS.sub("", unicodedata.normalize("NFKD", text))
    if not bare.isascii() and UNKNOWN.search(bare):
        bare = "".join(character for character in bare if not unicodedata.combining(character))
    return " ".join(bare.casefold().split())


def closest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that comes closest, if one comes close."""
    return closest_of(word, {name: name for name in known})


def closest_of(word: str, meanings: Mapping[str, str]) -> str | None:
    """Return the meaning of the known word that comes closest; different words may mean the same."""
    folded = {fold(name): meaning for name, meaning in meanings.items()}
    found = difflib.get_close_matches(fold(word)[:LONGEST_WORD], folded, 1)
    return folded[found[0]] if found else None


def suggestion(found: str | None) -> dict[str, str]:
    """Return the parameter of a problem that carries the guess, if there is one."""
    return {"suggestion": found} if found else {}


def slugified(text: str) -> str:
    """Return the identifier that comes closest to a name; empty if nothing in it can be kept."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")[:LONGEST_SLUG]
