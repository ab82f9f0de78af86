"""Folders as values, to be compared."""

from pathlib import Path


def tree(folder: Path) -> dict[str, bytes]:
    """Return all files below a folder by their paths."""
    files = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}
