"""The model of a form: the schema of one kind of file in one language, as short as the browser needs it."""

from collections.abc import Iterator, Mapping
from typing import Any

from inolink.contribute.patterns import browser_pattern

CHECKED = frozenset(
    {
        *("type", "required", "additionalProperties", "enum", "const", "pattern", "uniqueItems"),
        *("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"),
        *("minimum", "maximum"),
    }
)
"""Keywords that the browser checks by itself; a condition of any other kind is checked on the proposal."""
NAMED = {"x-format": "format", "x-vocabulary": "list", "x-reference": "reference"}
SPOKEN = {"x-label": "label", "x-help": "help", "x-example": "example"}
PARTS = ("items", "if", "then", "else", "contains")
MAPS = ("properties", "patternProperties")
LOCALISED = frozenset({"text", "markdown"})

Schema = Mapping[str, Any]
Model = dict[str, Any]


def form_model(schema: Schema, language: str) -> Model:
    """Return the model of a schema that holds no references."""
    model = {**_own(schema), **_words(schema, language)}
    for part in schema.get("allOf", ()):
        model = _joined(model, form_model(part, language))
    localised = model.get("format") in LOCALISED
    for keyword in MAPS:
        if keyword in schema:
            model[keyword] = {
                (key if keyword == "properties" else browser_pattern(key)): _bare(child)
                if localised
                else form_model(child, language)
                for key, child in schema[keyword].items()
            }
    return model | {
        keyword: form_model(schema[keyword], language)
        for keyword in PARTS
        if isinstance(schema.get(keyword), dict)
    }


def lists_of(schema: Schema) -> Iterator[str]:
    """Yield the names of the lists that a schema's codes come from."""
    for key, value in schema.items():
        if key == "x-vocabulary":
            yield value
        for part in value if isinstance(value, list) else [value]:
            if isinstance(part, dict):
                yield from lists_of(part)


def _own(schema: Schema) -> Model:
    kept = {key: value for key, value in schema.items() if key in CHECKED}
    if "pattern" in kept:
        kept["pattern"] = browser_pattern(kept["pattern"])
    return kept | {NAMED[key]: value for key, value in schema.items() if key in NAMED}


def _words(schema: Schema, language: str) -> Model:
    """Return what a field is called and how it is explained, in one language."""
    words: Model = {}
    for key, name in SPOKEN.items():
        texts = schema.get(key, {})
        spoken = texts.get(language, texts.get("en"))
        if isinstance(spoken, str | int | float):
            words[name] = spoken
    return words


def _bare(schema: Schema) -> Model:
    """Return the model of the text of one language: the field above it has said what it is."""
    return form_model({key: value for key, value in schema.items() if key not in SPOKEN}, "en")


def _joined(model: Model, part: Model) -> Model:
    """Put a part of a schema into the whole; what both of them limit stays apart and is checked twice."""
    spoken = {*SPOKEN.values(), *NAMED.values()}
    if any(key in model and model[key] != value for key, value in part.items() if key not in spoken):
        return {**model, "allOf": [*model.get("allOf", ()), part]}
    return {**part, **model}
