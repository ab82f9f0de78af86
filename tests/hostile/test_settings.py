"""A settings file and guide pages that are broken in every way: one clear sentence, and exit code 2."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inolink.errors import InoLinkError, SchemaError
from inolink.reading.guides import LARGEST_FILE, LARGEST_GUIDE, GuideError, plain_files, read_guides
from inolink.settings import load_settings
from tests.directories import SETTINGS, Directory, own_schemas
from tests.hostile.confined import confined, one_sentence

GB = 10**9
TOKENS = (b"[", b"{", b"&a ", b"*a", b"!!x ", b"\xff", b"\r", b"\x85", b"<<: ", b"? ", b"---\n")
BOMB = "a0: &a0 {a: x}\n" + "".join(
    f"a{step}: &a{step} {{<<: [{', '.join([f'*a{step - 1}'] * 9)}]}}\n" for step in range(1, 12)
)


def sparse(file: Path) -> None:
    file.touch()
    os.truncate(file, 10 * GB)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda file: file.write_text("site_name: " + "[" * 100_000),
        lambda file: file.write_text(BOMB + SETTINGS),
        os.mkfifo,
        sparse,
        lambda file: file.symlink_to("/dev/zero"),
        lambda file: file.symlink_to(file.name),
        lambda file: file.mkdir(),
    ],
    ids=["too-deep", "bomb", "pipe", "ten-gigabytes", "device", "link-to-itself", "folder"],
)
def test_settings_that_could_take_all_memory_or_time_are_one_sentence(
    directory: Directory, spoil: Callable[[Path], object]
) -> None:
    (directory.root / "mkdocs.yml").unlink()
    spoil(directory.root / "mkdocs.yml")
    assert "mkdocs.yml" in one_sentence(confined("check", "--root", ".", cwd=directory.root))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Europe/Vilnius", '"a\\0b"'),
        ("Europe/Vilnius", '"' + "a/" * 3000 + '"'),
        ("Europe/Vilnius", "/etc/passwd"),
        ("Test directory", '"a\\0b"'),
        ("Test directory", '"\\u202eabc"'),
        ("Test directory", '"a\\u2028b"'),
        ("Test directory", "x" * 301),
        ("Test directory", "!!binary aGVsbG8="),
        ("https://directory.example/", "https://a.example:99999/"),
        ("https://directory.example/", "https://a.example:0/"),
        ("https://directory.example/", '"https://a b.example/"'),
        ("https://directory.example/", "'https://a.example/\"><script>'"),
        ("https://directory.example/", '"https://a.example/?q#x"'),
        ("https://directory.example/", "https://me:secret@a.example/"),
        ("https://directory.example/", '"https://a.example\\\\@b.example/"'),
        ("[en, lt]", "[en, [lt]]"),
        ("[en, lt]", "[" + "[" * 30 + "]" * 30 + "]"),
        ("[en, lt]", "!!set {en, lt}"),
        ("[en, lt]", "[" + ", ".join(["x" * 100] * 1000) + "]"),
        ("country: LT", "country: !!python/object/apply:os.system [reboot]"),
        ("country: LT", "country: LT\n    ? [a]\n    : 2"),
        ("country: LT", 'country: LT\n    "\\e[31m": 2'),
        ("country: LT", "country: LT\n    " + "k" * 1000 + ": 2"),
        (
            "country: LT",
            "country: LT\n    forge: {kind: github, url: 'https://a.example', branch: \"a\\nb\"}",
        ),
    ],
)
def test_a_setting_that_is_no_plain_value_is_one_sentence(tmp_path: Path, old: str, new: str) -> None:
    assert old in SETTINGS
    (tmp_path / "mkdocs.yml").write_text(SETTINGS.replace(old, new), "utf-8")
    said = refusal(tmp_path)
    assert 0 < len(said) < len(str(tmp_path)) + 300
    assert said.isprintable()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make one folder for a file that is written again and again."""
    return tmp_path_factory.mktemp("settings")


@given(st.data())
def test_settings_with_any_bytes_in_them_are_settings_or_one_sentence(
    folder: Path, data: st.DataObject
) -> None:
    whole = SETTINGS.encode()
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, min(len(whole), start + 30)))
    inserted = data.draw(st.binary(max_size=12) | st.sampled_from(TOKENS))
    (folder / "mkdocs.yml").write_bytes(whole[:start] + inserted + whole[end:])
    assert refusal(folder).isprintable()


def refusal(root: Path) -> str:
    """Return why settings can't be used; nothing if they can."""
    try:
        load_settings(root)
    except InoLinkError as error:
        return error.format_message()
    return ""


@pytest.mark.parametrize("name", ["vocabularies/ecosystems.yml", "offer.schema.json"])
@pytest.mark.parametrize(
    "spoil",
    [
        os.mkfifo,
        sparse,
        lambda file: file.symlink_to("/dev/zero"),
        lambda file: file.mkdir(),
        lambda file: file.write_bytes(b"\xff"),
        lambda file: file.write_text("[" * 100_000),
    ],
    ids=["pipe", "ten-gigabytes", "device", "folder", "not-utf-8", "too-deep"],
)
def test_a_list_or_schema_that_cannot_be_read_is_one_sentence(
    directory: Directory, name: str, spoil: Callable[[Path], object]
) -> None:
    own_schemas(directory)
    file = directory.root / "schema" / name
    file.unlink()
    spoil(file)
    with pytest.raises(SchemaError) as caught:
        directory.check()
    assert str(file) in caught.value.format_message()


