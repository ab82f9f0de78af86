"""What people type, read as the schema means it: codes by their names, lists by their commas."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from inolink.checking.codes import known_codes, meanings
from inolink.contribute.models import LOCALISED, Model
from inolink.drafting.words import say
from inolink.errors import UsageError
from inolink.reading.guess import closest, closest_of, fold
from inolink.reading.text import FORBIDDEN
from inolink.reading.vocabularies import Vocabularies

YES = frozenset({"yes", "y", "true", "taip", "t"})
NO = frozenset({"no", "n", "false", "ne"})


class AnswerError(ValueError):
    """An answer that can't be meant; its text says what can."""


@dataclass(frozen=True)
class Field:
    """One field of a record, with what its schema says of it in the language of the questions."""

    way: tuple[str, ...]
    model: Model
    language: str
    """The language of the questions."""

    @property
    def name(self) -> str:
        """Its name as --set writes it."""
        return ".".join(self.way)

    @property
    def label(self) -> str:
        """What readers call it."""
        return str(self.model.get("label", self.name))

    @property
    def localised(self) -> bool:
        """Whether it stands in each language."""
        return self.model.get("format") in LOCALISED

    @property
    def vocabulary(self) -> str | None:
        """The list that its codes come from."""
        found = self.model.get("list") or self.items.get("list")
        return None if found is None else str(found)

    @property
    def items(self) -> Model:
        """The model of what it lists, if it is a list."""
        found = self.model.get("items")
        return found if isinstance(found, dict) else {}

    @property
    def several(self) -> bool:
        """Whether it holds a list."""
        return bool(self.items)


def field_at(model: Model, name: str, language: str) -> tuple[Field, str | None]:
    """Return the field of a dotted name, and the language if the name ends with one."""
    way = name.split(".")
    for depth, part in enumerate(way):
        field = Field(tuple(way[:depth]), model, language)
        if field.localised and depth == len(way) - 1:
            return field, part
        known: Mapping[str, Model] = model.get("properties", {})
        if part not in known:
            guess = closest(part, known)
            hint = (
                f"Did you mean {'.'.join((*way[:depth], guess))}?" if guess else f"Known: {', '.join(known)}."
            )
            raise UsageError(f"{name}: there is no such field. {hint}")
        model = known[part]
    if "properties" in model and model.get("format") not in LOCALISED:
        raise UsageError(
            f"{name}: has fields of its own. Name one of them: {', '.join(model['properties'])}."
        )
    return Field(tuple(way), model, language), None


def read_answer(field: Field, text: str, vocabularies: Vocabularies, languages: tuple[str, ...]) -> object:
    """Return the value that an answer stands for."""
    if sign := FORBIDDEN.search(text):
        raise AnswerError(say("no-sign", field.language, sign=f"U+{ord(sign[0]):04X}"))
    if field.localised:
        return text.strip()
    read = _reader(field, vocabularies, languages)
    if not field.several:
        return read(text.strip())
    parts = [part.strip() for part in text.replace("\n", ",").split(",")]
    return [read(part) for part in parts if part]


def _reader(field: Field, vocabularies: Vocabularies, languages: tuple[str, ...]) -> Callable[[str], object]:
    types = (field.items or field.model).get("type", ())
    kinds = [types] if isinstance(types, str) else types
    if field.vocabulary and "integer" not in kinds:
        return lambda text: _code(field, text, vocabularies, languages)
    readers: Mapping[str, Callable[[str], object]] = {
        "integer": lambda text: _number(field, text, int, words="string" in kinds),
        "number": lambda text: _number(field, text, float),
        "boolean": lambda text: _truth(field, text),
    }
    return next((readers[kind] for kind in kinds if kind in readers), str)


def _code(field: Field, text: str, vocabularies: Vocabularies, languages: tuple[str, ...]) -> str:
    name = str(field.vocabulary)
    if text in known_codes(name, vocabularies):
        return text
    known = meanings(name, vocabularies, languages)
    by_words = {fold(words): code for words, code in known.items()}
    if fold(text) in by_words:
        return by_words[fold(text)]
    raise AnswerError(say("no-code", field.language, text=text, guess=_guess(text, known, field.language)))


def _guess(text: str, known: Mapping[str, str], language: str) -> str:
    found = closest_of(text, known)
    return say("guess", language, code=found) if found else ""


def _number(
    field: Field, text: str, kind: type[int] | type[float], *, words: bool = False
) -> int | float | str:
    """Read a number; where a word may stand for it, the check knows which one."""
    try:
        return kind(text)
    except ValueError:
        if words:
            return text
        raise AnswerError(say("no-number", field.language, text=text)) from None


def _truth(field: Field, text: str) -> bool:
    word = fold(text)
    if word not in YES | NO:
        raise AnswerError(say("no-truth", field.language, text=text))
    return word in YES
