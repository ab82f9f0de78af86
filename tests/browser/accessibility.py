"""Looks for accessibility mistakes with axe, by the rules of WCAG 2.2 at level AA."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS: dict[str, Any] = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}


def violations(page: Page) -> list[str]:
    """Describe each rule that the page breaks, with the first elements that break it."""
    found = Axe().run(page, options=OPTIONS).response["violations"]
    return [_described(violation) for violation in found]


def _described(violation: dict[str, Any]) -> str:
    places = [f"{' '.join(node['target'])}: {node['html'][:160]}" for node in violation["nodes"][:3]]
    return f"{violation['id']} ({len(violation['nodes'])}×): {' | '.join(places)}"
