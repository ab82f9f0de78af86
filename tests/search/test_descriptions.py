"""The terms' files: every term's phrases in all languages, and which terms each entry has."""

from typing import Any

from inolink.reading import Vocabularies
from inolink.search import search_files
from inolink.search.descriptions import CUES, cues
from tests.search.conftest import ENTRIES, LANGUAGES, entry
from tests.search.reading_files import SearchFiles


def terms(vocabularies: Vocabularies, language: str, *entries: Any) -> dict[str, Any]:  # noqa: ANN401 - entries
    """Return the file of one language."""
    files = SearchFiles(search_files(entries or ENTRIES, vocabularies, LANGUAGES))
    found: dict[str, Any] = files.file(f"terms-{language}")
    return found


def described(vocabularies: Vocabularies, kind: str, *entries: Any) -> dict[str, list[str]]:  # noqa: ANN401 - entries
    """Return which entries have which terms of a kind, by their keys."""
    files = SearchFiles(search_files(entries, vocabularies, LANGUAGES))
    keys = [card["key"] for card in files.cards("en")]
    return {code: [keys[place] for place in places] for code, places in files.column(f"terms-{kind}").items()}


def term(file: dict[str, Any], kind: str, code: str) -> dict[str, Any]:
    """Return one term."""
    (found,) = [row for row in file["terms"] if (row["kind"], row["code"]) == (kind, code)]
    return dict(found)


def test_labels_are_in_the_language_of_the_page_and_phrases_in_all(vocabularies: Vocabularies) -> None:
    english, lithuanian = (terms(vocabularies, language) for language in LANGUAGES)
    assert term(english, "technology", "lasers")["label"] == "Lasers"
    assert term(lithuanian, "technology", "lasers")["label"] == "Lazeriai"
    phrases = term(english, "technology", "lasers")["phrases"]
    assert phrases == term(lithuanian, "technology", "lasers")["phrases"]
    assert "laser" in phrases["en"]
    assert "lazer" in phrases["lt"]


def test_an_entry_has_the_terms_that_classify_it_at_its_place_in_the_index(
    vocabularies: Vocabularies,
) -> None:
    lasers = next(one for one in ENTRIES if one.key == "cluster/lasers")
    column = described(vocabularies, "technology", *ENTRIES)
    assert set(column) == {code for name, code in lasers.terms if name == "technologies"}
    assert column["lasers"] == ["cluster/lasers"]


def test_a_term_that_an_entry_has_in_two_ways_is_counted_once(vocabularies: Vocabularies) -> None:
    """Said twice, a place would stand for the next one as well."""
    code = next(iter(vocabularies["cooperation"])).code
    twice = {"terms": (("cooperation", code),), "facets": {"cooperation": (code,)}}
    offers = (entry("offer/x/a", "A", "A", kind="offer", **twice), entry("offer/x/b", "B", "B", kind="offer"))
    assert described(vocabularies, "cooperation", *offers) == {code: ["offer/x/a"]}


def test_what_nobody_can_answer_has_no_terms(vocabularies: Vocabularies) -> None:
    fair = entry("event/x/fair", "Fair", "Mugė", kind="event", facets={"country": ("DE",)})
    assert described(vocabularies, "country", fair) == {}


def test_only_countries_that_somebody_seeks_are_known(vocabularies: Vocabularies) -> None:
    file = terms(vocabularies, "lt")
    assert {row["code"] for row in file["terms"] if row["kind"] == "country"} == {"DE", "SE"}
    assert term(file, "country", "DE")["phrases"][""] == ["germany", "vokietija", "german", "vokieciu"]


def test_a_phrase_that_lost_a_letter_is_left_out(vocabularies: Vocabularies) -> None:
    """`e-health` would be any health."""
    phrases = term(terms(vocabularies, "en"), "technology", "digital-health")["phrases"]
    assert "health" not in phrases["en"]
    assert "sveikat" not in phrases["lt"]


def test_two_letters_count_in_capitals_only(vocabularies: Vocabularies) -> None:
    phrases = term(terms(vocabularies, "en"), "ecosystem", "digital")["phrases"]
    assert "it" in phrases["^"]
    assert "it" not in phrases["en"]


def test_every_misleading_word_is_a_word_of_its_vocabulary(vocabularies: Vocabularies) -> None:
    """One that is left over would hide that it is none any more."""
    for name, words in cues()["misleading"].items():
        spoken = {
            word
            for row in vocabularies[name]
            for texts in (row.label.values(), *row.synonyms.values())
            for word in texts
        }
        assert set(words) - spoken == set(), name


def test_the_browser_gets_every_list_of_cues_in_folded_words(vocabularies: Vocabularies) -> None:
    found = terms(vocabularies, "en")["cues"]
    assert sorted(found) == sorted(CUES)
    assert all(cue == cue.lower() and cue.isascii() for cues_of in found.values() for cue in cues_of)
