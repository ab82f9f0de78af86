"""What pages of one language share that lie equally deep: the words, the way home, and an engine for both.

Parts of templates see these names without being told: an engine reads each part once, not once a page.
"""

from dataclasses import dataclass
from functools import partial

from jinja2 import Environment

from inolink.pages.cards import Cards
from inolink.pages.contact import prepare_message
from inolink.pages.environment import engine_with
from inolink.pages.links import Place, edit_link
from inolink.pages.site import Site
from inolink.pages.speech import Speech


@dataclass(frozen=True)
class Desk:
    """Where pages are written, one after the other."""

    speech: Speech
    engine: Environment


def desk_for(site: Site, place: Place) -> Desk:
    """Return the desk for a page, with nothing on it of the page before."""
    desks = site.desks.by_place
    key = place.language, place.root
    if key not in desks:
        desks[key] = _desk(site, place)
    desk: Desk = desks[key]
    desk.speech.shows_machine_translation = False
    return desk


def _desk(site: Site, place: Place) -> Desk:
    speech = Speech(site, place.language)
    names = {
        "site": site,
        "catalogue": site.catalogue,
        "settings": site.settings,
        "speech": speech,
        "t": speech.texts,
        "count": speech.texts.count,
        "say": speech.say,
        "prose": speech.prose,
        "label": speech.label,
        "when": speech.when,
        "root": place.root,
        "home": place.home,
        "language": speech.language,
        "message": partial(prepare_message, site=site, texts=speech.texts),
        "edit_link": partial(edit_link, site.settings.forge),
    }
    engine = engine_with(names)
    engine.globals["opening_card"] = Cards(engine, speech).opening
    return Desk(speech, engine)
