"""Other words for the same thing find the same entries."""

import pytest

from inolink.reading import Vocabularies
from inolink.search.synonyms import Thesaurus
from tests.search.browser_code import Search
from tests.search.conftest import entry


@pytest.mark.parametrize("query", ["laser", "lazeris", "lazeriai", "lazeriu", "lazerių", "LASERS"])
@pytest.mark.parametrize("language", ["en", "lt"])
def test_a_word_of_either_language_finds_the_same_cluster(query: str, language: str, search: Search) -> None:
    """A visitor need not know in which language something was written."""
    assert "cluster/lasers" in search.keys(query, language)


@pytest.mark.parametrize("query", ["photonics", "fotonika", "optics"])
def test_a_related_word_finds_what_never_says_it(query: str, search: Search) -> None:
    """The text says `light sources`; the group of everyday words does the rest."""
    assert "cluster/lasers" in search.keys(query)


def test_what_a_text_says_itself_is_not_added_again(vocabularies: Vocabularies) -> None:
    """Said twice, a word would count twice."""
    related = set(Thesaurus(vocabularies).related({"en": ["Our lasers"], "lt": []}))
    assert "lt" in {language for language, _ in related}
    assert ("en", "laser") not in related


def test_a_phrase_counts_only_as_a_whole(vocabularies: Vocabularies) -> None:
    """`gas` belongs to natural gas, `natural` alone to nothing."""
    assert not set(Thesaurus(vocabularies).related({"en": ["A natural choice"]}))


def test_terms_bring_their_labels_in_all_languages_and_the_broader_ones(vocabularies: Vocabularies) -> None:
    """A cluster that chose `lasers` need not write the word."""
    found = entry("cluster/x", "X", "X", terms=(("technologies", "lasers"), ("technologies", "unheard")))
    labels = set(Thesaurus(vocabularies).classification(found))
    term = vocabularies["technologies"].term("lasers")
    assert term.broader is not None
    assert set(term.label.items()) <= labels
    assert set(vocabularies["technologies"].term(term.broader).label.items()) <= labels
