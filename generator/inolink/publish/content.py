"""Everything that comes from the records: the pages, the search and the logos."""

# ruff: noqa: PLC0415  # a build of other content needs none of these

from inolink.publish.logos import logo_files
from inolink.publish.options import Content, Material


def directory_content(material: Material) -> Content:
    """Return what the site of a checked directory shows."""
    from inolink.catalogue import build_catalogue
    from inolink.pages import Site, render_pages
    from inolink.search import build_search
    from inolink.search.catalogue_entries import search_entries

    settings, checked = material.settings, material.checked
    logos = checked.usable_logos()
    catalogue = build_catalogue(
        checked.usable(),
        today=material.today,
        languages=settings.languages,
        root=material.root,
        logos=logos,
        zone=settings.zone,
    )
    entries = search_entries(catalogue, checked.vocabularies, settings.languages, material.guides)
    search = build_search(entries, checked.vocabularies, settings.languages)
    pages = render_pages(Site(catalogue, checked.vocabularies, settings))
    return Content(pages, {**search, **logo_files(logos)})
