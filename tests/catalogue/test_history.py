import os
import subprocess
from datetime import UTC, date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from inolink.catalogue.history import History, read_history
from tests.catalogue.conftest import Publish
from tests.directories import Directory

AUTHOR = {"GIT_AUTHOR_NAME": "Directory", "GIT_AUTHOR_EMAIL": "info@directory.example"}
COMMITTER = {"GIT_COMMITTER_NAME": "Directory", "GIT_COMMITTER_EMAIL": "info@directory.example"}
NO_SETTINGS = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}


def git(folder: Path, *arguments: str, when: str = "2026-01-01T00:00:00Z") -> None:
    dates = {"GIT_AUTHOR_DATE": "2020-01-01T00:00:00Z", "GIT_COMMITTER_DATE": when}
    environment = {"PATH": os.environ["PATH"], **AUTHOR, **COMMITTER, **NO_SETTINGS, **dates}
    subprocess.run(["git", *arguments], cwd=folder, env=environment, check=True, capture_output=True)


def commit(folder: Path, when: str) -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--message", "Change", when=when)


@pytest.fixture
def kept(linked: Directory) -> Directory:
    """Keep the directory in Git: all of it from one day, an offer changed later."""
    git(linked.root, "init")
    commit(linked.root, "2026-02-01T12:00:00Z")
    linked.append("clusters/north/offers/coats.yml", "# once more\n")
    commit(linked.root, "2026-05-31T22:30:00Z")
    return linked


def test_files_and_clusters_changed_when_they_were_last_committed(kept: Directory) -> None:
    history = read_history(kept.root, UTC)
    assert history.files["clusters/north/offers/coats.yml"] == date(2026, 5, 31)
    assert history.files["clusters/north/profile.yml"] == date(2026, 2, 1)
    assert history.clusters == {
        "north": date(2026, 5, 31),
        "south": date(2026, 2, 1),
        "old": date(2026, 2, 1),
    }


def test_the_day_of_a_change_is_that_of_the_directorys_time_zone(kept: Directory, publish: Publish) -> None:
    assert read_history(kept.root, ZoneInfo("Europe/Vilnius")).clusters["north"] == date(2026, 6, 1)
    assert publish(kept).offer("north", "coats").last_changed == date(2026, 6, 1)
    assert publish(kept).cluster("north").last_changed == date(2026, 6, 1)


def test_a_file_taken_away_is_a_change_of_its_cluster(kept: Directory) -> None:
    (kept.root / "clusters/south/offers/longer.yml").unlink()
    commit(kept.root, "2026-07-01T12:00:00Z")
    assert read_history(kept.root, UTC).clusters["south"] == date(2026, 7, 1)


def test_a_file_not_committed_yet_has_no_date(kept: Directory, publish: Publish) -> None:
    kept.write("clusters/south/offers/new.yml", kept.read("clusters/north/offers/coats.yml"))
    assert publish(kept).offer("south", "new").last_changed is None


def test_a_directory_inside_a_larger_repository_has_its_own_paths(linked: Directory) -> None:
    git(linked.root.parent, "init")
    commit(linked.root.parent, "2026-03-01T12:00:00Z")
    assert read_history(linked.root, UTC).files["clusters/old/profile.yml"] == date(2026, 3, 1)


def test_settings_of_a_user_change_nothing(kept: Directory) -> None:
    expected = read_history(kept.root, UTC)
    for setting in ("log.showSignature", "log.follow"):
        git(kept.root, "config", setting, "true")
    git(kept.root, "config", "color.ui", "always")
    assert read_history(kept.root, UTC) == expected


def test_a_shallow_clone_knows_no_dates(kept: Directory, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--depth", "1", kept.root.as_uri(), "shallow")
    assert read_history(tmp_path / "shallow", UTC) == History()


def test_without_a_repository_or_without_git_there_is_no_history(
    linked: Directory, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert read_history(linked.root, UTC) == History()
    monkeypatch.setenv("PATH", str(linked.root))
    assert read_history(linked.root, UTC) == History()


def test_a_repository_without_commits_has_no_history(linked: Directory) -> None:
    git(linked.root, "init")
    assert read_history(linked.root, UTC) == History()
