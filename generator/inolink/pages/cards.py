"""Cards of openings: the same ones stand in many lists, so the last thousands are remembered."""

from collections import OrderedDict
from dataclasses import dataclass, field

from jinja2 import Environment
from markupsafe import Markup

from inolink.catalogue import Opening
from inolink.pages.speech import Speech

MOST_REMEMBERED = 8_000
"""A card takes about a kilobyte."""


@dataclass
class Cards:
    """Draws cards in the words of one language, with links from one depth."""

    engine: Environment
    speech: Speech
    _known: OrderedDict[tuple[str, int, bool], tuple[Markup, bool]] = field(default_factory=OrderedDict)
    """Each card, and whether it shows a text that the directory translated."""

    def opening(self, opening: Opening, level: int = 3, named: bool = True) -> Markup:  # noqa: FBT001, FBT002
        """Return the card of an offer, a request or a standing interest."""
        key = opening.key, level, named
        if key not in self._known:
            self._known[key] = self._drawn(opening, level, named=named)
            if len(self._known) > MOST_REMEMBERED:
                self._known.popitem(last=False)
        self._known.move_to_end(key)
        card, machine = self._known[key]
        self.speech.shows_machine_translation |= machine
        return card

    def _drawn(self, opening: Opening, level: int, *, named: bool) -> tuple[Markup, bool]:
        before, self.speech.shows_machine_translation = self.speech.shows_machine_translation, False
        card = self.engine.get_template("parts/cards.html").module.opening(opening, level, named)  # type: ignore[attr-defined]
        machine, self.speech.shows_machine_translation = self.speech.shows_machine_translation, before
        return card, machine
