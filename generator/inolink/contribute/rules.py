"""What the rules beyond the schemas know, as data: the browser runs the same rules on the same numbers."""

import re
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from inolink.checking import addresses, persons, validity
from inolink.checking.rules import completeness, figures, freshness, lifetimes, periods, references, regions
from inolink.checking.rules import offers as offer_rules
from inolink.checking.rules import values as value_rules
from inolink.contribute.patterns import browser_pattern
from inolink.reading import guess, text
from inolink.reading.vocabularies import Vocabularies
from inolink.settings import Settings
from inolink.yamlcore import load_trusted

ON_THE_PROPOSAL = ("IL1", "IL2", "IL310", "IL443", "IL485")
"""The codes, or how they begin, of what only a check of the whole directory can find."""


def rule_data(vocabularies: Vocabularies, settings: Settings) -> dict[str, Any]:
    """Return what the rules are made of, in no language."""
    return {
        "languages": settings.languages,
        "country": settings.country,
        "proposal": ON_THE_PROPOSAL,
        "periods": periods.PAIRS,
        "offers": _offers(vocabularies),
        "labels": _labels(vocabularies),
        "figures": {"parts": figures.PARTS, "all": figures.MEMBER_FIGURES},
        "freshness": {
            "review": freshness.REVIEW_DAYS,
            "stale": freshness.STALE_DAYS,
            "status": freshness.AT_WORK,
        },
        "completeness": {
            "wanted": completeness.WANTED,
            "tolerated": completeness.TOLERATED,
            "finished": completeness.FINISHED,
        },
        "identified": {kind.value: key for kind, key in references.LISTS.items()} | {"profile": "interests"},
        "persons": _persons(),
        "addresses": _addresses(),
        "forbidden": browser_pattern(text.FORBIDDEN),
        "largest": text.LARGEST_FILE,
        "slug": guess.LONGEST_SLUG,
        "regions": _regions(),
    }


def _offers(vocabularies: Vocabularies) -> dict[str, Any]:
    types = vocabularies["offer-types"]
    forms = vocabularies["cooperation"]
    return {
        "lifetime": lifetimes.LIFETIME.days,
        "longest": lifetimes.LONGEST_LIFETIME.days,
        "notice": lifetimes.EXTENSION_NOTICE.days,
        "long_word": offer_rules.LONG_WORD,
        "types": {
            term.code: {key: term.extra.get(key, ()) for key in ("mandatory", "excluded")} for term in types
        },
        "cooperation": {
            term.code: {
                "types": term.extra.get("offer_types", ()),
                "names": [
                    *term.label.values(),
                    *(word for words in term.synonyms.values() for word in words),
                ],
            }
            for term in forms
        },
    }


def _labels(vocabularies: Vocabularies) -> dict[str, Any]:
    return {
        "levels": vocabularies["label-levels"].codes,
        "first": validity.FIRST_MONTHS,
        "renewal": validity.RENEWAL_MONTHS,
        "grace": validity.GRACE_MONTHS,
        "between": validity.BETWEEN_LEVELS_MONTHS,
    }


def _persons() -> dict[str, Any]:
    patterns: Mapping[str, re.Pattern[str]] = {
        "email": persons.EMAIL,
        "url": persons.URL,
        "word": persons.WORD,
        "after_title": persons.AFTER_TITLE,
        "after_initial": persons.AFTER_INITIAL,
        "between_names": persons.BETWEEN_NAMES,
    }
    words: dict[str, list[str]] = load_trusted((files("inolink.checking") / "words.yml").read_bytes())
    return {
        "patterns": {name: browser_pattern(pattern) for name, pattern in patterns.items()},
        "phones": [browser_pattern(pattern) for pattern in persons.PHONES],
        "words": words,
        "longest_office": persons.LONGEST_OFFICE,
        "longest_name": persons.LONGEST_NAME,
        "telling": persons.TELLING_LENGTH,
    }


def _addresses() -> dict[str, Any]:
    return {
        "email": browser_pattern(addresses.EMAIL),
        "unsafe": browser_pattern(addresses.UNSAFE),
        "schemes": addresses.SCHEMES,
        "port": addresses.HIGHEST_PORT,
        "alphabets": addresses.ALPHABETS,
        "link": browser_pattern(value_rules.LINK),
    }


def _regions() -> dict[str, Any]:
    return {"letters": regions.NUTS_COUNTRIES, "known": sorted(regions.european_regions())}


def beyond_the_browser(code: str) -> bool:
    """Whether only the check of a proposal can find problems of this code."""
    return code.startswith(ON_THE_PROPOSAL)
