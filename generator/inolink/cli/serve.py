"""`inolink serve`: the website on this machine, built anew whenever a file changes."""

# ruff: noqa: PLC0415  # a command imports what it needs when it runs, so that --help is quick

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from inolink.cli.options import resolve_root, resolve_today, root_option, today_option

if TYPE_CHECKING:
    from inolink.checking import Looks
    from inolink.publish import BuildOptions, BuildReport
    from inolink.publish.drawings import Drawings
    from inolink.publish.options import Notify
    from inolink.publish.preview import Preview
    from inolink.publish.watch import Changes
    from inolink.settings import Settings

DEFAULT_PORT = 8000


@click.command()
@root_option
@click.option("--port", type=int, default=DEFAULT_PORT, show_default=True, help="0 takes any free port.")
@today_option
def serve(root: Path | None, port: int, today: date | None) -> None:
    """Build the website and show it on this machine.

    Whenever a record, a guide page or a setting changes, open pages load themselves again and show it at
    once; the whole site follows a moment later. Problems are told here; until they are mended, the last good
    build stays.

    Example: inolink serve --port 8080
    """
    folder = resolve_root(root)
    with _workshop(folder, port, today) as (shop, changes):
        shop.build()
        with _answering(shop.preview):
            click.echo(f"The site is at {shop.preview.url} - end with Ctrl-C.")
            _rebuild_on_change(changes, shop)


class _Superseded(Exception):  # noqa: N818  # nothing has gone wrong
    """Something has changed while the site was built."""


@dataclass
class _Workshop:
    """Builds the site of one directory again and again."""

    root: Path
    today: date | None
    preview: "Preview"
    drawings: "Drawings"
    looks: "Looks"

    def build(self, notify: "Notify" = lambda _: None) -> None:
        """Build the whole site into its folder, and show that."""
        from inolink.publish import build

        settings, options = self._options()
        report = build(self.root, settings, options, notify)
        self.preview.settle()
        self._tell(report)
        click.echo(f"Built {report.pages} pages.")

    def show(self) -> None:
        """Show the pages as they will be."""
        from inolink.publish.live import live_site

        settings, options = self._options()
        live = live_site(self.root, settings, options, self.drawings)
        self.preview.show(live)
        click.echo("Changed.")

    def keep(self, error: click.ClickException) -> None:
        """Say what is wrong, and show the last good build."""
        error.show()
        click.echo("The last good build stays. Mend this, and the site is built again.", err=True)
        if self.preview.live:
            self.preview.version += 1
        self.preview.settle()

    def _options(self) -> "tuple[Settings, BuildOptions]":
        from inolink.publish import BuildOptions
        from inolink.settings import load_settings

        settings = load_settings(self.root)
        day = resolve_today(self.today, settings)
        cache = self.drawings.folder.with_name("cache")
        options = BuildOptions(self.preview.site, day, drawings=self.drawings, looks=self.looks, cache=cache)
        return settings, options

    def _tell(self, report: "BuildReport") -> None:
        from inolink.cli.build import tell_problems

        tell_problems(self.root, report, strict=False)


@contextmanager
def _workshop(root: Path, port: int, today: date | None) -> "Iterator[tuple[_Workshop, Changes]]":
    from inolink.checking import Looks
    from inolink.publish.drawings import Drawings
    from inolink.publish.preview import Preview
    from inolink.publish.watch import watching
    from inolink.settings import load_settings

    work = root / ".inolink"
    with Preview(work / "preview", port, load_settings(root).site_url) as preview, watching(root) as changes:
        drawings, looks = Drawings(work / "preview.drawn"), Looks.of(work / "cache")
        yield _Workshop(root, today, preview, drawings, looks), changes


def _rebuild_on_change(changes: "Changes", shop: _Workshop) -> None:
    try:
        while True:
            changes.wait()
            _rebuild(changes, shop)
    except KeyboardInterrupt:
        click.echo("\nEnded.")


def _rebuild(changes: "Changes", shop: _Workshop) -> None:
    """Show the change at once, then build the whole, unless something changes again meanwhile."""

    def go_on(_: object) -> None:
        if changes.waiting:
            raise _Superseded

    try:
        shop.show()
        shop.build(go_on)
    except _Superseded:
        return
    except click.ClickException as error:
        shop.keep(error)


@contextmanager
def _answering(preview: "Preview") -> Iterator[None]:
    thread = threading.Thread(target=preview.serve_forever, daemon=True)
    thread.start()
    try:
        yield
    finally:
        preview.shutdown()
        thread.join()
