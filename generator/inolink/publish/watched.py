"""The catalogue and the matches as pages see them, watched: what a page asked for, and what it was told.

A page that would be told the same again is the same again. Whatever isn't asked for by the name of a record
counts as a question for everything, which any change of any record answers anew.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, NamedTuple, cast

import msgspec

from inolink.catalogue import Cluster
from inolink.pages import Site
from inolink.pages.site import Desks
from inolink.publish.fingerprints import Fingerprints, NoFingerprintError

EVERYTHING = "everything"
UNKNOWN = ""
"""Stands for an answer that can't be compared: the page is made anew each time."""
FOR_SOME = {
    "catalogue": frozenset({"cluster", "find", "known", "offer", "opening", "openings_of", "open_of"}),
    "matches": frozenset({"of", "has", "any_of_cluster", "of_cluster", "between"}),
}
"""What asks for records by their names."""
BY_THEMSELVES = {
    "catalogue": frozenset({"today", "languages", "commit", "programme", "redirects"}),
    "site": frozenset({"upkeep"}),
}
"""What is short, or says of itself all that there is to know."""
KEPT_APART = frozenset({"settings", "vocabularies", "leaf_size"})
"""What every page may use: the pages of another state of these are kept elsewhere."""


class Question(NamedTuple):
    """Something that a page asked for."""

    whom: str
    name: str
    about: tuple[str | None, ...] = ()


class Answer(NamedTuple):
    """What it was told."""

    told: str
    """The fingerprint of the answer."""
    grounds: bytes = b""
    """Of what the answer comes from, where that is looked at more quickly than the answer is found again."""


@dataclass
class Watch:
    """Notes the questions of one task after the other."""

    site: Site
    named: Mapping[str, object] = field(default_factory=dict)
    """What is the same for all tasks, or says nothing: by the name that it has in every build."""
    asked: dict[Question, Answer] = field(default_factory=dict)
    _answers: dict[Question, str] = field(default_factory=dict)
    _on: dict[Question, bytes] = field(default_factory=dict)
    """What was compared already, and what it is grounded on: many tasks ask the same."""

    @cached_property
    def fingerprints(self) -> Fingerprints:
        """Take the watched for what they are: the same in every build."""
        own = {"site": self.watched, "catalogue": self.watched.catalogue, "matches": self.watched.matches}
        return Fingerprints({id(value): name for name, value in (*own.items(), *self.named.items())})

    @cached_property
    def watched(self) -> Site:
        """The site to be shown to pages."""
        return cast("Site", _WatchedSite(self))

    @cached_property
    def everything(self) -> str:
        """What all records together say."""
        # The matches follow from the records. A commit says nothing of them; whoever tells it asks for it.
        catalogue = replace(self.site.catalogue, commit=None)
        return self.fingerprints.of((catalogue, self.site.catalogue.offers))

    def key(self, task: object) -> str | None:
        """Return the fingerprint of a task and its own arguments; None if it can't be known again."""
        try:
            return self.fingerprints.of(task)
        except NoFingerprintError:
            return None

    def written(self) -> bytes:
        """Return what was asked since it was last forgotten, to be kept."""
        return msgspec.msgpack.encode(sorted(self.asked.items(), key=str))

    def note(self, question: Question, answer: Callable[[], object]) -> None:
        """Note a question with what it is answered."""
        if question not in self.asked:
            try:
                self.asked[question] = Answer(self.fingerprints.of(answer()), self._grounds(question))
            except NoFingerprintError:
                self.asked[question] = Answer(UNKNOWN)

    def still(self, asked: bytes) -> bytes | None:
        """Return the questions if all are answered as they were, with the grounds of today; else None."""
        before = msgspec.msgpack.decode(asked, type=list[tuple[Question, Answer]])
        if not all(self._same(question, answer) for question, answer in before):
            return None
        now = [(question, Answer(answer.told, self._grounds(question))) for question, answer in before]
        return asked if now == before else msgspec.msgpack.encode(now)

    def _same(self, question: Question, before: Answer) -> bool:
        if before.grounds and before.grounds == self._grounds(question):
            return True
        return before.told != UNKNOWN and self._now(question) == before.told

    def _grounds(self, question: Question) -> bytes:
        """Return the fingerprint of what an answer comes from, if there is one."""
        if question[:2] != ("matches", "of"):
            return b""
        if question not in self._on:
            grounds: Callable[..., bytes] = self.site.matches.grounds_of
            self._on[question] = grounds(*map(_argument, question.about))
        return self._on[question]

    def _now(self, question: Question) -> str:
        if question in self.asked:
            return self.asked[question].told  # when it was laid out what there is to do
        if question not in self._answers:
            try:
                self._answers[question] = self._answer(question)
            except (KeyError, NoFingerprintError):
                self._answers[question] = UNKNOWN
        return self._answers[question]

    def _answer(self, question: Question) -> str:
        whom, name, about = question
        if name == EVERYTHING:
            return self.everything
        asked = getattr(self._real(whom), name)
        if name not in FOR_SOME.get(whom, ()):
            return self.fingerprints.of(asked)
        if name in {"known", "between"}:
            return self.fingerprints.of(asked(about))
        catalogue = self.site.catalogue
        if name in {"openings_of", "open_of"}:
            return self.fingerprints.of(asked(catalogue.cluster(about[0] or "")))
        return self.fingerprints.of(asked(*(_argument(each) for each in about)))

    def _real(self, whom: str) -> object:
        return self.site if whom == "site" else getattr(self.site, whom)


