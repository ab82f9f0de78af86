"""What the site builder gets to build: a page for each kind of frame, and the guide pages."""

import re
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from inolink.pages.embed import FOLDER as EMBEDDED
from inolink.pages.frames import FRAMES, localised
from inolink.reading.guides import FOLDER, Guide, GuideError, plain_files

SHARED = ("assets", "images")
"""Folders below docs/ that all languages share."""
OF_RECORDS = frozenset(place[: place.index("_")] for place in FRAMES.values() if "_" in place)
"""Folders of the site in which each record of some kind has a page."""
TO_SHARED = re.compile(rf"(\]\(|\]:[ \t]*)\.\./((?:\.\./)*(?:{'|'.join(SHARED)})/)")


@dataclass(frozen=True, slots=True)
class Stand:
    """Where the frame of one kind and language is built."""

    kind: str
    language: str
    path: str
    """A path as deep as those of the pages that it is for, and one that no page has but itself."""
    sample: str
    """The path of such a page without its language."""


def stands(languages: Sequence[str]) -> Iterator[Stand]:
    """Yield a place for the frame of each kind in each language."""
    for language in languages:
        for kind, sample in FRAMES.items():
            place = f"{sample.removesuffix('_/')}_{kind}/" if sample.endswith("_/") else sample
            yield Stand(kind, language, localised(place, language, languages[0]), sample)


def stage(root: Path, folder: Path, guides: Iterable[Guide], languages: Sequence[str]) -> None:
    """Write all sources of the site builder into a new folder."""
    for stand in stands(languages):
        meta = {"frame": stand.kind, "language": stand.language, "path": stand.sample}
        _write(folder / stand.path / "index.md", meta, "")
    for guide in guides:
        _demand_free(guide, languages)
        _stage_guide(folder, guide, languages[0])
    for name in SHARED:
        source = root / FOLDER / name
        for file in plain_files(source):
            place = folder / name / file.relative_to(source)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, place)


def _demand_free(guide: Guide, languages: Sequence[str]) -> None:
    """Refuse a guide where records have a page, or may have one tomorrow."""
    folders = (EMBEDDED, *(f"{language}/" for language in languages), *OF_RECORDS)
    if guide.path in FRAMES.values() or guide.path.startswith(folders):
        place = f"{FOLDER}/{next(iter(guide.texts))}/{guide.path.rstrip('/') or 'index'}.md"
        raise GuideError(f"{place}: records make this page. Give the file another name.")


def _stage_guide(folder: Path, guide: Guide, default: str) -> None:
    for language, text in guide.texts.items():
        # The first language moves up one folder, so its way to what all share is one step shorter.
        body = TO_SHARED.sub(r"\1\2", text.body) if language == default else text.body
        file = folder / f"{localised(guide.path, language, default).rstrip('/')}.md"
        _write(file, {**text.meta, "language": language, "path": guide.path}, body)


def _write(file: Path, meta: Mapping[str, Any], body: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    head = yaml.safe_dump(dict(meta), allow_unicode=True)
    file.write_text(f"---\n{head}---\n{body}", "utf-8")
