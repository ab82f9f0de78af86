"""The impact page's figures equal a count made straight from the files, without the generator's code."""

import calendar
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.directories import PROJECT, TODAY, Directory
from tests.pages.elements import Element
from tests.pages.rendering import Rendered, rendered

CLUSTERS = PROJECT / "clusters"
HOME = "LT"
NOT_STATED = "not stated"
Row = dict[str, Any]


def read(file: Path) -> Row:
    """Read a file; every value stays the text that stands in it."""
    content: Row = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506  # makes texts only
    return content


def files(name: str) -> dict[str, Row]:
    """Read one file of every cluster, by slug."""
    return {file.parent.name: read(file) for file in sorted(CLUSTERS.glob(f"*/{name}.yml"))}


def programme() -> Row:
    return read(CLUSTERS / "programme.yml")


def entries(name: str) -> list[Row]:
    """Return the entries of all files of a kind, with those of the programme."""
    own = [entry for file in files(name).values() for entry in file[name]]
    return [*own, *programme().get(name, [])]


@pytest.fixture(scope="module")
def main(shipped_pages: Rendered) -> Element:
    return shipped_pages.main("impact/")


def number(text: str) -> int:
    return int("".join(char for char in text if char.isdigit()))


def counted(main: Element, figure: str) -> int:
    return number(main.one(f"article#figure-{figure}").one("tr.il-bars__counted").one(".il-bars__value").text)


def bars(table: Element) -> dict[str, int]:
    """Return the rows of a table with bars: what each is called, and its number."""
    return {row.one("th").text: number(row.one(".il-bars__value").text) for row in table.every("tbody tr")}


def rows(table: Element) -> list[list[str]]:
    return [[cell.text for cell in row if cell.tag in {"th", "td"}] for row in table.every("tbody tr")]


def last_day(moment: str) -> date:
    """Return the last day that `2019`, `2019-05` or `2019-05-03` can mean."""
    year, month, day = ([int(part) for part in moment.split("-")] + [0, 0])[:3]
    month = month or 12
    return date(year, month, day or calendar.monthrange(year, month)[1])


def years_later(day: date, years: int) -> date:
    return date(day.year + years, day.month, calendar.monthrange(day.year + years, day.month)[1])


def labels(level: str) -> Iterator[tuple[str, Row]]:
    for slug, profile in files("profile").items():
        yield from ((slug, label) for label in profile.get("labels", []) if label["level"] == level)


def dated_totals(profile: Row) -> list[tuple[str, int]]:
    dated = [figure for figure in profile.get("members", []) if "as_of" in figure and "total" in figure]
    return sorted((figure["as_of"], int(figure["total"])) for figure in dated)


def test_strategies_are_counted_by_file(main: Element) -> None:
    assert counted(main, "strategies") == len(files("strategy"))


def test_initiatives_are_counted_with_those_of_the_programme(main: Element) -> None:
    assert counted(main, "initiatives") == len(entries("initiatives"))


@pytest.mark.parametrize("level", ["bronze", "silver"])
def test_holders_of_a_label_are_counted_once_each(main: Element, level: str) -> None:
    assert counted(main, f"{level}-labels") == len({slug for slug, _ in labels(level)})


def test_new_members_are_the_growth_between_dated_numbers(main: Element) -> None:
    growth = 0
    for profile in files("profile").values():
        totals = dated_totals(profile)
        if len({moment for moment, _ in totals}) > 1:
            growth += max(0, totals[-1][1] - totals[0][1])
    assert counted(main, "new-members") == growth > 0


def test_partnerships_count_unless_they_stay_within_the_country(main: Element) -> None:
    partnerships = entries("partnerships")
    abroad = [each for each in partnerships if set(each.get("countries", ["?"])) != {HOME}]
    assert counted(main, "international-partnerships") == len(abroad)


def test_support_that_no_record_tells_of_is_not_counted(main: Element) -> None:
    supported = [slug for slug, strategy in files("strategy").items() if "support" in strategy]
    said = main.one("article#figure-clusters-supported").one("tr.il-bars__counted").text
    assert ("not counted" in said) == (not supported)


def test_every_report_and_every_target_stands_beside_its_count_with_its_source(main: Element) -> None:
    record = programme()
    for figure in record["reported"] + record["targets"]:
        article = main.one(f"article#figure-{figure['figure']}")
        assert figure["source"] in [link["href"] for link in article.every("a")]
        values = {number(text) for text in article.texts(".il-bars__value")}
        assert int(figure["value"]) in values


def test_a_count_that_differs_from_every_report_says_why(main: Element) -> None:
    for figure in ("strategies", "initiatives", "bronze-labels", "new-members", "international-partnerships"):
        reported = {int(row["value"]) for row in programme()["reported"] if row["figure"] == figure}
        why = main.one(f"article#figure-{figure}").one(".il-contrast__why").text
        assert ("Why they differ" in why) == (counted(main, figure) not in reported)


def test_strategies_stand_at_their_stages(main: Element, shipped_pages: Rendered) -> None:
    found = Counter(strategy.get("stage") for strategy in files("strategy").values())
    label = shipped_pages.site.vocabularies["strategy-stages"].label
    shown = bars(next(each for each in main.every("table") if "Action plan" in each.text))
    assert {name: n for name, n in shown.items() if n} == {
        label(code, "en") if code else NOT_STATED: n for code, n in found.items()
    }


