"""Which tables there are, and what stands in their columns."""

from inolink.catalogue import Cluster, Event, Initiative, Offer, Opening, Partnership, Text
from inolink.exports.tables import Column, Fields, Table, Value, Words, codes, table
from inolink.pages import Site
from inolink.pages.frames import localised

TABLES = ("clusters", "offers", "initiatives", "partnerships", "events", "codes")


def all_tables(site: Site) -> tuple[Table, ...]:
    """Return all tables, in the order in which they are shown."""
    catalogue = site.catalogue
    return (
        table("clusters", _clusters(site), catalogue.clusters, site),
        table("offers", _openings(site), catalogue.openings, site),
        table("initiatives", INITIATIVES, catalogue.initiatives, site),
        table("partnerships", PARTNERSHIPS, catalogue.partnerships, site),
        table("events", _events(site), catalogue.events, site),
        codes(site),
    )


def _address(path: str, site: Site) -> str:
    first = site.settings.default_language
    return site.settings.site_url + localised(path, first, first)


def _clusters(site: Site) -> Fields[Cluster]:
    return (
        Column("cluster", lambda each: each.slug),
        Words("name", lambda each: each.name),
        Column("short_name", lambda each: each.profile.short_name),
        Column("organisation_type", lambda each: each.profile.organisation_type),
        Column("status", lambda each: each.profile.status),
        Column("city", lambda each: each.profile.address.city if each.profile.address else None),
        Column("nuts3", lambda each: each.profile.address.nuts3 if each.profile.address else None),
        Column("country", lambda each: each.profile.address.country if each.profile.address else None),
        Column("founded", lambda each: each.profile.founded),
        Column("ecosystems", lambda each: each.profile.ecosystems),
        Column("technologies", lambda each: each.profile.technologies),
        Column("nace", lambda each: each.profile.nace),
        Column("smart_specialisation", lambda each: each.profile.smart_specialisation),
        Column("services", lambda each: dict.fromkeys(service.type for service in each.profile.services)),
        Column("languages", lambda each: each.profile.languages),
        Column("members_total", lambda each: _members(each, "total")),
        Column("members_as_of", lambda each: _members(each, "as_of")),
        Column("members_source", lambda each: _members(each, "source")),
        Column("labels", lambda each: [label.level for label in each.valid_labels]),
        Column("strategy_stage", lambda each: each.strategy.stage if each.strategy else None),
        Column("open_offers", lambda each: len(site.catalogue.open_of(each))),
        Column("initiatives", lambda each: len((*each.initiatives, *each.joined_initiatives))),
        Column("partnerships", lambda each: len((*each.partnerships, *each.joined_partnerships))),
        Words("summary", lambda each: each.profile.summary),
        Words("description", lambda each: each.profile.description, markdown=True),
        Column("website", lambda each: each.profile.website),
        Column("email", lambda each: each.profile.contact.email if each.profile.contact else None),
        Column("merged_into", lambda each: each.profile.merged_into),
        Column("last_reviewed", lambda each: each.profile.last_reviewed),
        Column("last_changed", lambda each: each.last_changed),
        Column("page", lambda each: _address(f"clusters/{each.slug}/", site)),
        Column("sources", lambda each: each.profile.sources),
    )


def _members(cluster: Cluster, what: str) -> Value:
    """Return a part of the newest figure that counts all members."""
    newest = next((each for each in cluster.members if each.total is not None), None)
    value: Value = getattr(newest, what, None)
    return value


def _openings(site: Site) -> Fields[Opening]:
    return (
        Column("reference", lambda each: each.reference),
        Column("kind", lambda each: each.kind),
        Column("cluster", lambda each: each.cluster.slug),
        Column("type", lambda each: each.type.value),
        Column("direction", lambda each: each.direction.value),
        Column("state", lambda each: each.state.value),
        Words("title", lambda each: each.title),
        Words("summary", lambda each: each.text if each.kind == "offer" else None),
        Words("description", _description, markdown=True),
        Column("cooperation", lambda each: each.record.record.cooperation),
        Column("countries", lambda each: each.record.record.countries),
        Column("technologies", lambda each: each.record.record.technologies),
        Column("ecosystems", lambda each: each.ecosystems),
        Column("partner_types", _partner_types),
        Column("on_behalf_of", lambda each: each.on_behalf_of),
        Column("published", _said_on),
        Column("closes", lambda each: each.record.closes if isinstance(each.record, Offer) else None),
        Column("last_changed", lambda each: each.record.last_changed),
        Column("page", lambda each: _address(each.path, site)),
        Column("sources", lambda each: each.record.record.sources),
    )


