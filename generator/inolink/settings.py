"""The directory's own settings: `extra.directory` in mkdocs.yml, typed and checked before all else."""

import difflib
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import yaml
from babel import Locale, UnknownLocaleError

from inolink.errors import RootError, SettingsError
from inolink.plainfile import read_whole, why_unreadable
from inolink.yamlcore import load_bounded

SETTINGS_FILE = "mkdocs.yml"
LARGEST_SETTINGS = 200_000
LONGEST_TEXT = 300
LONGEST_SHOWN = 80
EMAIL = re.compile(r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+\Z")
ADDRESS = re.compile(r"[^\s<>\"'\\^`{|}?#]+\Z")


class ForgeKind(StrEnum):
    """The forges whose edit links the directory knows."""

    GITHUB = "github"
    GITLAB = "gitlab"
    FORGEJO = "forgejo"


@dataclass(frozen=True, slots=True)
class Forge:
    """Where the directory's repository lives, for links to propose a change."""

    kind: ForgeKind
    url: str
    """Without a slash at its end."""
    branch: str = "main"


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything one directory decides for itself."""

    site_name: str
    site_url: str
    """With a slash at its end."""
    country: str
    """The country whose clusters the directory lists (ISO 3166-1 alpha-2)."""
    languages: tuple[str, ...] = ("en",)
    """The languages the site is published in; the first is the one every text must have."""
    timezone: str = "UTC"
    """A day ends here when a deadline passes."""
    contact: str | None = None
    """The role address of those who keep the directory."""
    forge: Forge | None = None
    licence: str | None = None
    """The licence of the data, as an SPDX identifier."""
    organisation: str | None = None
    """Who publishes the directory."""

    @property
    def default_language(self) -> str:
        """The language that every text must have."""
        return self.languages[0]

    @property
    def zone(self) -> ZoneInfo:
        """The directory's time zone."""
        return ZoneInfo(self.timezone)


def find_root(start: Path) -> Path:
    """Return the nearest folder, from here upwards, that holds the settings file."""
    for folder in (start, *start.absolute().parents):
        if (folder / SETTINGS_FILE).is_file():
            return folder
    raise RootError(
        f"{start}: no {SETTINGS_FILE} in this folder or above it. Name the directory with --root."
    )


def load_settings(root: Path) -> Settings:
    """Read and check the settings of the directory at `root`."""
    top = _Section(_read(root / SETTINGS_FILE), "")
    directory = top.section("extra").section("directory")
    directory.allow(("languages", "country", "timezone", "contact", "forge", "licence", "organisation"))
    return Settings(
        site_name=top.required_text("site_name"),
        site_url=top.url("site_url") + "/",
        country=directory.country("country"),
        languages=directory.languages("languages"),
        timezone=directory.timezone("timezone"),
        contact=directory.email("contact"),
        forge=_forge(directory),
        licence=directory.text("licence"),
        organisation=directory.text("organisation"),
    )


def _read(file: Path) -> dict[str, Any]:
    try:
        loaded = load_bounded(read_whole(file, LARGEST_SETTINGS))
    except FileNotFoundError:
        raise RootError(f"{file.parent}: no {SETTINGS_FILE} here. Name the directory with --root.") from None
    except OSError as error:
        raise SettingsError(f"{file}: can't be read ({why_unreadable(error)}).") from None
    except (yaml.YAMLError, ValueError) as error:
        raise SettingsError(f"{file}: is no valid YAML: {' '.join(str(error).split())}") from None
    if not isinstance(loaded, dict):
        raise SettingsError(f"{file}: holds no settings. Write `site_name: …` and the rest as keys.")
    return loaded


def _forge(directory: "_Section") -> Forge | None:
    if "forge" not in directory.values:
        return None
    section = directory.section("forge")
    section.allow(("kind", "url", "branch"))
    kind = section.choice("kind", [str(kind) for kind in ForgeKind])
    return Forge(ForgeKind(kind), section.url("url"), section.text("branch") or "main")


@dataclass(frozen=True, slots=True)
class _Section:
    """One mapping of the settings file; every question about a key names the key when it fails."""

    values: Mapping[str, Any]
    name: str

    def path(self, key: str) -> str:
        return f"{self.name}.{key}" if self.name else key

    def fail(self, key: str, why: str) -> SettingsError:
        return SettingsError(f"{SETTINGS_FILE}: {self.path(key)} {why}")

    def allow(self, keys: Collection[str]) -> None:
        for key in self.values:
            if key not in keys:
                close = difflib.get_close_matches(str(key), keys, 1)
                remedy = f"Did you mean {close[0]}?" if close else f"Known settings: {', '.join(keys)}."
                name = key if isinstance(key, str) and key.isprintable() else repr(key)
                raise self.fail(name[:LONGEST_SHOWN], f"is not a setting. {remedy}")

    def section(self, key: str) -> "_Section":
        value = self.values.get(key)
        if not isinstance(value, dict):
            raise self.fail(key, "is missing or has no keys of its own. Write it as a block of `key: value`.")
        return _Section(value, self.path(key))

    def text(self, key: str) -> str | None:
        value = self.values.get(key)
        if value is not None and not (isinstance(value, str) and value.strip()):
            raise self.fail(key, "must be a text. Put it in quotes, or leave the key out.")
        if value is not None and (
            len(value) > LONGEST_TEXT or not value.replace("\u00a0", " ").isprintable()
        ):
            raise self.fail(key, f"must be one line of at most {LONGEST_TEXT} visible characters.")
        return value

    def required_text(self, key: str) -> str:
        if (value := self.text(key)) is None:
            raise self.fail(key, "is missing. Add it.")
        return value

    def choice(self, key: str, choices: Collection[str]) -> str:
        if (value := self.required_text(key)) not in choices:
            raise self.fail(key, f"is {_shown(value)}. Use one of: {', '.join(choices)}.")
        return value

    def url(self, key: str) -> str:
        value = self.required_text(key)
        if not _is_address(value):
            raise self.fail(
                key, f"is {_shown(value)}. Write a full address such as https://directory.example/."
            )
        return value.rstrip("/")

    def email(self, key: str) -> str | None:
        value = self.text(key)
        if value is not None and not EMAIL.match(value):
            raise self.fail(key, f"is {_shown(value)}. Write a role address such as info@region.example.")
        return value

    def country(self, key: str) -> str:
        value = self.required_text(key)
        if not (re.fullmatch("[A-Z]{2}", value) and value in Locale("en").territories):
            raise self.fail(
                key, f"is {_shown(value)}. Write the two-letter country code (ISO 3166-1), such as LT."
            )
        return value

    def languages(self, key: str) -> tuple[str, ...]:
        value = self.values.get(key, ["en"])
        if not isinstance(value, list) or not value:
            raise self.fail(key, "must be a list of language codes, such as [en, lt].")
        for code in value:
            if not _is_language(code):
                raise self.fail(key, f"holds {_shown(code)}. Write two-letter language codes (ISO 639-1).")
        if len(set(value)) < len(value):
            raise self.fail(key, "names a language twice. Leave one out.")
        return tuple(value)

    def timezone(self, key: str) -> str:
        value = self.text(key) or "UTC"
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise self.fail(key, f"is {_shown(value)}. Write a name such as Europe/Vilnius.") from None
        return value


def _shown(value: object) -> str:
    """Return a value as it stands in the file, or its beginning."""
    written = repr(value)
    return written if len(written) <= LONGEST_SHOWN else f"{written[:LONGEST_SHOWN]}…"


def _is_address(text: str) -> bool:
    """Whether a text is the plain address of a website or of a folder of one."""
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return False
    plain = ADDRESS.match(text) and "@" not in parts.netloc and port != 0
    return bool(plain and parts.scheme in {"http", "https"} and parts.hostname)


def _is_language(code: object) -> bool:
    if not (isinstance(code, str) and re.fullmatch("[a-z]{2}", code)):
        return False
    try:
        Locale.parse(code)
    except UnknownLocaleError:
        return False
    return True
