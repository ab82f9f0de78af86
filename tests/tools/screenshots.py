"""Takes the pictures of the documentation from the built site: python -m tests.tools.screenshots [SITE]."""

import sys
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from tests.browser.chromium import FLAGS, chromium
from tests.browser.serving import serving

ROOT = Path(__file__).parents[2]
IMAGES = ROOT / "docs" / "images"
PICTURES = {
    "home": "/",
    "profile": "/clusters/smart-food/",
    "form-en": "/contribute/new-offer/",
    "form-lt": "/lt/contribute/new-offer/",
    "staff": "/staff/",
}
COLOURS = 128
"""Enough for pages of few colours, and a third of the bytes."""
SIZE = {"width": 1200, "height": 750}


def main(site: Path) -> None:
    """Save one picture of each page in the light scheme."""
    IMAGES.mkdir(exist_ok=True)
    with serving(site) as origin, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        page = browser.new_page(viewport=SIZE, color_scheme="light")
        for name, path in PICTURES.items():
            page.goto(origin + path, wait_until="networkidle")
            with Image.open(BytesIO(page.screenshot())) as picture:
                picture.quantize(COLOURS).save(IMAGES / f"{name}.png", optimize=True)
            print(f"docs/images/{name}.png")
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "site")
