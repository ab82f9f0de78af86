"""First stage: files become documents, each value with its line and column, or problems."""

from inolink.reading.directory import Logo, Reading, read_directory
from inolink.reading.document import Document, FileKind, Position
from inolink.reading.vocabularies import Term, Vocabularies, Vocabulary, load_vocabularies

__all__ = [
    "Document",
    "FileKind",
    "Logo",
    "Position",
    "Reading",
    "Term",
    "Vocabularies",
    "Vocabulary",
    "load_vocabularies",
    "read_directory",
]
