"""Questions on the terminal for a new file: each answer is checked as soon as it is given."""

import textwrap
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from inolink.checking.schemas import Schemas, load_schemas
from inolink.contribute.models import form_model
from inolink.drafting import AnswerError, Draft, Field, field_at, read_answer
from inolink.drafting.words import say
from inolink.errors import UsageError
from inolink.problems import Problem
from inolink.reading.document import FileKind
from inolink.reading.names import language_name
from inolink.reading.vocabularies import Vocabularies, load_vocabularies
from inolink.settings import Settings, load_settings

SHOWN_CODES = 40
MISSING = ("IL301", "IL411")
"""Codes of what can't be left out."""


@dataclass
class Interview:
    """The draft of one file, and what is needed to fill it."""

    root: Path
    settings: Settings
    schemas: Schemas
    vocabularies: Vocabularies
    draft: Draft
    language: str
    """Of the questions."""

    @classmethod
    def of(cls, root: Path, kind: FileKind, language: str) -> "Interview":
        """Begin with an empty file of a kind."""
        schemas = load_schemas(root)
        model = form_model(schemas.by_kind[kind], language)
        draft = Draft(kind, f"clusters/_/{kind}.yml", model)
        return cls(root, load_settings(root), schemas, load_vocabularies(root), draft, language)

    def preset(self, assignments: Iterable[str]) -> None:
        """Fill fields as they were given on the command line: `title.lt=…`."""
        for assignment in assignments:
            name, equals, text = assignment.partition("=")
            if not equals:
                raise UsageError(
                    f"{assignment!r}: write --set FIELD=VALUE, such as --set title.lt=Pavadinimas."
                )
            field, language = field_at(self.draft.model, name.strip(), self.language)
            try:
                self._fill(field, text, language or self.settings.default_language)
            except AnswerError as error:
                raise UsageError(f"{name}: {error}") from None

    def default(self, name: str, value: object) -> None:
        """Fill a field that nothing was said about."""
        field = self.field(name)
        if not self.draft.has(field):
            self.draft.put(field, value)

    def field(self, name: str) -> Field:
        """Return a field by its dotted name."""
        return field_at(self.draft.model, name, self.language)[0]

    def ask(self, names: Iterable[str], *, needed: bool) -> None:
        """Ask for the fields that are still empty."""
        for name in names:
            field = self.field(name)
            for language in self.settings.languages if field.localised else (None,):
                if not self.draft.has(field, language):
                    first = language in {None, self.settings.default_language}
                    self._ask(field, language, needed=needed and first)

    def correct(self, today: date) -> None:
        """Ask again for what the check would refuse, until it refuses nothing."""
        while problems := self.draft.errors(self.root, self.settings, today):
            self.tell_all(problems)
            for problem in problems:
                self._ask_again(problem)

    def tell_all(self, problems: Iterable[Problem]) -> None:
        """Say what the check would refuse."""
        click.echo(say("wrong", self.language))
        for problem in problems:
            self._tell(problem)

    def _ask_again(self, problem: Problem) -> None:
        for name in _blamed(problem):
            field, language = field_at(self.draft.model, name, self.language)
            if field.localised:
                language = language or self.settings.default_language
            self.draft.drop(field, language)
            self._ask(field, language, needed=problem.code in MISSING)

    def _ask(self, field: Field, language: str | None, *, needed: bool) -> None:
        """Put one question until its answer can be used."""
        self._explain(field, needed=needed)
        while True:
            text = click.prompt(self._label(field, language), default="", show_default=False).strip()
            if not text and not needed:
                return
            if not text:
                click.echo(f"  {say('needed', self.language)}")
            elif self._accepted(field, text, language):
                return

    def _accepted(self, field: Field, text: str, language: str | None) -> bool:
        try:
            self._fill(field, text, language)
        except AnswerError as error:
            click.echo(f"  {error}")
            return False
        problems = self.draft.form_problems(field, self.schemas)
        for problem in problems:
            self._tell(problem)
        if problems:
            self.draft.drop(field, language)
        return not problems

    def _fill(self, field: Field, text: str, language: str | None) -> None:
        languages = tuple({*self.settings.languages, self.language})
        value = read_answer(field, text, self.vocabularies, languages)
        self.draft.put(field, value, language)

    def _explain(self, field: Field, *, needed: bool) -> None:
        hints = [str(field.model.get("help", ""))]
        name = field.vocabulary
        terms = self.vocabularies.get(name) if name else None
        if terms and len(terms) <= SHOWN_CODES:
            codes = (f"{term.code} ({terms.label(term.code, self.language)})" for term in terms)
            hints.append(f"{say('codes', self.language)}: {', '.join(codes)}.")
        if field.several:
            hints.append(f"({say('several', self.language)})")
        if not needed:
            hints.append(f"({say('optional', self.language)})")
        click.echo()
        click.secho(textwrap.fill(" ".join(filter(None, hints)), width=100), dim=True)

    def _label(self, field: Field, language: str | None) -> str:
        if language is None or len(self.settings.languages) == 1:
            return field.label
        tongue = language_name(language, self.language)
        return say("in", self.language, label=field.label, tongue=tongue)

    def _tell(self, problem: Problem) -> None:
        place = problem.pointer.strip("/").replace("/", ".")
        message, remedy = problem.message(self.language), problem.remedy(self.language)
        click.echo(f"  {place}: {message} {remedy} ({problem.code})")


def _blamed(problem: Problem) -> list[str]:
    """Return the dotted names of the fields that a problem is about."""
    way = [part for part in problem.pointer.split("/")[1:] if not part.isdigit()]
    key = dict(problem.params).get("key", "")
    if problem.code == "IL411":
        return key.split(", ")
    return [".".join((*way, key) if problem.code == "IL301" else way)]
