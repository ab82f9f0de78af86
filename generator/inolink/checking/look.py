"""One file of a directory looked at by itself, whatever stands in the others.

What a look finds is small and plain: it goes from process to process, and it can be kept.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from inolink.checking.excerpts import excerpt
from inolink.checking.form import form_problems
from inolink.checking.logos import flaw
from inolink.checking.rules import DAILY_RULES, RECORD_RULES
from inolink.checking.rules.privacy import doubtful_addresses
from inolink.checking.subject import Ground, Subject
from inolink.problems import Problem
from inolink.reading.directory import Logo, RecordFile, open_file
from inolink.reading.document import Document, Marks, Pointer, packed, unpacked


class Look(msgspec.Struct, frozen=True, array_like=True):
    """What is to be said of a file on any day."""

    problems: tuple[Problem, ...] = ()
    value: bytes | None = None
    """What it says, packed, if it is a record that could be read."""
    excerpt: dict[str, Any] = {}
    """What of it rules on several records look at."""
    addresses: tuple[tuple[Pointer, str], ...] = ()
    """Texts with addresses of which only the organisation's profile can say whose they are."""


class Found(NamedTuple):
    """What a look at a file has found."""

    look: bytes
    """Written as MessagePack."""
    today: tuple[Problem, ...] = ()
    """What is to be said of it on the day of the check."""
    logo: Logo | None = None
    digest: str = ""
    """Of the bytes, if the file could be opened."""


@dataclass(frozen=True)
class Looking:
    """Looks at the files of one directory."""

    root: Path
    ground: Ground

    def at_path(self, path: str) -> Found:
        """Look at a file."""
        opened = open_file(self.root, path)
        if isinstance(opened, Problem):
            return Found(written(Look((opened,))))
        found = self._at_record(opened) if isinstance(opened, RecordFile) else self._at_logo(opened)
        return found._replace(digest=digest_of(opened.data))

    def _at_logo(self, logo: Logo) -> Found:
        reason = flaw(logo)
        problems = (Problem.of_file("IL204", logo.path, reason=reason),) if reason else ()
        return Found(written(Look(problems)), logo=logo)

    def _at_record(self, file: RecordFile) -> Found:
        found = file.read()
        return self.at_document(found) if isinstance(found, Document) else Found(written(Look(found)))

    def at_document(self, document: Document) -> Found:
        """Look at a record that was read already."""
        form = tuple(form_problems(document, self.ground.schemas))
        subject = Subject(document, self.ground, form)
        problems = tuple(problem for rule in RECORD_RULES for problem in rule(subject))
        look = Look(
            problems=(*form, *problems),
            value=packed(document.value),
            excerpt=excerpt(document.kind, document.value),
            addresses=tuple(doubtful_addresses(subject)),
        )
        return Found(written(look), _today(subject))

    def today(self, file: RecordFile | Logo, look: bytes) -> tuple[Problem, ...]:
        """Return what is to be said today of a file that was looked at before."""
        value = read_look(look).value
        if value is None or isinstance(file, Logo):
            return ()
        document = Document(file.path, file.kind, unpacked(value), Marks((self.root, file.path)))
        return _today(Subject(document, self.ground))


def _today(subject: Subject) -> tuple[Problem, ...]:
    return tuple(problem for rule in DAILY_RULES for problem in rule(subject))


def digest_of(data: bytes) -> str:
    """Return what tells a file from any other one."""
    return hashlib.blake2b(data, digest_size=20).hexdigest()


def written(look: Look) -> bytes:
    """Write what a look has found."""
    return msgspec.msgpack.encode(look)


def read_look(data: bytes) -> Look:
    """Read what a look had found."""
    return msgspec.msgpack.decode(data, type=Look)
