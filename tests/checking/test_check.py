"""A check finds everything at once, and tells what can be published all the same."""

from datetime import date, timedelta

import pytest

from inolink.checking import CheckResult
from inolink.errors import SchemaError
from tests.defects.defects import png, svg
from tests.directories import TODAY, Directory, own_schemas

ALPHA = "clusters/alpha/profile.yml"
BETA = "clusters/beta/profile.yml"
OFFER = "clusters/alpha/offers/cutting.yml"


def usable_paths(result: CheckResult) -> set[str]:
    """Return the paths of what can be published."""
    return {document.path for document in result.usable()}


def test_mistakes_of_form_and_of_content_are_found_at_once(directory: Directory) -> None:
    directory.replace(OFFER, "type: technology-offer", "type: technology-offer\ncolour: red")
    directory.replace(OFFER, "stage: lab-tested", "stage: 7")
    directory.replace(OFFER, "expires: 2027-08-31", "expires: 2027-09-30")
    assert directory.codes() == ["IL302", "IL303", "IL421"]


def test_problems_come_file_by_file_from_top_to_bottom(directory: Directory) -> None:
    directory.append(BETA, "x: 1\ny: 2\n")
    directory.append(OFFER, "x: 1\n")
    places = [(problem.path, problem.line) for problem in directory.problems()]
    assert places == sorted(places)
    assert len(places) == 3


def test_a_value_has_one_problem_of_form_and_a_block_all_its_gaps(directory: Directory) -> None:
    directory.write(BETA, "name: ''\nstatus: 7\nlast_reviewed: 20\nlanguages: [1, 1, 1]\n")
    codes = [(problem.code, problem.pointer) for problem in directory.problems() if problem.path == BETA]
    assert [pointer for code, pointer in codes if code == "IL301"] == ["", "", ""]
    others = [pointer for code, pointer in codes if code != "IL301"]
    assert len(others) == len(set(others))


def test_a_broken_record_is_left_out_alone(directory: Directory) -> None:
    directory.append(OFFER, "colour: red\n")
    result = directory.check()
    assert usable_paths(result) == {document.path for document in result.documents} - {OFFER}


def test_a_warning_does_not_leave_a_record_out(directory: Directory) -> None:
    directory.replace(BETA, "last_reviewed: 2026-11-01", "last_reviewed: 2024-11-01")
    result = directory.check()
    assert usable_paths(result) == {document.path for document in result.documents}


@pytest.mark.parametrize("text", ["name: [", "status: active\n"])
def test_without_its_profile_a_cluster_drops_out_as_a_whole(directory: Directory, text: str) -> None:
    directory.write("clusters/alpha/logo.svg", svg(""))
    directory.write(ALPHA, text)
    result = directory.check()
    assert usable_paths(result) == {BETA, "clusters/programme.yml"}
    assert result.usable_logos() == ()


def test_a_broken_profile_does_not_spread_problems_to_those_who_name_it(directory: Directory) -> None:
    directory.write(BETA, "name: [")
    assert {problem.path for problem in directory.problems()} == {BETA}


def test_one_safe_logo_is_usable(directory: Directory) -> None:
    directory.write("clusters/alpha/logo.png", png(2, 2))
    directory.write("clusters/alpha/logo.svg", svg(""))
    directory.write("clusters/beta/logo.svg", svg("<script/>"))
    assert [logo.path for logo in directory.check().usable_logos()] == ["clusters/alpha/logo.svg"]


@pytest.mark.parametrize(
    ("days", "codes"), [(0, []), (186, []), (187, ["IL481"]), (365, ["IL481"]), (366, ["IL482"])]
)
def test_a_profile_asks_for_a_look_after_half_a_year(
    directory: Directory, days: int, codes: list[str]
) -> None:
    reviewed = TODAY - timedelta(days=days)
    directory.replace(BETA, "last_reviewed: 2026-11-01", f"last_reviewed: {reviewed}")
    assert directory.codes() == codes


