"""A small directory of our own making, and its search answered by the browser's code."""

from collections.abc import Iterator
from typing import Any

import pytest

from inolink.reading import Vocabularies, load_vocabularies
from inolink.search import SearchEntry, search_files
from inolink.search.files.dictionary import Sizes
from tests.search.browser_code import ROOT, Search, written

LANGUAGES = ("en", "lt")
SMALL_FILES = Sizes(block=120, shard=400, cards=2)
"""As small as may be, so that a few entries make what ten thousand would."""


def entry(key: str, en: str, lt: str, **more: Any) -> SearchEntry:  # noqa: ANN401 - whatever an entry has
    """Return an entry with the least that one needs."""
    url = {"en": f"{key}/", "lt": f"lt/{key}/"}
    return SearchEntry(key=key, kind=more.pop("kind", "cluster"), url=url, title={"en": en, "lt": lt}, **more)


ENTRIES = (
    entry(
        "cluster/lasers",
        "Laser Technology Cluster",
        "Lazerių technologijų klasteris",
        names=("LASTEK",),
        excerpt={"en": "Makes light sources.", "lt": "Gamina šviesos šaltinius."},
        text={"en": "At home in Kaunas.", "lt": "Įsikūręs Kaune."},
        terms=(("technologies", "lasers"),),
        facets={"technology": ("lasers",), "region": ("LT022",)},
    ),
    entry(
        "cluster/food",
        "Food Cluster",
        "Maisto klasteris",
        names=("Best-Food",),
        text={"en": "Bakers and brewers.", "lt": "Kepėjai ir aludariai."},
        facets={"region": ("LT011",)},
    ),
    entry("cluster/old", "Old Film Cluster", "Senasis kino klasteris", state="archived"),
    entry(
        "offer/lasers/welding",
        "Laser welding for car makers",
        "Lazerinis suvirinimas automobilių gamintojams",
        kind="offer",
        facets={"type": ("technology-offer",), "technology": ("lasers",), "country": ("DE", "SE")},
        published="2026-10-01",
        closes="2026-11-30",
    ),
    entry(
        "offer/food/packaging",
        "Packaging supplier wanted",
        "Ieškoma pakuočių tiekėjo",
        kind="offer",
        facets={"type": ("business-request",), "country": ("DE",)},
        published="2026-11-20",
        closes="2027-11-20",
    ),
    entry(
        "offer/food/past",
        "Packaging machine for sale",
        "Parduodama pakavimo mašina",
        kind="offer",
        facets={"type": ("business-offer",)},
        published="2025-01-01",
        closes="2026-11-22",
    ),
    entry("event/food/fair", "Food fair", "Maisto mugė", kind="event", closes="2026-12-01"),
    entry(
        "guide/about",
        "About the directory",
        "Apie katalogą",
        kind="guide",
        text={"en": "How a laser company is listed."},
    ),
)


@pytest.fixture(scope="session")
def vocabularies() -> Vocabularies:
    """Read the shipped vocabularies."""
    return load_vocabularies(ROOT)


@pytest.fixture(scope="session", params=[Sizes(), SMALL_FILES], ids=["whole", "in-parts"])
def search(
    request: pytest.FixtureRequest, vocabularies: Vocabularies, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Search]:
    """Search the small directory, with its files in one and as those of a large one."""
    folder = tmp_path_factory.mktemp("search")
    with Search(written(search_files(ENTRIES, vocabularies, LANGUAGES, request.param), folder)) as answering:
        yield answering
