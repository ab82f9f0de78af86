"""How the data is cited: whose it is, for which day, in which state of the repository, and where it is."""

from inolink.pages.frames import localised
from inolink.pages.speech import Speech

SHORT_COMMIT = 12


def citation(speech: Speech) -> str:
    """Return a line that can be put into a list of references."""
    site = speech.site
    settings, catalogue = site.settings, site.catalogue
    commit = catalogue.commit[:SHORT_COMMIT] if catalogue.commit else None
    state = speech.texts("data.cite-commit", commit=commit) if commit else ""
    return speech.texts(
        "data.cite",
        author=settings.organisation or settings.site_name,
        year=catalogue.today.year,
        title=speech.texts("data.name", site=settings.site_name),
        day=catalogue.today.isoformat(),
        commit=state,
        url=settings.site_url + localised("data/", speech.language, settings.default_language),
        licence=f" {settings.licence}." if settings.licence else "",
    )