def _description(opening: Opening) -> Text | None:
    """Return the long text: a standing interest has no other."""
    record = opening.record
    return record.record.description if isinstance(record, Offer) else record.record.text


def _partner_types(opening: Opening) -> Value:
    if isinstance(opening.record, Offer):
        sought = opening.record.record.partner_sought
        return sought.types if sought else None
    return opening.record.record.partner_types


def _said_on(opening: Opening) -> Value:
    """Return when an offer was published, or when an organisation said what it seeks."""
    if isinstance(opening.record, Offer):
        return opening.record.record.published
    return opening.record.record.as_of


INITIATIVES: Fields[Initiative] = (
    Column("initiative", lambda each: each.id),
    Column("cluster", lambda each: each.cluster),
    Words("name", lambda each: each.record.name),
    Column("direction", lambda each: each.record.direction),
    Column("programme", lambda each: each.record.programme),
    Column("number", lambda each: each.record.number),
    Column("start", lambda each: each.record.period.start if each.record.period else None),
    Column("end", lambda each: each.record.period.end if each.record.period else None),
    Column("months", lambda each: each.record.period.duration_months if each.record.period else None),
    Column("budget", lambda each: _budget(each, "total", "amount")),
    Column("budget_currency", lambda each: _budget(each, "total", "currency")),
    Column("eu_funding", lambda each: _budget(each, "eu-funding", "amount")),
    Column("eu_funding_currency", lambda each: _budget(each, "eu-funding", "currency")),
    Column("partners", lambda each: [partner.name for partner in each.record.partners]),
    Column("clusters", lambda each: each.record.clusters),
    Column("countries", lambda each: each.record.countries),
    Words("role", lambda each: each.record.role),
    Words("result", lambda each: each.record.result),
    Column("last_changed", lambda each: each.last_changed),
    Column("sources", lambda each: each.record.sources),
)


def _budget(initiative: Initiative, kind: str, what: str) -> Value:
    """Return a part of the first amount of a kind."""
    found = next((each for each in initiative.record.budget if each.kind == kind), None)
    value: Value = getattr(found, what, None)
    return value


PARTNERSHIPS: Fields[Partnership] = (
    Column("partnership", lambda each: each.id),
    Column("cluster", lambda each: each.cluster),
    Column("partner", lambda each: each.record.partner),
    Column("countries", lambda each: each.record.countries),
    Column("scope", lambda each: each.record.scope),
    Column("kind", lambda each: each.record.kind),
    Column("since", lambda each: each.record.since),
    Column("until", lambda each: each.record.until),
    Words("subject", lambda each: each.record.subject),
    Column("clusters", lambda each: each.record.clusters),
    Column("last_changed", lambda each: each.last_changed),
    Column("sources", lambda each: each.record.sources),
)


def _events(site: Site) -> Fields[Event]:
    return (
        Column("event", lambda each: each.id),
        Column("cluster", lambda each: each.cluster),
        Words("name", lambda each: each.record.name),
        Column("kind", lambda each: each.record.kind),
        Column("state", lambda each: each.state.value),
        Column("start", lambda each: each.record.start),
        Column("end", lambda each: each.record.end),
        Column("place", lambda each: each.record.place),
        Column("country", lambda each: each.record.country),
        Column("online", lambda each: each.record.online),
        Column("clusters", lambda each: each.record.clusters),
        Words("text", lambda each: each.record.text),
        Column("registration", lambda each: each.record.registration),
        Column("last_changed", lambda each: each.last_changed),
        Column("page", lambda each: _address(each.address, site)),
        Column("sources", lambda each: each.record.sources),
    )
