"""How one page speaks: every value of a record in the words of the page's language."""

from datetime import date

from markupsafe import Markup, escape

from inolink.catalogue import PartialDate, Text
from inolink.pages import formats
from inolink.pages.markdown import render_markdown
from inolink.pages.markup import filled
from inolink.pages.site import Site
from inolink.pages.texts import Texts
from inolink.reading.names import country_name, language_name

LONGEST_SYMBOL = 3


class Speech:
    """The words of one page. It remembers whether the page shows a translation made by the directory."""

    def __init__(self, site: Site, language: str) -> None:
        self.site = site
        self.language = language
        self.fallback = site.settings.default_language
        self.texts = Texts(language)
        self.shows_machine_translation = False

    def say(self, text: Text) -> Markup:
        """Return a text; one that is missing in this language is marked with the language that it is in."""
        spoken = text.spoken(self.language, self.fallback)
        self.shows_machine_translation |= spoken.machine
        if spoken.language == self.language:
            return escape(spoken.text)
        return filled('<span lang="{}">{}</span>', spoken.language, spoken.text)

    def plain(self, text: Text) -> str:
        """Return a text without marks, for places that take no markup."""
        return text.get(self.language, self.fallback)

    def prose(self, text: Text) -> Markup:
        """Return a long text, its little Markdown rendered."""
        spoken = text.spoken(self.language, self.fallback)
        self.shows_machine_translation |= spoken.machine
        html = render_markdown(spoken.text)
        if spoken.language == self.language:
            return html
        note = self.texts("site.untranslated")
        return filled('<p class="il-note">{}</p><div lang="{}">{}</div>', note, spoken.language, html)

    def label(self, vocabulary: str, code: object) -> str:
        """Return the label of a code."""
        return self.site.vocabularies[vocabulary].label(str(code), self.language)

    def describe(self, vocabulary: str, code: str) -> str:
        """Return the one-line description of a code; a region abroad has none."""
        listed = self.site.vocabularies[vocabulary]
        described = listed.term(code).description if code in listed else {}
        return described.get(self.language) or described.get(self.fallback, "")

    def country(self, code: str) -> str:
        """Return the name of a country."""
        return country_name(code, self.language)

    def tongue(self, code: str) -> str:
        """Return the name of a language."""
        return language_name(code, self.language)

    def region(self, code: str) -> str:
        """Return the name of a region."""
        return self.label("regions", code)

    def when(self, moment: PartialDate | date) -> Markup:
        """Return a date as a <time> element."""
        spelled = self.date(moment)
        machine = moment.isoformat() if isinstance(moment, date) else str(moment)
        return filled('<time datetime="{}">{}</time>', machine, spelled)

    def date(self, moment: PartialDate | date) -> str:
        """Return a date in words."""
        if isinstance(moment, date):
            return formats.day(moment, self.language)
        return formats.partial(moment, self.language)

    def span(self, start: PartialDate | None, end: PartialDate | None) -> Markup:
        """Return a time from a start to an end, either of which may be unknown."""
        if start and end and str(start) != str(end):
            return filled("{} – {}", self.when(start), self.when(end))
        known = start or end
        return self.when(known) if known else Markup()

    def period(self, start: PartialDate | None, end: PartialDate | None) -> Markup:
        """Return a time that lasts; of one whose start or end is unknown, which of the two is known."""
        if (start and end) or not (start or end):
            return self.span(start, end)
        words = escape(self.texts("site.from" if start else "state.until"))
        return words.format(date=self.span(start, end))

    def number(self, value: float) -> str:
        """Return a number."""
        return formats.number(value, self.language)

    def amount(self, value: float, unit: str | None = None, qualifier: str | None = None) -> str:
        """Return a figure with its unit and how exact it is: `more than 120 000 000 €`."""
        spelled = self._with_unit(value, unit) if unit else formats.number(value, self.language)
        return self.texts(f"qualifier.{qualifier}", value=spelled) if qualifier else spelled

    def _with_unit(self, value: float, unit: str) -> str:
        if unit in self.site.vocabularies["currencies"].codes:
            return formats.money(value, unit, self.language)
        number = formats.number(value, self.language)
        # Units in words stand in the directory's first language; the figure's name says as much.
        in_words = unit.isalpha() and len(unit) > LONGEST_SYMBOL
        return number if in_words and self.language != self.fallback else f"{number} {unit}"
