"""Makes a virtual environment with pip in it, by whichever of several ways this machine offers.

    python3 requirements/environment.py FOLDER

Some systems ship Python without `ensurepip`, without `venv`, or without both. Each way below is tried in
turn; only when all fail does the last line say what to install.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

OLDEST = (3, 11)
Way = Callable[[Path], bool]


def main(folder: Path) -> int:
    """Leave a working environment alone; otherwise make one."""
    if _works(folder):
        return 0
    for way in (_with_venv, _with_the_system_pip, _with_virtualenv, _with_uv, _after_installing_venv):
        shutil.rmtree(folder, ignore_errors=True)
        if way(folder) and _works(folder):
            return 0
    shutil.rmtree(folder, ignore_errors=True)
    print(
        f"This Python ({sys.executable}) can't make a virtual environment. Install its venv module "
        "(on Debian and Ubuntu: sudo apt install python3-venv), then run the same command again.",
        file=sys.stderr,
    )
    return 1


def _with_venv(folder: Path) -> bool:
    return _run(sys.executable, "-m", "venv", str(folder))


def _with_the_system_pip(folder: Path) -> bool:
    made = _run(sys.executable, "-m", "venv", "--without-pip", str(folder))
    target = str(_python(folder))
    return made and _run(sys.executable, "-m", "pip", "--python", target, "install", "--quiet", "pip")


def _with_virtualenv(folder: Path) -> bool:
    return _run(sys.executable, "-m", "virtualenv", "--quiet", str(folder))


def _with_uv(folder: Path) -> bool:
    return _run("uv", "venv", "--quiet", "--seed", "--python", sys.executable, str(folder))


def _after_installing_venv(folder: Path) -> bool:
    # Only where no password would be asked for: a build must never stop at a prompt.
    root = () if hasattr(os, "geteuid") and os.geteuid() == 0 else ("sudo", "--non-interactive")
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    return (
        _run(*root, "apt-get", "update", "--quiet")
        and _run(*root, "apt-get", "install", "--quiet", "--yes", package)
        and _with_venv(folder)
    )


def _works(folder: Path) -> bool:
    probe = f"import sys; raise SystemExit(sys.version_info < {OLDEST})"
    return _run(str(_python(folder)), "-c", probe) and _run(str(_python(folder)), "-m", "pip", "--version")


def _python(folder: Path) -> Path:
    return folder.joinpath("Scripts", "python.exe") if os.name == "nt" else folder.joinpath("bin", "python")


def _run(*command: str) -> bool:
    try:
        run = subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL, check=False)
    except OSError:
        return False
    return run.returncode == 0


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1])))
