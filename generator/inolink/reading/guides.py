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
from inolink.plainfile import read_whole, why_unreadable
from inolink.yamlcore import load_bounded

FOLDER = "docs"
LARGEST_GUIDE = 500_000
LARGEST_FILE = 20_000_000
"""Of pictures and whatever else lies beside the guides."""
DEEPEST_FOLDER = 12
FRONT_MATTER = re.compile(r"---\r?\n(.*?)^---[ \t]*\r?\n", re.DOTALL | re.MULTILINE)
PLAIN_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,100}\Z")
"""What can be part of a web address everywhere, and of a path on every system."""
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
                texts = found.setdefault(_page_path(file.relative_to(folder)), {})
                if language in texts:
                    raise GuideError(f"{file.relative_to(root)}: another file makes the same page. Keep one.")
                texts[language] = _read(root, file)
    return tuple(Guide(path, found[path]) for path in sorted(found))


def plain_files(folder: Path, depth: int = 0) -> Iterator[Path]:
    """Yield the files below a folder in order; a link could publish what lies elsewhere, so none is taken."""
    if folder.is_symlink() or folder.parent.is_symlink():
        raise GuideError(f"{folder}: is a symbolic link. Put the folder itself here.")
    files = sorted(folder.iterdir()) if folder.is_dir() else []
    if len({file.name.casefold() for file in files}) < len(files):
        raise GuideError(f"{folder}: holds names that differ in capitals alone. Give them other names.")
    for file in files:
        if file.is_symlink():
            raise GuideError(f"{file}: is a symbolic link. Put the file itself here.")
        if file.name.startswith("."):
            continue
        if not PLAIN_NAME.match(file.name):
            raise GuideError(f"{folder}: holds {file.name!r}. Use the letters a-z, digits, - _ and . alone.")
        if not file.is_dir():
            yield _plain_file(file)
        elif depth < DEEPEST_FOLDER:
            yield from plain_files(file, depth + 1)
        else:
            raise GuideError(f"{file}: lies too deep. Put it nearer to {FOLDER}/.")


def _plain_file(file: Path) -> Path:
    if not file.is_file():
        raise GuideError(f"{file}: is no ordinary file. Take it away.")
    if file.stat().st_size > LARGEST_FILE:
        raise GuideError(f"{file}: is larger than {LARGEST_FILE // 10**6} MB. Make it smaller.")
    return file


def _page_path(file: Path) -> str:
    place = file.with_suffix("")
    return f"{(place.parent if place.name == 'index' else place).as_posix()}/".removeprefix("./")


def _read(root: Path, file: Path) -> GuideText:
    try:
        source = read_whole(file, LARGEST_GUIDE).decode("utf-8")
    except UnicodeDecodeError:
        raise GuideError(f"{file.relative_to(root)}: is not UTF-8. Save it in that encoding.") from None
    except OSError as error:
        raise GuideError(f"{file.relative_to(root)}: can't be read ({why_unreadable(error)}).") from None
    head = FRONT_MATTER.match(source)
    meta = _meta(file.relative_to(root), head[1]) if head else {}
    body = source[head.end() :] if head else source
    title = str(meta.get("title") or _first_heading(body) or file.stem)
    return GuideText(title, str(meta.get("description") or ""), _plain(body), meta, body)


def _meta(file: Path, head: str) -> dict[str, Any]:
    try:
        meta = load_bounded(head)
    except (yaml.YAMLError, ValueError) as error:
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
