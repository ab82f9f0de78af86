"""A build makes the whole site of the records that are in order, the same each time."""

import json
import os
import re
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from inolink.errors import InoLinkError
from inolink.problems import Severity
from inolink.publish import BuildReport, Content, Material, build
from inolink.publish.builder import Builder
from inolink.settings import load_settings
from tests.directories import SMALL, Directory, settle
from tests.publish.standin import LIST, build_standin, content, furnish, options
from tests.publish.trees import tree

GENERATOR = re.compile(rb'<meta name="generator"[^>]*>')


def spoil(directory: Directory, pattern: str) -> str:
    """Give the first file of a kind a field that doesn't exist."""
    file = min(directory.root.glob(pattern))
    path = file.relative_to(directory.root).as_posix()
    directory.append(path, "nonsense: true\n")
    return path


def repository(root: Path) -> None:
    """Put a directory under version control."""
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "All", "--date", "2026-11-01T10:00:00Z"]):
        environment = {
            **os.environ,
            "GIT_COMMITTER_DATE": "2026-11-01T10:00:00Z",
            "GIT_CONFIG_GLOBAL": "/dev/null",
        }
        identity = ["-c", "user.name=Test", "-c", "user.email=test@directory.example"]
        subprocess.run(["git", *identity, *command], cwd=root, env=environment, check=True)


def test_every_page_is_hung_into_the_frame_of_its_kind_and_language(site: Path) -> None:
    html = (site / "lt/index.html").read_text("utf-8")
    assert '<html lang="lt">' in html
    assert "<title>Hello</title>" in html
    assert "<main><h1>Hello</h1></main>" in html


def test_a_link_of_the_frame_is_right_for_a_page_at_any_depth(site: Path) -> None:
    pages = sorted(site.glob("lt/clusters/*/index.html"))
    assert pages
    assert all('<a href="../../..">Home</a>' in page.read_text("utf-8") for page in pages)


def test_no_frame_and_no_open_slot_is_left_in_the_site(site: Path) -> None:
    assert [path for path in tree(site) if f"/{path}".count("/_")] == ["_headers"]
    assert not [path for path, data in tree(site).items() if b"<!--slot:" in data]
    assert "find/index.html" not in tree(site)


def test_guide_pages_lie_in_the_folder_of_their_language_and_share_pictures(site: Path) -> None:
    assert 'href="images/map.svg"' in (site / "about/index.html").read_text("utf-8").replace("../", "")
    assert (site / "lt/about/index.html").is_file()
    assert (site / "images/map.svg").is_file()


def test_the_sitemap_names_every_indexed_page_with_its_translations(site: Path) -> None:
    sitemap = (site / "sitemap.xml").read_text("utf-8")
    pages = [path for path in tree(site) if path.endswith("index.html") and "embed/" not in path]
    assert sitemap.count("<loc>") == len(pages)
    assert (
        "<url><loc>https://directory.example/lt/about/</loc>"
        '<xhtml:link rel="alternate" hreflang="en" href="https://directory.example/about/"/>'
        '<xhtml:link rel="alternate" hreflang="lt" href="https://directory.example/lt/about/"/>'
        '<xhtml:link rel="alternate" hreflang="x-default" href="https://directory.example/about/"/></url>'
    ) in sitemap
    assert not (site / "sitemap.xml.gz").exists()


def test_a_page_outside_all_frames_is_verified_as_any_other(small: Directory) -> None:
    spoilt = LIST.format(language="en").replace("../../", "../nowhere/")

    def content_with_a_dead_link(material: Material) -> Iterator[Content]:
        yield replace(next(content(material)), files=[{"embed/alpha/index.html": spoilt.encode()}.items])

    settings = load_settings(small.root)
    with pytest.raises(InoLinkError, match="leads to /embed/nowhere/, which isn't in the site"):
        build(small.root, settings, options(small), source=content_with_a_dead_link)


def test_crawlers_find_the_sitemap_through_robots_txt(site: Path) -> None:
    assert "Sitemap: https://directory.example/sitemap.xml\n" in (site / "robots.txt").read_text("utf-8")


