"""A logo is a picture that can be drawn at once, or it is refused; nothing else of it is ever published."""

import io
import struct
import zlib
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from inolink.checking.logos import flaw
from inolink.checking.svg import ELEMENTS, NAMESPACE
from inolink.codes import phrases
from inolink.publish.logos import LONGEST_SIDE, logo_files
from inolink.reading.directory import LARGEST_LOGO, Logo
from tests.hostile.effort import EFFORT
from tests.hostile.mutations import TOKENS

OPEN = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 8 8">'
OTHERS = 'xmlns:h="http://www.w3.org/1999/xhtml"'


def refusal(data: bytes | str, ending: str = "svg") -> str | None:
    """Return why a logo is refused; of one that is not, look at what would be published."""
    content = data.encode() if isinstance(data, str) else data
    logo = Logo(f"clusters/alpha/logo.{ending}", "alpha", content)
    if reason := flaw(logo):
        assert reason in phrases()["reason"]
        return reason
    (published,) = logo_files([logo]).values()
    demand_picture(published, ending)
    return None


def demand_picture(published: bytes, ending: str) -> None:
    """Demand that a published logo is a picture and nothing more."""
    if ending != "svg":
        with Image.open(io.BytesIO(published), formats=("PNG", "WEBP")) as image:
            assert max(image.size) <= LONGEST_SIDE
            assert not set(image.info) - {"transparency", "background", "loop", "timestamp", "duration"}
        return
    assert len(published) <= 2 * LARGEST_LOGO
    root = ET.fromstring(published)  # noqa: S314  # without a document type, as the check demands
    for element in root.iter():
        assert element.tag.removeprefix(NAMESPACE) in ELEMENTS, element.tag
        for name, value in element.attrib.items():
            assert not name.rpartition("}")[2].lower().startswith("on")
            assert not name.endswith("href") or value.strip().startswith("#")


def drawing(content: str) -> str:
    return f"{OPEN}{content}</svg>"


def layers(count: int, form: str) -> str:
    """Draw shapes made of ten of the shapes before, and so on."""
    first = '<g id="a0"><rect width="1" height="1"/></g>'
    return first + "".join(form.format(name=f"a{step}", before=f"a{step - 1}") for step in range(1, count))


