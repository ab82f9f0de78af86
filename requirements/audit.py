"""Looks up whether a flaw is known in anything that is pinned, for Python and for the browser.

`make audit` runs this with pip-audit in a virtual environment of its own. It ends with 0 if nothing is known,
with 1 if something is, and with 2 if not everything could be looked up: silence would look like good news.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
LOCKS = ("runtime.txt", "build.txt", "test.txt", "audit.txt", "bench.txt", "fuzz.txt")
UNREACHED = "could not be looked up"
Finding = tuple[str, str]
"""What it is about, and what is known of it."""


def main() -> int:
    """Look everything up and say what is known."""
    locks = [ROOT / "requirements" / lock for lock in LOCKS]
    folders = sorted(file.parent for file in ROOT.glob("*/*/package-lock.json"))
    found = {finding for lock in locks for finding in _python(lock)}
    found |= {finding for folder in folders for finding in _npm(folder)}
    for name, what in sorted(found):
        print(f"{name}: {what}")
    known = [what for _, what in found if what != UNREACHED]
    missed = len(found) - len(known)
    print(f"{len(locks) + len(folders)} lock files: {len(known)} known flaws, {missed} not looked up.")
    return 1 if known else 2 if found else 0


def python_findings(lock: str, answer: str) -> Iterator[Finding]:
    """Yield what an answer of pip-audit says; an answer that is no JSON says that it had none itself."""
    for package in _read(answer).get("dependencies", [{"name": lock, "skip_reason": "no answer"}]):
        flaws = [flaw["id"] for flaw in package.get("vulns", ())]
        if "skip_reason" in package:
            yield package["name"], UNREACHED
        for flaw in flaws:
            yield f"{package['name']} {package['version']}", flaw


def npm_findings(folder: str, answer: str) -> Iterator[Finding]:
    """Yield what an answer of npm says."""
    flaws = _read(answer).get("vulnerabilities")
    if flaws is None:
        yield folder, UNREACHED
    for name, flaw in (flaws or {}).items():
        known = [via for via in flaw["via"] if isinstance(via, dict)]
        yield from ((f"{folder} {name}", f"{via['title']} ({via['url']})") for via in known)


def _python(lock: Path) -> Iterator[Finding]:
    options = ("--disable-pip", "--require-hashes", "--progress-spinner", "off", "--format", "json")
    answer = _answer([sys.executable, "-m", "pip_audit", *options, "--requirement", str(lock)], ROOT)
    return python_findings(lock.name, answer)


def _npm(folder: Path) -> Iterator[Finding]:
    npm = shutil.which("npm")
    answer = _answer([npm, "audit", "--package-lock-only", "--json"], folder) if npm else ""
    return npm_findings(folder.relative_to(ROOT).as_posix(), answer)


def _answer(command: list[str], folder: Path) -> str:
    # Both end with 1 if they know something, and npm also if it could ask nobody.
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False).stdout


def _read(answer: str) -> Mapping[str, Any]:
    try:
        found = json.loads(answer)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


if __name__ == "__main__":
    raise SystemExit(main())
