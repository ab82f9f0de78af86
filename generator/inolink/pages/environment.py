"""The template engine: everything is escaped, and an unknown name is an error."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from inolink.pages import formats


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
    engine.filters["host"] = formats.host
    return engine
