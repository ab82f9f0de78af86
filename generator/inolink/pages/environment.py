"""The template engine: everything is escaped, and an unknown name is an error."""

from collections.abc import Mapping, MutableMapping
from functools import cache
from types import CodeType
from typing import Any

from jinja2 import BaseLoader, Environment, PackageLoader, StrictUndefined, Template

from inolink.codes import in_language
from inolink.pages import formats
from inolink.pages.compiling import Direct
from inolink.pages.forms import forge_of, named_languages
from inolink.pages.links import logo_path
from inolink.pages.maps.atlas import Atlas
from inolink.pages.markdown import render_markdown
from inolink.pages.suggestions import suggest


class Compiled(BaseLoader):
    """Compiles each template once for all engines."""

    def load(
        self,
        environment: Environment,
        name: str,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002, ARG002  # a copy of the engine's
    ) -> Template:
        """Return a template that sees the globals of its engine."""
        return environment.template_class.from_code(environment, _code(name), environment.globals)


@cache
def environment() -> Environment:
    """Return the engine that knows no site, set up once."""
    # Templates are part of the package: they don't change while a site is built.
    engine = Environment(
        loader=Compiled(),
        autoescape=True,
        auto_reload=False,
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


def engine_with(names: Mapping[str, Any]) -> Environment:
    """Return an engine whose templates all know these names, imported ones too."""
    engine = environment().overlay()
    engine.globals = {**environment().globals, **names}
    return engine


@cache
def _code(name: str) -> CodeType:
    source, filename, _ = PackageLoader("inolink.pages", "templates").get_source(environment(), name)
    return environment().compile(source, name, filename)
