"""Possible partners: below each opening and on a page of their own, labelled, each with its reasons."""

from pathlib import Path

import pytest

from inolink.pages.texts import Texts
from tests.matching.conftest import Profile, interest, organisation, text, written
from tests.pages.elements import Element
from tests.pages.rendering import Rendered, rendered

FIELD = {"technologies": ["injection-moulding"], "ecosystems": ["electronics"]}
SEEKS = interest(
    "seeks", "Moulded parts wanted", cooperation=["supplier-agreement"], countries=["PL"], **FIELD
)
OFFERS = interest("offers", "Moulded parts made", cooperation=["supplier-agreement"], **FIELD)
REASONS = {
    "en": [
        "Offers: Injection moulding · sought here",
        "Both speak of: Mould",
        "Same ecosystem: Electronics",
        "Same form of cooperation: Supplier agreement",
        "Is where partners are sought: Poland",
    ],
    "lt": [
        "Siūlo: Plastiko liejimas slėgiu · čia ieškoma",
        "Abu kalba apie tai: Liejimo forma",
        "Ta pati ekosistema: Elektronika",
        "Ta pati bendradarbiavimo forma: Tiekimo susitarimas",
        "Yra ten, kur ieškoma partnerių: Lenkija",
    ],
}


def published(folder: Path, **profiles: Profile) -> Rendered:
    """Render the pages of a few organisations."""
    return rendered(written(folder, profiles))


@pytest.fixture
def two(tmp_path: Path) -> Rendered:
    """Render one that seeks and one that offers, and many that make their words rare."""
    others = {f"other-{n}": organisation(f"Other {n}", interest("seeks", f"Thing {n}")) for n in range(5)}
    seeks = SEEKS | {"title": {"en": "Moulded parts wanted", "lt": "Reikia detalių"}}
    offers = OFFERS | {"title": {"en": "Moulded parts made", "lt": "Gaminame komponentus"}}
    beta = organisation("Beta", offers, address={"country": "PL"})
    return published(tmp_path, alpha=organisation("Alpha", seeks), beta=beta, **others)


def reasons(card: Element) -> list[str]:
    return [each.text for each in card.every(".il-reasons li")]


@pytest.mark.parametrize(("language", "prefix"), [("en", ""), ("lt", "lt/")])
def test_the_page_of_partners_says_who_and_why_in_its_language(
    two: Rendered, language: str, prefix: str
) -> None:
    (card, *_) = two.main(f"{prefix}clusters/alpha/partners/").every(".il-card")
    assert card.one("a").text == {"en": "Moulded parts made", "lt": "Gaminame komponentus"}[language]
    assert card.one("a")["href"].endswith("clusters/beta/#interest-one")
    assert card.one(".il-fit").text == Texts(language)("matches.strength.strong")
    assert reasons(card) == REASONS[language]


def test_the_other_side_reads_the_same_reasons_from_its_own_view(two: Rendered) -> None:
    (card, *_) = two.main("clusters/beta/partners/").every(".il-card")
    assert "Seeks: Injection moulding · offered here" in reasons(card)
    assert "Looks for partners in: Poland" in reasons(card)


def test_suggestions_are_labelled_as_such_and_say_how_they_are_found(two: Rendered) -> None:
    say = Texts("en")
    page = two.main("clusters/alpha/partners/")
    assert page.one(".il-lead").text == say("matches.lead", name="Alpha")
    assert page.one("#how").text == say("matches.how")
    note = two.main("clusters/alpha/").one(".il-partners__note")
    assert note.text == f"{say('matches.note')} {say('matches.all')}"
    assert note.one("a")["href"] == "../../clusters/alpha/partners/"


def test_three_partners_at_most_stand_below_an_opening(tmp_path: Path) -> None:
    makers = {f"maker-{n}": organisation(f"Maker {n}", OFFERS) for n in range(6)}
    pages = published(tmp_path, alpha=organisation("Alpha", SEEKS), **makers)
    lines = pages.main("clusters/alpha/").every(".il-partners li")
    assert [line.one("a").text for line in lines] == ["Maker 0", "Maker 1", "Maker 2"]
    assert [line.one(".il-partners__why").text for line in lines] == [REASONS["en"][0]] * 3


def test_a_dated_offer_names_partners_on_its_own_page(tmp_path: Path) -> None:
    offer = {
        "type": "business-offer",
        "title": text("Moulded parts"),
        "summary": text("Moulded parts under a supplier agreement."),
        "cooperation": ["supplier-agreement"],
        "published": "2026-11-01",
        "origin": "transcribed",
        "sources": ["https://source.example/"],
        **FIELD,
    }
    beta = organisation("Beta", offers={"parts": offer})
    pages = published(tmp_path, alpha=organisation("Alpha", SEEKS), beta=beta)
    section = pages.main("offers/beta/parts/").section("partners")
    assert section.texts(".il-card__title") == ["Moulded parts wanted"]


def test_who_has_no_partner_yet_is_told_what_to_do_and_kept_from_search_engines(tmp_path: Path) -> None:
    pages = published(tmp_path, alpha=organisation("Alpha"), beta=organisation("Beta"))
    page = pages.main("clusters/alpha/partners/")
    assert [link["href"] for link in page.one(".il-empty").every("a")] == [
        "../../../find/",
        "../../../offers/",
    ]
    assert not pages["clusters/alpha/partners/"].indexed
    assert "clusters/alpha/partners/" not in str(pages["clusters/alpha/"].slots["content"])


def test_an_organisation_that_is_no_more_has_no_page_of_partners(pages: Rendered) -> None:
    assert "clusters/light/partners/" in pages
    assert "clusters/rope/partners/" not in pages
    assert "clusters/amber/partners/" not in pages


def test_a_word_of_another_language_is_marked_with_its_own(tmp_path: Path) -> None:
    alpha = organisation("Alpha", interest("seeks", "x") | {"title": {"en": "Quokka saddles"}})
    beta = organisation("Beta", interest("offers", "x") | {"title": {"en": "Quokka harness"}})
    others = {f"other-{n}": organisation(f"Other {n}", interest("seeks", f"Thing {n}")) for n in range(5)}
    pages = published(tmp_path, alpha=alpha, beta=beta, **others)
    (word,) = pages.main("lt/clusters/alpha/partners/").every(".il-reasons span")
    assert (word["lang"], word.text) == ("en", "quokka")


def test_a_hostile_word_stays_a_word(tmp_path: Path) -> None:
    title = text("<b>Quokka</b> & <script>saddle</script>")
    alpha = organisation("Alpha", interest("seeks", "x") | {"title": title})
    beta = organisation("Beta", interest("offers", "x") | {"title": title})
    others = {f"other-{n}": organisation(f"Other {n}", interest("seeks", f"Thing {n}")) for n in range(5)}
    page = published(tmp_path, alpha=alpha, beta=beta, **others).main("clusters/alpha/partners/")
    assert page.every("b") == page.every("script") == []
    assert "quokka" in reasons(page)[0]
