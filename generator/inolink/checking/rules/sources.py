"""What was copied from a public statement names it."""

from collections.abc import Iterator

from inolink.checking.subject import Subject
from inolink.problems import Problem
from inolink.reading.document import FileKind


def transcribed_offer_names_source(subject: Subject) -> Iterator[Problem]:
    """IL301."""
    for offer in subject.records(FileKind.OFFER):
        if offer.text("origin") == "transcribed" and not offer.has("sources"):
            yield offer.problem("IL301", key="sources")
