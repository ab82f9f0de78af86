"""The command line. Each command lives in a module of its own and imports what it needs when it runs."""

import os
import sys
import traceback
from contextlib import suppress
from pathlib import Path
from typing import Any, TextIO

import click

from inolink import __version__
from inolink.cli.build import build
from inolink.cli.changes import changes
from inolink.cli.check import check
from inolink.cli.explain import explain
from inolink.cli.format import format_
from inolink.cli.links import links
from inolink.cli.new import new
from inolink.cli.owners import owners
from inolink.cli.report import report
from inolink.cli.serve import serve

OUTPUT = Path(click.__file__).parent
"""Where everything is written that commands say."""


class _Commands(click.Group):
    """Commands that end in order also where what they say can't be written: on a full disk, say."""

    def main(self, *args: Any, **extra: Any) -> Any:  # noqa: ANN401  # whatever click takes and returns
        """Run the command that the arguments name."""
        code: Any = 2
        failed: OSError | None = None
        try:
            return super().main(*args, **extra)
        except SystemExit as ended:
            code = ended.code
        except OSError as error:
            # Of what isn't raised in writing what a command says, the commands themselves know more.
            if Path(traceback.extract_tb(error.__traceback__)[-1].filename).parent != OUTPUT:
                raise
            failed = error
        if failed := _unwritten(sys.stdout) or failed:
            why = failed.strerror
            with suppress(OSError):
                said = f"Error: The output can't be written ({why}). Make room, or send it elsewhere."
                click.echo(said, err=True)
        _unwritten(sys.stderr)
        sys.exit(2 if failed else code)


def _unwritten(stream: TextIO | None) -> OSError | None:
    """Return why the last of an output can't be written, which is given up then; None if it can."""
    if stream is None:
        return None
    try:
        stream.flush()
    except OSError as error:
        # Python itself would try again at its end, and complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        return error
    return None


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="inolink")
def main() -> None:
    """Keep a partner directory of industry clusters: check its records and build its site."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that can't show a letter must not stop a check.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


main.add_command(build)
main.add_command(changes)
main.add_command(check)
main.add_command(explain)
main.add_command(format_)
main.add_command(links)
main.add_command(new)
main.add_command(owners)
main.add_command(report)
main.add_command(serve)
