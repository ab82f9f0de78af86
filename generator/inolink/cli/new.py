"""`inolink new`: a file that passes the check, made from answers or options."""

# ruff: noqa: PLC0415  # a command imports what it needs when it runs, so that --help is quick

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from inolink.cli.options import language_option, resolve_root, resolve_today, root_option, today_option
from inolink.errors import UsageError

if TYPE_CHECKING:
    from inolink.cli.asking import Interview

Command = Callable[..., Any]


@click.group()
def new() -> None:
    """Make a new file that passes the check.

    Whatever is not given as an option is asked for.

    Example: inolink new offer litek
    """


def _common_options(command: Command) -> Command:
    for option in (
        language_option,
        today_option,
        root_option,
        click.option(
            "--no-input", is_flag=True, help="Ask nothing; what is missing is told, with exit code 1."
        ),
        click.option(
            "--set",
            "assignments",
            metavar="FIELD=VALUE",
            multiple=True,
            help="Fill any field: --set title.lt=…, --set contact.email=…, --set ecosystems=digital,textile.",
        ),
        click.option(
            "--slug", help="The name of the folder or file; else it is made from the name or title."
        ),
    ):
        command = option(command)
    return command


@new.command()
@click.option("--name", help="What the cluster is called, in the directory's first language.")
@_common_options
@click.pass_context
def cluster(  # noqa: PLR0913, PLR0917  # one parameter for each option
    ctx: click.Context,
    name: str | None,
    slug: str | None,
    assignments: tuple[str, ...],
    no_input: bool,  # noqa: FBT001  # a flag
    root: Path | None,
    today: date | None,
    language: str,
) -> None:
    """Make the folder and profile of a new cluster.

    The exit code is 0 if the file was written, 1 if it would not pass the check, 2 if it could not be made.

    Example: inolink new cluster --name "Alpha Lasers" --set sources=https://alpha.example
    """
    from inolink.cli.asking import Interview
    from inolink.drafting import questions
    from inolink.reading.document import FileKind

    interview = Interview.of(resolve_root(root), FileKind.PROFILE, language)
    day = resolve_today(today, interview.settings)
    with _all_or_nothing():
        interview.preset([*_given("name", name), *assignments])
        if no_input:
            interview.default("organisation_type", "cluster")
        interview.default("status", "active")
        interview.default("address.country", interview.settings.country)
        interview.default("last_reviewed", day.isoformat())
        if not no_input:
            interview.ask(["name"], needed=True)
        own = _slug(interview, slug, "cluster", "name", ask=not no_input)
        interview.draft.path = f"clusters/{own}/profile.yml"
        _refuse_taken(interview.root / "clusters" / own)
        if not no_input:
            interview.ask(questions.CLUSTER_NEEDS, needed=True)
            interview.ask(questions.CLUSTER_GAINS, needed=False)
        _finish(ctx, interview, day, ask=not no_input)


@new.command()
@click.argument("cluster", required=False)
@click.option("--type", "type_", help="Such as business-offer or technology-request.")
@click.option("--title", help="One line, in the directory's first language.")
@_common_options
@click.pass_context
def offer(  # noqa: PLR0913, PLR0917  # one parameter for each option
    ctx: click.Context,
    cluster: str | None,
    type_: str | None,
    title: str | None,
    slug: str | None,
    assignments: tuple[str, ...],
    no_input: bool,  # noqa: FBT001  # a flag
    root: Path | None,
    today: date | None,
    language: str,
) -> None:
    """Make a new offer or request of CLUSTER, the name of its folder.

    The exit code is 0 if the file was written, 1 if it would not pass the check, 2 if it could not be made.

    Example: inolink new offer litek --type technology-offer --title "Laser for thin glass"
    """
    from inolink.cli.asking import Interview
    from inolink.drafting import questions
    from inolink.reading.document import FileKind

    interview = Interview.of(resolve_root(root), FileKind.OFFER, language)
    day = resolve_today(today, interview.settings)
    with _all_or_nothing():
        folder = _folder_of(interview, cluster, ask=not no_input)
        interview.preset([*_given("type", type_), *_given("title", title), *assignments])
        interview.default("published", day.isoformat())
        if not no_input:
            interview.ask(["type", "title"], needed=True)
        own = _slug(interview, slug, "offer", "title", ask=not no_input)
        interview.draft.path = f"clusters/{folder}/offers/{own}.yml"
        _refuse_taken(interview.root / interview.draft.path)
        if not no_input:
            kind = interview.vocabularies["offer-types"].term(interview.draft.values["type"])
            interview.ask(questions.offer_needs(kind), needed=True)
            interview.ask(questions.offer_gains(kind), needed=False)
        _finish(ctx, interview, day, ask=not no_input)


@contextmanager
def _all_or_nothing() -> Iterator[None]:
    """Say in one line that nothing was written when the answers end before the questions."""
    try:
        yield
    except click.Abort:
        raise UsageError(
            "The answers ended before the questions, so nothing was written. "
            "Give the rest with --set, or see with --no-input what is missing."
        ) from None


def _given(name: str, value: str | None) -> list[str]:
    return [] if value is None else [f"{name}={value}"]


def _folder_of(interview: "Interview", cluster: str | None, *, ask: bool) -> str:
    """Return the cluster's folder, which must be there."""
    from inolink.drafting.words import say
    from inolink.reading.guess import closest

    known = sorted(path.parent.name for path in interview.root.glob("clusters/*/profile.yml"))
    if cluster is None and not ask:
        raise UsageError("Name the cluster: inolink new offer CLUSTER. It is the name of its folder.")
    chosen = cluster or str(click.prompt(say("whose", interview.language)))
    if chosen not in known:
        guess = closest(chosen, known)
        hint = f"Did you mean {guess}?" if guess else "Make it with `inolink new cluster`."
        raise UsageError(f"There is no cluster {chosen!r}. {hint}")
    return chosen


def _slug(interview: "Interview", slug: str | None, what: str, source: str, *, ask: bool) -> str:
    """Return the name in addresses: the one that was given, else one made from a name or title."""
    from inolink.drafting.words import say
    from inolink.reading.guess import slugified
    from inolink.reading.places import SLUG

    words = interview.draft.values.get(source, {}).get(interview.settings.default_language, "")
    likely = slugified(words)
    if slug is None and ask:
        question = say("slug", interview.language, what=say(what, interview.language))
        slug = str(click.prompt(question, default=likely or None))
    own = slug if slug is not None else likely
    if not own and not words:
        raise UsageError(f"Nothing says what the {what} is to be called. Give --{source}, or --slug.")
    if not SLUG.match(own):
        raise UsageError(
            f"{own!r} can't stand in an address. Give one with --slug: small letters, digits and hyphens."
        )
    return own


def _refuse_taken(place: Path) -> None:
    if place.exists() or place.is_symlink():
        raise UsageError(f"{place}: is there already. Change it, or choose another name with --slug.")


def _finish(ctx: click.Context, interview: "Interview", day: date, *, ask: bool) -> None:
    """Write the file if it passes the check."""
    from inolink.drafting.words import say
    from inolink.upkeep.files import write_new_file

    if ask:
        interview.correct(day)
    elif problems := interview.draft.errors(interview.root, interview.settings, day):
        interview.tell_all(problems)
        ctx.exit(1)
    draft, language = interview.draft, interview.language
    write_new_file(interview.root / draft.path, draft.data())
    click.echo(say("wrote", language, path=draft.path))
    click.echo(say("next", language, command=f"inolink check {draft.path}"))
