"""Opens pages and hears of everything that a hostile text could bring about."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser, BrowserContext, Page, Request

from tests.browser.hostile import RAN

TAKEN_OVER = """
for (const name of ["NAME", "alert", "confirm", "prompt", "open"]) {
  const value = (...given) => heardOf(name + ": " + given);
  Object.defineProperty(window, name, { value, writable: false });
}
document.addEventListener("securitypolicyviolation", each => heardOf("refused: " + each.blockedURI));
""".replace("NAME", RAN)
SHAPE = """() => {
  // What Markdown may become is tested elsewhere, element by element.
  const all = [...document.querySelectorAll("*")].filter(each => !each.closest(".il-prose *"));
  const kinds = [];
  for (const each of all) {
    kinds.push(each.localName, ...each.getAttributeNames().map(name => each.localName + " " + name));
  }
  return [...new Set(kinds)].sort();
}"""
TEXTS = """() => {
  const all = [...document.querySelectorAll("*")];
  const names = ["alt", "aria-label", "content", "placeholder", "title", "value"];
  const attributes = all.flatMap(each => names.flatMap(name => each.getAttribute(name) ?? []));
  const fields = [...document.querySelectorAll("textarea, input")].map(each => each.value);
  const body = document.body.cloneNode(true);
  for (const each of body.querySelectorAll("script, style, .il-prose")) each.remove();
  return [document.title, body.textContent, ...attributes, ...fields];
}"""


@dataclass
class Listener:
    """What pages of one site did that they shouldn't."""

    origin: str
    context: BrowserContext
    heard: list[str] = field(default_factory=list)
    _at: str = ""

    def page(self) -> Page:
        """Open a page that is listened to."""
        page = self.context.new_page()
        page.on("dialog", lambda dialog: (self.hear(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.on("request", self._request)
        page.on("pageerror", lambda error: self.hear(f"uncaught: {error}"))
        page.on("console", lambda message: self._console(message.type, message.text))
        page.on("popup", lambda popup: self.hear(f"popup: {popup.url}"))
        page.on("download", lambda download: self._download(download.url))
        return page

    def go(self, page: Page, path: str) -> Page:
        """Open an address of the site; whoever opened it stays there."""
        self._at = path
        page.goto(f"{self.origin}/{path}")
        return page

    def hear(self, what: str) -> None:
        """Note what happened, and where."""
        self.heard.append(f"/{self._at}: {what}")

    def _request(self, request: Request) -> None:
        if not request.url.startswith((f"{self.origin}/", "data:", "blob:")):
            self.hear(f"request: {request.url}")

    def _console(self, kind: str, text: str) -> None:
        # The browser asks for a picture of its own where a page names none.
        if kind in {"error", "warning"} and "404 (" not in text:
            self.hear(f"console {kind}: {text}")

    def _download(self, address: str) -> None:
        if not address.startswith(("blob:", f"{self.origin}/")):
            self.hear(f"download: {address}")


@contextmanager
def listening(browser: Browser, origin: str, **options: object) -> Iterator[Listener]:
    """Listen to a site while the block runs."""
    with browser.new_context(**options) as context:  # type: ignore[arg-type]  # what the caller names
        listener = Listener(origin, context)
        context.expose_function("heardOf", listener.hear)
        context.add_init_script(TAKEN_OVER)
        yield listener
