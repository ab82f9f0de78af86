"""Everything that comes from the records: the pages, the search, the logos, and the data for programs."""

# ruff: noqa: PLC0415  # a build of other content needs none of these

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from inolink.checking.schemas import FOLDER, SUFFIX
from inolink.outputs import Files, FileTask
from inolink.publish.fingerprints import Fingerprints
from inolink.publish.kept import Kept
from inolink.publish.logos import logo_files
from inolink.publish.options import Content, Material
from inolink.reading.commits import is_shallow, last_commit
from inolink.reading.directory import Logo
from inolink.reading.guides import Guide
from inolink.remembered import program

if TYPE_CHECKING:
    from inolink.catalogue import Catalogue
    from inolink.pages import Site
    from inolink.publish.watched import Watch


def directory_content(material: Material) -> Iterator[Content]:
    """Return what the site of a checked directory shows.

    It doesn't hold on to the values of the documents, so that they can go before the pages come.
    """
    from inolink.contribute import form_tasks
    from inolink.exports import export_tasks
    from inolink.pages import page_tasks, render_task
    from inolink.pages.embed import embed_tasks

    schemas = _schemas(material.root)
    if material.kept and _as_it_was(material, material.kept, schemas):
        return iter([Content(standing=material.kept.record.pieces)])
    site, checked = catalogue_site(material), material.checked
    watch = _watch(site, material) if material.kept else None
    shown = watch.watched if watch else site
    pages = [partial(render_task, shown, task) for task in page_tasks(shown)]
    files: list[FileTask] = [
        *export_tasks(shown, schemas, material.scratch),
        *form_tasks(material.root, material.settings, checked),
        partial(_logo_files, checked.usable_logos()),
        *embed_tasks(shown),
        partial(_map_files, shown),
    ]
    search = partial(_search_files, shown, material.guides, material.scratch, material.kept)
    # What takes longest goes first: the index of the search is made beside the pages.
    return iter([Content(pages, [search, *files], watch)])


def _as_it_was(material: Material, kept: Kept, schemas: Mapping[str, bytes]) -> bool:
    """Tell what the site is made from; return whether it is what the last one was made from."""
    lists = [(name, list(vocabulary)) for name, vocabulary in material.checked.vocabularies.items()]
    take = Fingerprints().of
    commit, checked = last_commit(material.root), material.checked
    problems = msgspec.json.encode(checked.problems)
    inputs = (checked.digests, problems, material.guides, material.today, commit, is_shallow(material.root))
    kept.begin(take((program(), material.settings, lists, schemas)), take(inputs))
    return kept.whole(material.frames)


def _watch(site: "Site", material: Material) -> "Watch":
    from inolink.publish.watched import Watch

    # What these folders hold is told by the tasks that read it.
    folders = {"root": material.root, "scratch": material.scratch, "kept": material.kept}
    common = {**folders, "settings": material.settings, "lists": site.vocabularies}
    return Watch(site, {**common, **dict(_records(site.catalogue, material.checked.digests))})


def _records(catalogue: "Catalogue", digests: Mapping[str, str]) -> Iterator[tuple[str, object]]:
    """Yield what a file says, under a name that says as much: a digest is there already."""
    from inolink.catalogue import Event, Initiative, Interest, Offer, Partnership

    for cluster in catalogue.clusters:
        yield f"{cluster.path} {digests[cluster.path]}", cluster.profile
        parts = (cluster.interests, cluster.initiatives, cluster.partnerships, cluster.events)
        for entry in chain[Offer | Interest | Initiative | Partnership | Event](cluster.offers, *parts):
            part = entry.slug if isinstance(entry, Offer) else entry.id
            yield f"{entry.path} {digests[entry.path]} {part}", entry.record


def _map_files(site: "Site") -> Files:
    from inolink.pages.maps.files import map_files

    return map_files(site).items()


def _search_files(site: "Site", guides: Iterable[Guide], scratch: Path | None, kept: Kept | None) -> Files:
    from inolink.search import Memory, search_files
    from inolink.search.catalogue_entries import search_entries

    languages, vocabularies = site.settings.languages, site.vocabularies
    entries = search_entries(site.catalogue, vocabularies, languages, guides)
    memory = Memory(kept.folder, kept.state) if kept else None
    return search_files(entries, vocabularies, languages, scratch=scratch, memory=memory)


def _logo_files(logos: Iterable[Logo]) -> Files:
    return logo_files(logos).items()


def catalogue_site(material: Material) -> "Site":
    """Return what the pages of a checked directory are made from."""
    from inolink.catalogue import build_catalogue
    from inolink.matching import Notes
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
    kept, found = material.kept, upkeep(checked, catalogue)
    notes = Notes.of(kept.folder / "notes", kept.state, checked.digests) if kept else None
    return Site(catalogue, checked.vocabularies, settings, found, notes=notes)


def _schemas(root: Path) -> dict[str, bytes]:
    """Return the schemas of the directory's files by their names; the check has read them already."""
    return {file.name: file.read_bytes() for file in sorted((root / FOLDER).glob(f"*{SUFFIX}"))}
