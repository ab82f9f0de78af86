"""Other words for the same thing find the same entries."""

import pytest

from inolink.analysis.thesaurus import Thesaurus, stems_of
from inolink.analysis.words import stem
from inolink.reading import Vocabularies
from inolink.search import search_files
from inolink.search.fields import field_terms
from tests.search.browser_code import Search, written
from tests.search.conftest import LANGUAGES, entry


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
    thesaurus = Thesaurus(vocabularies)
    related = set(thesaurus.related(thesaurus.said({"en": ["Our lasers"], "lt": []})))
    assert stems_of("lazeris", "lt") in related
    assert stems_of("laser", "en") not in related


def test_a_phrase_counts_only_as_a_whole(vocabularies: Vocabularies) -> None:
    """`gas` belongs to natural gas, `natural` alone to nothing."""
    assert not Thesaurus(vocabularies).said({"en": ["A natural choice"]})


def test_narrower_words_find_what_says_the_broader_one(vocabularies: Vocabularies) -> None:
    """Who looks for beer is served by who makes beverages; who brews need not make wine."""
    thesaurus = Thesaurus(vocabularies)
    assert stem("alus", "lt") in set(thesaurus.narrower(thesaurus.said({"en": ["Beverages"]})))
    assert stem("wine", "en") not in set(thesaurus.narrower(thesaurus.said({"en": ["A brewery"]})))


def test_the_narrower_word_itself_stands_before_the_broader_one(
    vocabularies: Vocabularies, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """What is only near must not hide what is there."""
    names = {"drinks": ("Drinks", "Gėrimai"), "brewers": ("Brewers of the north", "Šiaurės aludariai")}
    entries = [entry(f"cluster/{key}", *titles) for key, titles in names.items()]
    files = search_files(entries, vocabularies, LANGUAGES)
    with Search(written(files, tmp_path_factory.mktemp("beer"))) as search:
        assert search.keys("beer") == ["cluster/brewers", "cluster/drinks"]


def test_a_word_that_is_only_typed_finds_its_group_but_does_not_bring_it(vocabularies: Vocabularies) -> None:
    """People type `train` for railways; a text that says it mostly means training."""
    thesaurus = Thesaurus(vocabularies)
    assert stems_of("train", "en") in set(thesaurus.related(thesaurus.said({"en": ["Our railways"]})))
    assert stems_of("railway", "en") not in set(
        thesaurus.related(thesaurus.said({"en": ["We train people"]}))
    )


def test_a_long_text_brings_no_further_words(vocabularies: Vocabularies) -> None:
    """It mentions much that an entry is not about."""
    told = entry("cluster/x", "X", "X", text={"en": "We met at a fair for beverages."})
    terms = {term for field in field_terms(told, Thesaurus(vocabularies)) for term in field}
    assert "beverag" in terms
    assert "drink" not in terms


def test_terms_bring_their_labels_in_all_languages_and_the_broader_ones(vocabularies: Vocabularies) -> None:
    """A cluster that chose `lasers` need not write the word."""
    found = entry("cluster/x", "X", "X", terms=(("technologies", "lasers"), ("technologies", "unheard")))
    labels = set(Thesaurus(vocabularies).classification(found.terms))
    term = vocabularies["technologies"].term("lasers")
    assert term.broader is not None
    for each in (term, vocabularies["technologies"].term(term.broader)):
        assert {
            part for language, label in each.label.items() for part in stems_of(label, language)
        } <= labels
