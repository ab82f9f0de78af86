"""`inolink changes`: what reviewers read instead of the files."""

import subprocess

import pytest

from tests.conftest import RunLine
from tests.directories import Directory, own_schemas

OFFER = "clusters/alpha/offers/cutting.yml"


def git(directory: Directory, *arguments: str) -> None:
    subprocess.run(
        ["git", "-c", "user.name=Test", "-c", "user.email=test@directory.example", *arguments],
        cwd=directory.root,
        check=True,
        capture_output=True,
    )


@pytest.fixture
def repository(directory: Directory) -> Directory:
    own_schemas(directory)
    git(directory, "init", "-q", "-b", "main")
    git(directory, "add", "-A")
    git(directory, "commit", "-q", "-m", "Begin")
    return directory


def told(repository: Directory, run_line: RunLine, options: str = "") -> str:
    done = run_line(f"inolink changes --base main {options}", cwd=repository.root)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_no_change_is_said(repository: Directory, run_line: RunLine) -> None:
    assert "It touches no file." in told(repository, run_line)


def test_a_new_offer_is_named_with_its_future_page(repository: Directory, run_line: RunLine) -> None:
    repository.write("clusters/beta/offers/welding.yml", "title: {en: Welding under water}\n")
    account = told(repository, run_line)
    assert "  - Offer: Welding under water → https://directory.example/offers/beta/welding/" in account
    assert account.index("New on the site") < account.index("What reviewers should look at")


def test_changed_fields_are_named_as_readers_know_them(repository: Directory, run_line: RunLine) -> None:
    repository.replace("clusters/alpha/profile.yml", "  city: Vilnius", "  city: Kaunas")
    repository.replace("clusters/alpha/profile.yml", "also_known_as: [Alpha Photonics]\n", "")
    assert (
        "  - Profile: Alpha Laser Cluster. changed: Address; removed: Also known as "
        "→ https://directory.example/clusters/alpha/"
    ) in told(repository, run_line)
    assert "Profilis: Alfa lazerių klasteris. pakeista: Adresas;" in told(
        repository, run_line, "--language lt"
    )


def test_a_removed_record_is_a_thing_to_look_at(repository: Directory, run_line: RunLine) -> None:
    (repository.root / OFFER).unlink()
    account = told(repository, run_line)
    assert "Leaves the site" in account
    assert "A file is removed; links to its page will lead nowhere. Is it meant? " in account


def test_a_file_that_can_not_be_read_is_said_to_stay_out(repository: Directory, run_line: RunLine) -> None:
    repository.append(OFFER, "\t- broken")
    assert f"would be left out of the site. ({OFFER})" in told(repository, run_line)


def test_a_change_of_several_clusters_asks_whether_all_know(repository: Directory, run_line: RunLine) -> None:
    repository.append("clusters/alpha/profile.yml", "# a word\n")
    repository.append("clusters/beta/profile.yml", "# a word\n")
    account = told(repository, run_line)
    assert "Has each of them been asked? (alpha, beta)" in account
    assert "only comments or order" in account


def test_what_readers_rely_on_is_pointed_out(repository: Directory, run_line: RunLine) -> None:
    repository.replace("clusters/alpha/profile.yml", "info@alpha.example", "office@alpha.example")
    repository.replace(
        "clusters/alpha/profile.yml", "website: https://alpha.example/", "website: https://beta.test/"
    )
    account = told(repository, run_line)
    assert "A profile changes where readers and editors rely on it. (Website, Contact)" in account
    assert "didn't name before. Are they the right ones? (beta.test)" in account


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("mkdocs.yml", "Settings change, and with them every page. Staff decide. (mkdocs.yml)"),
        ("schema/offer.schema.json", "what every record may say. Staff decide."),
        ("generator/inolink/errors.py", "The program itself changes."),
        (".github/workflows/publish.yml", "Workflows change: what runs with the directory's rights."),
        ("docs/en/about.md", "both languages should say the same."),
        ("clusters/notes.txt", "Something lies in clusters/ where no file belongs. (clusters/notes.txt)"),
        ("holiday.txt", "files outside of the cluster's own folder. If that wasn't meant,"),
    ],
)
def test_files_outside_of_a_clusters_folder_are_named_politely(
    repository: Directory, run_line: RunLine, path: str, words: str
) -> None:
    before = repository.read(path) if (repository.root / path).exists() else ""
    repository.write(path, f"{before}\n")
    assert words in told(repository, run_line)


def test_a_records_text_stays_plain_in_markdown(repository: Directory, run_line: RunLine) -> None:
    title = "<img src=x> [link](https://evil.example) @everyone `code`"
    repository.write(OFFER, f"title: {{en: '{title}'}}\n")
    account = told(repository, run_line, "--format markdown")
    assert "<img" not in account
    assert "[link](" not in account
    assert "@everyone" not in account


def test_a_path_can_not_be_a_command_to_the_pipeline(repository: Directory, run_line: RunLine) -> None:
    repository.write("::error::gotcha", "")
    repository.write("clusters/@all/profile.yml", "name: {en: x}\n")
    for options in ("", "--format markdown"):
        lines = told(repository, run_line, options).splitlines()
        assert not [line for line in lines if line.strip().startswith("::")]
        assert not [line for line in lines if "clusters/@all/" in line and "https://" in line]


def test_without_a_base_nothing_can_be_said(repository: Directory, run_line: RunLine) -> None:
    done = run_line("inolink changes", cwd=repository.root)
    assert done.returncode == 2
    assert "--base" in done.stderr
