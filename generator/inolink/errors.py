"""Errors that end a command: one line that says what, where and how to mend it, and exit code 2.

A problem in a record is no error: it is a value (see `inolink.problems`) and travels on to the report.
"""

import click


class InoLinkError(click.ClickException):
    """A command can't run. Everything else that is raised is a bug and ends in a traceback."""

    exit_code = 2


class RootError(InoLinkError):
    """There is no directory where one was expected."""


class SettingsError(InoLinkError):
    """mkdocs.yml holds something that the directory can't work with."""


class SchemaError(InoLinkError):
    """A schema or a vocabulary is missing or broken."""


class UsageError(InoLinkError):
    """A value on the command line can't be used."""


class LostProcessError(InoLinkError):
    """One of the processes that share the work is gone."""
