"""The site builder, run as a program of its own: MkDocs, or one that reads the same settings."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import yaml

from inolink import tied
from inolink.publish.errors import PublishError
from inolink.reading.commits import last_commit
from inolink.settings import SETTINGS_FILE
from inolink.yamlcore import load_bounded

LAST_LINES = 12
THEME_NAME = "material"


@dataclass(frozen=True, slots=True)
class Builder:
    """Which program draws the frames, and with which theme."""

    theme: Path
    """The folder whose templates go before those of the theme in the settings."""
    module: str = "mkdocs"


@contextmanager
def running(builder: Builder, root: Path, docs: Path, site: Path) -> Iterator[Callable[[], None]]:
    """Let the builder build `docs` into `site` beside other work; what is yielded waits until it is done.

    It gets the directory's own settings file and what has to be otherwise.
    """
    config, log = docs.with_suffix(".yml"), docs.with_suffix(".log")
    # In plain letters: a path may hold signs that are no text.
    config.write_text(yaml.safe_dump(_overrides(builder, root, docs, site), allow_unicode=False), "utf-8")
    # Quiet it would not count its warnings, and so be less strict.
    options = ("build", "--strict", "--config-file", str(config))
    with (
        log.open("wb") as output,
        subprocess.Popen(  # noqa: S603  # our own Python, and paths that no shell reads
            # With -P no file of the directory can pass for a module of the builder.
            [sys.executable, "-P", "-m", tied.__name__, builder.module, *options],
            env=_environment(root),
            stdin=subprocess.PIPE,
            stdout=output,
            stderr=subprocess.STDOUT,
            # The lock of the site is open to it: as long as it writes, no other build begins.
            close_fds=False,
        ) as process,
    ):
        try:
            yield lambda: _wait(builder, process, docs, log)
        finally:
            process.kill()


def _wait(builder: Builder, process: subprocess.Popen[bytes], docs: Path, log: Path) -> None:
    if process.wait():
        raise PublishError(_failure(builder, log.read_text("utf-8", "replace"), docs))


def _overrides(builder: Builder, root: Path, docs: Path, site: Path) -> dict[str, object]:
    own = load_bounded((root / SETTINGS_FILE).read_bytes())
    return {
        "INHERIT": str((root / SETTINGS_FILE).resolve()),
        "docs_dir": str(docs.resolve()),
        "site_dir": str(site.resolve()),
        "theme": {
            "name": _theme_name(own.get("theme")),
            "custom_dir": str(builder.theme.resolve()),
            # The theme would fetch one from elsewhere, which no page may.
            "font": False,
        },
        "extra": {"spoken": _spoken(builder, own)},
        # Navigation grows with the square of its pages, and the theme draws its own.
        "nav": ["index.md"],
        "not_in_nav": "*",
        "use_directory_urls": True,
        "strict": True,
        # Left to itself it would bring its own search.
        **({} if "plugins" in own else {"plugins": []}),
    }


def _spoken(builder: Builder, settings: dict[str, Any]) -> dict[str, list[str]]:
    """Return in which of the languages there are words of the theme and of ours; the rest is English."""
    theme = find_spec(THEME_NAME)
    material = Path(theme.origin).parent if theme and theme.origin else builder.theme
    folders = {
        "theme": material / "templates/partials/languages",
        "frame": builder.theme / "partials/words",
    }
    languages = settings["extra"]["directory"].get("languages", ["en"])
    return {
        name: [code for code in languages if (folder / f"{code}.html").is_file()]
        for name, folder in folders.items()
    }


def _theme_name(theme: object) -> object:
    """Return the theme in the settings, which may be a name or a block; ours is made for Material."""
    return theme.get("name", THEME_NAME) if isinstance(theme, dict) else theme or THEME_NAME


def _environment(root: Path) -> dict[str, str]:
    fixed = {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": str(last_commit(root).time), "PYTHONUTF8": "1"}
    return {**os.environ, **fixed}


def _failure(builder: Builder, output: str, docs: Path) -> str:
    lines = [line.replace(f"{docs}/", "") for line in output.splitlines() if line.strip()]
    telling = [line for line in lines if not line.startswith(("INFO", "DEBUG"))]
    shown = "\n".join(f"  {line}" for line in (telling or lines)[-LAST_LINES:])
    return f"{builder.module} could not build the guide pages and frames. Its last lines:\n{shown}"
