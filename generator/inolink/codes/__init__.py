"""The texts of every problem code, in every language the program speaks; one YAML file per family of codes.

A file maps a code to its `severity`, `title`, `message`, `remedy`, `explanation` and a `bad` and `good`
example.
Messages may hold `{parameters}`; what fills them is data and is never read as a template again.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from inolink.yamlcore import load_trusted

FALLBACK = "en"
PHRASES = "phrases.yml"


class Severity(StrEnum):
    """How much a problem matters: an error stops a record, a warning and a notice don't."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"

    @property
    def rank(self) -> int:
        """Sort key: what matters most comes first."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True)
class CodeText:
    """What one code means and how to mend it, each text by language."""

    code: str
    severity: Severity
    title: Mapping[str, str]
    message: Mapping[str, str]
    remedy: Mapping[str, str]
    explanation: Mapping[str, str]
    bad: str
    good: str


def in_language(text: Mapping[str, str], language: str) -> str:
    """Return the text in this language, or in English where the program doesn't speak it."""
    return text.get(language) or text[FALLBACK]


@cache
def all_codes() -> Mapping[str, CodeText]:
    """Return the texts of all codes, in the order of the codes."""
    texts: dict[str, CodeText] = {}
    for file in files(__name__).iterdir():
        if file.name.endswith(".yml") and file.name != PHRASES:
            loaded = load_trusted(file.read_bytes())
            texts.update({code: _code_text(code, entry) for code, entry in loaded.items()})
    return MappingProxyType(dict(sorted(texts.items())))


@cache
def phrases() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """Return the words for what the program puts into placeholders: placeholder, value, text by language."""
    loaded: dict[str, dict[str, dict[str, str]]] = load_trusted((files(__name__) / PHRASES).read_bytes())
    return loaded


def phrase(placeholder: str, value: str, language: str) -> str | None:
    """Return the words for a value that the program itself put into a placeholder."""
    texts = phrases().get(placeholder, {}).get(value)
    return in_language(texts, language) if texts else None


def _code_text(code: str, entry: Mapping[str, Any]) -> CodeText:
    texts = {name: {key: text.strip() for key, text in entry[name].items()} for name in _LOCALISED}
    return CodeText(
        code,
        Severity(entry["severity"]),
        bad=entry["bad"].rstrip(),
        good=entry["good"].rstrip(),
        **texts,
    )


_LOCALISED = ("title", "message", "remedy", "explanation")