def test_the_day_is_what_the_caller_says(directory: Directory) -> None:
    assert set(directory.codes(date(2028, 1, 1))) == {"IL482"}


def test_a_closed_cluster_is_not_asked_for_more(directory: Directory) -> None:
    directory.replace(BETA, "status: active", "status: closed")
    directory.replace(BETA, "last_reviewed: 2026-11-01", "last_reviewed: 2019-11-01")
    assert directory.codes() == []


def test_a_note_explains_why_two_figures_differ(directory: Directory) -> None:
    second = "  - total: 27\n    as_of: 2026-03\n    source: https://other.example\n"
    note = "    note: {en: With observers., lt: Su stebėtojais.}\n"
    directory.replace(ALPHA, "key_figures:", f"{second}{note}key_figures:")
    assert directory.codes() == []


def test_a_merged_cluster_may_share_the_website_of_its_successor(directory: Directory) -> None:
    directory.replace(BETA, "website: https://beta.example", "website: https://alpha.example")
    directory.replace(BETA, "status: active", "status: merged\nmerged_into: alpha")
    assert directory.codes() == []


def test_clusters_merged_in_a_circle_are_found(directory: Directory) -> None:
    directory.replace(BETA, "status: active", "status: merged\nmerged_into: alpha")
    directory.replace(ALPHA, "status: active", "status: merged\nmerged_into: beta")
    assert directory.codes() == ["IL442", "IL442"]


def test_a_renamed_cluster_is_found_by_the_name_it_had(directory: Directory) -> None:
    directory.replace("clusters/alpha/events.yml", "clusters: [beta]", "clusters: [beta-old]")
    directory.append(BETA, "formerly: [beta-old]\n")
    (problem,) = directory.problems()
    assert (problem.code, problem.suggestion) == ("IL441", "beta")


def test_a_directory_in_one_language_asks_for_no_other(directory: Directory) -> None:
    directory.replace("mkdocs.yml", "languages: [en, lt]", "languages: [lt]")
    assert set(directory.codes()) == {"IL312"}


def test_untranslated_texts_of_a_file_are_one_notice(directory: Directory) -> None:
    directory.replace("mkdocs.yml", "languages: [en, lt]", "languages: [en, lt, lv]")
    notices = [problem for problem in directory.problems() if problem.path == BETA]
    assert [problem.code for problem in notices] == ["IL483"]
    assert notices[0].message() == "4 text(s) have no `lv`: name, summary, description, topics."


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        ("offer.schema.json", "{", r"offer\.schema\.json: can't be read"),
        ("offer.schema.json", '{"type": 7}', r"offer\.schema\.json: is no JSON Schema"),
        ("offer.schema.json", '{"$ref": "gone.json"}', "leads nowhere"),
        ("offer.schema.json", '{"x-vocabulary": "smells"}', r"vocabularies/smells\.yml: is missing"),
        ("vocabularies/domains.yml", "terms: 7", r"domains\.yml: is no vocabulary"),
    ],
)
def test_a_broken_schema_is_one_clear_sentence(
    directory: Directory, file: str, text: str, message: str
) -> None:
    own_schemas(directory)
    directory.write(f"schema/{file}", text)
    with pytest.raises(SchemaError, match=message) as caught:
        directory.check()
    assert "\n" not in caught.value.message


def test_a_missing_schema_is_one_clear_sentence(directory: Directory) -> None:
    (directory.root / "schema").unlink()
    with pytest.raises(
        SchemaError, match=r"events\.schema\.json is missing|profile\.schema\.json is missing"
    ):
        directory.check()


@pytest.mark.parametrize("target", ["https://alpha.example", "mailto:info@alpha.example"])
def test_a_long_text_may_hold_links_and_addresses(directory: Directory, target: str) -> None:
    directory.replace(ALPHA, "https://alpha.example/lab", target)
    assert directory.codes() == []
