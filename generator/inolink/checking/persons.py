"""Traces of persons in a text: addresses, phone numbers, names.

What is found is masked at once: a report is as public as the record.
"""

import re
import sys
from collections.abc import Collection, Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise

from inolink.reading.guess import fold
from inolink.yamlcore import load_trusted

EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")
URL = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
GAP = r"[ \u00a0]"
PHONE_WORDS = "tel|telephone|telefonas|phone|mob|mobile|mobilusis|fax|faks|faksas"
PHONES = tuple(
    re.compile(pattern.replace("~", GAP), re.IGNORECASE)
    for pattern in (
        # +370 612 34567, +49 (30) 123-456; not +20 000 000, which is a sum.
        r"\+(?!\d{1,3}(?:~\d{3}){1,2}(?!~?\d))\(?\d{1,3}\)?(?:(?:~|[()./-]){0,2}\d){7,12}(?!\d)",
        # 00 370 612 34567
        r"(?<![\d.,-])00~?[1-9]\d{0,2}(?:(?:~|[()./-]){0,2}\d){7,11}(?!\d)",
        # (8 5) 212 3456, 8 (612) 34567
        r"(?<![\d.,-])\(?[08](?:~|-)?\(?\d{1,3}\)(?:~|-)?\d(?:(?:~|-)?\d){4,6}(?!\d)",
        # 8 612 34567, 8-612-34567, 0 612 34567
        r"(?<![\d.,-])[08](?:~|-)\d{3}(?:(?:~|-)?\d){5}(?!\d)",
        # 861234567
        r"(?<![\d.,-])86\d{7}(?!\d)",
        # (030) 123 456
        r"\(0\d{1,4}\)~?\d{2,4}(?:(?:~|-)?\d{2,4}){1,3}(?!\d)",
        # tel. 5 212 3456
        rf"\b(?:{PHONE_WORDS})\b\.?(?:~|:)*(?!(?:19|20)\d\d\b)\(?\d(?:(?:~|[()/-]){{0,2}}\d){{5,12}}",
    )
)
DIGIT = re.compile(r"\d")
SIX_DIGITS = re.compile(r"(?:\d\D*+){6}")
MANY_DIGITS = re.compile(r"\d(?:[ \u00a0()./-]{0,3}\d){5}")
"""What every phone number is at least: digits with little between them."""
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
# What may stand between a title and a name, before a capital or a letter that may be one.
BEFORE_CAPITAL = re.compile(r"[\s.:,–—-](?=[A-Z\u00c0-\U0010ffff])")
BETWEEN = "".join(sign for sign in map(chr, range(0x3001)) if sign.isspace() or sign in ".:,–—-")
LONGEST_WORD = 40
AFTER_TITLE = re.compile(r"\.?[\s:,–—-]{0,3}\Z")
AFTER_INITIAL = re.compile(r"\.?\s?\Z")
BETWEEN_NAMES = re.compile(r"\s\Z")
LONGEST_OFFICE = 3
LONGEST_NAME = 4
PAIR = 2
TELLING_LENGTH = 4


def personal_addresses(text: str, organisation: Collection[str]) -> Iterator[str]:
    """Yield the e-mail addresses that neither name an office nor bear a name of the organisation."""
    for found in EMAIL.finditer(URL.sub(" ", text)):
        local, _, domain = found.group().rpartition("@")
        if not _is_role(local, [domain.rpartition(".")[0], *organisation]):
            yield f"{local[:1]}…@{domain}"


def phone_numbers(text: str) -> Iterator[str]:
    """Yield the beginning of the first phone number."""
    plain = URL.sub(" ", text) if DIGIT.search(text) and SIX_DIGITS.search(text) else ""
    if not MANY_DIGITS.search(plain):
        return
    if found := next((match for pattern in PHONES if (match := pattern.search(plain))), None):
        yield f"{found.group()[:4].rstrip()}…"


def titles_of_persons(text: str) -> Iterator[str]:
    """Yield the words after which the name of a person stands."""
    if not _may_hold_title(text):
        return
    words = list(WORD.finditer(text))
    for end, (before, word) in enumerate(pairwise(words), 1):
        if not word.group()[0].isupper() or not _may_end_title(before.group()):
            continue
        if title := _title(text, words, end):
            yield title


def _may_hold_title(text: str) -> bool:
    """Whether a word before a capital may end a title; hardly any text holds one."""
    for found in BEFORE_CAPITAL.finditer(text):
        before = text[max(0, found.start() - LONGEST_WORD) : found.start()].rstrip(BETWEEN)
        start = len(before)
        while start and before[start - 1].isalpha():
            start -= 1
        if _may_end_title(before[start:]):
            return True
    return False


@lru_cache(maxsize=50_000)
def _may_end_title(word: str) -> bool:
    """Whether a title may end with this word: few do."""
    return fold(word) in _endings()


def _is_role(local: str, names: Sequence[str]) -> bool:
    folded = fold(local)
    tokens = [token for token in re.split(r"[._+\d-]+", folded) if len(token) >= TELLING_LENGTH]
    if folded in _words("roles") or any(token in _words("roles") for token in tokens):
        return True
    return any(_bears(token, fold(name)) for name in names for token in (folded, *tokens))


def _bears(token: str, name: str) -> bool:
    """Whether a part of an address is the organisation's name, one of its words, or its initials."""
    words = [word for word in re.split(r"[^a-z]+", name) if word]
    initials = "".join(word[0] for word in words)
    if len(token) >= PAIR and token in (*words, "".join(words), initials):
        return True
    telling = [word for word in words if len(word) >= TELLING_LENGTH]
    return len(token) > PAIR and any(word in token or token in word for word in telling)


def _title(text: str, words: Sequence[re.Match[str]], end: int) -> str | None:
    """Return the longest title that ends before this word and is followed by a person's name."""
    names = list(_names(text, words[end - 1 : end + LONGEST_NAME]))
    if not names or any(_of_organisation(name) for name in names):
        return None
    for start in range(max(0, end - LONGEST_OFFICE), end):
        title = text[words[start].start() : words[end - 1].end()]
        if len(names) >= _names_needed(fold(title), text[words[end - 1].end()]):
            return title
    return None


def _names_needed(title: str, following: str) -> int:
    """Return how many names must follow a title to be a person's; more than there are if it is no title."""
    if title in _words("honorifics"):
        return 1
    if title in _words("offices") or (title in _words("short_honorifics") and following == "."):
        return PAIR
    return sys.maxsize


def _names(text: str, words: Sequence[re.Match[str]]) -> Iterator[str]:
    """Yield the capitalised words that follow the first one without anything but spaces between."""
    allowed = AFTER_TITLE
    for before, word in pairwise(words):
        if not word.group()[0].isupper() or not allowed.match(text[before.end() : word.start()]):
            return
        yield word.group()
        allowed = AFTER_INITIAL if len(word.group()) == 1 else BETWEEN_NAMES


def _of_organisation(name: str) -> bool:
    shouted = name.isupper() and len(name) > 1
    return shouted or fold(name).startswith(tuple(_words("organisation_words")))


@cache
def _endings() -> frozenset[str]:
    titles = (title for kind in ("honorifics", "offices", "short_honorifics") for title in _words(kind))
    return frozenset(title[start:] for title in titles for start in _starts_of_words(title))


def _starts_of_words(text: str) -> Iterator[int]:
    return (place for place in range(len(text)) if place == 0 or not text[place - 1].isalpha())


@cache
def _words(kind: str) -> frozenset[str]:
    words = load_trusted((files("inolink.checking") / "words.yml").read_bytes())
    return frozenset(words[kind])
