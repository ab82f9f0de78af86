"""What a change does, for those who decide on it: in plain words, without reading the files."""

from inolink.checking.changes.changes import Changes, changes_since
from inolink.checking.changes.writing import WRITERS

__all__ = ["WRITERS", "Changes", "changes_since"]
