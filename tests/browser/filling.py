"""How tests open a form and wait for it."""

from playwright.sync_api import Page

from tests.directories import TODAY


def opened(page: Page, path: str, day: str = str(TODAY)) -> Page:
    """Open a page on a fixed day and wait for its form."""
    page.clock.set_fixed_time(f"{day}T10:00:00Z")
    page.goto(f"/{path}")
    page.wait_for_selector("#il-form[data-il-state]")
    return page


def known(page: Page) -> None:
    """Wait until the form knows the cluster that was chosen: with that, it checks anew."""
    page.wait_for_selector("#il-form[aria-busy=false]")


def settled(page: Page) -> None:
    """Wait until the form has looked at what was written last."""
    page.clock.run_for(1000)
