"""The built site checked before anybody sees it: links, references, headings, languages, slots."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from inolink.pages.page import Page
from inolink.publish.addresses import Addresses, BadLinkError, Target
from inolink.publish.errors import PublishError
from inolink.publish.hang import Frame
from inolink.publish.scan import Scan, full_scan, quick_scan

SHOWN = 20
OPEN_SLOT = "<!--slot:"
HEAD = "head"


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in a page that mustn't be published."""

    page: str
    what: str

    def __str__(self) -> str:
        return f"  /{self.page}: {self.what}"


@dataclass
class Inspector:
    """Looks at every page while it is hung; when all are there, it knows which links lead nowhere."""

    site: Path
    addresses: Addresses
    faults: list[Fault] = field(default_factory=list)
    _wanted: dict[Target, str] = field(default_factory=dict)
    """Every place that a link leads to, with the first page that has such a link."""
    _frames: dict[str, Scan] = field(default_factory=dict)

    def document(self, path: str, html: str, language: str) -> None:
        """Look at a page that the site builder made."""
        page, scan = path.removesuffix("index.html"), full_scan(html)
        self.faults += [*_form_faults(page, scan, language, (html,)), *self._link_faults(page, scan)]

    def page(self, frame: Frame, page: Page) -> None:
        """Look at one of our own pages in its frame."""
        around = self._frame(frame)
        if self._page_faults(page, self._scan(page, quick_scan).within(around)):
            self.faults += self._page_faults(page, self._scan(page, _parsed).within(around))

    def all_faults(self) -> list[Fault]:
        """Return what is wrong with the site as a whole; every page must have been looked at."""
        return [*self.faults, *self._dead_links()]

    def _scan(self, page: Page, scan: Callable[[Sequence[str]], Scan]) -> Scan:
        """Scan the slots; of full addresses only those in the head are ours, others are a contributor's."""
        head = scan((page.slots[HEAD],))
        body = scan([html for name, html in page.slots.items() if name != HEAD])
        body.links = [link for link in body.links if not link[0].startswith(self.addresses.site_url)]
        return body.within(head)

    def _page_faults(self, page: Page, scan: Scan) -> list[Fault]:
        form = _form_faults(page.path, scan, page.language, page.slots.values())
        return [*form, *self._link_faults(page.path, scan)]

    def _frame(self, frame: Frame) -> Scan:
        if frame.path not in self._frames:
            scan = full_scan(frame.html)
            own = [link for link in scan.links if link[0].startswith("#")]
            scan.links = [link for link in scan.links if not link[0].startswith("#")]
            self.faults += self._link_faults(frame.path, scan)
            # What a frame refers to in its own page must be in each page that hangs in it.
            scan.links = own
            self._frames[frame.path] = scan
        return self._frames[frame.path]

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

    def _dead_links(self) -> Iterator[Fault]:
        files = frozenset(_files(self.site))
        marks: dict[str, set[str]] = {}
        for (path, fragment), page in self._wanted.items():
            file = f"{path}index.html" if not path or path.endswith("/") else path
            if file not in files:
                fault = f"leads to /{path}, which isn't in the site"
            elif fragment and fragment not in self._ids(file, marks):
                fault = f"leads to /{path}#{fragment}, a place that isn't in that page"
            else:
                continue
            if self._really_links(page, (path, fragment)):
                yield Fault(page, f"a link {fault}")

    def _ids(self, file: str, known: dict[str, set[str]]) -> set[str]:
        if file not in known:
            known[file] = quick_scan(((self.site / file).read_text("utf-8"),)).ids
        return known[file]

    def _really_links(self, page: str, target: Target) -> bool:
        """Let a parser say whether it is a link, and not words that look like one."""
        file = self.site / (f"{page}index.html" if not page or page.endswith("/") else page)
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
            "Mend the guide page in docs/ or the template that these pages come from."
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


def _files(site: Path) -> Iterator[str]:
    for folder, _, names in os.walk(site):
        place = os.path.relpath(folder, site)
        yield from (name if place == "." else f"{place}/{name}" for name in names)
