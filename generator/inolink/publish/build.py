"""The build of a site, step by step; nothing is published before the last one."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import chain
from pathlib import Path

from inolink.checking import CheckResult, Looks, check_directory
from inolink.problems import Severity
from inolink.publish.addresses import Addresses
from inolink.publish.content import directory_content
from inolink.publish.drawings import Drawings
from inolink.publish.drawn import Drawn, drawing, fingerprint
from inolink.publish.errors import PublishError
from inolink.publish.files import closed_folders, extra_files, listed_guides, tree_size, write_files
from inolink.publish.kept import Kept, kept_in
from inolink.publish.made import Made
from inolink.publish.making import Maker, first_folder, language_of
from inolink.publish.options import BuildOptions, BuildReport, Content, Material, Notify, Source, Step
from inolink.publish.swap import swap, workspace
from inolink.publish.verify import Inspector, demand_no_faults, marks_in
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
    target = options.site_dir.resolve()
    with _in_one_line(target), workspace(target) as folder, kept_in(options.cache) as kept:
        guides = read_guides(root, settings.languages)
        drawings = options.drawings or (Drawings(kept.folder / "frames") if kept else None)
        make = drawings.drawing if drawings else drawing
        with make(root, folder, options.builder, guides, settings) as draw:
            looks = _looks(options, kept)
            checked = check_directory(root, settings, options.today, looks=looks, scratch=folder)
            del looks
            report = BuildReport(_without_values(checked), options.site_dir)
            if options.strict and report.count(Severity.ERROR) + report.count(Severity.WARNING):
                return report
            _demand_profile(root, checked)
            notify(Step.CATALOGUE)
            frames = drawings.frames if drawings else None
            material = Material(root, settings, checked, guides, options.today, kept, frames, folder)
            content = source(material)
            # The catalogue has all that is published; what it was made from would only take memory.
            del checked
            material = replace(material, checked=report.checked)
            made = _assemble(material, folder / "site", draw, notify, content)
        notify(Step.SWAP)
        swap(folder / "site", target)
    return replace(report, published=True, pages=made.pages, size=made.size)


def _looks(options: BuildOptions, kept: Kept | None) -> Looks | None:
    """Return what was found in the files before; without `serve`, nobody needs it after the check."""
    return options.looks or (Looks.of(kept.folder) if kept else None)


def _without_values(checked: CheckResult) -> CheckResult:
    """Return what a check found, without what the files say."""
    return replace(checked, documents=tuple(replace(each, content={}) for each in checked.documents))


def _assemble(
    material: Material, site: Path, draw: Callable[[], Drawn], notify: Notify, content: Iterable[Content]
) -> Made:
    """Make the whole site in its folder, verify it, and return what was made."""
    notify(Step.FRAMES)
    drawn, kept = draw(), material.kept
    marks = marks_in(site) if kept else {}
    if kept:
        kept.hang_in(fingerprint(drawn.frames))
    made = _guide_pages(drawn, site, material.settings)
    notify(Step.HANG)
    inspector = Inspector(site, Addresses.of(material.settings))
    _inspect_drawn(drawn, inspector, material.settings)
    made.add(Maker(site, material.settings, drawn.frames, inspector, kept).make(content))
    notify(Step.FILES)
    listed = [*listed_guides(material.guides, material.settings), *made.listed]
    closed = closed_folders(made.folders, material.settings)
    made.size += write_files(site, extra_files(material, drawn.rules, listed, closed))
    notify(Step.VERIFY)
    seen = chain(made.findings, kept.in_doubt(site, marks) if kept else ())
    demand_no_faults(inspector.all_faults(seen))
    if kept:
        kept.save(marks)
    return made


def _guide_pages(drawn: Drawn, site: Path, settings: Settings) -> Made:
    folders = {first_folder(path, settings) for path in drawn.documents}
    return Made(len(drawn.documents), tree_size(site), folders=folders)


def _inspect_drawn(drawn: Drawn, inspector: Inspector, settings: Settings) -> None:
    for frame in drawn.frames.values():
        inspector.frame(frame)
    for path, html in drawn.documents.items():
        inspector.document(path, html, language_of(path, settings))


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
