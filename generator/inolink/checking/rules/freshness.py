"""A profile is confirmed once a year; half a year before, it asks for it."""

from collections.abc import Iterator

from inolink.checking.context import Context
from inolink.problems import Problem

REVIEW_DAYS = 186
STALE_DAYS = 365
AT_WORK = ("active", "emerging")


def profile_is_confirmed(context: Context) -> Iterator[Problem]:
    """IL481, IL482: of clusters that are at work."""
    for profile in context.profiles.values():
        reviewed = profile.date("last_reviewed")
        if not reviewed or profile.text("status") not in AT_WORK:
            continue
        days = (context.today - reviewed.latest).days
        if days > REVIEW_DAYS:
            code = "IL482" if days > STALE_DAYS else "IL481"
            yield profile.problem(code, "last_reviewed", days=days, today=context.today)
