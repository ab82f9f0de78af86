"""Everything that comes from the records: the pages, the search, the logos, and the data for programs."""

# ruff: noqa: PLC0415  # a build of other content needs none of these

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from inolink.checking.schemas import FOLDER, SUFFIX
from inolink.outputs import Files, FileTask
from inolink.publish.logos import logo_files
from inolink.publish.options import Content, Material, PageTask
from inolink.reading.directory import Logo
from inolink.reading.guides import Guide

if TYPE_CHECKING:
    from inolink.pages import Site


def directory_content(material: Material) -> Iterator[Content]:
    """Return what the site of a checked directory shows.

    It doesn't hold on to the values of the documents, so that they can go before the pages come.
    """
    from inolink.contribute import form_tasks
    from inolink.exports import export_tasks

    site, checked = catalogue_site(material), material.checked
    files = form_tasks(material.root, material.settings, checked)
    files.append(partial(_logo_files, checked.usable_logos()))
    pages = _page_tasks(site, material.cache)
    exports = export_tasks(site, _schemas(material.root), material.scratch)
    return _parts(site, material.guides, pages, [*exports, *files])


def _page_tasks(site: "Site", cache: Path | None) -> list[PageTask]:
    from inolink.pages import page_tasks, render_task
    from inolink.publish.kept import KeptPages

    if cache:
        return list(KeptPages.of(cache, site).tasks())
    return [partial(render_task, site, task) for task in page_tasks(site)]


def _parts(
    site: "Site", guides: Iterable[Guide], pages: list[PageTask], files: Iterable[FileTask]
) -> Iterator[Content]:
    """Yield what takes longest first: the index of the search is made beside the pages."""
    from inolink.pages.embed import embed_files
    from inolink.pages.maps.files import map_files

    own = (lambda: embed_files(site).items(), lambda: map_files(site).items())
    yield Content(pages, [partial(_search_files, site, guides), *files, *own])


def _search_files(site: "Site", guides: Iterable[Guide]) -> Files:
    from inolink.search import search_files
    from inolink.search.catalogue_entries import search_entries

    languages, vocabularies = site.settings.languages, site.vocabularies
    return search_files(
        search_entries(site.catalogue, vocabularies, languages, guides), vocabularies, languages
    )


def _logo_files(logos: Iterable[Logo]) -> Files:
    return logo_files(logos).items()


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
        scratch=material.scratch,
    )
    return Site(catalogue, checked.vocabularies, settings, upkeep(checked, catalogue))


def _schemas(root: Path) -> dict[str, bytes]:
    """Return the schemas of the directory's files by their names; the check has read them already."""
    return {file.name: file.read_bytes() for file in sorted((root / FOLDER).glob(f"*{SUFFIX}"))}
