"""From a contributor's branch to the published site and back: real repositories, the workflows' own lines."""

import os
import re
import subprocess
from pathlib import Path

import pytest

from tests.directories import PROJECT
from tests.rehearsal.forge import Forge, fingerprint, git
from tests.rehearsal.runner import Run, Runner

ALPHA, BETA = "clusters/alpha/profile.yml", "clusters/beta/profile.yml"
EVENTS = "clusters/beta/events.yml"
NEW_EVENTS = """\
# yaml-language-server: $schema=../../schema/events.schema.json
events:
  - id: open-day
    name: {en: Open day of the park, lt: Parko atvirų durų diena}
    kind: visit
    start: 2031-05-20
    place: Kaunas
    country: LT
    sources: [https://beta.example/open-day]
"""
BROKEN = "name: {en: Broken\n"
GUIDE = PROJECT / "docs" / "maintainers" / "publishing.md"


def check(runner: Runner, name: str) -> Run:
    github = {"event_name": "pull_request", "head_ref": name}
    return runner.run("check.yml", github=github)


def publish(runner: Runner, event: str = "push", **context: object) -> Run:
    return runner.run("publish.yml", github={"event_name": event}, **context)


def test_a_proposal_is_checked_previewed_merged_and_published(forge: Forge, runner: Runner) -> None:
    forge.propose("open-day", {EVENTS: NEW_EVENTS})
    checked = check(runner, "open-day")
    assert checked.results == {"records": "success", "preview": "success", "tests": "skipped"}
    assert "**New on the site**\n\n- Events: beta" in checked.jobs["records"].summary
    assert "**Nauja svetainėje**" in checked.jobs["records"].summary
    assert "https://forge.example/artifacts/" in checked.jobs["preview"].summary
    preview = forge.artifacts[checked.number, "preview"]
    assert (preview / "events" / "beta" / "open-day" / "index.html").is_file()
    assert not list(forge.published.iterdir())
    forge.merge("open-day")
    published = publish(runner)
    assert published.results["deploy"] == "success"
    assert published.results["complete"] == "skipped"
    assert (forge.published / "events" / "beta" / "open-day" / "index.html").is_file()


def test_a_mistake_in_a_proposal_is_shown_on_its_line_and_still_previewed(
    forge: Forge, runner: Runner
) -> None:
    forge.propose("mistake", {EVENTS: NEW_EVENTS.replace("kind: visit", "kind: vist")})
    checked = check(runner, "mistake")
    assert checked.results == {"records": "failure", "preview": "success", "tests": "skipped"}
    assert f"::error file={EVENTS},line=5,col=" in checked.jobs["records"].log
    assert "| error |" in checked.jobs["records"].summary


def test_a_broken_file_of_one_cluster_does_not_block_another_clusters_proposal(
    forge: Forge, runner: Runner
) -> None:
    forge.force("break", {ALPHA: BROKEN})
    forge.propose("open-day", {EVENTS: NEW_EVENTS})
    checked = check(runner, "open-day")
    assert checked.results["records"] == "success"
    assert f"::error file={ALPHA}" not in checked.jobs["records"].log
    assert f"::notice file={ALPHA}" in checked.jobs["records"].log


def test_a_change_of_the_program_is_pointed_out_and_tested(forge: Forge, runner: Runner) -> None:
    forge.propose("faster", {"generator/inolink/errors.py": "# faster\n"})
    checked = check(runner, "faster")
    assert checked.results["tests"] == "success"
    assert "The program itself changes." in checked.jobs["records"].summary


def test_a_broken_main_branch_still_publishes_the_rest_and_says_so(forge: Forge, runner: Runner) -> None:
    publish(runner)
    forge.force("break", {BETA: BROKEN})
    runner.equivalents.tests_pass = False  # as they would with a broken record; nothing else has changed
    published = publish(runner, "schedule")
    assert published.results["tests"] == "skipped"
    assert published.results["deploy"] == "success"
    assert published.results["complete"] == "failure"
    assert f"::error file={BETA},line=" in published.jobs["build"].log
    assert (forge.published / "clusters" / "alpha" / "index.html").is_file()
    assert not (forge.published / "clusters" / "beta" / "index.html").exists()


def test_a_program_whose_tests_fail_never_replaces_the_site(forge: Forge, runner: Runner) -> None:
    publish(runner)
    before = fingerprint(forge.published)
    forge.force("worse", {"generator/inolink/errors.py": "# worse\n"})
    runner.equivalents.tests_pass = False
    for event in ("push", "schedule"):
        assert publish(runner, event).results == {
            "scope": "success",
            "tests": "failure",
            "build": "skipped",
            "former": "skipped",
            "deploy": "skipped",
            "complete": "skipped",
        }
    assert fingerprint(forge.published) == before


