"""All files of a directory, each tidy, untidy or unreadable."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from inolink.plainfile import read_bytes
from inolink.problems import Problem
from inolink.reading.directory import read_directory
from inolink.reading.progress import Track, quietly
from inolink.reading.text import LARGEST_FILE
from inolink.upkeep.tidy import tidy


@dataclass(frozen=True, slots=True)
class Tidied:
    """What tidying a file comes to."""

    path: str
    before: bytes
    after: bytes

    @property
    def changed(self) -> bool:
        """Whether the file was untidy."""
        return self.before != self.after


def tidied_files(
    root: Path, wanted: Callable[[str], bool], track: Track = quietly
) -> Iterator[Tidied | Problem]:
    """Yield what tidying makes of each wanted file; a file that can't be read is yielded as its problem."""
    reading = read_directory(root, track)
    yield from (problem for problem in reading.problems if wanted(problem.path))
    readable = [document for document in reading.documents if wanted(document.path)]
    for document in track("Tidying", readable):
        data = read_bytes(root / document.path, LARGEST_FILE + 1)
        made = tidy(document.path, document.kind, data)
        yield made if isinstance(made, Problem) else Tidied(document.path, data, made)
