"""How much each thing counts: read once from weights.yml, where the reasons stand as well."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import msgspec

from inolink.yamlcore import load_trusted


class Topic(msgspec.Struct, frozen=True):
    """Evidence that both sides talk about the same thing."""

    technology: float
    technology_broader: float
    technology_group: float
    ecosystem: float
    words: float
    service: float


class Terms(msgspec.Struct, frozen=True):
    """Conditions that suit both sides."""

    cooperation: float
    country: float
    partner_type: float
    partner_size: float
    region: float
    language: float


class Fit(msgspec.Struct, frozen=True):
    """Factors for what divides two sides."""

    complement: float
    together: float
    organisation: float
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
    words_full: float
    least_topic: float
    terms: Terms
    fit: Fit
    stale_days: int
    least_score: float
    per_subject: int
    candidates: int
    together: frozenset[str]
    outlets: frozenset[str]
    services: Mapping[str, frozenset[str]]
    partner_types: Mapping[str, frozenset[str]]


@cache
def weights() -> Weights:
    """Return the weights."""
    return msgspec.convert(load_trusted((files(__package__) / "weights.yml").read_bytes()), Weights)
