"""The short lists that a form offers for choice, in one language."""

from typing import Any

from inolink.reading.names import country_names, language_names
from inolink.reading.vocabularies import Vocabularies, Vocabulary

EXPLAINED_UP_TO = 20
"""A longer list comes without the explanations of its terms."""
REGIONS = "nuts"

Choice = list[str]
"""Code, label, and where there are any: the code of the broader term, an explanation."""


def choices(name: str, vocabularies: Vocabularies, language: str) -> list[Choice]:
    """Return what can be chosen from a list, in the order in which it is shown."""
    if name == "countries":
        return _by_name(country_names(language))
    if name == "languages":
        return _by_name(language_names(language))
    if name == REGIONS:
        regions = vocabularies.get("regions")
        return (
            [choice for choice in _terms(regions, language) if len(choice[0]) == len("LT011")]
            if regions
            else []
        )
    return _terms(vocabularies[name], language)


def _by_name(names: Any) -> list[Choice]:  # noqa: ANN401  # a mapping from codes to names
    return [[code, name] for code, name in sorted(names.items(), key=lambda pair: (pair[1], pair[0]))]


def _terms(vocabulary: Vocabulary, language: str) -> list[Choice]:
    explained = len(vocabulary) <= EXPLAINED_UP_TO
    return [
        _trimmed(
            [
                term.code,
                vocabulary.label(term.code, language),
                term.broader or "",
                (term.description.get(language) or term.description.get("en", "")) if explained else "",
            ]
        )
        for term in vocabulary
    ]


def _trimmed(choice: Choice) -> Choice:
    while choice[-1] == "":
        choice.pop()
    return choice
