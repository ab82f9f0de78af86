"""Dates, numbers, money and Markdown as people of each language write them."""

from datetime import date
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from inolink.catalogue import PartialDate
from inolink.pages import formats
from inolink.pages.markdown import parsed, plain_paragraphs, render_markdown
from inolink.pages.plain import parsed_text, plain_text
from inolink.pages.speech import Speech
from tests.pages.elements import parse
from tests.pages.rendering import Rendered

NARROW, WIDE = "\u202f", "\u00a0"
SIGNS = (
    *"aB9.)(-+>&;:!#|=\"' \n",
    "\n\n",
    "word ",
    "R&D",
    "&amp;",
    "1. ",
    "- ",
    "http://a.example",
    "\u3000",
)
PIECES = st.lists(st.sampled_from(SIGNS) | st.characters(), max_size=14)


def moment(text: str) -> PartialDate:
    parsed = PartialDate.parse(text)
    assert parsed
    return parsed


def plain(text: str) -> str:
    """Write every kind of space as a space: which one it is is the language's own matter."""
    return text.replace(NARROW, " ").replace(WIDE, " ")


@pytest.mark.parametrize(
    ("text", "english", "lithuanian"),
    [
        ("2022-04-26", "26 April 2022", "2022 m. balandžio 26 d."),
        ("2018-10", "October 2018", "2018 m. spalio mėn."),
        ("2018", "2018", "2018"),
        ("1999-02-01", "1 February 1999", "1999 m. vasario 1 d."),
    ],
)
def test_a_date_is_written_as_exactly_as_it_is_known(text: str, english: str, lithuanian: str) -> None:
    assert formats.partial(moment(text), "en") == english
    assert formats.partial(moment(text), "lt") == lithuanian


def test_a_month_is_written_in_any_other_language_too() -> None:
    assert formats.partial(moment("2018-10"), "de") == "Oktober 2018"
    assert formats.day(date(2018, 10, 3), "de") == "3. Oktober 2018"


@pytest.mark.parametrize(
    ("value", "english", "lithuanian"),
    [(0, "0", "0"), (1250, "1,250", "1 250"), (80.5, "80.5", "80,5")],
)
def test_a_number_has_the_separators_of_its_language(value: float, english: str, lithuanian: str) -> None:
    assert plain(formats.number(value, "en")) == english
    assert plain(formats.number(value, "lt")) == lithuanian


@pytest.mark.parametrize(
    ("amount", "currency", "english", "lithuanian"),
    [
        (1_403_744, "EUR", "€1,403,744", "1 403 744 €"),
        (99.5, "EUR", "€99.50", "99,50 €"),
        (20_000, "SEK", "20,000 SEK", "20 000 SEK"),
        (1.5, "SEK", "1.50 SEK", "1,50 SEK"),
        (120_000_000.0, "EUR", "€120,000,000", "120 000 000 €"),
    ],
)
def test_money_has_cents_only_where_there_are_any(
    amount: float, currency: str, english: str, lithuanian: str
) -> None:
    assert plain(formats.money(amount, currency, "en")) == english
    assert plain(formats.money(amount, currency, "lt")) == lithuanian


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.light.example/about?x=1", "light.example"),
        ("http://light.example:8080", "light.example"),
        ("https://wwwlight.example", "wwwlight.example"),
        ("nowhere", "nowhere"),
    ],
)
def test_an_address_is_called_by_its_host(url: str, name: str) -> None:
    assert formats.host(url) == name


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//a.example", "mailto:a@b.example", ""]
)
def test_only_the_web_is_linked(url: str) -> None:
    assert not formats.is_web(url)
    assert formats.is_web("https://a.example")


