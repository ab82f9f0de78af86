"""The build of a site, step by step; nothing is published before the last one."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from inolink.checking import CheckResult, check_directory
from inolink.pages.page import Page
from inolink.problems import Severity
from inolink.publish.addresses import Addresses
from inolink.publish.content import directory_content
from inolink.publish.crawlers import Listed
from inolink.publish.drawn import Drawn, draw
from inolink.publish.errors import PublishError
from inolink.publish.files import (
    closed_folders,
    extra_files,
    listed_guides,
    pages_among,
    tree_size,
    write_files,
)
from inolink.publish.hang import hang
from inolink.publish.options import BuildOptions, BuildReport, Material, Notify, Source, Step
from inolink.publish.swap import swap, workspace
from inolink.publish.verify import Inspector, demand_no_faults
from inolink.reading.document import FileKind
from inolink.reading.guides import read_guides
from inolink.settings import Settings


def build(
    root: Path,
    settings: Settings,
    options: BuildOptions,
    notify: Notify = lambda _: None,
    source: Source = directory_content,
) -> BuildReport:
    """Build the directory at `root` and put its site into place; records with errors are left out."""
    notify(Step.CHECK)
    checked = check_directory(root, settings, options.today)
    report = BuildReport(checked, options.site_dir)
    if options.strict and report.count(Severity.ERROR) + report.count(Severity.WARNING):
        return report
    _demand_profile(root, checked)
    target = options.site_dir.resolve()
    with _in_one_line(target), workspace(target) as folder:
        guides = read_guides(root, settings.languages)
        material = Material(root, settings, checked, guides, options.today)
        pages = _assemble(material, folder, options, notify, source)
        size = tree_size(folder / "site")
        notify(Step.SWAP)
        swap(folder / "site", target)
    return replace(report, published=True, pages=pages, size=size)


def _assemble(material: Material, folder: Path, options: BuildOptions, notify: Notify, source: Source) -> int:
    """Make the whole site in `folder/site`, verify it, and return how many pages it has."""
    settings, site = material.settings, folder / "site"
    notify(Step.CATALOGUE)
    content = source(material)
    notify(Step.FRAMES)
    make = options.drawings.draw if options.drawings else draw
    drawn = make(material.root, folder, options.builder, material.guides, settings)
    notify(Step.HANG)
    inspector = Inspector(site, Addresses.of(settings))
    hung = list(_hang_all(site, drawn, content.pages, inspector))
    notify(Step.FILES)
    listed = [*listed_guides(material.guides, settings), *filter(None, hung)]
    closed = closed_folders(site, settings)
    write_files(site, {**content.files, **extra_files(material, drawn.rules, listed, closed)})
    notify(Step.VERIFY)
    documents = {**drawn.documents, **pages_among(content.files)}
    for path, html in documents.items():
        inspector.document(path, html, _language_of(path, settings))
    demand_no_faults(inspector.all_faults())
    return len(hung) + len(documents)


def _hang_all(
    site: Path, drawn: Drawn, pages: Iterable[Page], inspector: Inspector
) -> Iterator[Listed | None]:
    """Write and look at each page; yield what the sitemap says of it, which may be nothing."""
    for page in pages:
        frame = drawn.frames[page.frame, page.language]
        hang(site, frame, page)
        inspector.page(frame, page)
        yield Listed(page.path, page.alternates) if page.indexed else None


def _demand_profile(root: Path, checked: CheckResult) -> None:
    if not any(document.kind is FileKind.PROFILE for document in checked.usable()):
        raise PublishError(
            f"{root}: every profile has an error, so nothing can be published. See `inolink check`."
        )


@contextmanager
def _in_one_line(target: Path) -> Iterator[None]:
    """Say in one line that a disk is full, or a file can't be read or written."""
    try:
        yield
    except OSError as error:
        # Libraries raise the same kind for things of their own, such as a missing template: those are bugs.
        if error.errno is None:
            raise
        place = error.filename or target
        raise PublishError(
            f"{place}: {error.strerror or error}. The last good site is as it was. "
            "Give access to it or make room, or name another folder with --site-dir."
        ) from None


def _language_of(path: str, settings: Settings) -> str:
    first = path.partition("/")[0]
    return first if first in settings.languages[1:] else settings.default_language
