"""The security policy lets run what the site brings, and nothing that came with a record."""

import base64
import hashlib
import re
from pathlib import Path

import pytest

from inolink.publish.csp import headers_file, inline_scripts, policy, with_policy
from inolink.publish.errors import SlotError
from tests.publish.trees import tree

SCRIPT = 'document.documentElement.dataset.ready = "yes"'
META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">')


def hash_of(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def test_every_page_carries_the_policy_that_lets_its_own_inline_script_run(site: Path) -> None:
    pages = [data.decode() for path, data in tree(site).items() if path.endswith(".html")]
    policies = {META.findall(html)[0] for html in pages}
    assert len(policies) == 1
    assert f"script-src 'self' {hash_of(SCRIPT)};" in policies.pop()


def test_the_policy_allows_nothing_unsafe_and_nothing_from_elsewhere(site: Path) -> None:
    (found,) = META.findall((site / "404.html").read_text("utf-8"))
    assert found.startswith("default-src 'none'; ")
    assert "unsafe" not in found
    assert "http" not in found
    assert "*" not in found


def test_a_server_can_send_the_same_policy_as_a_header(site: Path) -> None:
    (found,) = META.findall((site / "index.html").read_text("utf-8"))
    headers = (site / "_headers").read_text("utf-8")
    assert headers.startswith(f"/*\n  Content-Security-Policy: {found}; frame-ancestors 'none'\n")
    assert "  X-Content-Type-Options: nosniff\n" in headers


@pytest.mark.parametrize(
    ("html", "scripts"),
    [
        ("<script>a()</script>", ["a()"]),
        ('<script type="module">a()</script>', ["a()"]),
        ("<SCRIPT\n TYPE=text/javascript>\na()\n</SCRIPT>", ["\na()\n"]),
        ('<script src="a.js"></script>', []),
        ('<script type="application/ld+json">{}</script>', []),
        ('<script id="__config" type="application/json">{}</script>', []),
    ],
)
def test_only_what_a_browser_would_run_counts_as_a_script(html: str, scripts: list[str]) -> None:
    assert inline_scripts(html) == scripts


def test_the_policy_does_not_depend_on_the_order_of_the_pages() -> None:
    documents = [f"<script>{number}</script>" for number in range(9)]
    assert policy(documents) == policy(reversed([*documents, documents[0]]))


def test_a_page_without_a_place_for_the_policy_is_an_error_of_the_program() -> None:
    with pytest.raises(SlotError):
        with_policy("<html></html>", policy([]))


def test_a_line_of_the_headers_file_stays_within_what_hosts_accept(site: Path) -> None:
    assert max(map(len, headers_file((site / "_headers").read_text("utf-8")).splitlines())) < 2000
