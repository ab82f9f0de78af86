"""`inolink explain`: what a code means, with an example."""

# ruff: noqa: PLC0415  # a command imports what it needs when it runs, so that --help is quick

import click

from inolink.cli.options import language_option


@click.command()
@click.argument("code", required=False)
@language_option
def explain(code: str | None, language: str) -> None:
    """Explain the problem CODE, or list all codes.

    Example: inolink explain IL302
    """
    from inolink.codes import all_codes

    if code is None:
        width = len("warning")
        for text in all_codes().values():
            click.echo(f"{text.code}  {text.severity:<{width}}  {text.title.get(language, text.title['en'])}")
        return
    click.echo(_page(_known(code), language))


def _known(code: str) -> str:
    from inolink.codes import all_codes
    from inolink.errors import UsageError
    from inolink.problems import shorten
    from inolink.reading.guess import closest

    wanted = code.upper() if not code.isdigit() else f"IL{code}"
    if wanted in all_codes():
        return wanted
    guess = closest(wanted, all_codes())
    hint = f"Did you mean {guess}? " if guess else ""
    raise UsageError(f"There is no code {shorten(code)!r}. {hint}`inolink explain` lists all codes.")


def _page(code: str, language: str) -> str:
    from inolink.codes import all_codes, in_language

    text = all_codes()[code]
    instead, written = {"lt": ("Taip negerai", "Taip gerai")}.get(
        language, ("Not like this", "But like this")
    )
    return "\n".join(
        (
            click.style(f"{code} {in_language(text.title, language)} ({text.severity})", bold=True),
            "",
            click.wrap_text(in_language(text.explanation, language), width=78),
            "",
            f"{instead}:",
            _indented(text.bad),
            f"{written}:",
            _indented(text.good),
        )
    )


def _indented(example: str) -> str:
    return "\n".join(f"    {line}" for line in example.splitlines())
