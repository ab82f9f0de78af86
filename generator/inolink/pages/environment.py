"""The template engine: everything is escaped, and an unknown name is an error."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from inolink.codes import in_language
from inolink.pages import formats
from inolink.pages.forms import forge_of, named_languages
from inolink.pages.links import logo_path
from inolink.pages.maps.atlas import Atlas
from inolink.pages.markdown import render_markdown
from inolink.pages.suggestions import suggest


@cache
def environment() -> Environment:
    """Return the engine, set up once."""
    engine = Environment(
        loader=PackageLoader("inolink.pages", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
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
