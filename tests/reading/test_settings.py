"""The settings are typed, and a mistake in them is named with its key and its remedy."""

from pathlib import Path

import pytest

from inolink.errors import RootError, SettingsError
from inolink.settings import ForgeKind, find_root, load_settings
from tests.directories import PROJECT

WHOLE = """\
site_name: Partners of the North
site_url: https://north.example/clusters
theme:
  name: material
  icon: !!python/name:material.extensions.emoji.twemoji
plugins: !ENV [PLUGINS, []]
extra:
  directory:
    languages: [no, en]
    country: NO
    timezone: Europe/Oslo
    contact: post@north.example
    forge:
      kind: gitlab
      url: https://git.north.example/partners/
      branch: trunk
    licence: CC-BY-4.0
    organisation: Region of the North
"""


def settings_file(root: Path, text: str) -> Path:
    """Write a settings file and return its folder."""
    (root / "mkdocs.yml").write_text(text, "utf-8")
    return root


def test_all_settings_are_read_among_those_of_the_site_builder(tmp_path: Path) -> None:
    settings = load_settings(settings_file(tmp_path, WHOLE))
    assert (settings.site_name, settings.site_url) == (
        "Partners of the North",
        "https://north.example/clusters/",
    )
    assert (settings.languages, settings.default_language) == (("no", "en"), "no")
    assert (settings.country, settings.timezone, settings.zone.key) == ("NO", "Europe/Oslo", "Europe/Oslo")
    assert settings.forge is not None
    assert settings.forge.kind is ForgeKind.GITLAB
    assert (settings.forge.url, settings.forge.branch) == ("https://git.north.example/partners", "trunk")
    assert (settings.contact, settings.licence) == ("post@north.example", "CC-BY-4.0")
    assert settings.organisation == "Region of the North"


def test_few_settings_are_enough(tmp_path: Path) -> None:
    text = "site_name: A\nsite_url: https://a.example\nextra: {directory: {country: LT}}\n"
    settings = load_settings(settings_file(tmp_path, text))
    assert (settings.languages, settings.timezone, settings.forge) == (("en",), "UTC", None)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("    country: NO\n", "", r"extra\.directory\.country is missing\. Add it"),
        ("country: NO", "country: Norway", r"extra\.directory\.country is 'Norway'\. Write the two-letter"),
        ("country: NO", "country: 47", r"extra\.directory\.country must be a text"),
        ("languages: [no, en]", "languages: no", r"extra\.directory\.languages must be a list"),
        ("languages: [no, en]", "languages: [no, english]", r"languages holds 'english'\. Write two-letter"),
        ("languages: [no, en]", "languages: [no, zz]", r"languages holds 'zz'"),
        ("languages: [no, en]", "languages: [no, no]", r"languages names a language twice"),
        (
            "languages:",
            "langauges:",
            r"extra\.directory\.langauges is not a setting\. Did you mean languages\?",
        ),
        (
            "branch:",
            "wing:",
            r"extra\.directory\.forge\.wing is not a setting\. Known settings: kind, url, branch",
        ),
        ("kind: gitlab", "kind: cvs", r"forge\.kind is 'cvs'\. Use one of: github, gitlab, forgejo"),
        (
            "timezone: Europe/Oslo",
            "timezone: Oslo",
            r"timezone is 'Oslo'\. Write a name such as Europe/Vilnius",
        ),
        ("timezone: Europe/Oslo", "timezone: ../../etc", r"timezone is"),
        ("contact: post@", "contact: Post <post@", r"contact is .*Write a role address"),
        (
            "site_url: https://north.example/clusters",
            "site_url: north.example",
            r"site_url is 'north.example'",
        ),
        ("site_url: https://", "site_url: https://[", r"site_url is"),
        ("site_name: Partners of the North\n", "", r"site_name is missing"),
        ("  directory:", "  dictionary:", r"extra\.directory is missing or has no keys"),
        ("theme:\n", "theme: [\n", r"is no valid YAML"),
    ],
)
def test_a_mistake_is_named_with_its_key_and_its_remedy(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    assert old in WHOLE
    with pytest.raises(SettingsError, match=message) as caught:
        load_settings(settings_file(tmp_path, WHOLE.replace(old, new, 1)))
    assert "mkdocs.yml" in caught.value.message
    assert "\n" not in caught.value.message


@pytest.mark.parametrize("text", ["", "- a\n", "words"])
def test_a_file_without_settings_is_named(tmp_path: Path, text: str) -> None:
    with pytest.raises(SettingsError, match="holds no settings"):
        load_settings(settings_file(tmp_path, text))


def test_the_nearest_settings_file_above_marks_the_directory(tmp_path: Path) -> None:
    below = settings_file(tmp_path, WHOLE) / "clusters" / "alpha"
    below.mkdir(parents=True)
    assert find_root(below) == tmp_path


def test_without_a_settings_file_above_there_is_one_clear_sentence(tmp_path: Path) -> None:
    with pytest.raises(RootError, match=r"no mkdocs\.yml in this folder or above it"):
        find_root(tmp_path)


def test_the_settings_of_the_project_can_be_read() -> None:
    settings = load_settings(PROJECT)
    assert settings.languages == ("en", "lt")
    assert settings.country == "LT"