def test_going_back_restores_the_former_site_byte_for_byte(forge: Forge, runner: Runner) -> None:
    good = publish(runner)
    before = fingerprint(forge.published)
    assert before
    forge.force("worse", {EVENTS: NEW_EVENTS})
    publish(runner)
    assert fingerprint(forge.published) != before
    back = publish(runner, "workflow_dispatch", inputs={"build": good.number}, vars={"PUBLISHING": "held"})
    assert back.results["deploy"] == "success"
    assert back.results["build"] == "skipped"
    assert fingerprint(forge.published) == before
    assert set(publish(runner, "schedule", vars={"PUBLISHING": "held"}).results.values()) == {"skipped"}
    assert fingerprint(forge.published) == before
    again = publish(runner, "workflow_dispatch", inputs={"build": back.number})
    assert again.results["deploy"] == "success"
    assert fingerprint(forge.published) == before


@pytest.mark.parametrize("number", ["1; rm -rf .", "latest", "1001\n2"])
def test_what_is_no_number_of_a_run_is_refused(forge: Forge, runner: Runner, number: str) -> None:
    back = publish(runner, "workflow_dispatch", inputs={"build": number})
    assert back.results["former"] == "failure"
    assert back.results["deploy"] == "skipped"
    assert not list(forge.published.iterdir())


def test_a_preview_is_copied_to_its_own_address_and_the_closed_ones_go(forge: Forge, runner: Runner) -> None:
    previews = forge.folder / "previews.git"
    git(forge.folder, "init", "--quiet", "--bare", "--initial-branch", "main", str(previews))
    forge.propose("open-day", {EVENTS: NEW_EVENTS})
    run = check(runner, "open-day").number
    for number in (7, 8):
        event = {"workflow_run": {"event": "pull_request", "id": run, "number": number}}
        github = {"event_name": "workflow_run", "event": event}
        deployed = runner.run("preview.yml", github=github, vars={"PREVIEW_REMOTE": str(previews)})
        assert deployed.results == {"find": "success", "deploy": "success"}, deployed.jobs["deploy"].log
    shown = set(git(previews, "ls-tree", "-r", "--name-only", "main").splitlines())
    assert "pr-8/events/beta/open-day/index.html" in shown
    assert not [path for path in shown if path.startswith("pr-7/")]
    assert git(previews, "show", "main:pr-8/robots.txt") == "User-agent: *\nDisallow: /"


def test_a_preview_that_holds_a_link_is_not_copied(forge: Forge, runner: Runner) -> None:
    previews = forge.folder / "previews.git"
    git(forge.folder, "init", "--quiet", "--bare", "--initial-branch", "main", str(previews))
    sly = forge.folder / "artifacts" / "1" / "preview"
    sly.mkdir(parents=True)
    (sly / "index.html").symlink_to("/etc/hostname")
    forge.artifacts["1", "preview"] = sly
    event = {"workflow_run": {"event": "pull_request", "id": "1", "number": 9}}
    github = {"event_name": "workflow_run", "event": event}
    deployed = runner.run("preview.yml", github=github, vars={"PREVIEW_REMOTE": str(previews)})
    assert deployed.results["deploy"] == "failure"
    assert "neither a file nor a folder" in deployed.jobs["deploy"].log
    assert git(previews, "branch", "--list") == ""


def test_the_guides_own_lines_keep_a_build_and_go_back_to_it(tmp_path: Path) -> None:
    section = GUIDE.read_text("utf-8").partition("## Setting it up elsewhere")[2]
    keep, back = re.findall(r"```sh\n(.*?)```", section, re.DOTALL)[:2]
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("good")
    before = fingerprint(tmp_path / "site")
    subprocess.run(["bash", "-ec", keep], cwd=tmp_path, check=True)
    (tmp_path / "site" / "index.html").write_text("worse")
    (build,) = (tmp_path / "builds").iterdir()
    environment = {**os.environ, "BUILD": str(build)}
    subprocess.run(["bash", "-ec", back], cwd=tmp_path, env=environment, check=True)
    assert fingerprint(tmp_path / "site") == before


def test_the_weekly_report_names_what_grows_old_and_what_is_broken(forge: Forge, runner: Runner) -> None:
    forge.force("break", {BETA: BROKEN})
    looked = runner.run("report.yml", github={"event_name": "schedule"}).jobs["look"]
    assert looked.result == "success"
    assert "Records are left out of the site:" in looked.summary
    assert "could not be made" not in looked.summary
    for part in ("## What grows old", "## Links", "CODEOWNERS isn't up to date"):
        assert part in looked.summary
    assert BETA in looked.summary
