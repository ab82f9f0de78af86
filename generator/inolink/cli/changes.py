"""`inolink changes`: what a change does, in plain words."""

# ruff: noqa: PLC0415  # a command imports what it needs when it runs, so that --help is quick

from pathlib import Path

import click

from inolink.cli.options import language_option, resolve_root, root_option


@click.command()
@click.option("--base", metavar="REV", required=True, help="The Git revision that the change set out from.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(("text", "markdown")),
    default="text",
    show_default=True,
    help="How to write the account.",
)
@root_option
@language_option
def changes(base: str, format_: str, root: Path | None, language: str) -> None:
    """Say what is new, what changes on the site and what reviewers should look at.

    Nothing is judged here: that is what `inolink check` is for. The exit code is 0, or 2 if the changes can't
    be read.

    Example: inolink changes --base main
    """
    from inolink.checking.changes import WRITERS, changes_since
    from inolink.settings import load_settings

    folder = resolve_root(root)
    found = changes_since(folder, load_settings(folder), base)
    click.echo(WRITERS[format_](found, language, base))
