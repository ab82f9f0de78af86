"""The site that visitors see is at every moment one complete build, whatever happens to the next one."""

import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, TemplateNotFound

from inolink.errors import InoLinkError
from inolink.publish import Content, Material, Step, build, swap
from inolink.publish.swap import MARK, WORK, workspace
from inolink.settings import load_settings
from tests.directories import PROJECT, Directory
from tests.publish.processes import wait_until_none_runs
from tests.publish.standin import build_standin, options
from tests.publish.trees import tree

TARGET = "site"


def built(folder: Path, name: str) -> Path:
    """Make something that looks like a finished build."""
    site = folder / "site"
    site.mkdir(parents=True)
    (site / MARK).write_text(name, "utf-8")
    (site / "index.html").write_text(name, "utf-8")
    return site


def run(directory: Directory, *options: str) -> subprocess.CompletedProcess[str]:
    """Build in a process of its own."""
    command = [
        sys.executable,
        "-m",
        "tests.publish.standin",
        directory.root,
        directory.root / TARGET,
        *options,
    ]
    environment = {"PATH": "/usr/bin:/bin", "PYTHONPATH": f"{PROJECT / 'generator'}:{PROJECT}"}
    return subprocess.run(
        command, cwd=PROJECT, env=environment, capture_output=True, encoding="utf-8", check=False
    )


def left_over(directory: Directory) -> list[str]:
    """Return what lies about beside the site, but for the lock."""
    return [path.name for path in (directory.root / ".inolink").iterdir() if path.suffix != ".lock"]


@pytest.mark.parametrize("step", list(Step))
def test_a_build_that_is_killed_leaves_the_last_good_site_and_the_next_one_cleans_up(
    small: Directory, step: Step
) -> None:
    build_standin(small)
    before = tree(small.root / TARGET)
    killed = run(small, "--die-at", step.name, "--today", "2026-11-24")
    assert killed.returncode == -9
    assert tree(small.root / TARGET) == before
    wait_until_none_runs(small)
    build_standin(small)
    assert left_over(small) == []


def test_a_full_disk_leaves_the_last_good_site_and_is_told_in_one_line(small: Directory) -> None:
    build_standin(small)
    before = tree(small.root / TARGET)
    small.append("docs/en/about.md", "word " * 20_000)
    failed = run(small, "--largest-file", "60000")
    assert failed.returncode == 2
    assert "Traceback" not in failed.stderr
    assert tree(small.root / TARGET) == before
    assert left_over(small) == []


def test_a_place_that_cannot_be_written_is_told_in_one_line(small: Directory) -> None:
    with pytest.raises(InoLinkError, match=r"/proc/.*The last good site is as it was") as caught:
        build_standin(small, site_dir=Path("/proc/inolink/site"))
    assert "\n" not in caught.value.message


def test_an_error_that_no_disk_reported_is_not_blamed_on_one(small: Directory) -> None:
    """A template that is missing is a bug; making room would not help."""

    def without_template(_: Material) -> list[Content]:
        Environment(loader=DictLoader({}), autoescape=True).get_template("missing.html")
        return [Content()]

    settings = load_settings(small.root)
    with pytest.raises(TemplateNotFound):
        build(small.root, settings, options(small), source=without_template)
    assert left_over(small) == []


def test_a_second_build_of_the_same_site_is_turned_away(small: Directory) -> None:
    with workspace(small.root / TARGET), pytest.raises(InoLinkError, match="another build is at work"):
        build_standin(small)


def test_a_link_in_the_place_of_the_lock_leads_to_no_file_that_is_changed(small: Directory) -> None:
    precious = small.write("precious", "precious")
    lock = small.root / WORK / f"{TARGET}.lock"
    lock.parent.mkdir()
    lock.symlink_to(precious)
    with pytest.raises(InoLinkError, match=lock.name):
        build_standin(small)
    assert small.read("precious") == "precious"


def test_two_sites_in_one_folder_can_be_built_at_the_same_time(small: Directory) -> None:
    with workspace(small.root / "other"):
        assert build_standin(small).published


def test_a_site_whose_name_is_a_pattern_leaves_the_builds_of_others_alone(small: Directory) -> None:
    with workspace(small.root / "site") as folder, workspace(small.root / "s*"):
        assert folder.is_dir()


def test_a_folder_that_is_no_built_site_is_never_replaced(small: Directory) -> None:
    with pytest.raises(InoLinkError, match=r"a folder that `inolink build` didn't make"):
        build_standin(small, site_dir=small.root / "clusters")
    assert (small.root / "clusters").is_dir()


def test_a_file_is_never_replaced_by_a_site(small: Directory) -> None:
    with pytest.raises(InoLinkError, match="is a file"):
        build_standin(small, site_dir=small.root / "mkdocs.yml")


def test_an_empty_folder_takes_a_site(small: Directory) -> None:
    (small.root / TARGET).mkdir()
    assert build_standin(small).published


def test_a_link_to_the_published_folder_stays_a_link(small: Directory, tmp_path: Path) -> None:
    published = tmp_path / "published"
    published.mkdir()
    (small.root / TARGET).symlink_to(published)
    build_standin(small)
    assert (small.root / TARGET).is_symlink()
    assert (published / "index.html").is_file()


def test_nothing_of_the_old_site_stays_in_the_new_one(small: Directory) -> None:
    build_standin(small)
    small.write("site/old.html", "old")
    build_standin(small)
    assert not (small.root / "site/old.html").exists()


def test_a_visitor_finds_a_complete_site_while_one_after_the_other_takes_its_place(tmp_path: Path) -> None:
    target, ended, seen = tmp_path / TARGET, threading.Event(), set()
    built(tmp_path, "first")

    def visit() -> None:
        while not ended.is_set():
            seen.add((target / "index.html").exists())

    visitor = threading.Thread(target=visit)
    visitor.start()
    for number in range(50):
        with workspace(target) as folder:
            swap.swap(built(folder, str(number)), target)
    ended.set()
    visitor.join()
    assert (target / "index.html").read_text("utf-8") == "49"
    assert seen == {True}


def test_where_folders_cannot_change_places_the_new_site_still_replaces_the_old(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(swap, "_exchange", lambda _first, _second: False)
    built(tmp_path, "old")
    with workspace(tmp_path / TARGET) as folder:
        swap.swap(built(folder, "new"), tmp_path / TARGET)
    assert (tmp_path / TARGET / "index.html").read_text("utf-8") == "new"


def test_a_site_that_was_only_put_aside_when_a_build_was_killed_comes_back(tmp_path: Path) -> None:
    site = built(tmp_path, "good")
    (tmp_path / ".inolink").mkdir()
    site.rename(tmp_path / ".inolink" / "site.previous")
    with workspace(tmp_path / TARGET):
        assert (tmp_path / TARGET / "index.html").read_text("utf-8") == "good"


def test_an_interrupted_build_takes_its_working_folder_away(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), workspace(tmp_path / TARGET) as folder:
        raise KeyboardInterrupt
    assert not folder.exists()


def test_a_site_that_was_deleted_is_simply_built_again(small: Directory) -> None:
    build_standin(small)
    shutil.rmtree(small.root / TARGET)
    assert build_standin(small).published
