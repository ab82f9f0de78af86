"""Columns: which entries have which value, by facet, by date and by the terms that describe them."""

from array import array
from collections import defaultdict
from collections.abc import Sequence

from inolink.search.files.encoding import encode, encode_places


class Columns:
    """The columns of all entries, gathered one by one."""

    def __init__(self) -> None:
        self._entries: dict[str, dict[str, array[int]]] = defaultdict(lambda: defaultdict(lambda: array("I")))

    def add(self, name: str, entry: int, code: str) -> None:
        """Note a value of an entry in one column."""
        self._entries[name][code].append(entry)

    def codes(self, name: str) -> list[str]:
        """Return the values that occur in a column."""
        return sorted(self._entries.get(name, ()))

    def written(self, name: str, place_of: Sequence[int], *, newest_first: bool = False) -> bytes:
        """Return the content of a column's file."""
        found = self._entries.get(name, {})
        values = [
            f"[{encode(code).decode()},{encode_places(sorted(place_of[entry] for entry in found[code]))}]"
            for code in sorted(found, reverse=newest_first)
        ]
        return f'{{"values":[{",".join(values)}]}}'.encode()
