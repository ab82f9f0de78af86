"""Pins every requirement, with hashes, for all Python versions and systems that the project supports.

`make lock` runs this with uv in a virtual environment of its own. The project's pyproject.toml says
what is wanted; the files beside this script say what is installed.
"""

import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
HEADER = "# Made by `make lock` from pyproject.toml: change that file, not this one.\n"
OPTIONS = ("--universal", "--generate-hashes", "--no-header", "--no-annotate", "--quiet", "--system-certs")


def main() -> None:
    """Write runtime.txt first; what the others share with it stands there in the same version."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    oldest = project["project"]["requires-python"].removeprefix(">=")
    runtime = project["project"]["dependencies"]
    groups = project["dependency-groups"]
    _lock("runtime.txt", runtime, oldest)
    shared = ("--constraint", str(ROOT / "requirements" / "runtime.txt"))
    _lock("build.txt", project["build-system"]["requires"], oldest, *shared)
    _lock("test.txt", [*runtime, *groups["test"]], oldest, *shared)
    _lock("bench.txt", groups["bench"], oldest)
    _lock("fuzz.txt", groups["fuzz"], oldest)
    tested = ("--constraint", str(ROOT / "requirements" / "test.txt"))
    _lock("audit.txt", groups["audit"], oldest, *shared, *tested)


def _lock(name: str, wanted: list[str], oldest: str, *options: str) -> None:
    # An upgrade is asked for by name (`make lock UPGRADE=--upgrade`); without it, pins that fit stay.
    target = ROOT / "requirements" / name
    command = [sys.executable, "-m", "uv", "pip", "compile", "-", "--output-file", str(target)]
    command += [*OPTIONS, *options, "--python-version", oldest, *sys.argv[1:]]
    run = subprocess.run(command, input="\n".join(wanted), text=True, check=False, stdout=subprocess.DEVNULL)
    if run.returncode:
        raise SystemExit(f"{name} was left as it is: uv, whose words stand above, found no set of versions.")
    target.write_text(HEADER + target.read_text("utf-8").removeprefix(HEADER), "utf-8")


if __name__ == "__main__":
    main()
