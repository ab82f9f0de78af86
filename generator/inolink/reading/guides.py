"""The hand-written pages: Markdown below docs/<language>/, with a title and a description at its head."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from inolink.errors import InoLinkError
from inolink.yamlcore import load_trusted

FOLDER = "docs"
FRONT_MATTER = re.compile(r"---\r?\n(.*?)^---[ \t]*\r?\n", re.DOTALL | re.MULTILINE)
WORDS = frozenset({"text", "code_inline", "softbreak", "hardbreak"})


class GuideError(InoLinkError):
    """A file below docs/ that can't be published."""


@dataclass(frozen=True)
class GuideText:
    """A guide page in one language."""

    title: str
    description: str
    text: str
    """Its words without any markup, for the search."""
    meta: Mapping[str, Any] = field(repr=False)
    """Its own front matter."""
    body: str = field(repr=False)
    """Its Markdown."""


@dataclass(frozen=True)
class Guide:
    """A hand-written page in all its languages."""

    path: str
    """The page's path without its language: `about/`."""
    texts: Mapping[str, GuideText]


def read_guides(root: Path, languages: Sequence[str]) -> tuple[Guide, ...]:
    """Read the guide pages of these languages, in the order of their paths."""
    found: dict[str, dict[str, GuideText]] = {}
    for language in languages:
        folder = root / FOLDER / language
        for file in plain_files(folder):
            if file.suffix == ".md":
                found.setdefault(_page_path(file.relative_to(folder)), {})[language] = _read(root, file)
    return tuple(Guide(path, found[path]) for path in sorted(found))


def plain_files(folder: Path) -> Iterator[Path]:
    """Yield the files below a folder in order; a link could publish what lies elsewhere, so none is taken."""
    if folder.is_symlink():
        raise GuideError(f"{folder}: is a symbolic link. Put the folder itself here.")
    for file in sorted(folder.iterdir()) if folder.is_dir() else ():
        if file.is_symlink():
            raise GuideError(f"{file}: is a symbolic link. Put the file itself here.")
        if file.is_dir():
            yield from plain_files(file)
        elif not file.name.startswith("."):
            yield file


def _page_path(file: Path) -> str:
    place = file.with_suffix("")
    return f"{(place.parent if place.name == 'index' else place).as_posix()}/".removeprefix("./")


def _read(root: Path, file: Path) -> GuideText:
    try:
        source = file.read_text("utf-8")
    except UnicodeDecodeError:
        raise GuideError(f"{file.relative_to(root)}: is not UTF-8. Save it in that encoding.") from None
    head = FRONT_MATTER.match(source)
    meta = _meta(file.relative_to(root), head[1]) if head else {}
    body = source[head.end() :] if head else source
    title = str(meta.get("title") or _first_heading(body) or file.stem)
    return GuideText(title, str(meta.get("description") or ""), _plain(body), meta, body)


def _meta(file: Path, head: str) -> dict[str, Any]:
    try:
        meta = load_trusted(head)
    except yaml.YAMLError as error:
        raise GuideError(f"{file}: its head is no valid YAML: {' '.join(str(error).split())}") from None
    if not isinstance(meta, dict):
        raise GuideError(f"{file}: its head holds no keys. Write `title: …` and `description: …`.")
    return meta


def _first_heading(body: str) -> str | None:
    heading = re.search(r"^# (.+)$", body, re.MULTILINE)
    return heading[1].strip() if heading else None


def _plain(body: str) -> str:
    tokens = MarkdownIt("commonmark").enable("table").parse(body)
    blocks = (_words(token.children) for token in tokens if token.children)
    return " ".join(" ".join(blocks).split())


def _words(children: Sequence[Token]) -> str:
    return "".join(child.content or " " for child in children if child.type in WORDS)
