"""HTML with places that are filled: whatever is put there is escaped, unless it is HTML already."""

import re
from collections.abc import Iterable
from typing import Any

from markupsafe import Markup, escape

SPECIAL = re.compile("[&<>'\"]")


def piece(value: Any) -> str:  # noqa: ANN401  # whatever a page shows
    """Return a value as HTML has it, as `escape` would; most texts are that already."""
    kind = value.__class__
    if kind is Markup or (kind is str and not SPECIAL.search(value)):
        return value  # type: ignore[no-any-return]
    return escape(value)


def filled(template: str, *values: object) -> Markup:
    """Return a template of our own with its `{}` filled, as `Markup.format` would, but much faster."""
    return Markup(template.format(*map(piece, values)))  # noqa: S704  # all that is not ours is escaped


def joined(parts: Iterable[Markup], between: str = "") -> Markup:
    """Return parts of HTML as one, as `Markup.join` would, but much faster."""
    return Markup(between.join(parts))  # noqa: S704  # all parts are HTML already
