"""`inolink check`: what is wrong, where, and how to mend it."""

# ruff: noqa: PLC0415  # a command imports what it needs when it runs, so that --help is quick

from datetime import date
from pathlib import Path

import click

from inolink.cli.options import (
    cache_option,
    language_option,
    resolve_root,
    resolve_today,
    root_option,
    today_option,
)
from inolink.cli.progress import shown

FORMATS = ("text", "json", "github", "gitlab", "markdown")


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@click.option(
    "--format",
    "format_",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="How to write the report.",
)
@click.option(
    "--base", metavar="REV", help="Fail only for files changed since this Git revision; the rest are notices."
)
@cache_option("Keep here what was found in each file; the report is the same without.")
@root_option
@today_option
@language_option
@click.pass_context
def check(  # noqa: PLR0913, PLR0917  # one parameter for each option
    ctx: click.Context,
    paths: tuple[Path, ...],
    format_: str,
    base: str | None,
    cache: Path | None,
    root: Path | None,
    today: date | None,
    language: str,
) -> None:
    """Check the records, all of them or those at PATH.

    Every problem comes with its place and a remedy. The exit code is 0 without errors, 1 with errors, 2 if
    the check could not run.

    Example: inolink check clusters/litek
    """
    from inolink.checking import Looks, check_directory
    from inolink.checking.report import Report, findings_of
    from inolink.checking.reporters import REPORTERS
    from inolink.checking.scope import Scope
    from inolink.settings import load_settings

    folder = resolve_root(root)
    settings = load_settings(folder)
    scope = Scope.of(folder, paths, base)
    looks = Looks.of(cache) if cache else None
    result = check_directory(folder, settings, resolve_today(today, settings), shown, looks=looks)
    problems = [problem for problem in result.problems if scope.tells(problem)]
    files = sum(map(scope.includes, result.paths))
    report = Report(folder, findings_of(problems, scope.counts), files, language)
    click.echo(REPORTERS[format_](report))
    ctx.exit(1 if report.failed else 0)
