"""The template engine: everything is escaped, and an unknown name is an error."""

from collections.abc import Mapping
from functools import cache
from types import CodeType
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from inolink.codes import in_language
from inolink.pages import formats
from inolink.pages.compiling import Direct
from inolink.pages.forms import forge_of, named_languages
from inolink.pages.links import logo_path
from inolink.pages.maps.atlas import Atlas
from inolink.pages.markdown import render_markdown
from inolink.pages.suggestions import suggest


class Engine(Environment):
    """Reads each template once; they are part of the package and don't change while a site is built."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401  # Jinja's
        super().__init__(**options)
        self.known: dict[str, Template] = {}

    def get_template(self, name: str | Template, *_: object) -> Template:
        """Return a template that sees the globals of this engine."""
        if isinstance(name, Template):
            return name
        if name not in self.known:
            self.known[name] = self.template_class.from_code(self, _code(name), self.globals)
        return self.known[name]


@cache
def environment() -> Engine:
    """Return the engine that knows no site, set up once."""
    engine = Engine(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    engine.code_generator_class = Direct
    engine.filters |= {
        "host": formats.host,
        "is_web": formats.is_web,
        "logo_path": logo_path,
        "markdown": render_markdown,
        "spoken": in_language,
    }
    engine.globals |= {"suggest": suggest, "forge_of": forge_of, "named_languages": named_languages}
    engine.globals["atlas_of"] = Atlas
    return engine


def engine_with(names: Mapping[str, Any]) -> Engine:
    """Return an engine whose templates all know these names, imported ones too."""
    engine = Engine.overlay(environment())
    engine.globals, engine.known = {**environment().globals, **names}, {}
    return engine


@cache
def _code(name: str) -> CodeType:
    source, filename, _ = PackageLoader("inolink.pages", "templates").get_source(environment(), name)
    return environment().compile(source, name, filename)
