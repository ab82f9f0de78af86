"""What a visitor needs in order to choose a cluster and to write to it."""

from collections.abc import Iterator

from inolink.checking.context import Context
from inolink.problems import Problem
from inolink.reading.document import FileKind

WANTED: tuple[tuple[str, ...], ...] = (
    ("description",),
    ("website",),
    ("contact",),
    ("members",),
    ("ecosystems",),
    ("technologies", "topics"),
    ("services",),
    ("interests",),
)
"""Fields that help to find a partner; one of each group is enough. An offer stands for interests."""

TOLERATED = 3
FINISHED = ("closed", "merged", "dormant")


def profile_says_enough(context: Context) -> Iterator[Problem]:
    """IL484."""
    with_offers = {offer.document.cluster for offer in context.records(FileKind.OFFER)}
    for slug, profile in context.profiles.items():
        missing = [" / ".join(group) for group in WANTED if not any(map(profile.has, group))]
        if slug in with_offers:
            missing = [name for name in missing if name != "interests"]
        if len(missing) > TOLERATED and profile.text("status") not in FINISHED:
            yield profile.problem("IL484", missing=", ".join(missing))
