"""`inolink format`: evenly indented files, without losing a comment."""

# ruff: noqa: PLC0415  # a command imports what it needs when it runs, so that --help is quick

from pathlib import Path
from typing import TYPE_CHECKING

import click

from inolink.cli.options import language_option, resolve_root, root_option
from inolink.cli.progress import shown

if TYPE_CHECKING:
    from inolink.problems import Problem
    from inolink.upkeep.tidying import Tidied


@click.command("format")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@click.option("--check", is_flag=True, help="Change nothing; exit with 1 and a list if a file isn't tidy.")
@root_option
@language_option
@click.pass_context
def format_(
    ctx: click.Context,
    paths: tuple[Path, ...],
    check: bool,  # noqa: FBT001  # a flag
    root: Path | None,
    language: str,
) -> None:
    """Tidy the records, all of them or those at PATH.

    Only white space changes, and the first line that tells editors the schema: values, comments and order
    stay. A file that can't be read is left alone. The exit code is 0 if all is well, 1 if a file was left
    alone or, with --check, isn't tidy, 2 if nothing could be done.

    Example: inolink format clusters/litek
    """
    from inolink.checking.scope import Scope
    from inolink.problems import Problem
    from inolink.upkeep.tidying import tidied_files

    folder = resolve_root(root)
    results = list(tidied_files(folder, Scope.of(folder, paths, None).includes, shown))
    changed = [one for one in results if not isinstance(one, Problem) and one.changed]
    broken = [one for one in results if isinstance(one, Problem)]
    for problem in broken:
        _tell_broken(problem, language)
    for one in changed:
        _settle(folder, one, check=check)
    click.echo(_summary(len(results), len(changed), len(broken), check=check))
    ctx.exit(1 if broken or (check and changed) else 0)


def _tell_broken(problem: "Problem", language: str) -> None:
    from inolink.problems import shorten

    place = f"{shorten(problem.path)}:{problem.line}:{problem.column}"
    click.echo(f"Left alone: {place}: {problem.message(language)} ({problem.code})", err=True)


def _settle(root: Path, tidied: "Tidied", *, check: bool) -> None:
    from inolink.upkeep.files import replace_file

    if not check:
        replace_file(root / tidied.path, tidied.after)
    click.echo(f"{'Not tidy' if check else 'Tidied'}: {tidied.path}")


def _summary(files: int, changed: int, broken: int, *, check: bool) -> str:
    done = "not tidy" if check else "tidied"
    word = "file" if files == 1 else "files"
    following = "inolink check" if broken or not (check and changed) else "inolink format"
    return f"{files} {word}: {changed} {done}, {broken} left alone.\nNext: `{following}`."