def test_documents_stand_by_type_and_state(main: Element, shipped_pages: Rendered) -> None:
    words = shipped_pages.site.vocabularies
    documents = [each for strategy in files("strategy").values() for each in strategy.get("documents", [])]
    found = Counter((each["type"], each["state"]) for each in documents)
    table = next(each for each in main.every("table.il-table") if "Planned" in each.text)
    states = words["document-states"].codes
    shown = {
        (row[0], states[column]): int(cell)
        for row in rows(table)
        for column, cell in enumerate(row[1:])
        if cell.isdigit()
    }
    kinds = words["strategy-documents"]
    assert shown == {(kinds.label(kind, "en"), state): n for (kind, state), n in found.items()}


def test_initiatives_stand_by_the_year_of_their_start(main: Element) -> None:
    starts = [each.get("period", {}).get("start", "") for each in entries("initiatives")]
    found = Counter(start[:4] or "start unknown" for start in starts)
    shown = {row[0]: int(row[-1]) for row in rows(main.one("table#initiatives-by-year"))}
    assert {year: n for year, n in shown.items() if n} == dict(found)


def test_initiatives_stand_by_direction(main: Element, shipped_pages: Rendered) -> None:
    table = main.one("table#initiatives-by-year")
    heads = table.one("thead").texts("th")[1:-1]
    label = shipped_pages.site.vocabularies["directions"].label
    found = Counter(
        label(each["direction"], "en") if "direction" in each else NOT_STATED
        for each in entries("initiatives")
    )
    sums = [sum(int(row[column + 1]) for row in rows(table)) for column in range(len(heads))]
    total = sum(int(row[-1]) for row in rows(table))
    assert total == len(entries("initiatives"))
    assert all(n == found[name] for name, n in zip(heads, sums, strict=True))


@pytest.mark.parametrize("level", ["bronze", "silver"])
def test_labels_are_today_what_follows_from_their_dates(main: Element, level: str) -> None:
    found: Counter[str] = Counter()
    for _, label in labels(level):
        known = [last_day(label[key]) for key in ("awarded", "held") if key in label]
        if known:
            end = years_later(max(known), 2)
            late = "to be renewed" if years_later(end, 1) >= TODAY else "no longer proven"
            found["valid" if end >= TODAY else late] += 1
    table = main.one(f"table#labels-{level}")
    heads = table.one("thead").texts("th")[1:]
    newest = rows(table)[-1]
    assert newest[0] == str(TODAY.year)
    assert dict(zip(heads, map(int, newest[1:]), strict=True)) == {head: found[head] for head in heads}


def test_the_newest_number_of_members_is_shown(main: Element) -> None:
    profiles = files("profile")
    known = {
        slug: profile
        for slug, profile in profiles.items()
        if profile["status"] not in {"closed", "merged"}
        and any("total" in m for m in profile.get("members", []))
    }
    shown = main.one("table#members-latest").every("tbody tr")
    assert len(shown) == len(known)
    for row in shown:
        slug = row.one("th").every("a")[0]["href"].rstrip("/").rpartition("/")[2]
        totals = dated_totals(known[slug]) or [("", int(known[slug]["members"][0]["total"]))]
        assert number(row.one(".il-bars__value").text) == totals[-1][1]


def test_partnerships_stand_by_country(main: Element) -> None:
    countries = (code for each in entries("partnerships") for code in each.get("countries", []))
    found = Counter(code for code in countries if code != HOME)
    shown = bars(main.one("table#partnerships-by-country"))
    assert sorted(shown.values(), reverse=True) == sorted(found.values(), reverse=True)
    assert shown["Poland"] == found["PL"]


def test_budgets_are_added_by_currency_and_kind(main: Element, shipped_pages: Rendered) -> None:
    sums: Counter[tuple[str, str]] = Counter()
    for initiative in entries("initiatives"):
        for budget in initiative.get("budget", []):
            kind = budget.get("kind", "total")
            sums[kind, budget["currency"]] += round(float(budget["amount"]) * 100)
    label = shipped_pages.site.vocabularies["budget-kinds"].label
    shown = [
        (row[0], number(row[1]) * (1 if "." in row[1] else 100))
        for row in rows(main.one("table#budget-sums"))
    ]
    assert sorted(shown) == sorted((label(kind, "en"), cents) for (kind, _), cents in sums.items())


def test_every_strategy_has_its_path(main: Element) -> None:
    paths = main.one("ul.il-paths")
    leads = {link["href"].rpartition("clusters/")[2].partition("/")[0] for link in paths.every("h3 a")}
    assert leads == set(files("strategy"))
    staged = [each for each in files("strategy").values() if "stage" in each]
    assert len(paths.every("li[aria-current=step]")) == len(staged)


def test_both_languages_show_the_same_numbers(shipped_pages: Rendered) -> None:
    numbers = [
        [number(text) for text in shipped_pages.main(path).texts(".il-bars__value")]
        for path in ("impact/", "lt/impact/")
    ]
    assert numbers[0] == numbers[1]


def test_support_on_record_is_shown_with_its_months_days_and_money(pages: Rendered) -> None:
    main = pages.main("impact/")
    assert counted(main, "clusters-supported") == len(
        main.section("money").every("table")[0].every("tbody tr")
    )
    assert "€" in main.section("money").every("table")[0].text


def test_a_directory_without_programme_or_activities_says_what_is_missing(states: Directory) -> None:
    (states.root / "clusters" / "programme.yml").unlink()
    for file in (states.root / "clusters").glob("*/*.yml"):
        if file.name != "profile.yml":
            file.unlink()
    main = rendered(states).main("impact/")
    assert main.texts("article#figure-strategies .il-bars__value") == ["0"]
    assert main.every("article#figure-budget") == []
    for section in ("initiatives", "partnerships", "paths"):
        assert main.section(section).every(".il-empty") != []
