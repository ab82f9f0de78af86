"""`inolink report`: what grows old, what was reached, what is not translated."""

# ruff: noqa: PLC0415  # a command imports what it needs when it runs, so that --help is quick

from datetime import date
from pathlib import Path

import click

from inolink.cli.options import language_option, resolve_root, resolve_today, root_option, today_option
from inolink.cli.progress import shown

NAMES = ("freshness", "programme", "translations")
FORMATS = ("text", "json", "markdown")


@click.command()
@click.argument("name", type=click.Choice(NAMES))
@click.option(
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="How to write the report.",
)
@root_option
@today_option
@language_option
def report(name: str, format_: str, root: Path | None, today: date | None, language: str) -> None:
    """Report what those who keep the directory should know.

    freshness: profiles that nobody has confirmed for 186 or 365 days, labels lapsing within 90, offers
    closing within 30, contradictory figures, missing translations and thin profiles, by maintainer.
    programme: its results, counted from the records beside what was reported.
    translations: the texts of each language.

    The exit code is 0, or 2 if the report could not be made.

    Example: inolink report freshness --format markdown
    """
    from inolink.reports import REPORTS, WRITERS, gather
    from inolink.settings import load_settings

    folder = resolve_root(root)
    settings = load_settings(folder)
    material = gather(folder, settings, resolve_today(today, settings), shown)
    click.echo(WRITERS[format_](REPORTS[name](material, language)))
    if format_ == "text":
        click.echo("\nNext: `inolink check`.")
