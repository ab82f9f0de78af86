"""The site's own words, in every language of the site: texts/*.yml, keys to localised texts."""

from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files

from babel import Locale

from inolink.yamlcore import load_trusted

FALLBACK = "en"


class Texts:
    """The words of one language; a missing word is a bug and raises KeyError."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._words = _words(language)
        self._plural = _plural_form(language)

    def __call__(self, key: str, **params: object) -> str:
        """Return the text of a key, its {places} filled with the params."""
        text = self._words[key]
        return text.format(**params) if params else text

    def starting(self, *prefixes: str) -> dict[str, str]:
        """Return all texts whose keys begin so, for a script."""
        return {key: self(key) for key in self._words if key.startswith(prefixes)}

    def count(self, key: str, n: int, **params: object) -> str:
        """Return the text of `<key>.<plural form>` for a number of things, {n} being the number."""
        form = f"{key}.{self._plural(n)}"
        return self(form if form in self._words else f"{key}.other", n=n, **params)


@cache
def _plural_form(language: str) -> Callable[[int], str]:
    return Locale.parse(language).plural_form


@cache
def _words(language: str) -> Mapping[str, str]:
    return {key: spoken.get(language) or spoken[FALLBACK] for key, spoken in _all_texts().items()}


@cache
def _all_texts() -> Mapping[str, Mapping[str, str]]:
    texts: dict[str, Mapping[str, str]] = {}
    folder = files("inolink.pages") / "texts"
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".yml"):
            texts.update(load_trusted(file.read_bytes()))
    return texts
