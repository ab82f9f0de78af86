"""`inolink links`: whether the links to other sites still lead somewhere."""

# ruff: noqa: PLC0415  # a command imports what it needs when it runs, so that --help is quick

from datetime import date
from pathlib import Path

import click

from inolink.cli.options import (
    Seconds,
    language_option,
    own_file,
    resolve_root,
    resolve_today,
    root_option,
    today_option,
)
from inolink.cli.report import FORMATS
from inolink.errors import UsageError


@click.command()
@click.option(
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="How to write the report.",
)
@click.option(
    "--cache",
    type=click.Path(dir_okay=False, path_type=Path),
    callback=own_file,
    metavar="FILE",
    help="Keep answers here: sound links are then asked for once a week only.",
)
@click.option("--timeout", type=Seconds(0.1, 120), default=20, show_default=True, help="Seconds to wait.")
@click.option(
    "--parallel", type=click.IntRange(1, 32), default=8, show_default=True, help="How many hosts at once."
)
@click.option(
    "--pause",
    type=Seconds(0, 60),
    default=0.5,
    show_default=True,
    help="Seconds between two requests to the same host.",
)
@root_option
@today_option
@language_option
def links(  # noqa: PLR0913, PLR0917  # one parameter for each option
    format_: str,
    cache: Path | None,
    timeout: float,
    parallel: int,
    pause: float,
    root: Path | None,
    today: date | None,
    language: str,
) -> None:
    """Ask for every link to another site, and report which ones may need a hand.

    Servers that refuse programs (403, 429) are unknown, not broken. This is for a schedule, never for a pull
    request: the exit code is 0 whatever the links answer, and 2 if the report could not be made.

    Example: inolink links --cache .inolink/links.json
    """
    from inolink.checking.schemas import load_schemas
    from inolink.reading.directory import read_directory
    from inolink.reports import WRITERS
    from inolink.reports.links import links as report_on
    from inolink.settings import load_settings
    from inolink.upkeep.links import Asker, Cache, collect, survey
    from inolink.upkeep.links.survey import Manners

    folder = resolve_root(root)
    settings = load_settings(folder)
    places = collect(folder, read_directory(folder).documents, load_schemas(folder))
    click.echo(f"Asking for {len(places)} addresses ...", err=True)
    kept, day = Cache.read(cache), resolve_today(today, settings)
    found = survey(places, Asker(settings.site_url, timeout), kept, day, Manners(parallel, pause))
    if found.offline:
        raise UsageError(
            "No address answered: this machine seems to be offline. Try again with a connection."
        )
    kept.write(places)
    click.echo(WRITERS[format_](report_on(found, language)))
    if format_ == "text":
        click.echo("\nNext: `inolink check`.")
