"""Writes the files of the search one after the other."""

import hashlib
from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from inolink.reading import Vocabularies
from inolink.search.descriptions import COUNTRY, KINDS, countries, terms_content
from inolink.search.entries import SearchEntry
from inolink.search.fields import BOOSTS
from inolink.search.files.before import Memory, Record
from inolink.search.files.cards import card_files, labels_of
from inolink.search.files.collecting import COLUMNS, PUBLISHED, STATE, TERMS, Collected
from inolink.search.files.dictionary import Shards, Sizes, block_content, blocks, sorted_terms
from inolink.search.files.encoding import encode, front_coded, numbers, utf16
from inolink.search.files.lengths import STEPS, Lengths
from inolink.search.files.places import archive, by_title, settle
from inolink.search.postings import said_of
from inolink.shelf import Pieces, Shelf

FOLDER = "search/"
FORMAT = 3
"""Counts changes of the files' form, so that each has versions of its own."""
VERSION_LENGTH = 16
STATES = ("open", "archived")
WHOLE = Sizes()
LARGE = Sizes(block=8_000, shard=9_000, cards=2)
MOST_WHOLE = 50_000
"""With more postings than this, a directory is no small one."""

File = tuple[str, bytes]
"""A name or a path, and the content."""


def search_files(  # noqa: PLR0913  # named, and most of them left out
    entries: Iterable[SearchEntry],
    vocabularies: Vocabularies,
    languages: Sequence[str],
    sizes: Sizes | None = None,
    *,
    scratch: Path | None = None,
    memory: Memory | None = None,
) -> Iterator[File]:
    """Yield the search's files by their paths below the site; the same entries make the same bytes.

    `scratch` is a folder for what is too large to lie in memory; without one it lies there. `memory` is what
    builds leave for each other.
    """
    shelf = Shelf.within(scratch)
    collected = Collected(vocabularies, languages, shelf, memory if shelf else None)
    collected.add_all(entries)
    writer = Writer(collected, languages, sizes, shelf, scratch)
    yield from writer.files()
    if memory and shelf:
        writer.leave(memory, shelf)