REPEATED = '<g id="{name}">' + '<use href="#{before}"/>' * 10 + "</g>"
PATTERNS = '<pattern id="{name}">' + '<rect fill="url(#{before})"/>' * 10 + "</pattern>"
STYLED = (
    '<style>.{name}{{fill:url(#{before})}}</style><pattern id="{name}">'
    + '<g class="{name}"/>' * 9
    + "</pattern>"
)
HOSTILE = {
    "script": ("<script>alert(1)</script>", "logo-element"),
    "script of a page": (f"<g {OTHERS}><h:script>alert(1)</h:script></g>", "logo-element"),
    "page": (f"<foreignObject><h:iframe {OTHERS}/></foreignObject>", "logo-element"),
    "page by another name": ('<x:b xmlns:x="http://www.w3.org/1999/XHTML"/>', "logo-element"),
    "handler": ('<rect onclick="alert(1)"/>', "logo-handler"),
    "handler in capitals": ('<rect ONCLICK="alert(1)"/>', "logo-handler"),
    "drawing within": ('<svg onload="alert(1)"/>', "logo-handler"),
    "link": ('<a href="javascript:alert(1)"><rect/></a>', "logo-element"),
    "animated link": ('<animate attributeName="href" to="javascript:alert(1)"/>', "logo-element"),
    "attribute set later": ('<set attributeName="onload" to="alert(1)"/>', "logo-element"),
    "picture from elsewhere": ('<image href="https://evil.example/x.png"/>', "logo-element"),
    "picture in an effect": ('<filter><feImage href="//evil.example"/></filter>', "logo-element"),
    "shape from elsewhere": ('<use xlink:href="https://evil.example/x.svg#a"/>', "logo-reference"),
    "shape in the address": ('<use href="data:image/svg+xml;base64,PHN2Zy8+#a"/>', "logo-reference"),
    "colour from elsewhere": ('<rect fill="url(https://evil.example#a)"/>', "logo-reference"),
    "colour in other letters": ('<rect fill="&#117;rl(https://evil.example)"/>', "logo-reference"),
    "style from elsewhere": ('<style>@import "https://evil.example";</style>', "logo-reference"),
    "style in other letters": ("<style>rect{fill:u\\72l(//evil.example)}</style>", "logo-reference"),
    "style in a section": ('<style><![CDATA[@import "//evil.example"]]></style>', "logo-reference"),
    "style behind an element": ('<style><desc/>@import "//evil.example"</style>', "logo-reference"),
    "one picture of several": ('<style>rect{fill:image-set("//evil.example" 1x)}</style>', "logo-reference"),
    "one in an attribute": (
        "<rect style=\"fill:image-set('//evil.example' 1x)\"/>",
        "logo-reference",
    ),
    "shape within itself": ('<g id="a"><use href="#a"/></g>', "logo-nested"),
    "shapes of shapes": (layers(12, REPEATED), "logo-nested"),
    "patterns of patterns": (layers(12, PATTERNS), "logo-nested"),
    "patterns by style": (layers(12, STYLED), "logo-nested"),
    "deep": ("<g>" * 40_000 + "</g>" * 40_000, "logo-nested"),
    "many attributes": ("<g " + " ".join(f'a{n}="1"' for n in range(20_000)) + "/>", "logo-broken"),
    "program of a server": ("<?php echo 1 ?>", "logo-doctype"),
    "never closed": ("<g>", "logo-broken"),
}
WHOLE = {
    "nothing": (b"", "logo-broken"),
    "words": (b"hello", "logo-broken"),
    "a page": (b"<html><body/></html>", "logo-kind"),
    "entity": (f'<!DOCTYPE svg [<!ENTITY a "b">]>{OPEN}&a;</svg>'.encode(), "logo-doctype"),
    "document type in odd letters": (f"<!DocType\nsvg>{OPEN}</svg>".encode(), "logo-doctype"),
    "style sheet": (f'<?xml-stylesheet href="//evil.example"?>{OPEN}</svg>'.encode(), "logo-doctype"),
    "UTF-16": (drawing("<g/>").encode("utf-16"), "logo-doctype"),
    "UTF-7": (f'<?xml version="1.0" encoding="UTF-7"?>{OPEN}</svg>'.encode(), "logo-encoding"),
    "another encoding": (f'<?xml version="1.0" encoding="latin-1"?>{OPEN}</svg>'.encode(), "logo-encoding"),
    "wrong bytes": (drawing("<text>\xe9</text>").encode("latin-1"), "logo-encoding"),
    "elements with a prefix": (b'<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:g/></s:svg>', "logo-broken"),
    "two drawings": (drawing("").encode() * 2, "logo-broken"),
}  # fmt: skip


@pytest.mark.parametrize("case", HOSTILE)
def test_a_drawing_that_does_more_than_show_shapes_is_refused(case: str) -> None:
    content, reason = HOSTILE[case]
    assert refusal(drawing(content)) == reason


@pytest.mark.parametrize("case", WHOLE)
def test_a_file_that_is_no_plain_drawing_is_refused(case: str) -> None:
    data, reason = WHOLE[case]
    assert refusal(data) == reason


