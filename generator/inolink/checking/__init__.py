"""Second stage: documents against their schemas and against the rules beyond them. A problem is a value."""

from inolink.checking.check import CheckResult, check_directory
from inolink.checking.looks import Looks

__all__ = ["CheckResult", "Looks", "check_directory"]
