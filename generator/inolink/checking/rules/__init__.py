"""All rules beyond the schemas: functions from what they look at to problems.

Rules on one record see nothing but this record, so that records can be looked at in any order and what was
found once can be kept. Rules on several records see the excerpts that `inolink.checking.excerpts` names.
"""

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
from inolink.checking.subject import Subject
from inolink.problems import Problem

RecordRule = Callable[[Subject], Iterable[Problem]]
DirectoryRule = Callable[[Context], Iterable[Problem]]

RECORD_RULES: tuple[RecordRule, ...] = (
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
    lifetimes.outcome_fits_status,
    labels.labels_add_up,
    labels.label_has_a_date,
    references.successor_fits_status,
    references.identifiers_differ,
    privacy.no_phone_numbers,
    privacy.no_names_of_persons,
    figures.figures_have_a_date,
    figures.parts_within_total,
    figures.figures_agree,
    translations.texts_are_translated,
)

DAILY_RULES: tuple[RecordRule, ...] = (
    lifetimes.nothing_from_the_future,
    labels.label_in_the_past,
    freshness.profile_is_confirmed,
)
"""Rules on one record and the day of the check; no other rule may ask for the day."""

DIRECTORY_RULES: tuple[DirectoryRule, ...] = (
    places.folder_has_profile,
    places.one_logo,
    references.cluster_exists,
    references.nothing_refers_to_itself,
    references.former_slug_is_free,
    references.member_is_named,
    privacy.addresses_of_offices,
    completeness.profile_says_enough,
    duplicates.clusters_differ,
    duplicates.offers_differ,
)
