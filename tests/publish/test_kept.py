"""A build with a folder of kept files gives the very site that one without gives, whatever was edited.

Directories are edited at random: three times in `make test`, as often as INOLINK_EDITS says elsewhere.
"""

import errno
import json
import os
import random
import shutil
import subprocess
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest

from inolink.publish import BuildOptions, BuildReport, build, making
from inolink.publish.drawings import Drawings
from inolink.publish.kept import FILES, LOCK, Kept, Marks, kept_in
from inolink.search.files import writing
from inolink.settings import load_settings
from inolink.yamlcore import load_trusted
from tests.directories import TODAY, Directory, own_schemas
from tests.pages.rendering import STATES
from tests.publish.processes import wait_until_none_runs
from tests.publish.test_commands import command, furnished
from tests.publish.trees import tree

pytestmark = pytest.mark.forks

EDITS = int(os.environ.get("INOLINK_EDITS", "3"))
KILLS = int(os.environ.get("INOLINK_KILLS", "6")) // 3
CACHE = "cache"
BROKEN, FEW = "title: [", 5
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h{}v7z"/></svg>'


@dataclass
class Workshop:
    """A directory that is built again and again, with what was kept and without."""

    directory: Directory
    drawings: Drawings
    """For builds without anything kept: the frames would only take time."""
    today: date = TODAY
    report: BuildReport | None = field(default=None)

    def again(self) -> dict[str, bytes]:
        """Build with what is kept; return the site."""
        self.report = self._built("again", cache=self.directory.root / CACHE)
        return tree(self.report.site_dir)

    def anew(self) -> dict[str, bytes]:
        """Build as if for the first time."""
        return tree(self._built("anew", drawings=self.drawings).site_dir)

    def _built(self, name: str, **how: object) -> BuildReport:
        root = self.directory.root
        options = BuildOptions(root / name, self.today, **how)  # type: ignore[arg-type]  # what a test names
        return build(root, load_settings(root), options)

    def kept(self) -> dict[str, int]:
        """Return which files are kept, and when each was written."""
        return {
            file.name: file.stat().st_mtime_ns for file in (self.directory.root / CACHE / "files").iterdir()
        }


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a directory with everything in every state, guide pages and a logo."""
    folder = tmp_path_factory.mktemp("kept")
    directory = furnished(folder / "states", STATES)
    own_schemas(directory)
    directory.write("clusters/light/logo.svg", PICTURE.format(7))
    Workshop(directory, Drawings(folder / "drawn")).again()
    shutil.copytree(directory.root / CACHE / "frames", folder / "drawn")
    shutil.copy(directory.root / CACHE / "frames.record", folder / "drawn.record")
    return folder


@pytest.fixture
def shop(built: Path, tmp_path: Path) -> Workshop:
    """Take a copy of all that."""
    shutil.copytree(built, tmp_path, dirs_exist_ok=True)
    return Workshop(Directory(tmp_path / "states"), Drawings(tmp_path / "drawn"))


def edit(file: Path, change: Callable[[dict[str, object]], None]) -> None:
    """Change the values of a record; JSON is YAML."""
    value = load_trusted(file.read_bytes())
    change(value)
    file.write_text(json.dumps(value, ensure_ascii=False, indent=1), "utf-8")


def say_otherwise(value: dict[str, object]) -> None:
    """Change a text that many pages show."""
    for key in ("name", "title", "summary"):
        if isinstance(text := value.get(key), dict):
            text["en"] = f"{text['en']} anew"


def edits(directory: Directory, chance: random.Random) -> Sequence[Callable[[], object]]:
    """Return what can be done to a directory."""
    files = sorted((directory.root / "clusters").glob("*/offers/*.yml"))
    offers = [file for file in files if file.read_text("utf-8") != BROKEN]
    one, other = chance.sample(offers, 2)
    profile = chance.choice(sorted((directory.root / "clusters").glob("*/profile.yml")))
    technologies = load_trusted(other.read_bytes()).get("technologies", ["lasers"])
    number = chance.randrange(1, 9)
    return (
        partial(edit, one, say_otherwise),
        partial(edit, profile, say_otherwise),
        partial(edit, one, lambda value: value.update(technologies=technologies)),
        partial(edit, profile, lambda value: value.pop("technologies", None)),
        partial(edit, one, lambda value: value.update(description={"en": f"Words {number} of new lasers."})),
        partial(edit, one, lambda value: value.pop("description", None)),
        partial(edit, one, lambda value: value.update(status="on-hold")),
        partial(edit, other, lambda value: value.update(published=f"2026-0{number}-01")),
        lambda: one.with_name(f"{one.stem}-again.yml").write_bytes(one.read_bytes()),
        lambda: one.write_bytes(one.read_bytes() + b"\n# a comment\n"),
        *((one.unlink, partial(other.write_text, BROKEN, "utf-8")) if len(offers) > FEW else ()),
        lambda: directory.write("clusters/light/logo.svg", PICTURE.format(number)),
        lambda: directory.append("docs/en/about.md", f"\n## Part {number}\n\nMore words.\n"),
        lambda: directory.replace(
            "schema/vocabularies/technologies.yml", 'label: {en: "', 'label: {en: "New '
        ),
        lambda: directory.replace("schema/vocabularies/synonyms.yml", "en: [", f"en: [word{number}, "),
        lambda: directory.replace("mkdocs.yml", "site_name: ", "site_name: New "),
    )


def test_after_any_edit_the_whole_site_is_the_one_that_would_have_been_made_anew(
    shop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making, "TASKS_PER_JOB", 2)
    monkeypatch.setattr(writing, "MOST_WHOLE", 100)
    (shop.directory.root / CACHE / "kept").unlink()  # of a small directory
    chance = random.Random(EDITS)  # noqa: S311  # edits, no secrets
    for _ in range(EDITS):
        monkeypatch.setenv("INOLINK_PROCESSES", chance.choice("12"))
        assert shop.again() == shop.anew()
        for _ in range(chance.choice((1, 1, 2))):
            chance.choice(edits(shop.directory, chance))()
        shop.today += timedelta(days=chance.choice((0, 0, 0, 40)))
    assert shop.again() == shop.anew()


def test_what_an_edit_does_not_touch_is_not_made_again(shop: Workshop) -> None:
    first = shop.again()
    before = shop.kept()
    assert shop.again() == first
    assert shop.kept() == before
    edit(shop.directory.root / "clusters/light/offers/glass.yml", say_otherwise)
    shop.again()
    same = [name for name, written in shop.kept().items() if before.get(name) == written]
    assert len(same) > len(before) * 0.8


def test_a_kept_file_that_is_spoilt_is_made_again(shop: Workshop) -> None:
    site = shop.again()
    for number, file in enumerate(sorted((shop.directory.root / CACHE / "files").iterdir())):
        data = file.read_bytes()
        # In place, as somebody who works on the published site itself would do it.
        file.write_bytes((data[: len(data) // 2], b"", data.swapcase(), data)[number % 4])
    assert shop.again() == site
    assert shop.again() == site


@pytest.mark.parametrize("rest", [b"", b"no record", None])
def test_a_record_that_is_spoilt_or_gone_begins_anew(shop: Workshop, rest: bytes | None) -> None:
    site, record = shop.again(), shop.directory.root / CACHE / "kept"
    if rest is None:
        record.write_bytes(record.read_bytes()[:1000])
    else:
        record.write_bytes(rest)
    assert shop.again() == site


def test_a_folder_without_room_is_no_reason_to_fail(shop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    site = shop.again()
    edit(shop.directory.root / "clusters/light/offers/glass.yml", say_otherwise)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(Kept, "_kept", full)
        edited = shop.again()
    assert edited == shop.again() == shop.anew() != site


def test_whatever_lies_where_something_was_kept_the_site_is_the_same(shop: Workshop) -> None:
    site, cache = shop.again(), shop.directory.root / CACHE
    for name in ("frames.record", "kept", "looks", "notes", "search-pieces"):
        (cache / name).unlink()
    os.mkfifo(cache / "frames.record")
    os.mkfifo(cache / "notes")
    (cache / "kept").symlink_to("kept")
    (cache / "looks").mkdir()
    (cache / "search-pieces").mkdir()
    assert shop.again() == site


@pytest.mark.parametrize("name", [LOCK, FILES])
def test_nothing_is_kept_where_a_link_leads_elsewhere(tmp_path: Path, name: str) -> None:
    precious = tmp_path / "precious"
    precious.write_text("precious")
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / name).symlink_to(precious if name == LOCK else tmp_path)
    with kept_in(tmp_path / "cache") as kept:
        assert kept is None
    assert precious.read_text() == "precious"


def test_what_the_site_builder_drew_is_drawn_again_if_somebody_has_touched_it(shop: Workshop) -> None:
    site = shop.again()
    # The published site shares its files.
    next((shop.directory.root / "again/assets").rglob("*.css")).write_text("body { color: red }")
    assert shop.again() == site


def test_a_place_at_which_nothing_can_be_kept_is_no_reason_to_fail() -> None:
    with kept_in(Path("/proc/inolink")) as kept:
        assert kept is None


def test_where_two_names_cannot_share_a_file_it_is_copied(
    shop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def apart(*_: object) -> None:
        raise OSError(errno.EXDEV, "Invalid cross-device link")

    site = shop.again()
    monkeypatch.setattr(os, "link", apart)
    assert shop.again() == site


def test_a_build_that_is_killed_leaves_nothing_that_the_next_one_would_believe(shop: Workshop) -> None:
    root, chance = shop.directory.root, random.Random(KILLS)  # noqa: S311  # moments, no secrets
    shop.again()
    for number in range(KILLS):
        edit(root / "clusters/light/offers/glass.yml", say_otherwise)
        options = ("--site-dir", root / "again", "--cache", root / CACHE, "--today", str(TODAY))
        process = subprocess.Popen(command("build", "--root", root, *options), cwd=root)
        with suppress(subprocess.TimeoutExpired):
            process.wait(chance.uniform(0.3, 2))
        process.kill()
        process.wait()
        shop.directory.append("clusters/light/offers/glass.yml", f"\n# {number}\n")
    wait_until_none_runs(shop.directory)
    assert shop.again() == shop.anew()


def test_what_is_of_no_use_any_more_goes(shop: Workshop) -> None:
    shop.again()
    before = shop.kept()
    (shop.directory.root / "clusters/light/offers/glass.yml").unlink()
    shop.again()
    assert len(shop.kept()) < len(before)


def test_a_folder_that_another_build_is_using_is_left_alone(shop: Workshop) -> None:
    site = shop.again()
    before = shop.kept()
    edit(shop.directory.root / "clusters/light/offers/glass.yml", say_otherwise)
    with kept_in(shop.directory.root / CACHE):
        assert shop.again() == shop.anew() != site
    assert shop.kept() == before


def test_kept_links_are_looked_up_again_as_soon_as_anything_is_gone_that_they_may_lead_to(
    shop: Workshop,
) -> None:
    shop.again()
    site = shop.directory.root / "again"
    with kept_in(shop.directory.root / CACHE) as kept:
        assert kept
        marks, pieces = kept.record.marks, kept.record.pieces
        home = next(piece for piece in pieces if any(file.path == "index.html" for file in piece.files))
        kept.stand([home])

        def doubted(marks: Marks) -> set[str]:
            return {target[0] for seen in kept.in_doubt(site, marks) for target, _ in seen.places}

        assert doubted(marks) == set()
        assert doubted({path: ids for path, ids in marks.items() if path != "about/index.html"}) == {"about/"}
        assert doubted({**marks, "about/index.html": frozenset()}) == {"about/"}
        (site / "clusters/light/index.html").unlink()
        assert doubted(marks) == {"clusters/light/"}
        kept.stand(pieces)
        assert doubted(marks) == set()
