"""Another site shows what an organisation seeks and offers: two servers, two origins, one page."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Frame, FrameLocator, Page, expect

from tests.browser.accessibility import violations
from tests.browser.built import Site
from tests.browser.fair import HOSTILE
from tests.browser.serving import serving

pytestmark = pytest.mark.browser

HOST = """\
<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"><title>Our cluster</title>
<meta http-equiv="Content-Security-Policy" content="{policy}"></head>
<body><main><h1>Our cluster</h1>{content}</main></body></html>"""
POLICY = "default-src 'none'; script-src {site}; frame-src {site}"
"""All that the site which shows the list has to allow."""
ELEMENT = (
    '<script src="{site}/embed/inolink.js" defer></script><inolink-offers {how}>{within}</inolink-offers>'
)
WITHIN = '<a href="{site}/clusters/litek/">Our offers</a>'
LISTS = ("/embed/smart-food/", "/lt/embed/elit/")


class Host:
    """Another site, which shows lists of the directory."""

    def __init__(self, folder: Path, url: str) -> None:
        self.folder, self.url = folder, url
        self.findings: list[str] = []

    def shows(self, page: Page, content: str, policy: str = POLICY, language: str = "en", **how: str) -> Page:
        """Put something on the site's page and open it."""
        html = HOST.format(content=content, policy=policy, language=language).format(**how)
        (self.folder / "index.html").write_text(html, "utf-8")
        page.on("console", lambda message: self.findings.append(message.text))
        page.on("pageerror", lambda error: self.findings.append(str(error)))
        page.goto(f"{self.url}/", wait_until="networkidle")
        return page


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Host]:
    """Serve another site."""
    with serving(tmp_path) as url:
        yield Host(tmp_path, url)


Shows = Callable[..., Page]


@pytest.fixture
def on_host(browser_page: Page, host: Host, site: Site) -> Shows:
    """Show something of the published directory on the other site."""
    return partial(host.shows, browser_page, site=site.url)


def is_light(frame: Frame) -> bool:
    """Whether the ground of a frame is light."""
    colour = frame.evaluate("getComputedStyle(document.body).backgroundColor")
    return min(int(part) for part in re.findall(r"\d+", colour)[:3]) > 200


def shown(page: Page) -> FrameLocator:
    return page.frame_locator("inolink-offers iframe")


def height(page: Page) -> float:
    """Return how high the element is once the list has said how high it is."""
    expect(page.locator("inolink-offers iframe")).not_to_have_attribute("style", "height: 0px;")
    box = page.locator("inolink-offers").bounding_box()
    assert box
    return box["height"]


def test_the_element_shows_the_list_as_high_as_it_is_under_a_strict_policy(
    browser_page: Page, host: Host, site: Site
) -> None:
    page = host.shows(browser_page, ELEMENT, site=site.url, how='cluster="litek"', within=WITHIN)
    expect(shown(page).get_by_role("heading", level=1)).to_have_text("What LITEK seeks and offers")
    expect(page.locator("inolink-offers iframe")).to_have_attribute(
        "title", "What LITEK seeks and offers · InoLink"
    )
    (list_,) = page.frames[1:]
    assert abs(height(page) - list_.evaluate("document.body.getBoundingClientRect().height")) < 1
    assert list_.evaluate("document.documentElement.scrollHeight - innerHeight") <= 0
    expect(page.get_by_text("Our offers")).to_be_hidden()
    assert host.findings == []


def test_the_list_grows_where_there_is_less_width(on_host: Shows) -> None:
    page = on_host(ELEMENT, how='cluster="smart-food"', within="")
    expect(shown(page).locator("h1")).to_be_visible()
    frame, wide = page.locator("inolink-offers iframe"), height(page)
    page.set_viewport_size({"width": 340, "height": 700})
    expect(frame).not_to_have_attribute("style", f"height: {wide:.0f}px;")
    assert height(page) > wide


@pytest.mark.parametrize(
    ("around", "asked", "spoken"),
    [("en", "lt", "lt"), ("lt-LT", "", "lt"), ("lt", "en", "en"), ("de", "", "en"), ("de", "fr", "en")],
)
def test_the_list_speaks_the_language_asked_for_else_that_of_the_page_around_it(
    on_host: Shows, around: str, asked: str, spoken: str
) -> None:
    page = on_host(ELEMENT, language=around, how=f'cluster="litek" language="{asked}"', within="")
    headings = {"en": "What LITEK seeks and offers", "lt": "Ko LITEK ieško ir ką siūlo"}
    expect(shown(page).locator("h1")).to_have_text(headings[spoken])


@pytest.mark.parametrize("how", ['cluster="../../x"', 'cluster=""', "", 'cluster="no-such-cluster"'])
def test_a_name_that_leads_to_no_list_leaves_what_stands_within_the_element(
    browser_page: Page, host: Host, site: Site, how: str
) -> None:
    page = host.shows(browser_page, ELEMENT, site=site.url, how=how, within=WITHIN)
    expect(page.get_by_role("link", name="Our offers")).to_be_visible()


