"""Dates, numbers and addresses as people of one language write them."""

from datetime import date
from functools import lru_cache
from urllib.parse import urlsplit

from babel.dates import format_date, format_skeleton
from babel.numbers import format_currency, format_decimal, get_currency_precision

from inolink.reading.dates import PartialDate

# English as Europe writes it: the day before the month.
LOCALES = {"en": "en_150"}
# A Lithuanian month bends with the words around it; "of the month of" fits behind all of them.
MONTHS = {"lt": "y 'm'. MMMM 'mėn'."}
remembered = lru_cache(maxsize=10_000)
"""The same dates and numbers come again and again, and CLDR is slow to ask."""


@remembered
def day(value: date, language: str) -> str:
    """Return a day in words: `26 April 2022`."""
    return format_date(value, format="long", locale=LOCALES.get(language, language))


@remembered
def partial(value: PartialDate, language: str) -> str:
    """Return a date as exactly as it is known: a day, a month or a year."""
    if value.day:
        return day(value.earliest, language)
    if value.month and language in MONTHS:
        return format_date(value.earliest, format=MONTHS[language], locale=language)
    if value.month:
        return str(format_skeleton("yMMMM", value.earliest, locale=language, fuzzy=True))
    return str(value.year)


@remembered
def number(value: float, language: str) -> str:
    """Return a number with the separators of the language."""
    return format_decimal(value, locale=language)


@remembered
def money(amount: float, currency: str, language: str) -> str:
    """Return an amount of money; cents only where there are any."""
    digits = get_currency_precision(currency) if amount % 1 else 0
    pattern = "#,##0" + ("." + "0" * digits if digits else "")
    spelled = format_decimal(amount, format=pattern, locale=language)
    if currency == "EUR":
        return f"{spelled} €" if language != "en" else f"€{spelled}"
    return format_currency(amount, currency, locale=language, format=f"{pattern} ¤¤", currency_digits=False)


@remembered
def host(url: str) -> str:
    """Return the part of an address that tells whose it is."""
    name = urlsplit(url).hostname or url
    return name.removeprefix("www.")


def is_web(url: str) -> bool:
    """Tell whether an address can be linked: whatever the check let pass, no page links to a script."""
    return url.startswith(("https://", "http://"))
