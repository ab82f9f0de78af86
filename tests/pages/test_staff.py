"""The page of those who keep the directory: complete, in every language, and found by nobody else."""

from dataclasses import replace
from datetime import date

from inolink.pages import render_pages
from inolink.reports import gather
from inolink.settings import load_settings
from inolink.upkeep.freshness import upkeep
from tests.directories import Directory
from tests.pages.rendering import Rendered, rendered_unchecked

FORGE = "    forge: {kind: github, url: https://forge.example/inolink/directory}\n"
BROKEN = "clusters/alpha/strategy.yml"
EDIT = "https://forge.example/inolink/directory/edit/main/"


def staff_page(directory: Directory, today: date, path: str = "staff/") -> str:
    """Return the content of the page."""
    made = rendered_unchecked(directory, today)
    material = gather(directory.root, load_settings(directory.root), today)
    site = replace(made.site, upkeep=upkeep(material.checked, material.catalogue))
    return next(str(page.slots["content"]) for page in render_pages(site) if page.path == path)


def test_the_page_is_there_in_every_language_and_search_engines_are_kept_out(pages: Rendered) -> None:
    for path in ("staff/", "lt/staff/"):
        assert not pages[path].indexed
        assert 'content="noindex"' in pages[path].slots["head"]


def test_no_other_page_leads_there(pages: Rendered) -> None:
    own = {"staff/", "lt/staff/"}
    assert [path for path in pages if path not in own and "staff/" in pages.whole(path)] == []


def test_a_stale_profile_has_a_link_to_confirm_it(directory: Directory) -> None:
    directory.append("mkdocs.yml", FORGE)
    html = staff_page(directory, date(2027, 12, 1))
    assert f'href="{EDIT}clusters/beta/profile.yml" aria-label="Confirm beta"' in html
    assert "last_reviewed: 2027-12-01" in html


def test_what_the_build_left_out_stands_there_with_its_reason_and_links(directory: Directory) -> None:
    directory.append("mkdocs.yml", FORGE)
    directory.append(BROKEN, "colour: red\n")
    html = staff_page(directory, date(2026, 11, 23))
    assert f'href="{EDIT}{BROKEN}"' in html
    assert 'href="../contribute/problems/il302/"' in html
    assert "Every file was published." not in html


def test_files_of_a_cluster_without_a_sound_profile_are_listed_as_well(directory: Directory) -> None:
    directory.append("clusters/alpha/profile.yml", "colour: red\n")
    html = staff_page(directory, date(2026, 11, 23), "lt/staff/")
    assert "Nepaskelbta kartu su klasterio profiliu." in html
    assert "clusters/alpha/offers/cutting.yml" in html


def test_hostile_words_of_a_record_stay_words(directory: Directory) -> None:
    directory.append(BROKEN, "'<script>alert(1)</script>': red\n")
    assert "<script>alert" not in staff_page(directory, date(2026, 11, 23))
