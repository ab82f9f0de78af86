"""The matches of the published directory, and of directories made for one test."""

import json
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from inolink.catalogue import Catalogue, build_catalogue
from inolink.matching import Match, Matches, find_matches
from inolink.reading import Vocabularies, load_vocabularies
from inolink.settings import load_settings
from tests.directories import PROJECT, TODAY, Directory, settle

Profile = dict[str, Any]
Matched = Callable[..., Matches]


@pytest.fixture(scope="session")
def vocabularies() -> Vocabularies:
    """Read the vocabularies of the project."""
    return load_vocabularies(PROJECT)


@pytest.fixture(scope="session")
def published() -> Catalogue:
    """Make the catalogue of the directory that the project publishes."""
    return catalogue_of(Directory(PROJECT))


@pytest.fixture(scope="session")
def found(published: Catalogue, vocabularies: Vocabularies) -> Matches:
    """Find all matches of the published directory."""
    return find_matches(published, vocabularies)


@pytest.fixture
def matched(tmp_path: Path, vocabularies: Vocabularies) -> Matched:
    """Find the matches of profiles given by their slugs: `matched(alpha=organisation(…))`."""

    def match(today: date = TODAY, **profiles: Profile) -> Matches:
        return find_matches(catalogue_of(written(tmp_path, profiles), today), vocabularies)

    return match


def catalogue_of(directory: Directory, today: date = TODAY) -> Catalogue:
    """Make the catalogue of a directory in which nothing is wrong."""
    settings, result = load_settings(directory.root), directory.check(today)
    assert [problem.message() for problem in directory.errors(today)] == []
    return build_catalogue(
        result.usable(), today=today, languages=settings.languages, root=directory.root, zone=settings.zone
    )


def written(folder: Path, profiles: Mapping[str, Profile]) -> Directory:
    """Write profiles into a new directory, and offers where a profile brings some."""
    directory = settle(folder / f"made-{len(list(folder.iterdir()))}")
    for slug, profile in profiles.items():
        own = dict(profile)
        for name, offer in own.pop("offers", {}).items():
            directory.write(f"clusters/{slug}/offers/{name}.yml", json.dumps(offer))
        directory.write(f"clusters/{slug}/profile.yml", json.dumps(own))
    return directory


def organisation(name: str, *interests: dict[str, Any], **more: object) -> Profile:
    """Return a profile with the least that one needs."""
    return {
        "name": text(name),
        "organisation_type": "cluster",
        "status": "active",
        "summary": text(f"{name} exists."),
        "sources": ["https://source.example/"],
        "last_reviewed": "2026-11-01",
        **({"interests": list(interests)} if interests else {}),
        **more,
    }


def interest(direction: str, title: str, **more: object) -> dict[str, Any]:
    """Return a standing interest with the least that one needs."""
    least = {"id": "one", "direction": direction, "domain": "business", "title": text(title)}
    return {**least, **more}


def text(words: str) -> dict[str, str]:
    """Return a text that is the same in both languages."""
    return {"en": words, "lt": words}


def kinds_of(matches: Matches, one: str, other: str) -> set[str]:
    """Return what speaks for a pair."""
    (match,) = (match for match in matches.of(one) if match.counterpart == other)
    return {str(reason.kind) for reason in match.reasons}


def told(matches: Matches) -> dict[str, tuple[Match, ...]]:
    """Return all that is said of everybody, the best first."""
    return {key: matches.of(key) for key in matches.keys}
