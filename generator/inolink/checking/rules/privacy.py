"""No traces of persons: in no text of any record."""

from collections.abc import Callable, Iterator
from functools import partial

from inolink.checking.context import Context
from inolink.checking.persons import personal_addresses, phone_numbers, titles_of_persons
from inolink.checking.subject import Subject, is_for_people
from inolink.problems import Problem
from inolink.reading.document import Document, Pointer

Finder = Callable[[str], Iterator[str]]


def doubtful_addresses(subject: Subject) -> Iterator[tuple[Pointer, str]]:
    """Yield the texts with addresses of which only the organisation's profile can say whose they are."""
    find = partial(personal_addresses, organisation=())
    if any(True for text in subject.texts if "@" in text for _ in find(text)):
        yield from (
            (way, text) for way, text in _strings(subject.top.value, ()) if any(True for _ in find(text))
        )


def addresses_of_offices(context: Context) -> Iterator[Problem]:
    """IL451."""
    for document in context.documents:
        if texts := context.addresses.get(document.path):
            names = _names(context, document)
            for way, text in texts:
                for address in personal_addresses(text, names):
                    yield document.problem("IL451", way, value=address)


def no_phone_numbers(subject: Subject) -> Iterator[Problem]:
    """IL452."""
    for way, found in _in_texts(subject, phone_numbers):
        yield subject.document.problem("IL452", way, value=found)


def no_names_of_persons(subject: Subject) -> Iterator[Problem]:
    """IL453."""
    for way, found in _in_texts(subject, titles_of_persons):
        yield subject.document.problem("IL453", way, honorific=found)


def _in_texts(subject: Subject, find: Finder) -> Iterator[tuple[Pointer, str]]:
    """Yield what is found in texts for people, each with the way to it."""
    # Hardly any record holds anything of this kind: the ways to its texts are looked for only then.
    if any(True for text in subject.texts for _ in find(text)):
        yield from ((way, found) for way, text in _strings(subject.top.value, ()) for found in find(text))


def _strings(value: object, pointer: Pointer) -> Iterator[tuple[Pointer, str]]:
    if isinstance(value, str):
        if is_for_people(value):
            yield pointer, value
    elif isinstance(value, dict):
        for key, child in value.items():
            yield from _strings(child, (*pointer, key))
    elif isinstance(value, list):
        for index, child in enumerate(value):
            yield from _strings(child, (*pointer, index))


def _names(context: Context, document: Document) -> list[str]:
    """Return the names that the organisation goes by: an address may bear them."""
    profile = context.profiles.get(document.cluster or "")
    if profile is None:
        return [document.cluster or ""]
    also = [name for _, name in profile.texts("also_known_as")]
    return [
        document.cluster or "",
        profile.text("short_name") or "",
        *profile.localised("name").values(),
        *also,
    ]
