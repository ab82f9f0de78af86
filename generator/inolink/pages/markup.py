"""HTML with places that are filled: whatever is put there is escaped, unless it is HTML already."""

from markupsafe import Markup, escape


def filled(template: str, *values: object) -> Markup:
    """Return a template of our own with its `{}` filled, as `Markup.format` would, but much faster."""
    return Markup(template.format(*map(escape, values)))  # noqa: S704  # all that is not ours is escaped
