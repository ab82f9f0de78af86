"""Whatever a text says, it stays a text: pages of hostile records, read as a browser reads them."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from inolink.pages.structured import data_block
from tests.directories import settle
from tests.pages.records import OTHER, Filler, write, write_all
from tests.pages.rendering import Rendered, rendered, rendered_unchecked

HARMLESS, SHORT_HARMLESS = "Word 77", "W7"
SHORT_HOSTILE = '"><b onclick=x>'
SHORT = 60
"""Of fewer letters are only units."""
PAYLOADS = (
    "</script><script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)><b x='",
    "' autofocus onfocus='alert(1)' x=\"\" onload=\"alert(1)",
    "</title></textarea></template></dd></p><svg/onload=alert(1)>",
    "<!--slot:content--><!-- --!> ]]><iframe srcdoc='<b>'><style>",
    "{{ 7*7 }} {% raw %} ${7} {title} {0} %s %(x)s",
    "javascript:alert(1)//<a href=//evil.example onclick=x>",
)
ADDRESS = "https://evil.example/?a=1&quot;onclick=alert(1)&lt=%22%3E%3Cb%3E&#39;x#--%3E"
MARKDOWN = """\
<img src=x onerror=alert(1)> <https://evil.example/a"onclick=alert(1)>

[one][a] [two][b] [three][c] ![four](https://evil.example/x.png)

<div onclick=alert(1)>

[a]: javascript:alert(1)

[b]: //evil.example/b
[c]: ../../nowhere/"""
CUT = "/sheet/"
"""Pages on which texts are cut to the length that paper has room for."""
ALLOWED_IN_PROSE = {"a", "br", "code", "em", "li", "ol", "p", "strong", "ul"}

READ = """\
pages => pages.map(html => {
  const page = new DOMParser().parseFromString(html, "text/html");
  const tree = [...page.querySelectorAll("*")];
  return {
    elements: tree.map(each => [each.localName, [...each.attributes].map(a => [a.name, a.value])]),
    text: page.body.textContent.split(/\\s+/).join(" "),
    title: page.title,
    data: [...page.querySelectorAll("script[type='application/ld+json']")].map(each => each.textContent),
  };
})
"""
Reading = dict[str, dict[str, Any]]
Read = Callable[[Rendered], Reading]


@dataclass
class Saying(Filler):
    """Says one thing in every text, and gives one address everywhere."""

    long: str = HARMLESS
    short: str = SHORT_HARMLESS
    address: str = "https://harmless.example/"

    def text(self, longest: int) -> str:
        return self.long if longest >= SHORT else self.short

    def url(self) -> str:
        return self.address


@pytest.fixture(scope="module")
def read(browser: Browser) -> Iterator[Read]:
    """Let a browser parse all pages made from records."""
    with browser.new_context() as context:
        page = context.new_page()

        def parsed(pages: Rendered) -> Reading:
            paths = [path for path in pages if not pages[path].frame.startswith("problem")]
            return dict(zip(paths, page.evaluate(READ, [pages.whole(path) for path in paths]), strict=True))

        yield parsed


@pytest.fixture(scope="module")
def harmless(read: Read, tmp_path_factory: pytest.TempPathFactory) -> Reading:
    """Read the same pages with harmless texts."""
    folder = tmp_path_factory.mktemp("harmless")
    return read(rendered(write_all(settle(folder / "directory"), Saying())))


def said(folder: Path, saying: Saying) -> Rendered:
    return rendered(write_all(settle(folder / "directory"), saying))


def spoken(harmless: object, payload: str) -> Any:  # noqa: ANN401  # the same shape
    """Return what the browser should read once the harmless words are the payload."""
    if isinstance(harmless, str):
        return harmless.replace(HARMLESS, payload).replace(SHORT_HARMLESS, SHORT_HOSTILE)
    if isinstance(harmless, list):
        return [spoken(each, payload) for each in harmless]
    if isinstance(harmless, dict):
        return {key: spoken(value, payload) for key, value in harmless.items()}
    return harmless


def without_letters(elements: list[list[Any]]) -> list[list[Any]]:
    """Leave out what a prepared letter says: its address is written in a code of its own."""
    return [
        [tag, [each for each in attributes if not each[1].startswith("mailto:")]]
        for tag, attributes in elements
    ]


def data(reading: dict[str, Any]) -> list[Any]:
    return [json.loads(block) for block in reading["data"]]


def kinds(reading: Reading) -> set[tuple[str, ...]]:
    """Return what kinds of elements there are, with their attributes, on the pages that cut texts."""
    pages = (page for path, page in reading.items() if path.endswith(CUT))
    return {
        (tag, *(name for name, _ in attributes)) for page in pages for tag, attributes in page["elements"]
    }


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_hostile_text_is_read_as_the_text_that_it_is(
    payload: str, harmless: Reading, read: Read, tmp_path: Path
) -> None:
    pages = read(said(tmp_path, Saying(long=payload, short=SHORT_HOSTILE)))
    assert pages.keys() == harmless.keys()
    for path in pages.keys() - {path for path in pages if path.endswith(CUT)}:
        page, before = pages[path], harmless[path]
        assert without_letters(page["elements"]) == spoken(without_letters(before["elements"]), payload), path
        assert page["text"] == spoken(before["text"], payload), path
        assert page["title"] == spoken(before["title"], payload), path
        assert data(page) == spoken(data(before), payload), path
    assert kinds(pages) <= kinds(harmless)


def test_a_hostile_address_stays_within_its_link(harmless: Reading, read: Read, tmp_path: Path) -> None:
    pages = read(said(tmp_path, Saying(address=ADDRESS)))
    for path, page in pages.items():
        tags = [(tag, [name for name, _ in attributes]) for tag, attributes in page["elements"]]
        assert tags == [(tag, [name for name, _ in each]) for tag, each in harmless[path]["elements"]], path
    links = [value for _, attributes in pages["clusters/alpha/"]["elements"] for _, value in attributes]
    assert links.count(ADDRESS) > 10


def test_no_page_of_hostile_records_runs_or_fetches_anything(read: Read, tmp_path: Path) -> None:
    pages = read(said(tmp_path, Saying(long='"onload="javascript:alert(1)', address=ADDRESS)))
    for path, page in pages.items():
        for tag, attributes in page["elements"]:
            assert tag not in {"iframe", "object", "embed", "base"}, path
            for name, value in attributes:
                assert not name.startswith("on"), path
                if name in {"href", "src", "action", "content"} and tag != "meta":
                    assert urlsplit(value).scheme in {"", "https", "mailto"}, path


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "JavaScript:alert(1)//https://", "//evil.example"]
)
def test_an_address_that_slips_through_the_check_is_not_linked(address: str, tmp_path: Path) -> None:
    directory = write_all(settle(tmp_path / "directory"), Saying(address=address))
    assert directory.errors()
    pages = rendered_unchecked(directory)
    assert address in pages.main("clusters/alpha/").text
    for path in pages:
        links = [link["href"] for link in pages.tree(path).every("a[href]")]
        assert [link for link in links if link.lower().startswith(address.lower()[:6])] == [], path


def test_hostile_markdown_leaves_nothing_but_harmless_elements(tmp_path: Path) -> None:
    directory = write_all(settle(tmp_path / "directory"), Saying())
    profile = json.loads(directory.read("clusters/alpha/profile.yml"))
    write(directory, "alpha/profile.yml", profile | {"description": {"en": MARKDOWN, "lt": MARKDOWN}})
    prose = rendered(directory).main("clusters/alpha/").section("about").one(".il-prose")
    assert {element.tag for element in prose} <= ALLOWED_IN_PROSE
    assert {name for element in prose for name in element.attributes} <= {"href", "rel"}
    links = {link.text: link.attributes.get("href", "") for link in prose.every("a")}
    assert links == {
        'https://evil.example/a"onclick=alert(1)': "https://evil.example/a%22onclick=alert(1)",
        "two": "",
        "three": "",
        "four": "https://evil.example/x.png",
    }
    assert "<div onclick=alert(1)>" in prose.text


@pytest.mark.parametrize("sign", ["\u2028", "\u202e", "\u2066", "\u200f", "\ufeff"])
def test_signs_that_break_lines_or_turn_the_writing_never_reach_a_page(sign: str, tmp_path: Path) -> None:
    directory = write_all(settle(tmp_path / "directory"), Saying())
    profile = json.loads(directory.read("clusters/alpha/profile.yml"))
    for spelled in (json.dumps(f"a{sign}b"), f'"a{sign}b"'):
        record = json.dumps(profile | {"short_name": "HERE"}).replace('"HERE"', spelled)
        directory.write("clusters/alpha/profile.yml", record)
        assert "IL103" in directory.codes()
        assert {document.cluster for document in directory.check().usable()} == {OTHER, None}


def test_data_for_search_engines_can_hold_anything_without_ending_its_block(tmp_path: Path) -> None:
    name = 'Directory </script><!-- <script> & "one"'
    directory = write_all(settle(tmp_path / "directory"), Saying())
    directory.replace("mkdocs.yml", "site_name: Test directory", f"site_name: {json.dumps(name)}")
    home = rendered(directory).pages[""]
    (block,) = re.findall(
        r'<script type="application/ld\+json">(.*?)</script>', home.slots["head"], re.DOTALL
    )
    assert json.loads(block)["name"] == name
    assert not any(sign in block for sign in "<>&")


def test_line_separators_do_not_end_a_line_of_data() -> None:
    # No file can hold them: the check refuses them in records and in settings.
    said = "one\u2028two\u2029three"
    block = data_block({"name": said}).removeprefix('<script type="application/ld+json">')
    text = block.removesuffix("</script>")
    assert json.loads(text)["name"] == said
    assert not any(sign in text for sign in "\u2028\u2029")
