"""Names of countries and languages in every language of the site, from CLDR."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from babel import Locale, UnknownLocaleError

# CLDR also names unions, the world, and codes reserved for single islands: no ISO 3166-1 countries.
NO_COUNTRIES = frozenset({"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"})
FALLBACK = "en"


def country_name(code: str, language: str) -> str:
    """Return the name of a country; an unknown code stands for itself."""
    return country_names(language).get(code, code)


def language_name(code: str, language: str) -> str:
    """Return the name of a language as it stands within a sentence; an unknown code stands for itself."""
    return language_names(language).get(code, code)


@cache
def country_names(language: str) -> Mapping[str, str]:
    """Return the names of all countries by ISO 3166-1 code."""
    names = {code: name for code, name in _locale(language).territories.items() if _is_country(code)}
    return MappingProxyType(names)


@cache
def language_names(language: str) -> Mapping[str, str]:
    """Return the names of all languages that have a two-letter code (ISO 639-1)."""
    names = {code: name for code, name in _locale(language).languages.items() if len(code) == len("en")}
    return MappingProxyType(names)


def _is_country(code: str) -> bool:
    return len(code) == len("LT") and code.isalpha() and code not in NO_COUNTRIES


def _locale(language: str) -> Locale:
    try:
        return Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return Locale.parse(FALLBACK)
