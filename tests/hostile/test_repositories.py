"""A repository whose commits claim what nobody checks: times out of all calendars, names of wrong bytes."""

import os
import subprocess
from datetime import UTC, date

import pytest

from inolink.catalogue import build_catalogue
from inolink.catalogue.history import read_history
from inolink.checking.changes import WRITERS, changes_since
from inolink.checking.revisions import Base
from inolink.checking.scope import Scope
from inolink.errors import InoLinkError
from inolink.reading.commits import last_commit
from inolink.settings import load_settings
from tests.directories import TODAY, Directory

PROFILE = "clusters/alpha/profile.yml"


def git(directory: Directory, *words: str, given: bytes = b"") -> str:
    """Run Git without the settings of whoever runs the tests."""
    identity = ("-c", "user.name=Test", "-c", "user.email=test@directory.example")
    environment = {"PATH": os.defpath, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    dates = {"GIT_COMMITTER_DATE": "2026-11-01T10:00:00Z", "GIT_AUTHOR_DATE": "2026-11-01T10:00:00Z"}
    done = subprocess.run(
        ["git", *identity, *words],
        cwd=directory.root,
        env=environment | dates,
        input=given,
        capture_output=True,
        check=True,
    )
    return done.stdout.decode().strip()


@pytest.fixture
def repository(directory: Directory) -> Directory:
    """Put the small directory under version control."""
    git(directory, "init", "-q", "-b", "main")
    git(directory, "add", ".")
    git(directory, "commit", "-qm", "All")
    return directory


def claim(repository: Directory, who: bytes) -> None:
    """Commit a change of a profile by somebody who writes the head of the commit by hand."""
    repository.append(PROFILE, "# changed\n")
    git(repository, "add", ".")
    tree, parent = git(repository, "write-tree"), git(repository, "rev-parse", "HEAD")
    head = f"tree {tree}\nparent {parent}\n".encode() + b"author " + who + b"\ncommitter " + who + b"\n\nx\n"
    commit = git(repository, "hash-object", "-t", "commit", "-w", "--stdin", "--literally", given=head)
    git(repository, "update-ref", "HEAD", commit)


@pytest.mark.parametrize(
    "who",
    [
        b"T <t@a.example> 99999999999999 +0000",
        b"T <t@a.example> 99999999999999999999999 +0000",
        b"T <t@a.example> -1 +0000",
        b"T <t@a.example> 1700000000 +9999",
        b"T <t@a.example>",
        b"T <t@a.example> 0 +0000",
        b"\xff\xfe\x01\x1b[31m <> 1700000000 +0000",
        b"T\x01 999 <> 1700000000 +0000",
    ],
)
def test_a_commit_of_no_possible_time_or_name_stops_nothing(repository: Directory, who: bytes) -> None:
    claim(repository, who)
    history = read_history(repository.root, UTC, TODAY)
    assert all(day <= TODAY for day in history.files.values())
    assert last_commit(repository.root).name == git(repository, "rev-parse", "HEAD")
    settings, checked = load_settings(repository.root), repository.check()
    assert build_catalogue(
        checked.usable(), today=TODAY, languages=settings.languages, root=repository.root, zone=settings.zone
    )
    found = changes_since(repository.root, settings, "HEAD~1")
    assert all(write(found, "en", "HEAD~1") for write in WRITERS.values())


def test_a_commit_from_the_future_counts_as_one_of_today(repository: Directory) -> None:
    claim(repository, b"T <t@a.example> 4102444800 +0000")
    assert read_history(repository.root, UTC, TODAY).files[PROFILE] == TODAY
    assert read_history(repository.root, UTC).files[PROFILE] == date(2100, 1, 1)


def test_links_and_repositories_within_the_index_are_named_as_changes(repository: Directory) -> None:
    target = git(repository, "hash-object", "-w", "--stdin", given=b"/etc/passwd")
    commit = git(repository, "rev-parse", "HEAD")
    git(repository, "update-index", "--add", "--cacheinfo", f"160000,{commit},clusters/sub")
    git(repository, "update-index", "--add", "--cacheinfo", f"120000,{target},clusters/beta/logo.svg")
    git(repository, "commit", "-qm", "More")
    git(repository, "checkout", "-q", "--", ".")
    (repository.root / "clusters/sub").mkdir(exist_ok=True)
    assert Base.of(repository.root, "HEAD~1").changed() >= {"clusters/sub", "clusters/beta/logo.svg"}
    found = changes_since(repository.root, load_settings(repository.root), "HEAD~1")
    assert all(write(found, "lt", "HEAD~1") for write in WRITERS.values())


def test_a_change_is_to_blame_for_all_that_lies_in_a_repository_within(repository: Directory) -> None:
    repository.write("clusters/gamma/stray", "")
    git(repository, "init", "-q", "clusters/gamma")
    problems = repository.errors()
    assert {problem.path for problem in problems} > {"clusters/gamma/stray"}
    assert all(map(Scope.of(repository.root, (), "HEAD").counts, problems))
    commit = git(repository, "rev-parse", "HEAD")
    git(repository, "update-index", "--add", "--cacheinfo", f"160000,{commit},clusters/gamma")
    git(repository, "commit", "-qm", "More")
    assert all(map(Scope.of(repository.root, (), "HEAD~1").counts, problems))


@pytest.mark.parametrize("head", ["garbage", "ref: refs/heads/../../x", ""])
def test_a_broken_repository_knows_no_past(repository: Directory, head: str) -> None:
    repository.write(".git/HEAD", head)
    assert not read_history(repository.root, UTC).files
    assert last_commit(repository.root).name is None
    with pytest.raises(InoLinkError):
        Base.of(repository.root, "main")


def test_states_without_a_common_past_can_not_be_compared(repository: Directory) -> None:
    git(repository, "checkout", "-q", "--orphan", "other")
    git(repository, "commit", "-qm", "Other")
    with pytest.raises(InoLinkError):
        Base.of(repository.root, "main")
