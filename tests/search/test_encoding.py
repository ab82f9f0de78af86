"""What the files hold is read back as it was, and texts are cut into the same words piece by piece."""

import json
from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from inolink.analysis.words import (
    LONGEST_WORD,
    SHORTEST_WORD,
    WORD,
    document_stems,
    document_terms,
    fold,
    languages,
    stem,
    tokenise,
    unique,
)
from inolink.search.files.dictionary import blocks
from inolink.search.files.encoding import encode_numbers, encode_places, front_coded, utf16
from tests.search.reading_files import read_numbers, read_places, read_words

PLACES = st.lists(st.sampled_from([0, 0, 0, 1, 2, 7, 90_000]), max_size=60).map(
    lambda skipped: [place - 1 for place in accumulate(number + 1 for number in skipped)]
)
LETTERS = st.sampled_from("aabblszžšé東한𝔘𝔫9")
WORDS = st.sets(st.text(LETTERS, min_size=1, max_size=30), max_size=30).map(
    lambda words: sorted(words, key=utf16)
)
TEXTS = st.text(
    st.one_of(st.characters(), st.sampled_from("aeszž&  \t\n\x1c\u0307\u00a0ßİΣςł'-._R&D2")), max_size=80
)


@given(PLACES)
def test_places_are_read_as_they_were_written(places: list[int]) -> None:
    assert read_places(json.loads(encode_places(places))) == places


def test_places_near_each_other_are_a_letter_each() -> None:
    assert encode_places([5, 6, 19]) == '"fam"'
    assert encode_places(range(3, 8)) == '"daaaa"'
    assert encode_places([]) == '""'


def test_numbers_have_a_capital_letter_for_each_further_digit() -> None:
    assert encode_numbers([0, 26, 25, 675, 676]) == '"aBazZzBAa"'
    assert read_numbers(json.loads(encode_numbers([10_000_000]))) == [10_000_000]


@given(WORDS)
def test_words_are_read_as_they_were_written(words: list[str]) -> None:
    assert read_words(front_coded(words)) == words


def test_words_are_written_by_what_they_do_not_share() -> None:
    assert front_coded(["laser", "lasers", "last"]) == "0laser 5s 3t"


@given(WORDS, st.integers(0, 60))
def test_blocks_hold_every_word_once_and_in_order(words: list[str], size: int) -> None:
    divided = blocks(words, size)
    assert [word for block in divided for word in words[block.start : block.stop]] == words
    assert all(divided)


@given(TEXTS)
def test_a_text_has_the_words_of_its_pieces(text: str) -> None:
    """Pieces are remembered, so a text is never looked at as a whole."""
    found = [match[0].replace("&", "")[:LONGEST_WORD] for match in WORD.finditer(fold(text))]
    words = [word for word in found if len(word) >= SHORTEST_WORD and word not in languages().stop_words]
    assert list(tokenise(text)) == words
    for language in ("en", "lt", "de"):
        assert list(document_stems(text, language)) == [stem(word, language) for word in words]
        terms = [term for word in words for term in unique((word, stem(word, language)))]
        assert list(document_terms(text, language)) == terms
