"""The address of the forge's page for a new file, as each forge wants it."""

from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from tests.forms.conftest import Forms

PATH = "clusters/alpha/offers/cutting.yml"
TEXT = "# comment\ntitle: {en: 'Ä & B + 100 %', lt: „ą“}\n"


def link(forms: Forms, kind: str, text: str = TEXT) -> dict[str, object]:
    forge = {"kind": kind, "url": "https://forge.example/a/b", "branch": "main"}
    found: dict[str, object] = forms("link", forge=forge, path=PATH, text=text)
    return found


@pytest.mark.parametrize(
    ("kind", "page", "query"),
    [
        ("github", "/a/b/new/main", {"filename": PATH, "value": TEXT}),
        ("gitlab", "/a/b/-/new/main", {"file_name": PATH}),
        ("forgejo", "/a/b/_new/main/clusters/alpha/offers", {"filename": "cutting.yml", "value": TEXT}),
    ],
)
def test_each_forge_opens_its_page_for_a_new_file(
    forms: Forms, kind: str, page: str, query: dict[str, str]
) -> None:
    found = link(forms, kind)
    parts = urlsplit(str(found["href"]))
    assert (parts.netloc, unquote(parts.path)) == ("forge.example", page)
    assert parse_qs(parts.query, strict_parsing=True) == {key: [value] for key, value in query.items()}
    assert found["filled"] == ("value" in query)


@pytest.mark.parametrize("kind", ["github", "forgejo"])
def test_a_text_too_long_for_an_address_is_pasted(forms: Forms, kind: str) -> None:
    found = link(forms, kind, TEXT * 200)
    assert found["filled"] is False
    assert "value" not in str(found["href"])


def test_of_a_strangers_draft_only_what_a_form_can_show_is_taken(forms: Forms) -> None:
    draft = {
        "title": {"en": "A", "machine_translated": "lt", "xxx": 1},
        "summary": 5,
        "sdg": [9, [9], None],
        "nothing": {"known": 1},
        "call": {"title": "C", "coordinator_sought": "yes"},
    }
    assert forms("conform", kind="offer", value=draft) == {
        "title": {"en": "A"},
        "sdg": [9],
        "call": {"title": "C"},
    }
