"""What several commands ask for: the directory, the day and the language."""

# ruff: noqa: PLC0415  # a command imports what it needs when it runs, so that --help is quick

import math
import os
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from inolink.errors import RootError, UsageError

if TYPE_CHECKING:
    from inolink.settings import Settings

Command = Callable[..., Any]
CACHE_MARKS = ("looks", "lock")
"""One of these files is in every folder that something was kept in."""
SOURCES = frozenset({"clusters", "docs", "schema"})


def read_day(text: str) -> date:
    """Read a day as it is written on the command line."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"{text!r} is no day. Write it as 2026-11-23.") from None


def root_option(command: Command) -> Command:
    """Add --root."""
    return click.option(
        "--root",
        type=click.Path(path_type=Path),
        help="The directory; else the nearest folder above with mkdocs.yml.",
    )(command)


def today_option(command: Command) -> Command:
    """Add --today."""
    return click.option(
        "--today", type=read_day, metavar="DATE", help="Take this day for today (2026-11-23)."
    )(command)


def language_option(command: Command) -> Command:
    """Add --language."""
    return click.option(
        "--language",
        type=click.Choice(["en", "lt"]),
        default="en",
        show_default=True,
        help="The language of the texts.",
    )(command)


def cache_option(what: str) -> Callable[[Command], Command]:
    """Return what adds --cache; `what` says what is kept there."""
    return click.option(
        "--cache", type=click.Path(file_okay=False, path_type=Path), callback=_own_folder, help=what
    )


def _own_folder(_ctx: click.Context, _option: click.Parameter, folder: Path | None) -> Path | None:
    """Refuse a folder that is somebody else's: what is kept would lie among its files."""
    if folder is None or any((folder / mark).is_file() for mark in CACHE_MARKS):
        return folder
    if os.path.lexists(folder) and not folder.is_dir():
        raise UsageError(f"{folder}: is no folder. Name a new or empty one with --cache.")
    if _among_sources(folder.absolute()):
        raise UsageError(
            f"{folder}: lies among what the site is made from. Name another folder with --cache, "
            "such as .inolink/cache."
        )
    with suppress(OSError):
        if any(folder.iterdir()):
            raise UsageError(
                f"{folder}: holds other files. Name a new or empty one with --cache, such as .inolink/cache."
            )
    return folder


def own_file(_ctx: click.Context, _option: click.Parameter, file: Path | None) -> Path | None:
    """Refuse a file that is somebody else's: it would be written over."""
    if file is None:
        return None
    with suppress(OSError):
        if _among_sources(file.absolute()) or (file.is_file() and _first_sign(file) not in {b"", b"{"}):
            raise UsageError(f"{file}: is kept for something else. Name another file with --cache.")
    return file


def _first_sign(file: Path) -> bytes:
    with file.open("rb") as stream:
        return stream.read(1)


class Seconds(click.FloatRange):
    """So many seconds: a number, which `nan` is not although it stands in no range's way."""

    def convert(self, value: str | float, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Read a number."""
        seconds: float = super().convert(value, param, ctx)  # type: ignore[arg-type]  # it reads texts
        if math.isnan(seconds):
            self.fail(f"{value} is not in the range {self._describe_range()}.", param, ctx)
        return seconds


def _among_sources(folder: Path) -> bool:
    from inolink.settings import SETTINGS_FILE

    return any(
        above.name in SOURCES and (above.parent / SETTINGS_FILE).is_file()
        for above in (folder, *folder.parents)
    )


def resolve_root(root: Path | None) -> Path:
    """Return the folder of the directory that a command works on."""
    from inolink.problems import shorten
    from inolink.settings import SETTINGS_FILE, find_root

    if root is None:
        return find_root(_here())
    if not os.path.isdir(root):  # noqa: PTH112  # what can't be a name at all is no exception to it
        raise RootError(
            f"{shorten(str(root))}: is not a folder. Name the folder that holds {SETTINGS_FILE} with --root."
        )
    return root


def _here() -> Path:
    try:
        return Path.cwd()
    except OSError:
        raise RootError("The folder that you are in is gone. Go to another one.") from None


def resolve_today(today: date | None, settings: "Settings") -> date:
    """Return the day to reckon with: the one that was given, else today where the directory is at home."""
    return today or datetime.now(settings.zone).date()
