"""The built site checked before anybody sees it: links, references, headings, languages, slots."""

import os
import zlib
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial
from itertools import chain
from pathlib import Path

from msgspec import json

from inolink.pages.page import Page
from inolink.parallel import shared_out
from inolink.publish.addresses import Addresses, BadLinkError, Target
from inolink.publish.errors import PublishError
from inolink.publish.hang import Frame
from inolink.publish.scan import Scan, full_scan, quick_scan

SHOWN = 20
KNOWN_PAGES = 20_000
"""Pages whose marks are remembered: links to a standing interest come from pages all over the site."""
OPEN_SLOT = "<!--slot:"
HEAD = "head"


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in a page that mustn't be published."""

    page: str
    what: str

    def __str__(self) -> str:
        return f"  /{self.page}: {self.what}"


@dataclass(frozen=True)
class Findings:
    """What an inspector saw of some pages, as it goes from one process to another."""

    faults: tuple[Fault, ...]
    wanted: bytes
    """Every place that a link leads to, with the first page that has such a link; pressed, because a large
    site has millions of them."""

    @classmethod
    def of(cls, faults: Iterable[Fault], wanted: Iterable[tuple[Target, str]]) -> "Findings":
        """Press what was seen."""
        return cls(tuple(faults), zlib.compress(json.encode(list(wanted)), 1))

    @property
    def places(self) -> list[tuple[Target, str]]:
        """Every place that a link leads to, with a page that has such a link."""
        return json.decode(zlib.decompress(self.wanted), type=list[tuple[Target, str]])

    def leading_to(self, paths: Container[str]) -> "Findings | None":
        """Return what leads to any of these paths; None if nothing does."""
        places = [place for place in self.places if place[0][0] in paths]
        return Findings.of(self.faults, places) if places else None


@dataclass
class Inspector:
    """Looks at every page while it is hung; when all are there, it knows which links lead nowhere."""

    site: Path
    addresses: Addresses
    faults: list[Fault] = field(default_factory=list)
    _wanted: dict[Target, str] = field(default_factory=dict)
    """Every place that a link leads to, with the first page that has such a link."""
    _frames: dict[str, Scan] = field(default_factory=dict)

    def fresh(self) -> "Inspector":
        """Return an inspector who has seen the same frames and no page."""
        return Inspector(self.site, self.addresses, _frames=self._frames)

    def frame(self, frame: Frame) -> Scan:
        """Look at a frame, once: what is wrong with it is wrong with all pages that hang in it."""
        if frame.path not in self._frames:
            scan = full_scan(frame.html)
            own = [link for link in scan.links if link[0].startswith("#")]
            scan.links = [link for link in scan.links if not link[0].startswith("#")]
            self.faults += self._link_faults(frame.path, scan)
            # What a frame refers to in its own page must be in each page that hangs in it.
            scan.links = own
            self._frames[frame.path] = scan
        return self._frames[frame.path]

    def document(self, path: str, html: str, language: str) -> None:
        """Look at a page that the site builder made."""
        page, scan = path.removesuffix("index.html"), full_scan(html)
        self.faults += [*_form_faults(page, scan, language, (html,)), *self._link_faults(page, scan)]

    def page(self, frame: Frame, page: Page) -> None:
        """Look at one of our own pages in its frame."""
        around = self.frame(frame)
        if self._page_faults(page, self._scan(page, quick_scan).within(around)):
            self.faults += self._page_faults(page, self._scan(page, _parsed).within(around))

    def findings(self) -> Findings:
        """Return what was seen of the pages so far."""
        return Findings.of(self.faults, self._wanted.items())

    def all_faults(self, findings: Iterable[Findings] = ()) -> list[Fault]:
        """Return what is wrong with the site as a whole; every page must have been looked at."""
        seen = [self.findings(), *findings]
        look = partial(self._dead_links, lru_cache(maxsize=KNOWN_PAGES)(_marks))
        dead: dict[Target, Fault] = {}
        for target, fault in chain.from_iterable(shared_out(seen, look)):
            dead.setdefault(target, fault)
        return [*(fault for each in seen for fault in each.faults), *dead.values()]

    def _scan(self, page: Page, scan: Callable[[Sequence[str]], Scan]) -> Scan:
        """Scan the slots; of full addresses only those in the head are ours, others are a contributor's."""
        head = scan((page.slots[HEAD],))
        body = scan([html for name, html in page.slots.items() if name != HEAD])
        body.links = [link for link in body.links if not link[0].startswith(self.addresses.site_url)]
        return body.within(head)

    def _page_faults(self, page: Page, scan: Scan) -> list[Fault]:
        form = _form_faults(page.path, scan, page.language, page.slots.values())
        return [*form, *self._link_faults(page.path, scan)]

    def _link_faults(self, page: str, scan: Scan) -> Iterator[Fault]:
        for link, fetched in scan.links:
            try:
                target = self.addresses.target(page, link)
            except BadLinkError as error:
                yield Fault(page, f"the link {link} {error}")
                continue
            if target is None:
                if fetched and not link.startswith("data:"):
                    yield Fault(page, f"fetches {link} from elsewhere")
            elif target[0] != page:
                self._wanted.setdefault(target, page)
            elif target[1] not in {"", "top"} and target[1] not in scan.ids:
                yield Fault(page, f"the link {link} leads to a place that isn't in the page")

    def _dead_links(self, marks: Callable[[str], str], seen: Findings) -> list[tuple[Target, Fault]]:
        """Return those of the wanted places that aren't there; `marks` are those of a page."""
        found = ((target, page, self._missing(target, marks)) for target, page in seen.places)
        return [
            (target, Fault(page, f"a link leads to {missing}"))
            for target, page, missing in found
            if missing and self._really_links(page, target)
        ]

    def _missing(self, target: Target, marks: Callable[[str], str]) -> str | None:
        path, fragment = target
        file = f"{self.site}/{_file_of(path)}"
        if not os.path.isfile(file):  # noqa: PTH113  # a path object costs more than the question
            return f"/{path}, which isn't in the site"
        if fragment and f"\n{fragment}\n" not in marks(file):
            return f"/{path}#{fragment}, a place that isn't in that page"
        return None

    def _really_links(self, page: str, target: Target) -> bool:
        """Let a parser say whether it is a link, and not words that look like one."""
        file = self.site / _file_of(page)
        if not file.is_file():
            return True  # a frame, which has left its place
        links = full_scan(file.read_text("utf-8")).links
        return any(self._leads_to(page, link, target) for link, _ in links)

    def _leads_to(self, page: str, link: str, target: Target) -> bool:
        try:
            return self.addresses.target(page, link) == target
        except BadLinkError:
            return False


