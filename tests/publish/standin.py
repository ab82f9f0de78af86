"""A site that is quick to build: a bare theme, and for each cluster a page that says its name.

Run as a program it builds the directory of the first argument into the folder of the second, and can be made
to die or to meet a full disk on its way.
"""

import json
import multiprocessing
import os
import resource
import signal
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import click
from markupsafe import Markup

from inolink.cli.build import end_in_order
from inolink.outputs import Files
from inolink.pages.frames import localised
from inolink.pages.page import Page
from inolink.publish import BuildOptions, BuildReport, Content, Material, Step, build
from inolink.publish.builder import Builder
from inolink.reading.document import FileKind
from inolink.settings import load_settings
from tests.directories import TODAY, Directory

PARTS = 20
THEME = """\
{% set language = page.meta.language if page else "en" %}
<!doctype html>
<html lang="{{ language }}">
<head><meta charset="utf-8"><!--slot:csp--><meta name="generator" content="{{ mkdocs_version }}">
<script>document.documentElement.dataset.ready = "yes"</script>
<script type="application/ld+json">{"@type": "WebSite"}</script>
<link rel="icon" href="{{ 'mark.svg' | url }}">
{% if page and page.meta.frame %}
<title><!--slot:title--></title><meta name="description" content="<!--slot:description-->"><!--slot:head-->
</head><body><a href="{{ '.' | url }}">Home</a> <a href="#top">Top</a>
<!--slot:switch--><!--slot:breadcrumb--><main><!--slot:content--></main></body>
{% else %}
<title>Guide</title></head><body>
<a href="{{ '.' | url }}">Home</a>{% block content %}{{ page.content }}{% endblock %}</body>
{% endif %}
</html>
"""
MISSING = '{% extends "main.html" %}{% block content %}<h1>Not found</h1>{% endblock %}'
MARK = '<svg xmlns="http://www.w3.org/2000/svg"/>'
GUIDE = """\
---
title: About
description: What this is.
---
# About this

See [how to contribute](contribute.md) or the [picture](../images/map.svg).
"""
LIST = """\
<!doctype html>
<html lang="{language}"><head><title>List</title></head>
<body><h1>List</h1><a href="../../">Home</a></body></html>
"""
OTHER_GUIDE = "# How to contribute\n\nBack to [about](about.md#about-this).\n"


def furnish(directory: Directory) -> Directory:
    """Give a directory the bare theme, guide pages and a picture."""
    directory.write("theme/main.html", THEME)
    directory.write("theme/404.html", MISSING)
    directory.write("theme/mark.svg", MARK)
    directory.append("mkdocs.yml", "theme: {name: null, static_templates: [404.html]}\n")
    for language in ("en", "lt"):
        directory.write(f"docs/{language}/about.md", GUIDE)
        directory.write(f"docs/{language}/contribute.md", OTHER_GUIDE)
    directory.write("docs/images/map.svg", MARK)
    return directory


def page(path: str = "", content: str = "<h1>Hello</h1>", frame: str = "home", language: str = "en") -> Page:
    """Make a page that fills all slots of the bare theme."""
    texts = {
        "title": "Hello",
        "description": "",
        "head": "",
        "breadcrumb": "",
        "content": content,
        "switch": "",
    }
    slots = {name: Markup(text) for name, text in texts.items()}  # noqa: S704  # tests write their own HTML
    return Page(path, language, frame, slots)


def pages(material: Material) -> Iterator[Page]:
    """Yield a home page and a page for each cluster, in all languages."""
    languages = material.settings.languages
    for language in languages:
        yield _in_all(page(localised("", language, "en"), language=language), "", languages)
        for document in material.checked.usable():
            if document.kind is FileKind.PROFILE:
                path = f"clusters/{document.cluster}/"
                content = f"<h1>{Markup.escape(document.value['name']['en'])}</h1>"
                made = page(localised(path, language, "en"), content, "cluster", language)
                yield _in_all(made, path, languages)


def content(material: Material) -> Iterator[Content]:
    """Yield the whole stand-in for what a directory shows, with enough to do for several processes."""
    files = {"search/index.json": json.dumps({"day": str(material.today)}).encode()}
    lists = {f"{code}embed/alpha/index.html": LIST.format(language=code[:2] or "en") for code in ("", "lt/")}
    parts = [{f"parts/{number}.txt": str(material.today).encode()}.items for number in range(PARTS)]
    yield Content([partial(pages, material)], [*parts, files.items])
    yield Content(files=[{path: html.encode() for path, html in lists.items()}.items])


def options(directory: Directory, **changes: object) -> BuildOptions:
    """Return how a directory with the bare theme is built."""
    whole = BuildOptions(directory.root / "site", TODAY, builder=Builder(directory.root / "theme"))
    return replace(whole, **changes)  # type: ignore[arg-type]  # whatever a test changes


def build_standin(directory: Directory, **changes: object) -> BuildReport:
    """Build a directory with the bare theme."""
    settings = load_settings(directory.root)
    return build(directory.root, settings, options(directory, **changes), source=content)


def _in_all(made: Page, path: str, languages: tuple[str, ...]) -> Page:
    return replace(made, alternates={code: localised(path, code, "en") for code in languages})


def held(folder: Path, way: str) -> Files:
    """Write a file, but come to grief on the way: be killed, or wait for ever once others know."""
    if way == "killed" and multiprocessing.current_process().daemon:
        os.kill(os.getpid(), signal.SIGKILL)
    if way == "waiting":
        (folder / "waiting").touch()
        signal.pause()
    yield "held.txt", b"held"


@click.command()
@click.argument("root", type=click.Path(path_type=Path))
@click.argument("site", type=click.Path(path_type=Path))
@click.option("--today", type=date.fromisoformat, default=TODAY.isoformat())
@click.option("--die-at", type=click.Choice([step.name for step in Step]))
@click.option("--largest-file", type=int)
@click.option("--grief", type=click.Choice(["killed", "waiting"]))
def main(  # noqa: PLR0913, PLR0917  # one parameter for each option
    root: Path, site: Path, today: date, die_at: str | None, largest_file: int | None, grief: str | None
) -> None:
    """Build, and perhaps die of it."""
    signal.signal(signal.SIGTERM, end_in_order)
    if largest_file is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest_file, largest_file))

    def notify(step: Step) -> None:
        click.echo(step)
        if step.name == die_at:
            os.kill(os.getpid(), signal.SIGKILL)

    def source(material: Material) -> Iterator[Content]:
        for part in content(material):
            extra = [partial(held, root, grief)] if grief else []
            yield replace(part, files=[*extra, *part.files])

    chosen = BuildOptions(site, today, builder=Builder(root / "theme"))
    build(root, load_settings(root), chosen, notify, source)


if __name__ == "__main__":
    main()
