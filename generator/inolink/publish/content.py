"""Everything that comes from the records: the pages, the search, the logos, and the data for programs."""

# ruff: noqa: PLC0415  # a build of other content needs none of these

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from inolink.checking.schemas import FOLDER, SUFFIX
from inolink.outputs import Files, FileTask
from inolink.publish.logos import logo_files
from inolink.publish.options import Content, Material, PageTask

if TYPE_CHECKING:
    from inolink.pages import Site


def directory_content(material: Material) -> Iterator[Content]:
    """Return what the site of a checked directory shows, part by part."""
    return _parts(material, catalogue_site(material))


def _parts(material: Material, site: "Site") -> Iterator[Content]:
    """Yield what is searched, and then everything else: what the first holds in memory is gone by then."""
    yield Content(files=[partial(_search_files, material, site)])
    yield Content(_page_tasks(site), [*_record_files(material, site)])


def _search_files(material: Material, site: "Site") -> Files:
    from inolink.search import search_files
    from inolink.search.catalogue_entries import search_entries

    settings, vocabularies = material.settings, material.checked.vocabularies
    entries = search_entries(site.catalogue, vocabularies, settings.languages, material.guides)
    return search_files(entries, vocabularies, settings.languages)


def _page_tasks(site: "Site") -> list[PageTask]:
    from inolink.pages import page_tasks, render_task

    return [partial(render_task, site, task) for task in page_tasks(site)]


def _record_files(material: Material, site: "Site") -> Iterator[FileTask]:
    from inolink.contribute import form_files
    from inolink.exports import export_tasks
    from inolink.pages.embed import embed_files
    from inolink.pages.maps.files import map_files

    settings, checked = material.settings, material.checked
    yield from export_tasks(site, _schemas(material.root), material.scratch)
    yield lambda: form_files(material.root, settings, checked).items()
    yield lambda: embed_files(site).items()
    yield lambda: map_files(site).items()
    yield lambda: logo_files(checked.usable_logos()).items()


def catalogue_site(material: Material) -> "Site":
    """Return what the pages of a checked directory are made from."""
    from inolink.catalogue import build_catalogue
    from inolink.pages import Site
    from inolink.upkeep.freshness import upkeep

    settings, checked = material.settings, material.checked
    catalogue = build_catalogue(
        checked.usable(),
        today=material.today,
        languages=settings.languages,
        root=material.root,
        logos=checked.usable_logos(),
        zone=settings.zone,
    )
    return Site(catalogue, checked.vocabularies, settings, upkeep(checked, catalogue))


def _schemas(root: Path) -> dict[str, bytes]:
    """Return the schemas of the directory's files by their names; the check has read them already."""
    return {file.name: file.read_bytes() for file in sorted((root / FOLDER).glob(f"*{SUFFIX}"))}