def test_the_report_counts_what_was_published(report: BuildReport, site: Path) -> None:
    files = tree(site)
    assert report.published
    assert report.left_out == ()
    assert report.pages == sum(path.endswith(".html") for path in files)
    assert report.size == sum(map(len, files.values()))


def test_the_site_says_which_state_of_the_records_it_shows(small: Directory) -> None:
    repository(small.root)
    build_standin(small)
    mark = json.loads(small.read("site/build.json"))
    assert mark["day"] == "2026-11-23"
    assert len(mark["commit"]) == 40


def test_two_builds_of_the_same_records_are_identical_to_the_byte(small: Directory) -> None:
    repository(small.root)
    build_standin(small)
    build_standin(small, site_dir=small.root / "elsewhere" / "again")
    assert tree(small.root / "site") == tree(small.root / "elsewhere" / "again")


def test_a_broken_record_is_left_out_and_the_rest_is_published(small: Directory) -> None:
    path = spoil(small, "clusters/*/offers/*.yml")
    report = build_standin(small)
    assert report.published
    assert report.left_out == (path,)


def test_a_cluster_without_a_sound_profile_is_left_out_as_a_whole(small: Directory) -> None:
    path = spoil(small, "clusters/*/profile.yml")
    report = build_standin(small)
    assert set(report.left_out) == {
        file.relative_to(small.root).as_posix() for file in (small.root / path).parent.rglob("*.yml")
    }
    assert not (small.root / "site" / path).parent.exists()


def test_a_strict_build_publishes_nothing_when_there_is_a_warning(small: Directory) -> None:
    report = build_standin(small, strict=True, today=date(2028, 11, 23))
    assert report.count(Severity.WARNING)
    assert not report.published
    assert not (small.root / "site").exists()


def test_without_a_single_sound_profile_the_build_cannot_run(small: Directory) -> None:
    for file in small.root.glob("clusters/*/profile.yml"):
        small.append(file.relative_to(small.root).as_posix(), "nonsense: true\n")
    with pytest.raises(InoLinkError, match="every profile has an error"):
        build_standin(small)


def test_what_stops_the_site_builder_is_told_in_its_own_words(small: Directory) -> None:
    small.write("docs/en/about.md", "# About\n\n[nowhere](missing.md)\n")
    with pytest.raises(InoLinkError, match=r"about\.md.*missing\.md") as caught:
        build_standin(small)
    assert "Traceback" not in caught.value.message
    assert str(small.root) not in caught.value.message


@pytest.mark.parametrize("name", ["index", "lt", "clusters/beta", "embed/new", "lt/x", "events/a/b"])
def test_a_guide_page_cannot_take_the_place_of_a_page_made_from_records(small: Directory, name: str) -> None:
    small.write(f"docs/en/{name}.md", "# Home\n")
    with pytest.raises(InoLinkError, match=rf"docs/en/{name}\.md: records make this page"):
        build_standin(small)


@pytest.mark.parametrize("link", ["docs/en/secret.md", "docs/images/secret.svg", "docs/assets"])
def test_a_symbolic_link_among_the_guide_pages_is_refused(small: Directory, link: str) -> None:
    (small.root / link).symlink_to("/etc/hostname")
    with pytest.raises(InoLinkError, match="is a symbolic link"):
        build_standin(small)


def test_a_directory_can_lie_in_a_folder_of_any_name(tmp_path: Path) -> None:
    odd = furnish(settle(tmp_path / "\U0001f600 \udcff\n[a]* {{b}} %41#", SMALL))
    assert build_standin(odd).published


def test_a_file_of_the_directory_never_runs_as_a_module_of_the_builder(small: Directory) -> None:
    small.write("yaml.py", "raise SystemExit('the directory ran')")
    assert build_standin(small).published


def drawn_by(module: str, directory: Directory) -> dict[str, bytes]:
    """Build with one site builder; its name in the pages is taken out."""
    site = directory.root / module
    build_standin(directory, site_dir=site, builder=Builder(directory.root / "theme", module))
    return {path: GENERATOR.sub(b"", data) for path, data in tree(site).items()}


def test_another_site_builder_draws_the_same_but_for_its_own_name(small: Directory) -> None:
    assert drawn_by("mkdocs", small) == drawn_by("properdocs", small)
