"""Finds a Chromium for the browser tests, or installs one by the means of the system.

    python tests/browser/chromium.py

prints where it is. CHROMIUM_PATH names one that stands elsewhere.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge", "microsoft-edge")
PLACES = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
MISSING = (
    "The browser tests need Chromium, Chrome or Edge, and none was found. Install one "
    "(on Debian: sudo apt install chromium), or set CHROMIUM_PATH to where it is."
)


class ChromiumMissingError(RuntimeError):
    """Says what to install."""

    def __init__(self) -> None:
        super().__init__(MISSING)


def chromium() -> Path:
    """Find a browser that starts, installing one where no password would be asked for."""
    found = _found()
    if found is None and _installed():
        found = _found()
    if found is None:
        raise ChromiumMissingError
    return found


def _found() -> Path | None:
    return next((path for path in _candidates() if _starts(path)), None)


def _candidates() -> Iterator[Path]:
    if named := os.environ.get("CHROMIUM_PATH"):
        yield Path(named)
    yield from (Path(path) for name in NAMES if (path := shutil.which(name)))
    yield from (Path(place) for place in PLACES if Path(place).is_file())


def _starts(path: Path) -> bool:
    # On some systems `chromium-browser` is a stub that only says how to install the real one.
    return _runs(str(path), "--version")


def _installed() -> bool:
    root = () if hasattr(os, "geteuid") and os.geteuid() == 0 else ("sudo", "--non-interactive")
    print("Installing Chromium with apt-get ...", file=sys.stderr)
    return _runs(*root, "apt-get", "update", "--quiet") and _runs(
        *root, "apt-get", "install", "--quiet", "--yes", "--no-install-recommends", "chromium"
    )


def _runs(*command: str) -> bool:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        run = subprocess.run(
            command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False
        )
    except OSError:
        return False
    return run.returncode == 0


def main() -> int:
    """Print the browser's path, or what to install."""
    try:
        print(f"Browser for the tests: {chromium()}")
    except ChromiumMissingError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
