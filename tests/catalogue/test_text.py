import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inolink.catalogue import Spoken, Text
from inolink.parallel import shared_out
from inolink.shelf import Shelf

LANGUAGES = st.sampled_from(["en", "lt", "de", "pl"])


def test_a_text_is_spoken_in_the_language_asked_for() -> None:
    text = Text.of({"en": "cold", "lt": "šaltis", "machine_translated": ["lt"]})
    assert text.spoken("lt", "en") == Spoken("šaltis", "lt", machine=True)
    assert text.get("lt", "en") == "šaltis"


def test_a_text_not_translated_is_spoken_in_the_fallback_and_says_so() -> None:
    assert Text({"lt": "šaltis", "en": "cold"}).spoken("de", "en") == Spoken("cold", "en", machine=False)


def test_a_text_in_other_languages_alone_is_spoken_in_the_first_of_them() -> None:
    assert Text({"pl": "zimno", "lt": "šaltis"}).spoken("de", "en").language == "pl"


@given(st.dictionaries(LANGUAGES, st.text(), min_size=1), LANGUAGES, LANGUAGES)
def test_there_is_always_something_to_say(texts: dict[str, str], language: str, fallback: str) -> None:
    spoken = Text(texts).spoken(language, fallback)
    assert texts[spoken.language] == spoken.text


def test_texts_with_the_same_content_are_the_same() -> None:
    one, other = Text({"en": "a", "lt": "b"}), Text({"lt": "b", "en": "a"})
    assert {one, other} == {one}
    assert one != Text(one.by_language, frozenset({"lt"}))


def test_a_text_cannot_be_changed_or_empty() -> None:
    with pytest.raises(AttributeError):
        Text({"en": "a"}).machine = frozenset()
    with pytest.raises(TypeError):
        Text({"en": "a"}).by_language["en"] = "b"  # type: ignore[index]
    with pytest.raises(ValueError, match="one language"):
        Text({})


@settings(deadline=None)
@given(st.dictionaries(LANGUAGES, st.text(max_size=400), min_size=1))
def test_a_text_too_long_for_memory_is_the_same_text(texts: dict[str, str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        laid, kept = Text(texts, shelf=Shelf(Path(folder))), Text(texts)
        assert laid == kept
        assert hash(laid) == hash(kept)
        assert [laid.spoken(code, "en") for code in texts] == [kept.spoken(code, "en") for code in texts]


def test_copies_of_a_process_read_long_texts_without_getting_into_each_others_way(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    texts = [Text({"en": f"{number} " * 300}, shelf=shelf) for number in range(500)]
    read = list(shared_out(texts, lambda text: text.get("en", "en"), processes=2))
    assert read == [f"{number} " * 300 for number in range(500)]
