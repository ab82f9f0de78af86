"""Which files of the search a page asks for."""

import re
from dataclasses import dataclass, field

from playwright.sync_api import Request


@dataclass
class Asked:
    """The search's files that pages asked for."""

    names: list[str] = field(default_factory=list)

    def note(self, request: Request) -> None:
        """Remember a request for one of the files that are named by version."""
        found = re.search(r"/search/[0-9a-f]{16}/(.+)\.json$", request.url)
        if found:
            self.names.append(found[1])

    def some(self, beginning: str) -> list[str]:
        """Return the names that begin like this."""
        return [name for name in self.names if name.startswith(beginning)]
