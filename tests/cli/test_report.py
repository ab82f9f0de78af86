"""`inolink report` as staff and pipelines run it."""

import json

import pytest

from tests.conftest import RunLine
from tests.directories import Directory

BETA = "clusters/beta/profile.yml"
LATER = "--today 2027-12-01"
FORGE = "    forge: {kind: github, url: https://forge.example/inolink/directory}\n"


@pytest.mark.parametrize("name", ["freshness", "programme", "translations"])
def test_every_report_is_text_for_people_with_the_next_command(
    directory: Directory, run_line: RunLine, name: str
) -> None:
    done = run_line(f"inolink report {name} {LATER}", cwd=directory.root)
    assert (done.returncode, done.stderr) == (0, "")
    assert "as of 2027-12-01" in done.stdout.splitlines()[0]
    assert done.stdout.endswith("Next: `inolink check`.\n")


@pytest.mark.parametrize("name", ["freshness", "programme", "translations"])
def test_every_report_is_data_for_programs(directory: Directory, run_line: RunLine, name: str) -> None:
    done = run_line(f"inolink report {name} --format json {LATER}", cwd=directory.root)
    assert json.loads(done.stdout)["day"] == "2027-12-01"


def test_a_profile_can_be_confirmed_by_one_click_from_the_report(
    directory: Directory, run_line: RunLine
) -> None:
    directory.append("mkdocs.yml", FORGE)
    edit = f"https://forge.example/inolink/directory/edit/main/{BETA}"
    done = run_line(f"inolink report freshness --format markdown {LATER}", cwd=directory.root)
    assert f"([edit](<{edit}>))" in done.stdout
    data = json.loads(run_line(f"inolink report freshness --format json {LATER}", cwd=directory.root).stdout)
    (item,) = [one for one in data["items"] if one["path"] == BETA and one["concern"] == "unconfirmed"]
    assert (item["code"], item["link"], item["owners"]) == ("IL482", edit, [])
    assert data["summary"]["unconfirmed"] == 2


def test_words_of_a_record_stay_words_in_markdown(directory: Directory, run_line: RunLine) -> None:
    offer = "clusters/alpha/offers/cutting.yml"
    directory.replace(offer, "{en: Cutting of thin glass by laser,", '{en: "<b>*@all* [x](http://y)</b>",')
    done = run_line("inolink report freshness --format markdown --today 2027-08-20", cwd=directory.root)
    assert "&lt;b&gt;\\*@\u200ball\\*" in done.stdout
    assert "<b>" not in done.stdout


def test_the_programme_report_puts_counted_beside_reported_and_wanted(
    shipped: Directory, run_line: RunLine
) -> None:
    done = run_line("inolink report programme --format json --today 2026-11-23", cwd=shipped.root)
    figures = {figure["figure"]: figure for figure in json.loads(done.stdout)["figures"]}
    bronze = figures["bronze-labels"]
    assert bronze["counted"] > 0
    assert {8, 10} <= {each["value"] for each in bronze["reported"]}
    assert bronze["targets"][0]["value"] == 6


def test_the_translation_report_names_the_fields_that_are_missing(
    directory: Directory, run_line: RunLine
) -> None:
    directory.replace(BETA, "{en: Beta Park, lt: Beta parkas}", "{en: Beta Park}")
    done = run_line("inolink report translations --format json --today 2026-11-23", cwd=directory.root)
    lithuanian = json.loads(done.stdout)["languages"]["lt"]
    assert lithuanian["files"] == [{"path": BETA, "missing": ["/name"]}]
    assert lithuanian["texts"] == lithuanian["own"] + lithuanian["machine"] + lithuanian["missing"]


def test_a_report_can_be_read_in_lithuanian(directory: Directory, run_line: RunLine) -> None:
    done = run_line(f"inolink report freshness --language lt {LATER}", cwd=directory.root)
    assert done.stdout.startswith("Kas sensta, 2027-12-01\n")


def test_an_unknown_report_is_refused_with_a_list(directory: Directory, run_line: RunLine) -> None:
    done = run_line("inolink report weather", cwd=directory.root)
    assert (done.returncode, "freshness" in done.stderr) == (2, True)
