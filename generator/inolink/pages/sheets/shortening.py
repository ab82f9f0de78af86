"""How much of a text fits into a number of lines."""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from inolink.catalogue import Text
from inolink.pages.plain import plain_text
from inolink.pages.speech import Speech

LINE = 72
"""Characters of a line in the sheet's wide column, a few less than fit on average."""


def lines_of(text: str, line: int = LINE) -> int:
    """Return how many lines a text takes."""
    return -(-len(text) // line)


def shortened(text: str, most: int) -> str:
    """Return a text in one line, or as many whole words of it as its room allows."""
    whole = " ".join(text.split())
    if len(whole) <= most:
        return whole
    cut = whole[:most]
    return f"{(cut.rpartition(' ')[0] or cut).rstrip('.,;:–- ')} …"


def short_text(text: Text, most: int, speech: Speech, *, markdown: bool = False) -> Markup:
    """Return the beginning of a text, marked with its language where that isn't the page's own."""
    spoken = text.spoken(speech.language, speech.fallback)
    words = plain_text(spoken.text) if markdown else spoken.text
    return speech.say(Text({spoken.language: shortened(words, most)}, text.machine))


def joined(texts: Iterable[Text], between: str, speech: Speech) -> Text:
    """Return several texts as one; it counts as translated by the directory if one of them is."""
    spoken = [text.spoken(speech.language, speech.fallback) for text in texts]
    whole = between.join(each.text for each in spoken)
    machine = any(each.machine for each in spoken)
    return Text({speech.language: whole}, frozenset({speech.language} if machine else ()))


def shares(needs: Sequence[int], room: int) -> list[int]:
    """Divide a room among those who need it: the modest get what they need, the others the same each."""
    given = [0] * len(needs)
    order = sorted(range(len(needs)), key=lambda place: (needs[place], place))
    for position, place in enumerate(order):
        given[place] = min(needs[place], room // (len(order) - position))
        room -= given[place]
    return given
