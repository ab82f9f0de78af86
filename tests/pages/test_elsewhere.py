"""Texts for other platforms keep within their limits and say what the record says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inolink.pages.elsewhere import POST, Field, fitted, network_profile, platform_post
from inolink.pages.speech import Speech
from tests.pages.rendering import Rendered

LIMITS = {
    "Title": 256,
    "Short summary": 500,
    "Full description": 4000,
    "Advantages and innovations": 2000,
    "Technical specification or expertise sought": 2000,
    "Expected role of a partner": 4000,
}


def profile(pages: Rendered, slug: str) -> dict[str, Field]:
    opening = next(each for each in pages.site.catalogue.openings if each.id == slug)
    return {field.name: field for field in network_profile(opening, pages.site)}


def test_every_field_keeps_within_the_limit_of_the_network(pages: Rendered) -> None:
    for opening in pages.site.catalogue.openings:
        fields = network_profile(opening, pages.site)
        assert bool(fields) == (opening.kind == "offer")
        for field in fields:
            assert field.limit == LIMITS.get(field.name)
            assert field.limit is None or len(field.text) <= field.limit


def test_a_profile_says_what_the_offer_says(pages: Rendered) -> None:
    fields = profile(pages, "eyes")
    assert fields["Title"].text == "Partners for a proposal on eyes"
    assert fields["Partnership type"].text == "R&D cooperation agreement"
    assert fields["Target countries"].text == "Germany"
    assert fields["Framework programme"].text == "Horizon Europe"
    assert fields["Coordinator required"].text == "no"
    assert fields["Deadline of the call"].text == "2027-03-15"


def test_what_the_network_wants_and_the_record_lacks_is_named(shipped_pages: Rendered) -> None:
    fields = profile(shipped_pages, "plastics-ecp4-b2b")
    missing = {name for name, field in fields.items() if field.wanted and not field.text}
    assert "Full description" in missing
    assert "Title" not in missing


def test_a_post_names_the_organisation_the_last_day_and_the_page(pages: Rendered) -> None:
    speech = Speech(pages.site, "en")
    for opening in pages.site.catalogue.openings:
        post = platform_post(opening, speech)
        assert len(post) <= POST
        assert opening.title.get("en", "en") in post
        assert f"Reference: {opening.reference}" in post
        assert post.endswith(f"https://directory.example/{opening.path}")


@pytest.mark.parametrize("language", ["en", "lt"])
def test_what_is_open_shows_its_texts_with_a_button_for_each(pages: Rendered, language: str) -> None:
    prefix = "" if language == "en" else "lt/"
    offer = pages.main(f"{prefix}offers/light/glass/").section("elsewhere")
    for button in offer.every("button"):
        assert offer.one(f"#{button['data-il-copy']}").text
    assert len(offer.every("button")) == 6
    cluster = pages.main(f"{prefix}clusters/light/")
    assert cluster.one("#post-fairs").text
    assert pages.main(f"{prefix}offers/light/cutting/").every("#elsewhere") == []


@given(st.text(), st.integers(min_value=2, max_value=50))
def test_a_text_is_cut_only_where_it_is_too_long(text: str, limit: int) -> None:
    made = fitted(text, limit)
    assert len(made) <= limit
    assert made == text or (len(text) > limit and made.endswith("…"))


def test_a_text_is_cut_between_words() -> None:
    assert fitted("Lasers for glass, and more", 20) == "Lasers for glass…"
    assert fitted("Lasers", 6) == "Lasers"