@pytest.mark.parametrize(
    "content",
    [
        '<defs><linearGradient id="a"><stop offset="0"/></linearGradient></defs><rect fill="url(#a)"/>',
        '<style>.b{clip-path:url(#c)} .d,.e{fill:none}</style><clipPath id="c"><g class="d"/></clipPath>',
        '<symbol id="a"><path d="M0 0h8"/></symbol><use href="#a"/><use xlink:href="#a"/>',
        "<!-- <script>alert(1)</script> --><text>&lt;script&gt; \u017eem\u0117</text>",
        '<metadata><x:RDF xmlns:x="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata><rect/>',
        "<g/>" * 60_000,
    ],
    ids=["gradient", "styles", "symbol", "comment", "notes", "wide"],
)
def test_what_drawing_programs_write_is_published(content: str) -> None:
    assert refusal(drawing(content)) is None


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, *between: bytes, rows: bytes = b"") -> bytes:
    """Write a PNG by hand: what stands in its head need not be true."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    body = chunk(b"IDAT", zlib.compress(rows or b"\0" * (3 * width + 1) * height, 9))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(between) + body + chunk(b"IEND", b"")


def picture(kind: str, size: tuple[int, int] = (4, 4), mode: str = "RGB", frames: int = 1) -> bytes:
    written = io.BytesIO()
    others = [Image.new(mode, size, number + 1) for number in range(frames - 1)]
    Image.new(mode, size).save(
        written, kind, **({"save_all": True, "append_images": others} if others else {})
    )
    return written.getvalue()


BOMB = zlib.compress(b"x" * 100_000_000, 9)
PICTURES = {
    "pixels it does not have": (lambda: png(60_000, 60_000, rows=b"\0"), "png", "logo-pixels"),
    "most pixels there can be": (lambda: png(2**31 - 1, 2**31 - 1, rows=b"\0"), "png", "logo-pixels"),
    "no pixels": (lambda: png(0, 0, rows=b"\0"), "png", "logo-kind"),
    "notes that unfold": (lambda: png(4, 4, chunk(b"zTXt", b"a\0\0" + BOMB)), "png", "logo-broken"),
    "a profile that unfolds": (lambda: png(4, 4, chunk(b"iCCP", b"a\0\0" + BOMB)), "png", "logo-broken"),
    "breaks off": (lambda: picture("PNG", (400, 400))[:60], "png", "logo-broken"),
    "moves": (lambda: picture("PNG", frames=2), "png", "logo-animated"),
    "another kind": (lambda: picture("GIF", mode="L"), "png", "logo-kind"),
    "a photograph": (lambda: picture("JPEG"), "png", "logo-kind"),
    "the other kind": (lambda: picture("PNG"), "webp", "logo-kind"),
    "a drawing": (lambda: drawing("").encode(), "png", "logo-kind"),
    "too large": (lambda: picture("PNG") + b"\0" * LARGEST_LOGO, "png", "logo-size"),
}


@pytest.mark.parametrize("case", PICTURES)
def test_a_picture_that_is_not_what_it_seems_is_refused(case: str) -> None:
    make, ending, reason = PICTURES[case]
    assert refusal(make(), ending) == reason


@pytest.mark.parametrize(
    ("data", "ending"),
    [
        (picture("PNG") + b"<script>alert(1)</script>", "png"),
        (png(4, 4, chunk(b"tEXt", b"a\0<script>")), "png"),
        (png(4, 4, rows=b"\0" * 50_000_000), "png"),
        (picture("WEBP", (3000, 10)), "webp"),
        *((picture("PNG", mode=mode), "png") for mode in ("1", "L", "LA", "P", "RGBA", "I;16")),
    ],
)
def test_of_a_picture_its_pixels_alone_are_published(data: bytes, ending: str) -> None:
    assert refusal(data, ending) is None


SEEDS = [drawing(content) for content, _ in HOSTILE.values() if len(content) < 500]


@settings(max_examples=100 * EFFORT, suppress_health_check=list(HealthCheck), derandomize=EFFORT == 1)
@given(st.data())
def test_any_bytes_at_all_are_a_harmless_logo_or_none(data: st.DataObject) -> None:
    ending = data.draw(st.sampled_from(["svg", "svg", "png", "webp"]))
    seeds = SEEDS if ending == "svg" else [picture("PNG" if ending == "png" else "WEBP")]
    seed = data.draw(st.sampled_from(seeds))
    whole = seed.encode() if isinstance(seed, str) else seed
    start = data.draw(st.integers(0, len(whole)))
    token = data.draw(st.sampled_from(TOKENS) | st.binary(max_size=8))
    added = token.encode() if isinstance(token, str) else token
    refusal(whole[:start] + added + whole[start + data.draw(st.integers(0, 20)) :], ending)