class Writer:
    """Writes what was collected, in one of two sizes."""

    def __init__(
        self,
        collected: Collected,
        languages: Sequence[str],
        sizes: Sizes | None,
        shelf: Shelf | None,
        scratch: Path | None,
    ) -> None:
        self._all, self._languages, self._shelf = collected, languages, shelf
        self._sizes = sizes or (LARGE if collected.size > MOST_WHOLE else WHOLE)
        self._order = settle(collected.standings)
        before = self._settle(scratch)
        self._terms = sorted_terms(collected.index)
        self._lengths = Lengths(collected.index.lengths)
        self._blocks = blocks(self._terms, self._sizes.block)
        self._cutting = Shards(collected.index, self._lengths, self._sizes, before)

    def _settle(self, scratch: Path | None) -> Iterator[tuple[int, str]]:
        """Fill the index with what has to be written; return what is to be written as it was."""
        index, before = self._all.index, self._all.before
        if before is None or before.record.sizes != str(self._sizes):
            index.settle(self._said, len(self._order))
            return iter(())
        changed = before.changed(self._digests, self._said)
        said = Pieces(Shelf.within(scratch))
        for place in range(len(self._order)):
            said.add(said_of(changed, self._said(place)))
        index.settle(said.__getitem__, len(self._order), before.counts(changed))
        return before.written(changed)

    def _said(self, place: int) -> bytes:
        return self._all.said(self._order[place])

    @property
    def _digests(self) -> list[bytes]:
        return [self._all.digests[entry] for entry in self._order]

    def leave(self, memory: Memory, shelf: Shelf) -> None:
        """Leave all this for the next build."""
        index, places = self._all.index, self._all.parts.places
        record = Record(
            state=memory.state,
            pieces=shelf.digest(),
            sizes=str(self._sizes),
            entries=self._digests,
            parts=[places[entry] for entry in self._order],
            shards=list(self._shards.places),
            terms=list(index.numbers),
            counts=index.counts.tobytes(),
            ascending=array("I", map(index.numbers.__getitem__, self._terms)).tobytes(),
        )
        memory.leave(shelf, record)

    def files(self) -> Iterator[File]:
        """Yield all files; in a small directory most of them are inside of a few."""
        if self._sizes == WHOLE:
            yield self._manifest(self._shared())
            yield from (self._display(language, self._spoken(language)) for language in self._languages)
        else:
            yield from map(self._named, self._shared())
            for language in self._languages:
                yield from map(self._named, self._spoken(language))
                yield self._display(language)
            yield self._manifest()
        yield from map(self._described, self._languages)

    @cached_property
    def version(self) -> str:
        """The name of this state of the directory: another one for whatever else its files would hold."""
        known = hashlib.sha256(encode([FORMAT, str(self._sizes), list(self._languages)]))
        for shard in self._shards:
            known.update(shard)
        for language in self._languages:
            known.update(encode([self._terms_of(language), self._labels(language)]))
            for card in self._all.cards(language, self._order):
                known.update(card)
        for name, content in self._columns:
            known.update(name.encode() + content)
        return known.hexdigest()[:VERSION_LENGTH]

    @cached_property
    def _shards(self) -> Pieces:
        """The content of each shard: the version has to be known before the first one is written."""
        shards = Pieces(self._shelf)
        for content in self._cutting.written(self._terms):
            shards.add(content)
        return shards

    def _shared(self) -> Iterator[File]:
        for number, content in enumerate(self._shards):
            yield f"postings/{number}", content
        for number, block in enumerate(self._blocks):
            content = block_content(self._terms, self._all.index, block, self._cutting.starts)
            yield f"terms/{number}", content
        if self._sizes.lengths_apart:
            yield "lengths", encode(self._lengths.whole())
        yield from self._columns
        yield from self._keys()

    @cached_property
    def _columns(self) -> list[File]:
        columns, place_of = self._all.columns, self._place_of
        names = (*COLUMNS, *(f"{TERMS}{kind}" for kind in (*KINDS.values(), COUNTRY)))
        newest = columns.written(PUBLISHED, place_of, newest_first=True)
        written = ((f"columns/{name}", columns.written(name, place_of)) for name in names)
        return [*written, (f"columns/{PUBLISHED}", newest)]

    def _keys(self) -> Iterator[File]:
        keys = {self._all.standings[entry].key: place for place, entry in enumerate(self._order)}
        ordered = sorted(keys, key=utf16)
        divided = blocks(ordered, self._sizes.block)
        yield "keys", encode({"blocks": [ordered[block.start] for block in divided]})
        for number, block in enumerate(divided):
            here = ordered[block.start : block.stop]
            places = [keys[key] for key in here]
            yield f"keys/{number}", encode({"keys": front_coded(here), "places": places})

    def _spoken(self, language: str) -> Iterator[File]:
        cards = self._all.cards(language, self._order)
        for number, content in enumerate(card_files(cards, self._sizes.cards)):
            yield f"cards-{language}/{number}", content
        folded, written = self._words[language]
        for number, block in enumerate(blocks(folded, self._sizes.block)):
            words = written[block.start : block.stop]
            yield f"written-{language}/{number}", encode({"words": front_coded(words)})
        position = self._languages.index(language)
        if position:
            order = by_title(self._all.standings, self._order, position)
            yield f"columns/order-{language}", f'{{"order":{numbers(order)}}}'.encode()

    def _manifest(self, inside: Iterable[File] | None = None) -> File:
        content = {
            "version": self.version,
            "entries": len(self._order),
            "fields": list(BOOSTS),
            "boosts": list(BOOSTS.values()),
            "averages": self._lengths.averages,
            "steps": list(STEPS),
            "lengths": self._sizes.lengths_apart,
            "archive": archive(self._all.standings),
            "terms": [self._terms[block.start] for block in self._blocks],
            "cards": self._sizes.cards or max(len(self._order), 1),
            "facets": list(COLUMNS),
        }
        return f"{FOLDER}index.json", _with_files(content, inside)

    def _display(self, language: str, inside: Iterable[File] | None = None) -> File:
        folded, _ = self._words[language]
        content = {
            "version": self.version,
            "language": language,
            "labels": self._labels(language),
            "written": [folded[block.start] for block in blocks(folded, self._sizes.block)],
            "ordered": language != self._languages[0],
        }
        return f"{FOLDER}display-{language}.json", _with_files(content, inside)

    def _described(self, language: str) -> File:
        return f"{FOLDER}terms-{language}.json", encode({"version": self.version, **self._terms_of(language)})

    def _terms_of(self, language: str) -> dict[str, Any]:
        sought = countries(self._all.columns.codes(f"{TERMS}{COUNTRY}"), self._languages)
        return terms_content([*self._all.described, *sought], language, self._languages)

    def _labels(self, language: str) -> dict[str, list[list[str]]]:
        codes = {name: self._all.columns.codes(name) for name in COLUMNS}
        return labels_of(self._all.labels[language], {**codes, STATE: STATES})

    def _named(self, file: File) -> File:
        name, content = file
        return f"{FOLDER}{self.version}/{name}.json", content

    @cached_property
    def _place_of(self) -> list[int]:
        places = [0] * len(self._order)
        for place, entry in enumerate(self._order):
            places[entry] = place
        return places

    @cached_property
    def _words(self) -> dict[str, tuple[list[str], list[str]]]:
        words = zip(self._languages, self._all.words, strict=True)
        return {language: each.words() for language, each in words}


def _with_files(content: dict[str, Any], files: Iterable[File] | None) -> bytes:
    """Return a file that carries others inside; they are JSON already."""
    if files is None:
        return encode(content)
    inside = b",".join(encode(name) + b":" + file for name, file in sorted(files))
    return encode(content)[:-1] + b',"files":{' + inside + b"}}"
