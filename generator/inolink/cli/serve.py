"""`inolink serve`: the website on this machine, built anew whenever a file changes."""

# ruff: noqa: PLC0415  # a command imports what it needs when it runs, so that --help is quick

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from inolink.cli.options import resolve_root, resolve_today, root_option, today_option

if TYPE_CHECKING:
    from inolink.publish import BuildReport
    from inolink.publish.preview import Preview

DEFAULT_PORT = 8000


@click.command()
@root_option
@click.option("--port", type=int, default=DEFAULT_PORT, show_default=True, help="0 takes any free port.")
@today_option
def serve(root: Path | None, port: int, today: date | None) -> None:
    """Build the website and show it on this machine.

    Whenever a record, a guide page or a setting changes, the site is built anew and open pages load
    themselves again. Problems are told here; until they are mended, the last good build stays.

    Example: inolink serve --port 8080
    """
    from inolink.publish.preview import Preview
    from inolink.publish.watch import watching
    from inolink.settings import load_settings

    folder = resolve_root(root)
    site = folder / ".inolink" / "preview"
    with Preview(site, port, load_settings(folder).site_url) as preview, watching(folder) as changes:
        _tell(folder, _build(folder, site, today))
        with _answering(preview):
            click.echo(f"The site is at {preview.url} - end with Ctrl-C.")
            _rebuild_on_change(changes.wait, lambda: _rebuild(folder, site, today, preview))


def _build(root: Path, site: Path, today: date | None) -> "BuildReport":
    from inolink.publish import BuildOptions, build
    from inolink.settings import load_settings

    settings = load_settings(root)
    return build(root, settings, BuildOptions(site, resolve_today(today, settings)))


def _rebuild(root: Path, site: Path, today: date | None, preview: "Preview") -> None:
    try:
        report = _build(root, site, today)
    except click.ClickException as error:
        error.show()
        click.echo("The last good build stays. Mend this, and the site is built again.", err=True)
        return
    preview.version += 1
    _tell(root, report)


def _tell(root: Path, report: "BuildReport") -> None:
    from inolink.cli.build import tell_problems

    tell_problems(root, report, strict=False)
    click.echo(f"Built {report.pages} pages.")


def _rebuild_on_change(wait: Callable[[], None], rebuild: Callable[[], None]) -> None:
    try:
        while True:
            wait()
            rebuild()
    except KeyboardInterrupt:
        click.echo("\nEnded.")


@contextmanager
def _answering(preview: "Preview") -> Iterator[None]:
    thread = threading.Thread(target=preview.serve_forever, daemon=True)
    thread.start()
    try:
        yield
    finally:
        preview.shutdown()
        thread.join()
