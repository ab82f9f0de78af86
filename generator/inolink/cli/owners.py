"""`inolink owners`: whom the forge asks before a cluster's folder changes."""

# ruff: noqa: PLC0415  # a command imports what it needs when it runs, so that --help is quick

from pathlib import Path

import click

from inolink.cli.options import resolve_root, root_option


@click.command()
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if the file isn't up to date.")
@root_option
@click.pass_context
def owners(ctx: click.Context, check: bool, root: Path | None) -> None:  # noqa: FBT001  # a flag
    """Write the forge's CODEOWNERS file from the maintainers of each profile.

    Lines of your own above its mark stay. The exit code is 0, or 1 if --check finds the file out of date, or
    2 if it could not be written.

    Example: inolink owners --check
    """
    from inolink.reading.directory import read_directory
    from inolink.settings import load_settings
    from inolink.upkeep.owners import owners_file, owners_text

    folder = resolve_root(root)
    file = owners_file(folder, load_settings(folder))
    present = _present(file)
    text = owners_text(read_directory(folder), present)
    shown = file.relative_to(folder)
    if text == present:
        click.echo(f"{shown} is up to date.\nNext: `inolink check`.")
    elif check:
        click.echo(f"{shown} is not up to date.\nNext: `inolink owners`.")
        ctx.exit(1)
    else:
        _write(file, text)
        click.echo(f"Wrote {shown}.\nNext: commit it.")


def _present(file: Path) -> str:
    from inolink.upkeep.owners import OwnersError

    try:
        return file.read_text("utf-8") if file.is_file() else ""
    except (OSError, ValueError) as error:
        raise OwnersError(f"{file}: can't be read ({error}). Mend it or remove it.") from None


def _write(file: Path, text: str) -> None:
    from inolink.upkeep.files import replace_file, write_new_file

    write = replace_file if file.is_file() else write_new_file
    write(file, text.encode("utf-8"))
