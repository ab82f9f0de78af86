"""The security policy lets run what the site brings, and nothing that came with a record."""

import base64
import hashlib
import re
from pathlib import Path

import pytest

from inolink.publish.csp import inline_scripts, policy, with_policy
from inolink.publish.errors import SlotError
from inolink.publish.headers import apache_rules, nginx_rules
from tests.directories import PROJECT
from tests.publish.trees import tree

SCRIPT = 'document.documentElement.dataset.ready = "yes"'
META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">')


def hash_of(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def test_every_page_carries_the_policy_that_lets_its_own_inline_script_run(site: Path) -> None:
    files = tree(site).items()
    pages = [data.decode() for path, data in files if path.endswith(".html") and "embed/" not in path]
    policies = {META.findall(html)[0] for html in pages}
    assert len(policies) == 1
    assert f"script-src 'self' {hash_of(SCRIPT)};" in policies.pop()


def test_the_policy_allows_nothing_unsafe_and_nothing_from_elsewhere(site: Path) -> None:
    (found,) = META.findall((site / "404.html").read_text("utf-8"))
    assert found.startswith("default-src 'none'; ")
    assert "unsafe" not in found
    assert "http" not in found
    assert "*" not in found


def blocks(site: Path) -> dict[str, list[str]]:
    """Return the lines of the headers file by the path that they are for."""
    found: dict[str, list[str]] = {}
    for line in (site / "_headers").read_text("utf-8").splitlines():
        if line.startswith("/"):
            found[line] = lines = []
        else:
            lines.append(line.strip())
    return found


def policies_for(path: str, site: Path) -> list[str]:
    """Return the policies of all rules that fit a path, in the order in which they stand."""
    return [
        line.partition(": ")[2]
        for rule, lines in blocks(site).items()
        if path.startswith(rule.removesuffix("*")) and (rule.endswith("*") or rule == path)
        for line in lines
        if line.startswith("Content-Security-Policy: ")
    ]


def test_a_server_can_send_the_same_policy_as_a_header(site: Path) -> None:
    (found,) = META.findall((site / "index.html").read_text("utf-8"))
    assert blocks(site)["/*"][0] == f"Content-Security-Policy: {found}"
    assert "X-Content-Type-Options: nosniff" in blocks(site)["/*"]


def test_no_page_but_those_made_for_it_can_be_shown_within_another_site(site: Path) -> None:
    pages = [f"/{path.removesuffix('index.html')}" for path in tree(site) if path.endswith("index.html")]
    assert len(pages) > 10
    for path in pages:
        # A server sends the policies of all rules that fit, or the last one alone.
        policies = policies_for(path, site)
        assert all(policy.startswith(policies[0]) for policy in policies)
        framed = [path for policy in policies[-1:] if "frame-ancestors 'none'" not in policy]
        assert bool(framed) is path.startswith(("/embed/", "/lt/embed/")), path


def test_no_rule_that_fits_a_list_for_other_sites_forbids_to_show_it(site: Path) -> None:
    for path in ("/embed/alpha/", "/lt/embed/alpha/", "/embed/inolink.js"):
        (policy,) = policies_for(path, site)
        assert "frame-ancestors" not in policy


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
    assert max(map(len, (site / "_headers").read_text("utf-8").splitlines())) < 2000


def test_the_examples_for_servers_say_what_the_pages_say(site: Path) -> None:
    (found,) = META.findall((site / "404.html").read_text("utf-8"))
    guide = (PROJECT / "docs" / "maintainers" / "publishing.md").read_text("utf-8")
    # The site of the test has a script of its own; the published one has none within its pages.
    rules = found.replace(f" {hash_of(SCRIPT)}", "")
    assert rules == policy([])
    for language, example in (("nginx", nginx_rules), ("apache", apache_rules)):
        assert f"```{language}\n{example(rules, ('en', 'lt'))}```" in guide


def test_no_other_site_gets_more_than_its_own_address_or_any_of_a_visitors_devices(site: Path) -> None:
    (first,) = [lines for path, lines in blocks(site).items() if path == "/*"]
    assert "Referrer-Policy: strict-origin-when-cross-origin" in first
    assert "Cross-Origin-Opener-Policy: same-origin" in first
    (devices,) = [line for line in first if line.startswith("Permissions-Policy: ")]
    assert {"camera=()", "geolocation=()", "microphone=()"} <= set(devices.partition(": ")[2].split(", "))