def demand_no_faults(faults: list[Fault]) -> None:
    """Stop a build whose pages aren't right."""
    if faults:
        more = f"\n  and {len(faults) - SHOWN} more" if len(faults) > SHOWN else ""
        listed = "\n".join(map(str, faults[:SHOWN]))
        raise PublishError(
            f"The built pages aren't right, so the last good site stays:\n{listed}{more}\n"
            "Mend the guide page in docs/ or the template that these pages come from; "
            "write the guide page that isn't there. If a file of assets/ is missing, run `make setup` first: "
            "the browser code is older than the pages."
        )


def _parsed(parts: Sequence[str]) -> Scan:
    return full_scan("".join(parts))


def _form_faults(page: str, scan: Scan, language: str, parts: Iterable[str]) -> Iterator[Fault]:
    if scan.headings != 1:
        yield Fault(page, f"has {scan.headings} headings of the first level instead of one")
    if scan.language != language:
        yield Fault(page, f"says lang={scan.language!r} instead of {language!r}")
    if any(OPEN_SLOT in part for part in parts):
        yield Fault(page, "holds a slot that nobody filled")


def _file_of(path: str) -> str:
    return f"{path}index.html" if not path or path.endswith("/") else path


def names_of(path: str) -> tuple[str, ...]:
    """Return the paths by which a link may name a file: its own, and that of its folder if it is its page."""
    return (path, path.removesuffix("index.html"))


def marks_in(site: Path) -> dict[str, frozenset[str]]:
    """Return all files of a site, and what can be referred to in those that are pages."""
    files = (file for file in sorted(site.rglob("*")) if file.is_file())
    return {
        file.relative_to(site).as_posix(): ids_in(str(file)) if file.suffix == ".html" else frozenset()
        for file in files
    }


def ids_in(file: str) -> frozenset[str]:
    """Return what can be referred to in a page."""
    return frozenset(quick_scan((Path(file).read_text("utf-8"),)).ids)


def _marks(file: str) -> str:
    """Return the same in lines: a tenth of the room for thousands of pages."""
    return "\n".join(("", *sorted(ids_in(file)), ""))
