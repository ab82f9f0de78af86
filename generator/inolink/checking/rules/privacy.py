"""No traces of persons: in no text of any record."""

from collections.abc import Iterator

from inolink.checking.context import Context
from inolink.checking.persons import personal_addresses, phone_numbers, titles_of_persons
from inolink.problems import Problem
from inolink.reading.document import Document, Pointer


def addresses_of_offices(context: Context) -> Iterator[Problem]:
    """IL451."""
    for document, pointer, text in _texts(context):
        if "@" in text:
            for address in personal_addresses(text, _names(context, document)):
                yield document.problem("IL451", pointer, value=address)


def no_phone_numbers(context: Context) -> Iterator[Problem]:
    """IL452."""
    for document, pointer, text in _texts(context):
        for number in phone_numbers(text):
            yield document.problem("IL452", pointer, value=number)


def no_names_of_persons(context: Context) -> Iterator[Problem]:
    """IL453."""
    for document, pointer, text in _texts(context):
        for title in titles_of_persons(text):
            yield document.problem("IL453", pointer, honorific=title)


def _texts(context: Context) -> Iterator[tuple[Document, Pointer, str]]:
    """Yield all texts for people, those of fields that the schema doesn't know included."""
    for document in context.documents:
        for pointer, text in _strings(document.value, ()):
            if not text.startswith(("https://", "http://")):
                yield document, pointer, text


def _strings(value: object, pointer: Pointer) -> Iterator[tuple[Pointer, str]]:
    if isinstance(value, str):
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
