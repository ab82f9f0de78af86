import pytest
from hypothesis import given
from hypothesis import strategies as st

from inolink.catalogue import Spoken, Text

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