@pytest.mark.parametrize(
    ("start", "end", "span", "period"),
    [
        ("2024", "2027", "2024 – 2027", "2024 – 2027"),
        ("2024-03-01", "2024-03-01", "1 March 2024", "1 March 2024"),
        ("2024-03", None, "March 2024", "from March 2024"),
        (None, "2024-03", "March 2024", "until March 2024"),
        (None, None, "", ""),
    ],
)
def test_a_time_says_which_of_its_ends_is_known(
    pages: Rendered, start: str | None, end: str | None, span: str, period: str
) -> None:
    speech = Speech(pages.site, "en")
    ends = (moment(start) if start else None, moment(end) if end else None)
    assert parse(speech.span(*ends)).text == span
    assert parse(speech.period(*ends)).text == period
    assert [time["datetime"] for time in parse(speech.span(*ends)).every("time")] == [
        *dict.fromkeys(filter(None, (start, end)))
    ]


@pytest.mark.parametrize(
    ("figure", "english", "lithuanian"),
    [
        ((80, "%"), "80 %", "80 %"),
        ((120e6, "EUR", "more-than"), "more than €120,000,000", "daugiau kaip 120 000 000 €"),
        ((12, None, "at-least"), "at least 12", "ne mažiau kaip 12"),
        ((12, "people", "about"), "about 12 people", "apie 12"),
        ((3, "ha"), "3 ha", "3 ha"),
    ],
)
def test_a_figure_has_its_unit_and_tells_how_exact_it_is(
    pages: Rendered, figure: tuple[Any, ...], english: str, lithuanian: str
) -> None:
    assert plain(Speech(pages.site, "en").amount(*figure)) == english
    assert plain(Speech(pages.site, "lt").amount(*figure)) == lithuanian


@pytest.mark.parametrize(
    ("text", "html"),
    [
        (
            "One.\n\nTwo *words* and **more**.",
            "<p>One.</p> <p>Two <em>words</em> and <strong>more</strong>.</p>",
        ),
        ("- a\n- b", "<ul> <li>a</li> <li>b</li> </ul>"),
        ("1. a", "<ol> <li>a</li> </ol>"),
        ("a  \nb", "<p>a<br> b</p>"),
        ("`x < y`", "<p><code>x &lt; y</code></p>"),
        ("# No heading", "<p># No heading</p>"),
        ("> quoted", "<p>quoted</p>"),
        ("<b>no</b>", "<p>&lt;b&gt;no&lt;/b&gt;</p>"),
    ],
)
def test_a_long_text_may_use_a_little_markdown(text: str, html: str) -> None:
    assert " ".join(render_markdown(text).split()) == html


@pytest.mark.parametrize(
    ("target", "kept"),
    [
        ("https://a.example/?b=1&c=2", "https://a.example/?b=1&c=2"),
        ("http://a.example", "http://a.example"),
        ("mailto:info@a.example", "mailto:info@a.example"),
        ("//a.example", None),
        ("clusters/", None),
        ("/clusters/", None),
        ("#open", None),
        ("\\\\a.example", None),
        ("ftp://a.example", None),
    ],
)
def test_a_long_text_links_whole_addresses_only(target: str, kept: str | None) -> None:
    link = parse(render_markdown(f"[word][a]\n\n[a]: {target}")).one("a")
    assert (link.text, link.attributes.get("href")) == ("word", kept)
    assert link["rel"] == "noopener nofollow ugc"


def test_a_text_longer_than_any_schema_allows_is_cut_before_it_costs_anything() -> None:
    assert len(render_markdown("x" * 1_000_000)) < 30_000
    assert {element.tag for element in parse(render_markdown("<div>" * 200_000))} == {"p"}


@given(PIECES.map("".join))
def test_a_text_without_markdown_reads_the_same_whether_it_is_parsed_or_not(text: str) -> None:
    assume(plain_paragraphs(text) is not None)
    assert (render_markdown(text), plain_text(text)) == (parsed(text), parsed_text(text))


@pytest.mark.parametrize("text", ["One.\nTwo, with R&D (2 > 1).\n\n\nThree - four.", "\n"])
def test_most_texts_need_no_parser(text: str) -> None:
    assert plain_paragraphs(text) is not None
