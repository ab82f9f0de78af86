"""Until a whole build is done, every page is what the build will make of it; frames are drawn when needed."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from inolink.publish import BuildOptions, BuildReport, build
from inolink.publish.drawings import Drawings
from inolink.publish.live import Live, live_site
from inolink.publish.preview import Preview
from inolink.settings import load_settings
from tests.directories import TODAY, Directory
from tests.publish.test_commands import furnished
from tests.publish.test_preview import get, previewing
from tests.publish.trees import tree

PROFILE = "clusters/alpha/profile.yml"
GUIDE = "docs/en/about.md"


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Directory:
    """Make a directory with all kinds of pages, for all tests of this file."""
    return furnished(tmp_path_factory.mktemp("live") / "whole")


@pytest.fixture(scope="module")
def drawings(whole: Directory) -> Drawings:
    """Keep the frames for all tests."""
    return Drawings(whole.root / ".inolink" / "preview.drawn")


def built(directory: Directory, name: str, drawings: Drawings | None = None) -> BuildReport:
    """Build the whole site."""
    options = BuildOptions(directory.root / name, TODAY, drawings=drawings)
    return build(directory.root, load_settings(directory.root), options)


def live(directory: Directory, drawings: Drawings) -> Live:
    """Read the directory as it is at this moment."""
    options = BuildOptions(directory.root / "site", TODAY)
    return live_site(directory.root, load_settings(directory.root), options, drawings)


@pytest.fixture
def restored(whole: Directory) -> Iterator[Directory]:
    """Let a test change the directory, and put it right again."""
    before = {path: whole.read(path) for path in (PROFILE, GUIDE, "mkdocs.yml")}
    yield whole
    for path, text in before.items():
        whole.write(path, text)


def pages_of(site: Path) -> dict[str, str]:
    """Return every page of records and every guide page."""
    return {
        file.relative_to(site).as_posix().removesuffix("index.html"): file.read_text("utf-8")
        for file in site.rglob("index.html")
        if "embed" not in file.relative_to(site).parts
    }


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (PROFILE, "Alpha Laser Cluster", "Entirely new"),
        (GUIDE, "# ", "# Entirely new "),
        ("mkdocs.yml", "site_name: InoLink", "site_name: Entirely new"),
    ],
)
def test_every_page_of_the_moment_is_what_the_next_build_writes(
    restored: Directory, drawings: Drawings, path: str, old: str, new: str
) -> None:
    live(restored, drawings)
    restored.replace(path, old, new)
    moment = live(restored, drawings)
    site = built(restored, "after").site_dir
    expected = pages_of(site)
    assert any("Entirely new" in html for html in expected.values())
    assert {page: moment.html(page) for page in expected} == expected
    assert moment.not_found == (site / "404.html").read_text("utf-8")


def test_a_page_that_the_next_build_will_not_have_is_not_there(
    restored: Directory, drawings: Drawings
) -> None:
    assert live(restored, drawings).html("clusters/alpha/")
    restored.append(PROFILE, "colour: red\n")
    moment = live(restored, drawings)
    assert moment.html("clusters/alpha/") is None
    assert PROFILE in moment.report.left_out


def test_a_build_with_kept_frames_is_the_same_to_the_byte(restored: Directory, drawings: Drawings) -> None:
    built(restored, "first", drawings)
    restored.replace(PROFILE, "Alpha Laser Cluster", "Entirely new")
    kept = tree(built(restored, "kept", drawings).site_dir)
    assert kept == tree(built(restored, "anew").site_dir)
    assert kept != tree(restored.root / "first")


@pytest.mark.parametrize(("path", "drawn_anew"), [(PROFILE, False), (GUIDE, True), ("mkdocs.yml", True)])
def test_frames_are_drawn_anew_only_if_something_changes_that_is_in_them(
    restored: Directory,
    drawings: Drawings,
    path: str,
    drawn_anew: bool,  # noqa: FBT001
) -> None:
    before = live(restored, drawings).drawn
    assert live(restored, drawings).drawn is before
    comment = "\nOne more line.\n" if path.endswith(".md") else "\n# one more line\n"
    restored.append(path, comment)
    assert (live(restored, drawings).drawn is not before) is drawn_anew


def test_the_preview_shows_the_moment_and_lets_other_files_wait_for_the_build(
    restored: Directory, drawings: Drawings
) -> None:
    site = built(restored, "shown", drawings).site_dir
    with previewing(site) as preview:
        restored.replace(PROFILE, "Alpha Laser Cluster", "Entirely new")
        version = get(preview, "/__inolink/version")
        preview.show(live(restored, drawings))
        assert get(preview, "/__inolink/version") != version
        assert b"Entirely new" in get(preview, "/clusters/alpha/")[1]
        assert b"Entirely new" in get(preview, "/clusters/alpha/index.html?x=1")[1]
        assert get(preview, "/assets/bundled/page.js")[0] == 200
        assert get(preview, "/nowhere/")[0] == 404
        assert waits(preview, "/sitemap.xml")
        assert get(preview, "/sitemap.xml") == (200, (site / "sitemap.xml").read_bytes())
        assert b"Entirely new" not in get(preview, "/clusters/alpha/")[1]


def waits(preview: Preview, path: str) -> bool:
    """Whether an answer comes only when the folder is shown again, which this brings about."""
    answered = threading.Event()
    asking = threading.Thread(target=lambda: (get(preview, path), answered.set()), daemon=True)
    asking.start()
    early = answered.wait(0.5)
    preview.settle()
    return not early and answered.wait(600)
