"""What came of making pages and files: as much as a build has to know of them, and can keep for the next."""

import msgspec

from inolink.publish.crawlers import Listed
from inolink.publish.verify import Findings


class Made(msgspec.Struct, array_like=True):
    """What came of a task, of several, or of all of them."""

    pages: int = 0
    size: int = 0
    """Of all files, in bytes."""
    listed: list[Listed] = []
    """What the sitemap names."""
    folders: set[str] = set()
    """The first folders below the home pages that hold pages, as `closed_folders` wants them."""
    findings: list[Findings] = []
    paths: list[str] = []
    """The files of a single task."""

    def add(self, other: "Made") -> None:
        """Take in what came of another task, but for the paths of its files."""
        self.pages += other.pages
        self.size += other.size
        self.listed += other.listed
        self.folders |= other.folders
        self.findings += other.findings

    def without_paths(self) -> "Made":
        """Return what counts when all tasks are added up."""
        return msgspec.structs.replace(self, paths=[])

    def without_findings(self) -> "Made":
        """Return what is to be told of it beside what the verifier saw."""
        return msgspec.structs.replace(self, findings=[])