@pytest.mark.parametrize("content", ["true", "[]", '{"type": "objekt"}'])
def test_what_is_json_but_no_schema_of_a_record_is_one_sentence(directory: Directory, content: str) -> None:
    own_schemas(directory)
    directory.write("schema/profile.schema.json", content)
    with pytest.raises(SchemaError, match="is no JSON Schema"):
        directory.check()


def test_a_field_that_a_schema_says_nothing_of_may_hold_anything(directory: Directory) -> None:
    own_schemas(directory)
    directory.replace("schema/profile.schema.json", '"properties": {', '"properties": {"own": true, ')
    directory.append("clusters/beta/profile.yml", "own: [1, {a: b}]\n")
    assert directory.codes() == []


@pytest.mark.parametrize(
    "content",
    [
        "title: {en: x}\nterms: [{code: a, label: {en: [b]}}]",
        "title: {en: x}\nterms: [{code: a, label: [b]}]",
        "title: {en: x}\nterms: [{code: a, label: {en: b}, synonyms: {en: word}}]",
        "title: {en: x}\nterms: [{code: a, label: {en: b}, synonyms: {en: [1]}}]",
        "title: [x]\nterms: []",
        "title: {en: x}\nterms: {a: b}",
        "title: {en: x}\nterms: [a]",
        "title: {en: x}",
        "title: {en: x}\nterms: [{code: a, broader: b, label: {}}, {code: b, broader: a, label: {}}]",
        "title: {en: x}\nterms: [{code: a, broader: nowhere, label: {en: x}}]",
        "title: {en: x}\nterms: [{code: a, label: {en: x}}, {code: A, label: {en: y}}]",
        "title: {en: x}\nterms: [{code: ../../x, label: {en: x}}]",
    ],
)
def test_a_list_with_something_odd_in_it_is_one_sentence(directory: Directory, content: str) -> None:
    own_schemas(directory)
    directory.write("schema/vocabularies/ecosystems.yml", content)
    with pytest.raises(SchemaError) as caught:
        directory.check()
    assert caught.value.format_message().isprintable()


def write_all(docs: Path, *names: str) -> None:
    for name in names:
        Directory(docs).write(name, "")


GUIDES: dict[str, Callable[[Path], object]] = {
    "pipe": lambda docs: os.mkfifo(docs / "en/x.md"),
    "link": lambda docs: (docs / "en/x.md").symlink_to("/etc/passwd"),
    "large": lambda docs: (docs / "en/x.md").write_text("x" * (LARGEST_GUIDE + 1)),
    "sparse": lambda docs: sparse(docs / "en/x.md"),
    "not-utf-8": lambda docs: (docs / "en/x.md").write_bytes(b"\xff"),
    "name-with-a-line-break": lambda docs: (docs / "en/a\nb.md").touch(),
    "name-with-a-tag": lambda docs: (docs / "en/<b>.md").touch(),
    "name-in-other-letters": lambda docs: (docs / "en/e\u0301.md").touch(),
    "name-of-wrong-bytes": lambda docs: (docs / "en/\udcff.md").touch(),
    "head-too-deep": lambda docs: (docs / "en/x.md").write_text(f"---\na: {'[' * 5000}\n---\n"),
    "head-with-an-alias": lambda docs: (docs / "en/x.md").write_text("---\na: &a [x]\nb: *a\n---\n"),
    "head-that-is-a-list": lambda docs: (docs / "en/x.md").write_text("---\n- a\n---\n"),
    "head-with-a-list-as-key": lambda docs: (docs / "en/x.md").write_text("---\n? [a]\n: b\n---\n"),
    "names-that-differ-in-capitals": lambda docs: write_all(docs, "en/Food.md", "en/food.md"),
    "two-for-one-page": lambda docs: write_all(docs, "en/a.md", "en/a/index.md"),
    "folders-too-deep": lambda docs: (docs / "en" / "/".join("a" * 40)).mkdir(parents=True),
}


@pytest.mark.parametrize("case", GUIDES)
def test_a_guide_that_cannot_be_published_is_one_sentence(tmp_path: Path, case: str) -> None:
    (tmp_path / "docs/en").mkdir(parents=True)
    GUIDES[case](tmp_path / "docs")
    with pytest.raises(GuideError) as caught:
        read_guides(tmp_path, ["en"])
    assert caught.value.format_message().isprintable()


def test_guides_that_are_reached_through_a_link_are_refused(tmp_path: Path) -> None:
    (tmp_path / "elsewhere/en").mkdir(parents=True)
    (tmp_path / "docs").symlink_to("elsewhere")
    with pytest.raises(GuideError, match="symbolic link"):
        read_guides(tmp_path, ["en"])


@pytest.mark.parametrize(
    "spoil",
    [
        os.mkfifo,
        lambda file: file.symlink_to("/etc/passwd"),
        lambda file: (file.touch(), os.truncate(file, LARGEST_FILE + 1)),
    ],
    ids=["pipe", "link", "large"],
)
def test_a_picture_beside_the_guides_is_an_ordinary_file(
    tmp_path: Path, spoil: Callable[[Path], object]
) -> None:
    spoil(tmp_path / "picture.png")
    with pytest.raises(GuideError):
        list(plain_files(tmp_path))
