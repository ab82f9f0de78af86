"""What asking for an address comes to."""

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """Classes of answers; what most likely needs a hand comes first."""

    GONE = "gone"
    CERTIFICATE = "wrong-certificate"
    LOOP = "loop"
    NO_ANSWER = "no-answer"
    SERVER_ERROR = "server-error"
    MOVED = "moved"
    UNKNOWN = "unknown"
    """The server answers people, perhaps, but not programs (403, 429): that says nothing of the link."""
    OK = "ok"

    @property
    def sound(self) -> bool:
        """Whether the link leads somewhere, as far as one can tell."""
        return self in {Outcome.OK, Outcome.MOVED}


GONE = frozenset({404, 410})
LEAST_ERROR, LEAST_SERVER_ERROR = 400, 500


def outcome_of(status: int) -> Outcome:
    """Return the class of a status that leads nowhere else."""
    if status < LEAST_ERROR:
        return Outcome.OK
    if status >= LEAST_SERVER_ERROR:
        return Outcome.SERVER_ERROR
    return Outcome.GONE if status in GONE else Outcome.UNKNOWN


@dataclass(frozen=True, slots=True)
class Answer:
    """What one address answered."""

    outcome: Outcome
    detail: str = ""
    """The status, or why there is none."""
    target: str | None = None
    """Where it has moved to for good."""
