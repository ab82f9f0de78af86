"""The command line. Each command lives in a module of its own and imports what it needs when it runs."""

import sys

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


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
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
