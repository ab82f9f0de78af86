"""What reports are made from: the checked records, and the catalogue of those that can be published."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from inolink.catalogue import Catalogue, build_catalogue
from inolink.checking import CheckResult, check_directory
from inolink.reading.progress import Track, quietly
from inolink.settings import Settings


@dataclass(frozen=True)
class Material:
    """One directory on one day."""

    root: Path
    settings: Settings
    checked: CheckResult
    catalogue: Catalogue


def gather(root: Path, settings: Settings, today: date, track: Track = quietly) -> Material:
    """Read and check the directory at `root`."""
    checked = check_directory(root, settings, today, track)
    catalogue = build_catalogue(
        checked.usable(), today=today, languages=settings.languages, root=root, zone=settings.zone
    )
    return Material(root, settings, checked, catalogue)
