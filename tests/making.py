"""Files of the site as tests look at them: all at once."""

from collections.abc import Iterable

from inolink.outputs import FileTask, whole


def written_by(tasks: Iterable[FileTask]) -> dict[str, bytes]:
    """Return the files that the tasks make, by their paths; none of them makes that of another."""
    files: dict[str, bytes] = {}
    for path, data in (file for task in tasks for file in task()):
        assert path not in files
        files[path] = whole(data)
    return files
