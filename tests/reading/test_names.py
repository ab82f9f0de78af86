"""Countries and languages are called what CLDR calls them."""

import pytest

from inolink.reading.names import country_name, country_names, language_name, language_names


@pytest.mark.parametrize(
    ("code", "language", "name"),
    [("LT", "en", "Lithuania"), ("LT", "lt", "Lietuva"), ("GR", "lt", "Graikija"), ("DE", "xx", "Germany")],
)
def test_a_country_has_a_name_in_every_language(code: str, language: str, name: str) -> None:
    assert country_name(code, language) == name


def test_a_language_has_a_name_in_every_language() -> None:
    assert (language_name("lt", "en"), language_name("en", "lt")) == ("Lithuanian", "anglų")


def test_an_unknown_code_stands_for_itself() -> None:
    assert (country_name("QQ", "en"), language_name("qq", "en")) == ("QQ", "qq")


def test_unions_and_the_world_are_no_countries() -> None:
    assert not {"EU", "UN", "001", "ZZ", "EL", "UK"} & set(country_names("en"))
    assert {"LT", "GR", "GB", "NO"} <= set(country_names("en"))


def test_languages_have_two_letters() -> None:
    assert {len(code) for code in language_names("en")} == {2}
