"""The short lists that records choose from: schema/vocabularies/*.yml."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from inolink.errors import SchemaError
from inolink.plainfile import read_whole, why_unreadable
from inolink.problems import shorten
from inolink.reading.loader import load
from inolink.reading.text import LARGEST_FILE

FOLDER = Path("schema", "vocabularies")
LONGEST_SHOWN = 80
CODE = re.compile(r"(?!page\Z)[A-Za-z0-9][A-Za-z0-9_.-]{0,60}\Z")
"""What can be a part of an address, where capitals may mean nothing; `page` is taken there."""
KNOWN_KEYS = frozenset({"code", "label", "description", "synonyms", "broader"})


@dataclass(frozen=True, slots=True)
class Term:
    """One entry of a vocabulary."""

    code: str
    label: Mapping[str, str]
    description: Mapping[str, str] = field(default_factory=dict)
    synonyms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    broader: str | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)
    """What only this vocabulary says of its terms, such as the mandatory fields of an offer type."""


@dataclass(frozen=True)
class Vocabulary:
    """A list of terms, each with a stable code and a label in every language."""

    name: str
    title: Mapping[str, str]
    terms: tuple[Term, ...]
    description: Mapping[str, str] = field(default_factory=dict)
    source: str = ""

    @cached_property
    def by_code(self) -> Mapping[str, Term]:
        """The terms by their codes, in the order of the list."""
        return MappingProxyType({term.code: term for term in self.terms})

    @property
    def codes(self) -> tuple[str, ...]:
        """All codes, in the order of the list."""
        return tuple(self.by_code)

    def term(self, code: str) -> Term:
        """Return the term of a code that the vocabulary holds."""
        return self.by_code[code]

    def label(self, code: str, language: str) -> str:
        """Return a code's label in this language, else in the first that it has, else the code."""
        labels = self.by_code[code].label if code in self.by_code else {}
        return labels.get(language) or next(iter(labels.values()), code)

    def __contains__(self, code: object) -> bool:
        return code in self.by_code

    def __iter__(self) -> Iterator[Term]:
        return iter(self.terms)

    def __len__(self) -> int:
        return len(self.terms)


@dataclass(frozen=True)
class Vocabularies(Mapping[str, Vocabulary]):
    """All vocabularies of a directory by name."""

    by_name: Mapping[str, Vocabulary]

    def __getitem__(self, name: str) -> Vocabulary:
        return self.by_name[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.by_name)

    def __len__(self) -> int:
        return len(self.by_name)


def load_vocabularies(root: Path) -> Vocabularies:
    """Read all vocabularies of the directory at `root`."""
    files = sorted((root / FOLDER).glob("*.yml"))
    if not files:
        raise SchemaError(f"{root / FOLDER}: no vocabularies there. Copy the folder schema/ of a directory.")
    return Vocabularies(MappingProxyType({file.stem: _vocabulary(file, _data(file)) for file in files}))


def _data(file: Path) -> bytes:
    try:
        return read_whole(file, LARGEST_FILE)
    except OSError as error:
        raise SchemaError(f"{file}: can't be read ({why_unreadable(error)}).") from None


@lru_cache(maxsize=256)
def _vocabulary(file: Path, data: bytes) -> Vocabulary:
    loaded = load(str(file), data)
    if loaded.value is None:
        problem = loaded.problems[0]
        raise SchemaError(f"{file}:{problem.line}: {problem.message()} {problem.remedy()}")
    try:
        return _from_value(file.stem, loaded.value)
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise SchemaError(
            f"{file}: is no vocabulary ({shorten(repr(error))}). It needs `title` and `terms`."
        ) from None


def _from_value(name: str, value: Mapping[str, Any]) -> Vocabulary:
    terms = tuple(_term(entry) for entry in value["terms"])
    if odd := [term.code for term in terms if not CODE.match(term.code)]:
        raise ValueError(f"no codes: {', '.join(odd)}")
    codes = Counter(term.code.lower() for term in terms)
    if repeated := [code for code, times in codes.items() if times > 1]:
        raise ValueError(f"repeated codes: {', '.join(sorted(repeated))}")
    _demand_an_end({term.code: term.broader for term in terms})
    title, description = _texts(value["title"]), _texts(value.get("description", {}))
    return Vocabulary(name, title, terms, description, str(value.get("source", "")))


def _demand_an_end(broader: Mapping[str, str | None]) -> None:
    """Refuse terms whose broader terms lead in a circle, or out of the list."""
    for code in broader:
        seen, wider = {code}, broader[code]
        while wider is not None:
            if wider in seen or wider not in broader:
                raise ValueError(f"{code}: broader {wider} is no broader term of this list")
            seen.add(wider)
            wider = broader[wider]


def _term(entry: Mapping[str, Any]) -> Term:
    code = str(entry["code"])
    return Term(
        code=code,
        label=_texts(entry.get("label", {})),
        description=_texts(entry.get("description", {})),
        synonyms={language: _words(words) for language, words in entry.get("synonyms", {}).items()},
        broader=None if entry.get("broader") is None else str(entry["broader"]),
        extra={key: value for key, value in entry.items() if key not in KNOWN_KEYS},
    )


def _texts(value: Mapping[str, Any]) -> dict[str, str]:
    """Return texts by language; TypeError if they are none."""
    return dict(zip(value, _words(value.values()), strict=True))


def _words(values: Iterable[Any]) -> tuple[str, ...]:
    words = tuple(values)
    if isinstance(values, str) or not all(isinstance(word, str) for word in words):
        raise TypeError(f"no texts: {words}"[:LONGEST_SHOWN])
    return words
