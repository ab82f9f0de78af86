"""The codes that values come from: the directory's vocabularies, and lists that come with the program."""

from collections.abc import Container, Mapping

from inolink.reading.names import country_names, language_names
from inolink.reading.vocabularies import Vocabularies

WITHOUT_FILE = frozenset({"countries", "languages", "nuts"})
"""Names of lists that no file of the directory holds."""

OTHER_COUNTRY_CODES = {"EL": "GR", "UK": "GB"}
"""The letters that the EU uses for two countries."""


def known_codes(name: str, vocabularies: Vocabularies) -> Container[str]:
    """Return the codes of a list."""
    if name == "countries":
        return country_names("en").keys()
    return language_names("en").keys() if name == "languages" else vocabularies[name]


def meanings(name: str, vocabularies: Vocabularies, languages: tuple[str, ...]) -> Mapping[str, str]:
    """Return what an author may have written for a code (labels, other words), each with the code."""
    if name == "countries":
        return _names({language: country_names(language) for language in languages}) | OTHER_COUNTRY_CODES
    if name == "languages":
        return _names({language: language_names(language) for language in languages})
    found: dict[str, str] = {}
    for term in vocabularies[name]:
        words = [word for synonyms in term.synonyms.values() for word in synonyms]
        found |= dict.fromkeys((*words, *term.label.values()), term.code)
    return found | {code: code for code in vocabularies[name].codes}


def _names(by_language: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    return {
        label: code
        for names in by_language.values()
        for code, name in names.items()
        for label in (name, code)
    }
