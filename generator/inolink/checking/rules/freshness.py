"""A profile is confirmed once a year; half a year before, it asks for it."""

from collections.abc import Iterator

from inolink.checking.subject import Subject
from inolink.problems import Problem
from inolink.reading.document import FileKind

REVIEW_DAYS = 186
STALE_DAYS = 365
AT_WORK = ("active", "emerging")


def profile_is_confirmed(subject: Subject) -> Iterator[Problem]:
    """IL481, IL482: of clusters that are at work."""
    for profile in subject.records(FileKind.PROFILE):
        reviewed = profile.date("last_reviewed")
        if not reviewed or profile.text("status") not in AT_WORK:
            continue
        days = (subject.today - reviewed.latest).days
        if days > REVIEW_DAYS:
            code = "IL482" if days > STALE_DAYS else "IL481"
            yield profile.problem(code, "last_reviewed", days=days, today=subject.today)
