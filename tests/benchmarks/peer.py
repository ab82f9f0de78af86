"""The peer: plain MkDocs Material with the same pages, the same words and its own search.

Every page of the built directory becomes a Markdown page at the same address, with its headings,
paragraphs, list items and table cells. Nothing else is configured than what the theme brings.
"""

import html.parser
import re
import sys
from pathlib import Path

BLOCKS = {"p", "li", "dt", "dd", "td", "th", "figcaption", "blockquote", "summary", "caption", "label"}
HEADINGS = {f"h{level}": "#" * level for level in range(1, 7)}
SKIPPED = {"script", "style", "nav", "svg", "template", "form", "noscript"}
SETTINGS = """\
site_name: Directory
site_url: https://directory.example/
theme:
  name: material
  font: false
plugins:
  - search
"""


def write_peer(site: Path, target: Path) -> int:
    """Write the peer's project from a built directory; the value is the number of its pages."""
    target.mkdir(parents=True)
    (target / "mkdocs.yml").write_text(SETTINGS, "utf-8")
    pages = content_pages(site)
    for page in pages:
        markdown = target / "docs" / page.relative_to(site).with_suffix(".md")
        markdown.parent.mkdir(parents=True, exist_ok=True)
        markdown.write_text(as_markdown(page.read_text("utf-8")), "utf-8")
    return len(pages)


def content_pages(site: Path) -> list[Path]:
    """List the pages that have content of their own: no page that only leads on to another."""
    return [page for page in sorted(site.rglob("index.html")) if "<main" in page.read_text("utf-8")]


def peer_command(target: Path) -> list[str]:
    """Build the peer's site into `site` within its folder."""
    return [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(target / "mkdocs.yml")]


def as_markdown(page: str) -> str:
    """Turn the main part of an HTML page into Markdown with the same words."""
    reader = _MainPart()
    reader.feed(page)
    reader.close()
    return "\n\n".join(reader.finished()) + "\n"


class _MainPart(html.parser.HTMLParser):
    """Collects the text of each block inside `<main>`."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[str] = []
        self.words: list[str] = []
        self.mark = ""
        self.inside = 0
        self.skipping = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self.inside += tag == "main"
        self.skipping += tag in SKIPPED
        if tag in BLOCKS or tag in HEADINGS:
            self._close_block()
            self.mark = HEADINGS.get(tag, "")

    def handle_endtag(self, tag: str) -> None:
        if tag in BLOCKS or tag in HEADINGS:
            self._close_block()
        self.inside -= tag == "main"
        self.skipping -= tag in SKIPPED

    def handle_data(self, data: str) -> None:
        if self.inside > 0 and self.skipping <= 0:
            self.words.append(data)

    def finished(self) -> list[str]:
        self._close_block()
        return self.blocks

    def _close_block(self) -> None:
        text = " ".join("".join(self.words).split())
        if text:
            escaped = re.sub(r"([\\`*_{}\[\]<>#|~$^=])", r"\\\1", text)
            self.blocks.append(f"{self.mark} {escaped}".strip())
        self.words, self.mark = [], ""
