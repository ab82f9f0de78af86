"""All rules beyond the schemas: functions from the context to problems, in the order in which they run."""

from collections.abc import Callable, Iterable

from inolink.checking.context import Context
from inolink.checking.rules import (
    completeness,
    duplicates,
    figures,
    freshness,
    labels,
    lifetimes,
    offers,
    periods,
    places,
    privacy,
    references,
    regions,
    sources,
    translations,
    values,
)
from inolink.problems import Problem

Rule = Callable[[Context], Iterable[Problem]]

RULES: tuple[Rule, ...] = (
    places.folder_has_profile,
    places.logo_is_safe,
    places.one_logo,
    values.values,
    sources.transcribed_offer_names_source,
    periods.dates_in_order,
    regions.region_fits_country,
    offers.mandatory_fields,
    offers.fields_of_other_types,
    offers.cooperation_allowed,
    offers.cooperation_named,
    lifetimes.offer_runs_too_long,
    lifetimes.extension_in_time,
    lifetimes.call_dates_fit,
    lifetimes.nothing_from_the_future,
    lifetimes.outcome_fits_status,
    labels.label_in_the_past,
    labels.labels_add_up,
    labels.label_has_a_date,
    references.cluster_exists,
    references.nothing_refers_to_itself,
    references.former_slug_is_free,
    references.member_is_named,
    references.successor_fits_status,
    references.identifiers_differ,
    privacy.addresses_of_offices,
    privacy.no_phone_numbers,
    privacy.no_names_of_persons,
    figures.figures_have_a_date,
    figures.parts_within_total,
    figures.figures_agree,
    freshness.profile_is_confirmed,
    translations.texts_are_translated,
    completeness.profile_says_enough,
    duplicates.clusters_differ,
    duplicates.offers_differ,
)
