"""`inolink build`: the website, from the records to the last file."""

# ruff: noqa: PLC0415  # a command imports what it needs when it runs, so that --help is quick

import shlex
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from inolink.cli.options import cache_option, resolve_root, resolve_today, root_option, today_option

if TYPE_CHECKING:
    from inolink.publish import BuildReport, Step

KILOBYTE = 1000


@click.command()
@root_option
@click.option(
    "--site-dir",
    type=click.Path(path_type=Path),
    help="Where the site goes; else the folder site/ of the directory.",
)
@cache_option("Keep here what the next build can use again; the site is the same without.")
@today_option
@click.option("--keep-going", is_flag=True, help="Exit with 0 although broken records were left out.")
@click.option("--strict", is_flag=True, help="Publish nothing if a record has so much as a warning.")
@click.pass_context
def build(  # noqa: PLR0913, PLR0917  # one parameter for each option
    ctx: click.Context,
    root: Path | None,
    site_dir: Path | None,
    cache: Path | None,
    today: date | None,
    keep_going: bool,  # noqa: FBT001  # a flag
    strict: bool,  # noqa: FBT001  # a flag
) -> None:
    """Build the website.

    Records with errors are left out. The site takes its place when it is complete and verified; until then,
    and if anything goes wrong, the last one stays. The exit code is 0 if every record was published, 1 if
    some were left out, 2 if the build could not run.

    Example: inolink build --site-dir public
    """
    from inolink.publish import BuildOptions
    from inolink.publish import build as build_site
    from inolink.settings import load_settings

    folder = resolve_root(root)
    settings = load_settings(folder)
    day = resolve_today(today, settings)
    options = BuildOptions(site_dir or folder / "site", day, strict, cache=cache)
    signal.signal(signal.SIGTERM, end_in_order)
    with progress() as notify:
        report = build_site(folder, settings, options, notify)
    tell_problems(folder, report, strict=strict)
    tell_outcome(folder, report, shown=site_dir)
    ctx.exit(1 if not report.published or (report.left_out and not keep_going) else 0)


@contextmanager
def progress() -> "Iterator[Callable[[Step], None]]":
    """Show each step: as a bar on a terminal, as a line elsewhere."""
    from inolink.publish import Step

    if not sys.stderr.isatty():
        yield lambda step: click.echo(f"{step} ...", err=True)
        return
    with click.progressbar(
        length=len(Step), file=sys.stderr, show_eta=False, item_show_func=str, update_min_steps=1
    ) as bar:
        yield lambda step: bar.update(1, step)


def tell_problems(root: Path, report: "BuildReport", *, strict: bool) -> None:
    """Say which records were left out and why; of the others only what a strict build stumbles over."""
    from inolink.checking.report import Report, findings_of
    from inolink.checking.reporters import REPORTERS
    from inolink.problems import Severity, shorten

    told = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    problems = [problem for problem in report.checked.problems if problem.severity in told]
    if problems:
        findings = findings_of(problems, lambda _: True)
        click.echo(REPORTERS["text"](Report(root, findings, report.checked.files)), err=True)
    for path in report.left_out if report.published else ():
        click.secho(f"Left out: {shorten(path)}", fg="red", bold=True, err=True)


def tell_outcome(root: Path, report: "BuildReport", shown: Path | None) -> None:
    """Say what was built, and the command to type next."""
    if not report.published:
        click.secho("Nothing was published; the last good site is as it was.", bold=True, err=True)
        return
    click.echo(f"Built {report.pages} pages, {_size(report.size)}, into {_place(report.site_dir, shown)}.")
    where = "" if root.resolve() == Path.cwd() or shown is None else f" --root {shlex.quote(str(root))}"
    click.echo(f"Next: `inolink serve{where}`.")


def _place(site: Path, shown: Path | None) -> str:
    """Name the site as it was asked for, else by the short way from here."""
    place = shown or site
    return str(place.relative_to(Path.cwd()) if place.is_relative_to(Path.cwd()) else place)


def _size(size: int) -> str:
    amount = float(size)
    for unit in ("bytes", "kB", "MB"):
        if amount < KILOBYTE:
            return f"{amount:.0f} {unit}" if unit == "bytes" else f"{amount:.1f} {unit}"
        amount /= KILOBYTE
    return f"{amount:.1f} GB"


def end_in_order(*_: object) -> None:
    """End in good order when the process is asked to end: the working folder goes, the last site stays."""
    sys.exit(128 + signal.SIGTERM)
