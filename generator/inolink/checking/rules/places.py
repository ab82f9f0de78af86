"""A folder needs a profile, a cluster one logo."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import PurePosixPath

from inolink.checking.context import Context
from inolink.problems import Problem
from inolink.reading.directory import Logo


def folder_has_profile(context: Context) -> Iterator[Problem]:
    """IL203: whatever lies in a cluster's folder hangs on the profile."""
    inside = [path for path in context.paths if len(PurePosixPath(path).parts) > 2]  # noqa: PLR2004
    for cluster, paths in groupby(inside, key=lambda path: PurePosixPath(path).parts[1]):
        if cluster not in context.slugs:
            yield Problem.of_file("IL203", next(paths), cluster=cluster)


def one_logo(context: Context) -> Iterator[Problem]:
    """IL205: SVG before PNG before WebP; the others are not used."""
    for cluster, logos in groupby(context.logos, key=lambda logo: logo.cluster):
        for logo in sorted(logos, key=_preference)[1:]:
            yield Problem.of_file("IL205", logo.path, cluster=cluster)


def _preference(logo: Logo) -> int:
    return (".svg", ".png", ".webp").index(PurePosixPath(logo.path).suffix)
