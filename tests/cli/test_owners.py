"""`inolink owners`: the forge asks those whom a profile names, and nobody gets more than their own folder."""

import pytest

from tests.conftest import RunLine
from tests.directories import Directory

ALPHA = "clusters/alpha/profile.yml"
FILE = ".github/CODEOWNERS"
FORGE = "    forge: {kind: github, url: https://forge.example/inolink/directory}\n"


@pytest.fixture
def owned(directory: Directory) -> Directory:
    """Make a small directory on a forge, with a cluster that names its accounts."""
    directory.append("mkdocs.yml", FORGE)
    directory.append(ALPHA, "maintainers: [zeta, '@alpha-cluster', alpha-cluster, our-group/alpha.team]\n")
    return directory


def lines(directory: Directory) -> list[str]:
    """Return the lines of the file that mean something."""
    return [line for line in directory.read(FILE).splitlines() if line and not line.startswith("#")]


def test_a_clusters_accounts_own_its_folder_in_a_fixed_order(owned: Directory, run_line: RunLine) -> None:
    done = run_line("inolink owners", cwd=owned.root)
    assert (done.returncode, done.stdout) == (0, f"Wrote {FILE}.\nNext: commit it.\n")
    assert lines(owned) == ["/clusters/alpha/ @alpha-cluster @our-group/alpha.team @zeta"]


def test_a_second_run_changes_nothing(owned: Directory, run_line: RunLine) -> None:
    run_line("inolink owners", cwd=owned.root)
    before = owned.read(FILE)
    assert "is up to date" in run_line("inolink owners", cwd=owned.root).stdout
    assert run_line("inolink owners --check", cwd=owned.root).returncode == 0
    assert owned.read(FILE) == before


def test_what_staff_wrote_above_the_mark_stays_above_it(owned: Directory, run_line: RunLine) -> None:
    owned.write(FILE, "* @staff\n/docs/ @writers\n")
    run_line("inolink owners", cwd=owned.root)
    owned.replace(ALPHA, "zeta, ", "")
    run_line("inolink owners", cwd=owned.root)
    assert lines(owned) == [
        "* @staff",
        "/docs/ @writers",
        "/clusters/alpha/ @alpha-cluster @our-group/alpha.team",
    ]


def test_a_check_writes_nothing_and_exits_with_1_if_the_file_is_old(
    owned: Directory, run_line: RunLine
) -> None:
    done = run_line("inolink owners --check", cwd=owned.root)
    assert (done.returncode, (owned.root / FILE).exists()) == (1, False)
    assert done.stdout.endswith("Next: `inolink owners`.\n")


@pytest.mark.parametrize(
    "name",
    [
        "x @evil",
        "x\\n* @evil",
        "evil@mail.example",
        "@@evil",
        "../evil",
        "# evil",
        "évil",
        "x/",
        "",
    ],
)
def test_a_name_that_is_no_account_is_refused_with_its_place(
    owned: Directory, run_line: RunLine, name: str
) -> None:
    owned.replace(ALPHA, "zeta", f'"{name}"')
    done = run_line("inolink owners", cwd=owned.root)
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)
    assert done.stderr.startswith(f"Error: {ALPHA}: the maintainer ")
    assert not (owned.root / FILE).exists()


def test_a_profile_that_cannot_be_read_stops_the_command_so_that_nobody_loses_their_say(
    owned: Directory, run_line: RunLine
) -> None:
    owned.append(ALPHA, "topics2: [\n")
    done = run_line("inolink owners", cwd=owned.root)
    assert (done.returncode, "IL105" in done.stderr) == (2, True)


@pytest.mark.parametrize(("kind", "folder"), [("gitlab", ".gitlab"), ("forgejo", ".forgejo")])
def test_the_file_lies_where_the_forge_looks_for_it(
    owned: Directory, run_line: RunLine, kind: str, folder: str
) -> None:
    owned.replace("mkdocs.yml", "kind: github", f"kind: {kind}")
    run_line("inolink owners", cwd=owned.root)
    assert (owned.root / folder / "CODEOWNERS").is_file()


def test_a_file_that_is_there_already_keeps_its_place(owned: Directory, run_line: RunLine) -> None:
    owned.write("CODEOWNERS", "* @staff\n")
    run_line("inolink owners", cwd=owned.root)
    assert "/clusters/alpha/ " in owned.read("CODEOWNERS")
    assert not (owned.root / FILE).exists()
