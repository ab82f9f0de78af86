"""Everything that comes from the records: the pages, the search, the logos, and the data for programs."""

# ruff: noqa: PLC0415  # a build of other content needs none of these

from pathlib import Path
from typing import TYPE_CHECKING

from inolink.checking.schemas import FOLDER, SUFFIX
from inolink.publish.logos import logo_files
from inolink.publish.options import Content, Material

if TYPE_CHECKING:
    from inolink.pages import Site


def directory_content(material: Material) -> Content:
    """Return what the site of a checked directory shows."""
    from inolink.contribute import form_files
    from inolink.exports import export_files
    from inolink.pages import render_pages
    from inolink.pages.embed import embed_files
    from inolink.pages.maps.files import map_files
    from inolink.search import build_search
    from inolink.search.catalogue_entries import search_entries

    settings, checked = material.settings, material.checked
    site = catalogue_site(material)
    entries = search_entries(site.catalogue, checked.vocabularies, settings.languages, material.guides)
    search = build_search(entries, checked.vocabularies, settings.languages)
    logos = logo_files(checked.usable_logos())
    exports = export_files(site, _schemas(material.root))
    forms = form_files(material.root, settings, checked)
    files = {**search, **logos, **exports, **map_files(site), **embed_files(site), **forms}
    return Content(render_pages(site), files)


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