def _argument(written: str | None) -> str | int | None:
    return int(written[1:]) if written and written.startswith("#") else written


def _written(argument: object) -> str | None:
    """Return an argument of a question as it is kept: records by their names, numbers marked."""
    if isinstance(argument, Cluster):
        return argument.slug
    if argument is None or isinstance(argument, str):
        return argument
    return f"#{argument}"


@dataclass(eq=False)
class _Watched:
    watch: Watch = field(repr=False)
    whom: str

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  # whatever the watched one has
        if name.startswith("__"):
            raise AttributeError(name)
        watch = self.__dict__["watch"]
        real = getattr(watch._real(self.whom), name)  # noqa: SLF001  # the same module
        if Question(self.whom, EVERYTHING) in watch.asked and name != "commit":
            return real  # all that there is to know was asked for already
        if name in FOR_SOME[self.whom]:
            return _Asking(watch, Question(self.whom, name), real)
        if name in BY_THEMSELVES.get(self.whom, ()):
            watch.note(Question(self.whom, name), lambda: real)
        else:
            watch.asked[Question(self.whom, EVERYTHING)] = Answer(watch.everything)
        return real


@dataclass(frozen=True)
class _Asking:
    watch: Watch
    question: Question
    real: Callable[..., Any]

    def __call__(self, first: object, *others: object, **named: object) -> Any:  # noqa: ANN401  # the answer
        if isinstance(first, Iterable) and not isinstance(first, str):
            first = tuple(first)
            about = tuple(map(_written, first))
        else:
            about = tuple(map(_written, (first, *others, *named.values())))
        answer = self.real(first, *others, **named)
        self.watch.note(self.question._replace(about=about), lambda: answer)
        return answer


class _WatchedSite:
    def __init__(self, watch: Watch) -> None:
        self._watch = watch
        self.catalogue = _Watched(watch, "catalogue")
        self.matches = _Watched(watch, "matches")
        self.desks = Desks()

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  # whatever a site has
        real = getattr(self._watch.site, name)
        if name in BY_THEMSELVES["site"]:
            self._watch.note(Question("site", name), lambda: real)
        elif name not in KEPT_APART and name != "prepare":
            self._watch.asked[Question("site", EVERYTHING)] = Answer(self._watch.everything)
        return real
