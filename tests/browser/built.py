"""Builds the shipped directory, or another one, as it is on a fixed day, and serves it."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.browser.serving import serving

ROOT = Path(__file__).parents[2]
TODAY = "2026-11-23"


@dataclass(frozen=True)
class Site:
    """One build of the shipped directory, and where it is served."""

    folder: Path
    url: str

    def has(self, path: str) -> bool:
        """Whether the build made a page at this path."""
        return (self.folder / path.strip("/") / "index.html").is_file()


@contextmanager
def built(folder: Path, root: Path = ROOT) -> Iterator[Site]:
    """Build a directory into the folder and serve it while the block runs."""
    command = [sys.executable, "-m", "inolink", "build", "--root", str(root)]
    build = [*command, "--site-dir", str(folder), "--today", TODAY]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "generator")}
    run = subprocess.run(build, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    with serving(folder) as url:
        yield Site(folder, url)
