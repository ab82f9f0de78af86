"""The preview shows the site as it is, and open pages learn that it has changed."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest

from inolink.errors import InoLinkError
from inolink.publish.preview import Preview
from inolink.publish.watch import watching
from tests.directories import Directory

RELOAD = b'<script src="/__inolink/reload.js"></script></body>'


@contextmanager
def previewing(folder: Path, site_url: str = "https://directory.example/") -> Iterator[Preview]:
    """Serve a folder while the block runs."""
    with Preview(folder, 0, site_url) as preview:
        thread = threading.Thread(target=preview.serve_forever, daemon=True)
        thread.start()
        try:
            yield preview
        finally:
            preview.shutdown()
            thread.join()


def get(preview: Preview, path: str, method: str = "GET") -> tuple[int, bytes]:
    """Ask the preview for a path."""
    connection = HTTPConnection("127.0.0.1", preview.server_port, timeout=600)
    connection.request(method, path)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, body


def test_a_page_is_shown_with_the_script_that_loads_it_again(site: Path) -> None:
    with previewing(site) as preview:
        status, body = get(preview, "/lt/about/?q=x")
    assert status == 200
    assert body.replace(RELOAD, b"</body>") == (site / "lt/about/index.html").read_bytes()
    assert RELOAD in body
    assert RELOAD not in (site / "lt/about/index.html").read_bytes()


def test_other_files_are_shown_as_they_are(site: Path) -> None:
    with previewing(site) as preview:
        assert get(preview, "/sitemap.xml") == (200, (site / "sitemap.xml").read_bytes())
        assert get(preview, "/sitemap.xml", "HEAD") == (200, b"")


def test_a_folder_without_its_slash_leads_to_the_page(site: Path) -> None:
    with previewing(site) as preview:
        assert get(preview, "/about")[0] == 301


def test_what_is_not_there_is_answered_by_the_sites_own_page(site: Path) -> None:
    with previewing(site) as preview:
        status, body = get(preview, "/nowhere/")
    assert status == 404
    assert b"<h1>Not found</h1>" in body


@pytest.mark.parametrize("path", ["/" + "a/" * 3000, "/" + "a" * 3000, "/a%00", "/" + "a" * 300 + ".html"])
def test_an_address_that_no_file_can_have_is_not_there(site: Path, path: str) -> None:
    with previewing(site) as preview:
        assert get(preview, path)[0] == 404


def test_a_browser_that_hangs_up_is_no_error(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with previewing(site) as preview:
        for error in (BrokenPipeError(), ConnectionResetError()):
            try:
                raise error
            except OSError:
                preview.handle_error(None, None)
    assert capsys.readouterr().err == ""


def test_nothing_outside_of_the_site_is_shown(site: Path) -> None:
    with previewing(site) as preview:
        assert get(preview, "/../mkdocs.yml")[0] == 404
        assert get(preview, "/%2e%2e/mkdocs.yml")[0] == 404


def test_a_page_learns_of_a_new_build_by_its_version(site: Path) -> None:
    with previewing(site) as preview:
        first = get(preview, "/__inolink/version")
        preview.version += 1
        assert get(preview, "/__inolink/version") != first
        assert b"/__inolink/version" in get(preview, "/__inolink/reload.js")[1]


def test_a_site_meant_for_a_folder_of_its_host_is_shown_in_that_folder(site: Path) -> None:
    with previewing(site, "https://pages.example/inolink/") as preview:
        assert preview.url.endswith("/inolink/")
        assert get(preview, "/inolink/about/")[0] == 200


def test_a_port_that_is_taken_is_told_with_a_remedy(site: Path) -> None:
    with previewing(site) as preview, pytest.raises(InoLinkError, match=r"can't be used.*--port"):
        Preview(site, preview.server_port, "https://directory.example/")


@pytest.mark.parametrize("path", ["clusters/alpha/profile.yml", "docs/en/new.md", "mkdocs.yml"])
def test_a_change_of_a_record_a_guide_or_a_setting_is_noticed(small: Directory, path: str) -> None:
    noticed = threading.Event()
    with watching(small.root) as changes:
        waiting = threading.Thread(target=lambda: (changes.wait(), noticed.set()), daemon=True)
        waiting.start()
        small.write(path, small.read(path) if (small.root / path).exists() else "# New\n")
        assert noticed.wait(600)


def test_reading_files_and_building_the_site_is_no_change(small: Directory) -> None:
    noticed = threading.Event()
    with watching(small.root) as changes:
        waiting = threading.Thread(target=lambda: (changes.wait(), noticed.set()), daemon=True)
        waiting.start()
        small.write("site/index.html", "built")
        assert small.read("clusters/alpha/profile.yml")
        assert not noticed.wait(1)
        small.write("docs/en/new.md", "# New\n")
        assert noticed.wait(600)
