"""The guide pages are complete in every language, lead somewhere, and their examples work."""

import re
from pathlib import Path

import pytest

from inolink.yamlcore import load_trusted
from tests.conftest import Directory

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
LANGUAGES = ("en", "lt")
GUIDES = sorted(path.name for path in (DOCS / "en").glob("*.md"))
PAGES = sorted([*DOCS.rglob("*.md"), *ROOT.glob("*.md")])
LINK = re.compile(r"\]\(([^)\s]+)\)")
YAML_BLOCK = re.compile(r"```yaml[^\n]*\n(.*?)```", re.DOTALL)


def front_matter(page: Path) -> dict[str, str]:
    _, head, _ = page.read_text("utf-8").split("---\n", 2)
    loaded: dict[str, str] = load_trusted(head.encode())
    return loaded


def outline(page: Path) -> list[int]:
    body = re.sub(r"```.*?```", "", page.read_text("utf-8"), flags=re.DOTALL)
    return [len(marks) for marks in re.findall(r"^(#+) ", body, re.MULTILINE)]


def anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading).strip().lower().replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_guide_exists_in_every_language(language: str) -> None:
    assert sorted(path.name for path in (DOCS / language).glob("*.md")) == GUIDES


@pytest.mark.parametrize("name", GUIDES)
def test_a_guide_has_the_same_outline_in_every_language(name: str) -> None:
    assert outline(DOCS / "lt" / name) == outline(DOCS / "en" / name)


@pytest.mark.parametrize("name", GUIDES)
def test_a_guide_names_the_same_sources_in_every_language(name: str) -> None:
    cited = [
        {link for link in LINK.findall((DOCS / language / name).read_text("utf-8")) if "://" in link}
        for language in LANGUAGES
    ]
    assert cited[0] == cited[1]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", GUIDES)
def test_a_guide_has_a_title_and_a_description_that_fit_a_search_result(language: str, name: str) -> None:
    head = front_matter(DOCS / language / name)
    assert head.keys() >= {"title", "description"}
    assert len(head["description"]) <= 160


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_a_link_between_our_own_pages_leads_somewhere(page: Path) -> None:
    for link in LINK.findall(page.read_text("utf-8")):
        if "://" in link:
            continue
        name, _, anchor = link.partition("#")
        target = page.parent / name if name else page
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_offer_of_the_guide_passes_the_check(language: str, directory: Directory) -> None:
    (example,) = YAML_BLOCK.findall((DOCS / language / "contribute.md").read_text("utf-8"))
    cluster = next((directory.root / "clusters").glob("*/profile.yml")).parent.name
    directory.write(f"clusters/{cluster}/offers/laser-cutting-capacity.yml", example)
    assert directory.problems() == ()
