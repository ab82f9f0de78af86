"""Drafts of forms: kept in the browser alone, and looked at before they are shown."""

import json

import pytest
from playwright.sync_api import Page

from tests.browser.filling import opened, settled

pytestmark = pytest.mark.browser

DRAFTS = "inolink.forms.v1"


def test_what_was_written_is_there_after_a_reload_until_it_is_erased(page: Page) -> None:
    opened(page, "contribute/new-offer/")
    page.fill("#f-title-en", "Half a title")
    settled(page)
    page.reload()
    page.wait_for_selector("#il-form[data-il-state=ready]")
    assert page.input_value("#f-title-en") == "Half a title"
    assert "Here is what you wrote" in page.locator(".il-form__draft").inner_text()
    page.get_by_role("button", name="Start again").click()
    assert page.input_value("#f-title-en") == ""
    assert page.evaluate("key => localStorage.getItem(key)", DRAFTS) is None


@pytest.mark.parametrize(
    "kept",
    [
        "nonsense",
        "[]",
        '{"new-offer": 5}',
        json.dumps({"new-offer": {"version": 1, "saved": "never", "value": {"type": "x"}}}),
        json.dumps({"new-offer": {"version": 99, "saved": "2026-11-23T10:00:00Z", "base": "", "value": {}}}),
        json.dumps(
            {
                "new-offer": {
                    "version": 1,
                    "saved": "2026-11-23T10:00:00Z",
                    "base": "",
                    "value": {
                        "title": {"en": "<img src=x onerror=alert(1)>", "__proto__": {"polluted": 1}},
                        "summary": 5,
                        "cooperation": {"a": []},
                        "sdg": [[["9"]]],
                        "call": "javascript:alert(1)",
                        "constructor": {"prototype": 1},
                    },
                }
            }
        ),
        '{"new-offer": {"version": 1, "saved": "2026-11-23T10:00:00Z", "base": "", "value": {"title": '
        + '{"en": ' * 3000
        + "1"
        + "}" * 3000
        + "}}}",
    ],
)
def test_whatever_others_left_in_the_browsers_memory_does_no_harm(page: Page, kept: str) -> None:
    page.goto("/contribute/")
    page.evaluate("([key, kept]) => localStorage.setItem(key, kept)", [DRAFTS, kept])
    opened(page, "contribute/new-offer/")
    assert page.locator("#il-form").get_attribute("data-il-state") == "ready"
    assert page.locator("#il-form img").count() == 0
    assert page.evaluate("({}).polluted") is None
    page.fill("#f-title-en", "A title")
    settled(page)
    assert page.input_value("#f-title-en") == "A title"


def test_a_draft_of_a_file_that_has_changed_since_is_left_aside(page: Page) -> None:
    opened(page, "contribute/edit/?file=clusters/litek/profile.yml")
    page.fill("#f-short_name", "Mine")
    settled(page)
    page.evaluate(
        'key => (localStorage[key] = localStorage[key].replace(/base.:.[^,]*/, \'base":"x"\'))',
        DRAFTS,
    )
    page.reload()
    page.wait_for_selector("#il-form[data-il-state=ready]")
    assert page.input_value("#f-short_name") == "LITEK"
    assert "has changed since" in page.locator(".il-form__draft").inner_text()


def test_the_chosen_cluster_is_kept_with_the_draft(page: Page) -> None:
    opened(page, "contribute/new-offer/")
    page.select_option("#il-form-cluster", "litek")
    page.fill("#f-title-en", "A title")
    settled(page)
    page.reload()
    page.wait_for_selector("#il-form[data-il-state=ready]")
    assert page.input_value("#il-form-cluster") == "litek"
