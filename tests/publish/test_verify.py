"""Whatever is wrong with a page is found before the page is published."""

from dataclasses import replace
from pathlib import Path

import pytest
from markupsafe import Markup

from inolink.publish.addresses import Addresses, BadLinkError
from inolink.publish.errors import PublishError, SlotError
from inolink.publish.hang import Frame, hang
from inolink.publish.verify import Inspector, demand_no_faults
from tests.publish.standin import page

ADDRESSES = Addresses("https://directory.example/inolink/", "/inolink/")
FRAME = Frame(
    "cluster",
    "en",
    "clusters/_cluster/",
    '<html lang="en"><!--slot:title--><!--slot:description--><!--slot:head--><!--slot:breadcrumb-->'
    '<!--slot:content--><!--slot:switch--><a href="#top">Top</a><a href="../../">Home</a></html>',
)


HOME = replace(FRAME, path="", html=FRAME.html.replace('<a href="../../">', '<a href="./">'))


def faults_of(site: Path, content: str, frame: Frame = FRAME) -> list[str]:
    """Publish a home page and one page with this content; return what is wrong."""
    inspector = Inspector(site, ADDRESSES)
    one = page("clusters/litek/", content, "cluster")
    for frame_of, each in ((HOME, page()), (frame, one)):
        hang(site, frame_of, each)
        inspector.page(frame_of, each)
    return [f"{fault.page}: {fault.what}" for fault in inspector.all_faults()]


@pytest.mark.parametrize(
    "content",
    [
        '<h1>A</h1><a href="../../">home</a>',
        '<h1>A</h1><a href="./">itself</a><a href="">itself</a><a href="?q=laser">with a query</a>',
        '<h1 id="a">A</h1><a href="#a">a place</a>',
        '<h1>A</h1><a href="https://elsewhere.example/x">x</a><a href="mailto:info@a.example">x</a>',
        '<h1>A</h1><link rel="canonical" href="https://directory.example/inolink/clusters/litek/">',
        '<h1>A</h1><a href="https://directory.example/inolink/gone/">a contributor wrote this</a>',
        '<h1>A</h1><a href="/inolink/clusters/litek/">from the root of the host</a>',
        '<h1>A</h1><a href="../litek/index.html">a file</a>',
        '<h1>A</h1><p>Write: href="nowhere/" and src="https://x.example/" and id="a"</p>',
        '<h1>A</h1><script type="application/json">{"a": "<h1 href=\\"nowhere/\\">"}</script>',
        '<h1>A</h1><form action="../../?a=b"></form>',
    ],
)
def test_a_page_in_order_has_no_faults(tmp_path: Path, content: str) -> None:
    assert faults_of(tmp_path, content) == []


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ("<p>A</p>", "has 0 headings of the first level"),
        ("<h1>A</h1><h1>B</h1>", "has 2 headings of the first level"),
        ('<h1>A</h1><a href="../nobody/">x</a>', "leads to /clusters/nobody/, which isn't in the site"),
        ('<h1>A</h1><a href="../litek">x</a>', "leads to /clusters/litek, which isn't in the site"),
        ('<h1>A</h1><img src="../../assets/no.svg">', "leads to /assets/no.svg, which isn't in the site"),
        ('<h1>A</h1><a href="#b">x</a>', "the link #b leads to a place that isn't in the page"),
        ('<h1>A</h1><a href="../../#b">x</a>', "leads to /#b, a place that isn't in that page"),
        ('<h1>A</h1><a href="../../../">x</a>', "leads out of the site"),
        ('<h1>A</h1><a href="/other/">x</a>', "leads out of the site"),
        ('<h1>A</h1><a href="javascript:alert(1)">x</a>', "has the scheme 'javascript'"),
        ('<h1>A</h1><a href="&#106;avascript:alert(1)">x</a>', "has the scheme 'javascript'"),
        ('<h1>A</h1><img src="https://x.example/a.png">', "fetches https://x.example/a.png from elsewhere"),
        ('<h1>A</h1><script src="//x.example/a.js"></script>', "fetches //x.example/a.js from elsewhere"),
        ('<h1>A</h1><form action="../nobody/"></form>', "leads to /clusters/nobody/"),
        ("<h1>A</h1><!--slot:content-->", "holds a slot that nobody filled"),
    ],
)
def test_a_fault_is_found_and_named_with_its_page(tmp_path: Path, content: str, fault: str) -> None:
    found = faults_of(tmp_path, content)
    assert len(found) == 1
    assert found[0].startswith("clusters/litek/: ")
    assert fault in found[0]


