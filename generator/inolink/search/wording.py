"""Texts of records in every language of the directory, and the addresses of pages."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from inolink.catalogue import Text
from inolink.reading.names import country_name

Part = Text | str | None
"""A text by language, or a name, which belongs to no language."""


@dataclass(frozen=True)
class Wording:
    """Says everything in all languages of a directory."""

    languages: tuple[str, ...]
    """The first one is the one that every text must have, and its pages lie at the site's root."""

    def say(self, text: Text | None) -> Mapping[str, str]:
        """Return a text in those languages of the directory that it is there in; one at least, if any."""
        if text is None:
            return {}
        first, spoken = self.languages[0], text.by_language
        known = {code: spoken[code] for code in self.languages if code in spoken}
        return known if first in known else {first: text.get(first, first), **known}

    def gather(self, parts: Iterable[Part]) -> Mapping[str, str]:
        """Join whatever there is; a name is said in every language, since it is inflected in each."""
        said: dict[str, list[str]] = {}
        for part in parts:
            everywhere = dict.fromkeys(self.languages, part) if isinstance(part, str) else self.say(part)
            for language, words in everywhere.items():
                said.setdefault(language, []).append(words)
        return {language: "\n".join(words) for language, words in said.items()}

    def countries(self, codes: Iterable[str]) -> Iterable[Text]:
        """Yield the names of countries."""
        for code in codes:
            yield Text({language: country_name(code, language) for language in self.languages})

    def address(self, path: str) -> Mapping[str, str]:
        """Return where a page lies in each language."""
        first, *others = self.languages
        return {first: path, **{language: f"{language}/{path}" for language in others}}
