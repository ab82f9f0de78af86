"""Traces of persons are found; organisations, sums, years and project numbers are left alone."""

import pytest

from inolink.checking.persons import personal_addresses, phone_numbers, titles_of_persons


@pytest.mark.parametrize(
    "address",
    [
        *("info@alpha.example", "office@alpha.example", "contact@alpha.example", "biuras@alpha.example"),
        *(
            "kontaktai@alpha.example",
            "sales.eu@alpha.example",
            "rd-projects@alpha.example",
            "INFO@alpha.example",
        ),
        *("alpha@mail.example", "alphalasers@mail.example", "alc@mail.example", "cluster2@mail.example"),
    ],
)
def test_addresses_of_offices_and_organisations_are_welcome(address: str) -> None:
    assert list(personal_addresses(f"Write to {address}.", ["Alpha Laser Cluster", "ALC"])) == []


@pytest.mark.parametrize(
    "address",
    [
        "vardas.pavarde@alpha.example",
        "v.pavarde@alpha.example",
        "vardas@alpha.example",
        "vp@alpha.example",
        "ž@žemė.lt",
    ],
)
def test_addresses_of_persons_are_found_and_masked(address: str) -> None:
    domain = address.partition("@")[2]
    assert list(personal_addresses(f"Write to {address}", ["Gamma"])) == [f"{address[0]}…@{domain}"]


@pytest.mark.parametrize(
    "number",
    [
        *(
            "+370 600 00000",
            "+37060000000",
            "+370 (5) 200 0000",
            "00370 600 00000",
            "+49 (30) 000-000",
            "+1 800 555 0100",
        ),
        *("8 600 00000", "8-600-00000", "(8 5) 200 0000", "8 (37) 200 000", "860000000", "0 600 00000"),
        *("tel. 5 200 0000", "Tel: 200 0000", "mob. 600 00000", "faks. 200 0000", "(030) 200 000"),
    ],
)
def test_phone_numbers_are_found(number: str) -> None:
    (found,) = phone_numbers(f"Skambinkite {number} darbo dienomis")
    assert len(found) <= 5


@pytest.mark.parametrize(
    "text",
    [
        *(
            "VP2-1.4-ŪM-02-K-01-003",
            "101037928",
            "COS-CLUSTER-2014-3-03",
            "TOES20260911035",
            "LT100012345678",
        ),
        *(
            "EUR 1,403,744",
            "1 403 744 EUR",
            "+20 000 000 EUR",
            "8 000 000 EUR",
            "+12 403 744 EUR",
            "8 600 300 EUR",
        ),
        *(
            "2018-10-20 – 2019-07-20",
            "from 2014 to 2020",
            "2011–2026 m.",
            "20.11.2018",
            "fax machines of 2016-2019",
        ),
        *(
            "80 % of 45 000",
            "ISO 13485:2016",
            "8 (2) items",
            "https://alpha.example/+37060000000",
            "10-12 members",
        ),
    ],
)
def test_sums_years_and_project_numbers_are_no_phone_numbers(text: str) -> None:
    assert list(phone_numbers(text)) == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Led by Dr. Vardenis Pavardenis", "Dr"),
        ("Mr Pavardenis answers", "Mr"),
        ("prof. Vardenė Pavardenė-Antroji", "prof"),
        ("Contact person: Vardenis Pavardenis.", "Contact person"),
        ("Kontaktinis asmuo – Vardenė Pavardenė", "Kontaktinis asmuo"),
        ("direktorė V. Pavardenė", "direktorė"),
        ("Managing Director Vardenis O'Pavardenis", "Managing Director"),
        ("p. Vardenis Pavardenis", "p"),
        ("Vadovas Vardenis Pavardenis. Klasteris", "Vadovas"),
    ],
)
def test_names_of_persons_are_found_by_the_title_before_them(text: str, title: str) -> None:
    assert list(titles_of_persons(text)) == [title]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Coordinator Sunrise Valley Science Park",
            "President of Vilnius University",
            "Contact Lithuanian Plastics",
        ),
        *(
            "the director of the Laser Centre",
            "CEO KTU",
            "Head of Unit",
            "Contact us",
            "Project Manager Training",
        ),
        *(
            "founder Arginta, Eksma and Ekspla",
            "5 p. Vilniuje",
            "žr. 12 p. Kauno",
            "Miss Lithuania",
            "The Manager",
        ),
        *(
            "koordinatorius Fizikos institutas",
            "vadovas Kauno technologijos universitetas",
            "drives Mrija",
            "Dr",
        ),
    ],
)
def test_organisations_and_offices_are_no_persons(text: str) -> None:
    assert list(titles_of_persons(text)) == []
