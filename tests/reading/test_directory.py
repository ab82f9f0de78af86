"""A directory is read as it lies there: every file becomes a document, a logo or a problem."""

import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import pytest

from inolink.errors import RootError
from inolink.reading import FileKind, read_directory
from tests.directories import Directory

T = TypeVar("T")
NOBODY = 65534


def test_the_place_of_a_file_says_what_it_is(directory: Directory) -> None:
    kinds = {document.path: document.kind for document in read_directory(directory.root).documents}
    assert kinds == {
        "clusters/alpha/events.yml": FileKind.EVENTS,
        "clusters/alpha/initiatives.yml": FileKind.INITIATIVES,
        "clusters/alpha/offers/consortium.yml": FileKind.OFFER,
        "clusters/alpha/offers/cutting.yml": FileKind.OFFER,
        "clusters/alpha/partnerships.yml": FileKind.PARTNERSHIPS,
        "clusters/alpha/profile.yml": FileKind.PROFILE,
        "clusters/alpha/strategy.yml": FileKind.STRATEGY,
        "clusters/beta/profile.yml": FileKind.PROFILE,
        "clusters/programme.yml": FileKind.PROGRAMME,
    }


def test_a_document_knows_its_cluster_and_its_slug(directory: Directory) -> None:
    documents = {document.path: document for document in read_directory(directory.root).documents}
    assert documents["clusters/alpha/offers/cutting.yml"].cluster == "alpha"
    assert documents["clusters/alpha/offers/cutting.yml"].stem == "cutting"
    assert documents["clusters/programme.yml"].cluster is None


def test_files_are_read_in_the_same_order_everywhere(directory: Directory) -> None:
    reading = read_directory(directory.root)
    assert list(reading.paths) == sorted(reading.paths)
    assert reading.files == 9


def test_what_systems_leave_behind_is_overlooked(directory: Directory) -> None:
    for name in (".DS_Store", "Thumbs.db", "alpha/.gitkeep"):
        directory.write(f"clusters/{name}", b"\0")
    assert read_directory(directory.root).problems == ()


def test_a_logo_is_read_but_not_looked_into(directory: Directory) -> None:
    directory.write("clusters/alpha/logo.svg", b"<svg/>")
    (logo,) = read_directory(directory.root).logos
    assert (logo.path, logo.cluster, logo.data) == ("clusters/alpha/logo.svg", "alpha", b"<svg/>")


def test_a_folder_that_is_a_link_is_refused_and_not_entered(directory: Directory) -> None:
    (directory.root / "clusters/gamma").symlink_to(directory.root / "clusters/alpha")
    reading = read_directory(directory.root)
    assert [(problem.code, problem.path) for problem in reading.problems] == [("IL111", "clusters/gamma")]
    assert reading.files == 10


def test_a_link_to_nowhere_is_refused(directory: Directory) -> None:
    (directory.root / "clusters/alpha/logo.svg").symlink_to("nowhere")
    assert [problem.code for problem in read_directory(directory.root).problems] == ["IL111"]


def test_a_file_name_of_wrong_bytes_is_reported_in_letters(directory: Directory) -> None:
    name = os.fsencode(directory.root / "clusters") + b"/\xff\xfe\x1b[31m.yml"
    os.close(os.open(name, os.O_CREAT | os.O_WRONLY))
    (problem,) = read_directory(directory.root).problems
    assert problem.code == "IL201"
    assert problem.path.encode("utf-8")


def test_without_the_folder_clusters_there_is_one_clear_sentence(directory: Directory) -> None:
    with pytest.raises(RootError, match=r"no folder clusters/ here\. Name the directory with --root"):
        read_directory(directory.root / "schema")


def test_an_empty_directory_is_one_clear_sentence(directory: Directory) -> None:
    (directory.root / "empty" / "clusters" / "alpha").mkdir(parents=True)
    with pytest.raises(RootError, match=r"holds no files\. Add a cluster with `inolink new cluster`"):
        read_directory(directory.root / "empty")


@pytest.fixture
def unprivileged(directory: Directory) -> Iterator[Directory]:
    """Read as somebody whom file permissions bind, with the directory in a place that all may enter."""
    user = os.geteuid()
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        shutil.copytree(directory.root / "clusters", Path(folder, "clusters"))
        os.seteuid(user or NOBODY)
        yield Directory(Path(folder))
        os.seteuid(user)


@pytest.mark.parametrize("path", ["clusters/beta/profile.yml", "clusters/alpha/offers", "clusters/alpha"])
def test_what_may_not_be_read_is_reported_and_the_rest_is_read(unprivileged: Directory, path: str) -> None:
    os.seteuid(os.getuid())
    (unprivileged.root / path).chmod(0)
    os.seteuid(os.getuid() or NOBODY)
    reading = read_directory(unprivileged.root)
    assert [(problem.code, problem.path) for problem in reading.problems] == [("IL110", path)]
    assert reading.documents


def test_every_step_of_the_reading_can_be_watched(directory: Directory) -> None:
    steps = []

    def watch(step: str, items: Sequence[T], /) -> Sequence[T]:
        steps.append((step, len(items)))
        return items

    read_directory(directory.root, watch)
    assert steps == [("Reading", 9)]
