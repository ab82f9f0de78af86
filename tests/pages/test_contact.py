"""The prepared message: what it says, and the address that opens it in a mail program."""

from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from inolink.pages.contact import Message
from tests.pages.elements import Element
from tests.pages.rendering import Rendered


def letter(link: Element) -> tuple[str, dict[str, str]]:
    """Read an address that opens a mail program, as RFC 6068 has it."""
    parts = urlsplit(link["href"])
    assert parts.scheme == "mailto"
    assert "+" not in parts.query, "a plus stays a plus there"
    return unquote(parts.path), {
        key: value for key, (value,) in parse_qs(parts.query, strict_parsing=True).items()
    }


def test_a_mail_program_opens_with_receiver_subject_and_text(pages: Rendered) -> None:
    box = pages.main("offers/light/mirrors/").section("contact")
    receiver, fields = letter(box.one("a.il-button--main"))
    assert receiver == "info@light.example"
    assert fields.keys() == {"subject", "body"}
    assert fields["subject"] == "Test directory light/mirrors: Mirrors that bend"
    lines = fields["body"].split("\r\n")
    assert lines[0] == "Dear team of Cluster of Light,"
    assert "https://directory.example/offers/light/mirrors/" in lines[2]
    assert not any("\n" in line or "\r" in line for line in lines)


def test_what_is_shown_is_what_is_sent(pages: Rendered) -> None:
    box = pages.main("lt/offers/light/glass/").section("contact")
    _, fields = letter(box.one("a.il-button--main"))
    shown = box.one(".il-message__text").text
    assert shown == " ".join(f"{fields['subject']} {fields['body']}".split())
    assert "Ieškoma stiklo" in shown
    assert "https://directory.example/lt/offers/light/glass/" in shown


def test_a_message_about_an_interest_leads_to_its_place_on_the_page(pages: Rendered) -> None:
    fairs = pages.main("clusters/light/").one("#interest-fairs")
    _, fields = letter(fairs.one("a.il-button--main"))
    assert "https://directory.example/clusters/light/#interest-fairs" in fields["body"]
    assert "light/fairs" in fields["subject"]


@pytest.mark.parametrize(
    "text",
    [
        "Žąsys & ąsočiai? 100 % = #1; a+b",
        "one\n\ntwo\nthree",
        "&cc=other@evil.example&bcc=x",
        '"quoted" <tags> \u2028 😀',
        "",
    ],
)
def test_nothing_in_a_message_can_become_another_part_of_it(text: str) -> None:
    mailto = Message(subject=text.replace("\n", " "), body=text, email="info@light.example").mailto
    parts = urlsplit(mailto)
    fields = parse_qs(parts.query, strict_parsing=True, keep_blank_values=True)
    assert fields == {"subject": [text.replace("\n", " ")], "body": [text.replace("\n", "\r\n")]}
    assert (unquote(parts.path), parts.fragment) == ("info@light.example", "")
    assert mailto.isascii()
    assert not set(mailto) & set(' "<>\r\n')


def test_an_address_cannot_name_a_second_receiver() -> None:
    mailto = Message("s", "b", "info@light.example?bcc=x@evil.example,y@evil.example").mailto
    assert list(parse_qs(urlsplit(mailto).query)) == ["subject", "body"]
    assert "," not in mailto


def test_copying_copies_the_message_that_stands_above_the_button(pages: Rendered) -> None:
    page = pages.main("clusters/light/")
    for button in page.every("details.il-message button[data-il-copy]"):
        text = page.one(f"#{button['data-il-copy']}")
        assert (text["role"], text["tabindex"]) == ("region", "0")
        assert text["aria-label"].startswith("Prepared message: ")
        assert button["data-il-copied"]
        assert button["data-il-copy-failed"]
