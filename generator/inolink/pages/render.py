"""From a view to a page: the template is rendered once for each language, and the head is written."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from markupsafe import Markup, escape

from inolink.pages import structured
from inolink.pages.desk import Desk, desk_for
from inolink.pages.frames import localised
from inolink.pages.leaves import Leaf
from inolink.pages.links import Place
from inolink.pages.markup import filled, joined
from inolink.pages.page import Page
from inolink.pages.site import Site
from inolink.pages.speech import Speech
from inolink.pages.subscriptions import ALL, LinkedFile, feed

Crumb = tuple[str, str]
"""A path without its language, and what it is called."""


@dataclass(frozen=True)
class Head:
    """What a view says of itself in one language."""

    title: str
    description: str
    crumbs: tuple[Crumb, ...] = ()
    """The pages above it, from the top; the page itself is not among them."""
    structured: Mapping[str, Any] | None = None
    """Schema.org data beside the breadcrumb; without any, the page describes itself as a page."""
    files: tuple[LinkedFile, ...] = ()
    """Feeds, calendars and data that belong to the page; the feed of everything belongs to each."""
    here: str = ""
    """What the breadcrumb calls the page, if not by its title."""


@dataclass(frozen=True)
class View:
    """One page in all languages: which template, with what, and how it is introduced."""

    path: str
    frame: str
    template: str
    head: Callable[[Speech], Head]
    """Introduces the page in the words of one language."""
    context: Mapping[str, Any] = field(default_factory=dict)
    indexed: bool = True
    moved_to: str | None = None
    """The path of the page that took its place: visitors are led there, and only that one is indexed."""
    leaf: Leaf | None = None
    """Which page of a long list it is."""


class Task(NamedTuple):
    """A page that is still to be made: its path is known before anything is looked up for it."""

    path: str
    view: Callable[[], View]


def render_view(view: View, site: Site) -> Iterator[Page]:
    """Yield the page of a view in every language of the site."""
    for language in site.settings.languages:
        yield render_page(view, site, language)


def render_page(view: View, site: Site, language: str) -> Page:
    """Return the page of a view in one language."""
    default = site.settings.default_language
    place = Place(view.path, language, default)
    desk = desk_for(site, place)
    speech = desk.speech
    alternates = {code: localised(view.path, code, default) for code in site.settings.languages}
    head = _on_leaf(view.head(speech), view.leaf, speech)
    slots = {
        "title": escape(_title(head, site)),
        "description": escape(" ".join(head.description.split())),
        "head": _head(view, head, place, alternates, speech),
        "breadcrumb": _breadcrumb(head, place, speech),
        "content": _content(view, desk),
        "switch": _switch(place, alternates),
    }
    indexed = view.indexed and view.moved_to is None
    return Page(place.full, language, view.frame, slots, indexed, alternates)


def _on_leaf(head: Head, leaf: Leaf | None, speech: Speech) -> Head:
    """Tell the later pages of a list from the first one, which stands above them."""
    if leaf is None or leaf.number == 1:
        return head
    which = speech.texts("pager.page-of", n=leaf.number, all=leaf.last)
    here = speech.texts("pager.page", n=leaf.number)
    title, description = f"{head.title}, {which}", f"{head.description} ({which})"
    return replace(
        head, title=title, description=description, crumbs=(*head.crumbs, (leaf.path, head.title)), here=here
    )


def _title(head: Head, site: Site) -> str:
    name = site.settings.site_name
    return head.title if head.title.startswith(name) else f"{head.title} · {name}"


def _content(view: View, desk: Desk) -> Markup:
    html = desk.engine.get_template(view.template).render(**view.context, leaf=view.leaf)
    return Markup(html)  # noqa: S704  # made by an escaping template


def _head(view: View, head: Head, place: Place, alternates: Mapping[str, str], speech: Speech) -> Markup:
    url, title = speech.site.settings.site_url, head.title
    if view.moved_to:
        return _moved(view.moved_to, place, url)
    lines = [filled('<link rel="canonical" href="{}">', url + place.full)]
    lines += [
        filled('<link rel="alternate" hreflang="{}" href="{}">', code, url + path)
        for code, path in {**alternates, "x-default": alternates[place.default]}.items()
    ]
    if not view.indexed:
        lines.append(Markup('<meta name="robots" content="noindex">'))
    lines += _neighbours(view.leaf, place, url)
    lines.append(filled('<meta property="og:title" content="{}">', title))
    lines += _file_links(head, place, speech)
    if head.crumbs:
        lines.append(
            structured.data_block(
                structured.breadcrumb([*head.crumbs, (place.path, head.here or title)], speech)
            )
        )
    own = head.structured or structured.web_page(place.path, view.frame, title, head.description, speech)
    lines.append(structured.data_block(own))
    return joined(lines, "\n      ")


def _neighbours(leaf: Leaf | None, place: Place, url: str) -> Iterator[Markup]:
    """Name the pages before and after a page of a list."""
    for relation, step in (("prev", -1), ("next", 1)):
        if leaf and 1 <= leaf.number + step <= leaf.last:
            path = localised(leaf.address(leaf.number + step), place.language, place.default)
            yield filled('<link rel="{}" href="{}">', relation, url + path)


def _file_links(head: Head, place: Place, speech: Speech) -> Iterator[Markup]:
    link = '<link rel="alternate" type="{}" title="{}" href="{}{}">'
    for media, path, title in (*head.files, feed(ALL, "", speech)):
        yield filled(link, media, title, place.root, path)


def _moved(target: str, place: Place, url: str) -> Markup:
    canonical = filled(
        '<link rel="canonical" href="{}">', url + localised(target, place.language, place.default)
    )
    refresh = filled('<meta http-equiv="refresh" content="0; url={}">', place.home + target)
    return canonical + refresh


def _breadcrumb(head: Head, place: Place, speech: Speech) -> Markup:
    if not head.crumbs:
        return Markup()
    link = '<li><a href="{}{}">{}</a></li>'
    items = joined(filled(link, place.home, path, name) for path, name in head.crumbs)
    here = filled('<li aria-current="page">{}</li>', head.here or head.title)
    name = speech.texts("site.breadcrumb")
    return filled('<nav class="il-breadcrumb" aria-label="{}"><ol>{}{}</ol></nav>', name, items, here)


def _switch(place: Place, alternates: Mapping[str, str]) -> Markup:
    link = '<a class="il-switch" lang="{0}" hreflang="{0}" rel="alternate" href="{1}{2}">{3}</a>'
    others = ((code, path) for code, path in alternates.items() if code != place.language)
    return joined(filled(link, code, place.root, path, code.upper()) for code, path in others)