def test_an_address_of_ours_in_a_head_must_lead_to_a_page(tmp_path: Path) -> None:
    one = page("clusters/litek/", "<h1>A</h1>", "cluster")
    link = Markup('<link rel="canonical" href="https://directory.example/inolink/no/">')
    wrong = replace(one, slots={**one.slots, "head": link})
    hang(tmp_path, FRAME, wrong)
    inspector = Inspector(tmp_path, ADDRESSES)
    inspector.page(FRAME, wrong)
    assert any("leads to /no/" in fault.what for fault in inspector.all_faults())


def test_a_dead_link_in_a_frame_is_found_once(tmp_path: Path) -> None:
    frame = replace(FRAME, html=FRAME.html.replace("../../", "../../nowhere/"))
    assert faults_of(tmp_path, "<h1>A</h1>", frame)[-1].endswith(
        "leads to /nowhere/, which isn't in the site"
    )


def test_a_frame_in_the_wrong_language_is_found(tmp_path: Path) -> None:
    frame = replace(FRAME, html=FRAME.html.replace('lang="en"', 'lang="lt"'))
    assert "says lang='lt' instead of 'en'" in faults_of(tmp_path, "<h1>A</h1>", frame)[0]


def test_a_place_that_a_frame_refers_to_must_be_in_every_page(tmp_path: Path) -> None:
    frame = replace(FRAME, html=FRAME.html.replace('href="../../"', 'href="#list"'))
    found = faults_of(tmp_path, '<h1 id="list">A</h1>', frame)
    assert found == []
    found = faults_of(tmp_path / "other", "<h1>A</h1>", frame)
    assert found == ["clusters/litek/: the link #list leads to a place that isn't in the page"]


def test_a_guide_page_is_looked_at_as_well(tmp_path: Path) -> None:
    inspector = Inspector(tmp_path, ADDRESSES)
    inspector.document("about/index.html", '<html lang="en"><h1>A</h1><a href="#no">x</a></html>', "en")
    assert [str(fault) for fault in inspector.all_faults()] == [
        "  /about/: the link #no leads to a place that isn't in the page"
    ]


def test_the_faults_stop_the_build_and_the_first_ones_are_listed(tmp_path: Path) -> None:
    inspector = Inspector(tmp_path, ADDRESSES)
    for number in range(25):
        inspector.document(f"{number}/index.html", '<html lang="en"></html>', "en")
    with pytest.raises(PublishError, match="and 5 more") as caught:
        demand_no_faults(inspector.all_faults())
    assert "/0/: has 0 headings" in caught.value.message


def test_a_slot_that_a_page_does_not_fill_is_an_error_of_the_program(tmp_path: Path) -> None:
    lacking = replace(page(), slots={"title": page().slots["title"]})
    with pytest.raises(SlotError, match=r"not filled: \['breadcrumb', 'content'"):
        hang(tmp_path, replace(FRAME, path=""), lacking)


def test_a_slot_without_a_place_in_the_frame_is_an_error_of_the_program(tmp_path: Path) -> None:
    frame = replace(FRAME, path="", html="<!--slot:title-->")
    with pytest.raises(SlotError, match=r"no place for: \['breadcrumb', 'content'"):
        hang(tmp_path, frame, page())


def test_a_page_at_another_depth_than_its_frame_is_an_error_of_the_program(tmp_path: Path) -> None:
    with pytest.raises(SlotError, match="equally deep"):
        hang(tmp_path, FRAME, page("clusters/"))


def test_two_pages_at_one_place_are_an_error_of_the_program(tmp_path: Path) -> None:
    hang(tmp_path, FRAME, page("clusters/litek/"))
    with pytest.raises(SlotError, match="two pages"):
        hang(tmp_path, FRAME, page("clusters/litek/"))


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("x/", ("clusters/litek/x/", "")),
        ("..", ("clusters/", "")),
        ("../..", ("", "")),
        ("./#a%20b", ("clusters/litek/", "a b")),
        ("../%C5%BEyma/", ("clusters/žyma/", "")),
        ("https://directory.example/inolink/", ("", "")),
        ("https://directory.example/", None),
        ("data:image/png;base64,AA", None),
    ],
)
def test_a_link_leads_where_a_browser_would_go(link: str, target: tuple[str, str] | None) -> None:
    assert ADDRESSES.target("clusters/litek/", link) == target


def test_a_link_above_the_root_leads_nowhere() -> None:
    with pytest.raises(BadLinkError):
        ADDRESSES.target("", "../x/")