def test_a_site_that_forbids_the_frame_shows_its_own_link(browser_page: Page, host: Host, site: Site) -> None:
    policy = "default-src 'none'; script-src {site}"
    page = host.shows(browser_page, ELEMENT, policy, site=site.url, how='cluster="litek"', within=WITHIN)
    expect(page.get_by_role("link", name="Our offers")).to_be_visible()


def test_a_link_of_the_list_leads_the_whole_window_to_the_directory(
    browser_page: Page, host: Host, site: Site
) -> None:
    page = host.shows(browser_page, ELEMENT, site=site.url, how='cluster="litek"', within="")
    shown(page).get_by_role("link", name="Direct sales contacts in China").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site.url}/clusters/litek/#interest-litek-china-contacts")


def test_a_plain_frame_shows_the_same(browser_page: Page, host: Host, site: Site) -> None:
    frame = '<iframe src="{site}/embed/litek/" title="Offers" width="100%" height="480"></iframe>'
    page = host.shows(browser_page, frame, "default-src 'none'; frame-src {site}", site=site.url)
    expect(page.frame_locator("iframe").locator("li")).to_have_count(2)
    assert host.findings == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("system", ["light", "dark"])
def test_the_site_around_the_list_decides_on_light_and_dark(
    browser_page: Page, on_host: Shows, scheme: str, system: str
) -> None:
    browser_page.emulate_media(color_scheme=system)  # type: ignore[arg-type]  # one of two words
    page = on_host(ELEMENT, how=f'cluster="litek" scheme="{scheme}"', within="")
    expect(shown(page).locator("h1")).to_be_visible()
    assert is_light(page.frames[1]) is (scheme == "light")


@pytest.mark.parametrize("system", ["light", "dark"])
def test_where_nobody_decides_the_list_follows_the_system(
    browser_page: Page, on_host: Shows, system: str
) -> None:
    browser_page.emulate_media(color_scheme=system)  # type: ignore[arg-type]  # one of two words
    page = on_host(ELEMENT, how='cluster="litek"', within="")
    expect(shown(page).locator("h1")).to_be_visible()
    assert is_light(page.frames[1]) is (system == "light")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_around_the_list_is_accessible(
    browser_page: Page, host: Host, site: Site, scheme: str
) -> None:
    browser_page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # one of two words
    page = host.shows(browser_page, ELEMENT, site=site.url, how='cluster="litek"', within=WITHIN)
    expect(shown(page).locator("h1")).to_be_visible()
    assert violations(page) == []


def test_hostile_texts_stay_texts_on_the_other_site(browser_page: Page, host: Host, fair_site: Site) -> None:
    page = host.shows(browser_page, ELEMENT, site=fair_site.url, how='cluster="hostile"', within="")
    expect(shown(page).locator("li a").first).to_have_text(HOSTILE)
    expect(page.locator("inolink-offers iframe")).to_have_attribute(
        "title", f"What {HOSTILE} seeks and offers · InoLink"
    )
    (list_,) = page.frames[1:]
    assert list_.locator("img, li script").count() == 0
    assert host.findings == []


def test_the_element_believes_nobody_but_its_own_frame(browser_page: Page, host: Host, site: Site) -> None:
    page = host.shows(browser_page, ELEMENT, site=site.url, how='cluster="litek"', within="")
    expect(shown(page).locator("h1")).to_be_visible()
    before = height(page)
    page.evaluate("postMessage({ kind: 'inolink:size', height: 5000, title: 'x' }, '*')")
    page.frames[1].evaluate("parent.postMessage({ kind: 'inolink:size', height: 1e9 }, '*')")
    page.frames[1].evaluate("parent.postMessage(null, '*')")
    page.wait_for_timeout(100)
    assert height(page) == before
    assert host.findings == []


@pytest.mark.parametrize("path", LISTS)
def test_a_list_asks_for_nothing_but_its_script_and_its_styles(page: Page, path: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.goto(path, wait_until="networkidle")
    assert sorted({*asked} - {"", "favicon.ico"}) == ["embed-frame.js", "embed.css"]


def test_the_code_that_a_profile_hands_out_works_on_another_site(
    browser_page: Page, host: Host, site: Site
) -> None:
    browser_page.goto(f"{site.url}/lt/clusters/litek/")
    browser_page.get_by_text("Rodyti tai savo svetainėje").click()
    codes = [browser_page.locator(f"#embed-{kind}").inner_text() for kind in ("element", "frame")]
    for code in codes:
        here = code.replace("https://inolink.example", site.url)
        page = host.shows(browser_page, here.replace("{", "{{"), site=site.url)
        list_ = page.frames[1]
        expect(list_.locator("h1")).to_have_text("Ko LITEK ieško ir ką siūlo")
