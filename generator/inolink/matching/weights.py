"""How much each thing counts: read once from weights.yml, where the reasons stand as well."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import msgspec

from inolink.analysis.words import stem, tokenise
from inolink.yamlcore import load_trusted


class Topic(msgspec.Struct, frozen=True):
    """Evidence that both sides talk about the same thing."""

    technology: float
    technology_broader: float
    technology_group: float
    ecosystem: float
    words: float


class Terms(msgspec.Struct, frozen=True):
    """Conditions that suit both sides."""

    cooperation: float
    country: float
    service: float
    partner_type: float
    region: float
    project: float
    partner_size: float
    language: float


class Fit(msgspec.Struct, frozen=True):
    """Factors for what divides two sides."""

    complement: float
    together: float
    organisation: float
    other_field: float
    other_technology: float
    same_trade: float
    other_domain: float
    no_common_form: float
    country: float
    partner_type: float
    stale: float


class Weights(msgspec.Struct, frozen=True):
    """All of weights.yml."""

    topic_share: float
    topic: Topic
    horizontal: float
    inherited: float
    words_full: float
    least_topic: float
    terms: Terms
    fit: Fit
    stale_days: int
    least_score: float
    per_subject: int
    candidates: int
    largest_project: int
    horizontal_ecosystems: frozenset[str]
    together: Mapping[str, frozenset[str]]
    outlets: frozenset[str]
    sales: frozenset[str]
    services: Mapping[str, frozenset[str]]
    empty_meanings: frozenset[str]
    empty_words: Mapping[str, str]
    partner_types: Mapping[str, frozenset[str]]


@cache
def weights() -> Weights:
    """Return the weights."""
    return msgspec.convert(load_trusted((files(__package__) / "weights.yml").read_bytes()), Weights)


@cache
def empty_roots(language: str) -> frozenset[str]:
    """Return the stems of words that tell nothing in a partner search."""
    return frozenset(stem(word, language) for word in tokenise(weights().empty_words.get(language, "")))
