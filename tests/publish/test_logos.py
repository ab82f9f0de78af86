"""Of a logo nothing but the picture is published."""

import io

import pytest
from PIL import Image, PngImagePlugin

from inolink.publish.logos import logo_files
from inolink.reading.directory import Logo

SVG = b"""<?xml version="1.0"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8" onload="alert(1)">
<script>alert(1)</script><metadata>drawn by somebody</metadata>
<image href="https://elsewhere.example/pixel.png"/><path d="M0 0h8v8z" fill="#123456"/></svg>"""


def picture(kind: str, mode: str = "RGBA") -> bytes:
    """Draw a small picture that carries more than pixels."""
    written, extra = io.BytesIO(), PngImagePlugin.PngInfo()
    extra.add_text("Author", "somebody")
    options = {"pnginfo": extra} if kind == "PNG" else {"exif": b"Exif\0\0somebody", "lossless": True}
    Image.new(mode, (8, 4), (200, 10, 10, 128) if mode == "RGBA" else 3).save(written, kind, **options)
    return written.getvalue()


def published(name: str, data: bytes) -> bytes:
    (content,) = logo_files([Logo(f"clusters/litek/{name}", "litek", data)]).values()
    return content


def test_a_logo_is_published_under_the_name_of_its_cluster() -> None:
    assert list(logo_files([Logo("clusters/litek/logo.png", "litek", picture("PNG"))])) == [
        "assets/logos/litek.png"
    ]


def test_a_drawing_loses_all_that_runs_or_fetches() -> None:
    drawing = published("logo.svg", SVG)
    assert b'd="M0 0h8v8z"' in drawing
    assert not any(word in drawing for word in (b"script", b"onload", b"elsewhere"))


@pytest.mark.parametrize(("name", "kind"), [("logo.png", "PNG"), ("logo.webp", "WEBP")])
@pytest.mark.parametrize("mode", ["RGBA", "P", "L"])
def test_a_picture_keeps_its_pixels_and_loses_all_notes(name: str, kind: str, mode: str) -> None:
    if (kind, mode) == ("WEBP", "P"):
        mode = "RGB"
    data = picture(kind, mode)
    drawn = published(name, data)
    assert b"somebody" in data
    assert b"somebody" not in drawn
    before, after = (Image.open(io.BytesIO(each)).convert("RGBA") for each in (data, drawn))
    assert after.tobytes() == before.tobytes()


def test_a_logo_is_drawn_the_same_each_time() -> None:
    assert published("logo.png", picture("PNG")) == published("logo.png", picture("PNG"))
