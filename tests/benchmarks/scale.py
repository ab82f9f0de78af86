"""A larger directory for measuring: the shipped one with every cluster several times."""

import re
import shutil
from pathlib import Path

CARRIED = ("clusters", "docs", "schema")
LONGEST_SLUG = 57
FORMER_NAMES = re.compile(r"^formerly:.*\n(?: *- .*\n)*", re.MULTILINE)


def multiply(root: Path, target: Path, times: int) -> Path:
    """Copy the directory at `root`, each cluster `times` over under a name of its own."""
    for name in CARRIED:
        shutil.copytree(root / name, target / name)
    shutil.copyfile(root / "mkdocs.yml", target / "mkdocs.yml")
    for cluster in sorted((root / "clusters").glob("*/profile.yml")):
        for number in range(2, times + 1):
            _copy(cluster.parent, target / "clusters" / f"{cluster.parent.name[:LONGEST_SLUG]}-{number}")
    return target


def _copy(cluster: Path, target: Path) -> None:
    # An old name leads to one cluster only, so the copies have none.
    shutil.copytree(cluster, target)
    profile = target / "profile.yml"
    profile.write_text(FORMER_NAMES.sub("", profile.read_text("utf-8")), "utf-8")
