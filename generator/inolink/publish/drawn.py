"""What the site builder drew: frames to be taken apart, and pages that lack nothing but their policy."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from shutil import rmtree

from inolink.publish.builder import Builder, running
from inolink.publish.csp import policy, with_policy
from inolink.publish.hang import Frame, Frames, frames_by_kind
from inolink.publish.staging import stage, stands
from inolink.reading.guides import Guide
from inolink.settings import Settings

NEEDLESS = (
    "sitemap.xml*",
    "assets/javascripts",
    "assets/**/*.map",
    "assets/stylesheets/palette.*",
    "assets/bundled/embed-element.js",
)
"""What the builder leaves and no page of ours asks for: its sitemap knows the guide pages only, its scripts
and palettes give way to those of our theme, and one script of ours is published elsewhere."""


@dataclass(frozen=True)
class Drawn:
    """Everything with HTML in it that the site builder made."""

    frames: Frames
    documents: Mapping[str, str]
    """Guide pages and the page for what isn't there, by their paths in the site."""
    rules: str
    """The Content-Security-Policy that all of them share."""


def fingerprint(frames: Frames) -> str:
    """Return what is the same for the same frames, and for no others."""
    parts = (
        part for frame in frames.values() for part in (frame.kind, frame.language, frame.path, frame.html)
    )
    return hashlib.blake2b("\0".join(parts).encode(), digest_size=20).hexdigest()


@contextmanager
def drawing(
    root: Path, folder: Path, builder: Builder, guides: Iterable[Guide], settings: Settings
) -> Iterator[Callable[[], Drawn]]:
    """Let the site builder draw beside other work; what is yielded waits for it.

    Its files lie in `folder/site` afterwards, the frames not among them.
    """
    stage(root, folder / "docs", guides, settings.languages)
    with drawing_staged(root, folder, builder, settings) as drawn:
        yield drawn


@contextmanager
def drawing_staged(
    root: Path, folder: Path, builder: Builder, settings: Settings
) -> Iterator[Callable[[], Drawn]]:
    """Do the same with sources that lie in `folder/docs` already."""
    site = folder / "site"
    with running(builder, root, folder / "docs", site) as wait:

        def drawn() -> Drawn:
            wait()
            return _taken_apart(site, settings)

        yield drawn


def _taken_apart(site: Path, settings: Settings) -> Drawn:
    _drop_needless(site)
    frames = [_take(site, Frame(at.kind, at.language, at.path, "")) for at in stands(settings.languages)]
    documents = {file.relative_to(site).as_posix(): file.read_text("utf-8") for file in _html(site)}
    return _under_policy(site, frames, documents)


def _drop_needless(site: Path) -> None:
    for path in [path for pattern in NEEDLESS for path in site.glob(pattern)]:
        if path.is_dir():
            rmtree(path)
        else:
            path.unlink(missing_ok=True)


def _take(site: Path, frame: Frame) -> Frame:
    """Read a frame and remove it: an empty one must never be published."""
    file = site / frame.path / "index.html"
    html = file.read_text("utf-8")
    file.unlink()
    for folder in file.parents:
        if folder == site or any(folder.iterdir()):
            break
        folder.rmdir()
    return replace(frame, html=html)


def _html(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def _under_policy(site: Path, frames: list[Frame], documents: dict[str, str]) -> Drawn:
    rules = policy([*(frame.html for frame in frames), *documents.values()])
    allowed = {path: with_policy(html, rules) for path, html in documents.items()}
    for path, html in allowed.items():
        (site / path).write_text(html, "utf-8")
    hung = [replace(frame, html=with_policy(frame.html, rules)) for frame in frames]
    return Drawn(frames_by_kind(hung), allowed, rules)
