"""Every sample of the tests on persons and addresses means the same in the browser as in the check."""

from collections.abc import Iterator
from types import ModuleType

import pytest

from inolink.checking.addresses import email_flaw, url_flaw
from inolink.checking.persons import personal_addresses, phone_numbers, titles_of_persons
from tests.checking import test_addresses, test_persons
from tests.directories import TODAY
from tests.forms.conftest import Forms

AROUND = {"cluster": "alpha", "profile": None, "slugs": [], "hasOffers": False, "today": TODAY.isoformat()}


def samples(module: ModuleType) -> list[str]:
    """Return every text that a module's tests are tried on."""
    return sorted(set(texts([mark.args[1] for mark in marks(module)])))


def marks(module: ModuleType) -> Iterator[pytest.Mark]:
    for test in vars(module).values():
        yield from (mark for mark in getattr(test, "pytestmark", ()) if mark.name == "parametrize")


def texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | tuple):
        for each in value:
            yield from texts(each)


@pytest.mark.parametrize("sample", [sample for sample in samples(test_persons) if sample.strip()])
def test_persons_are_found_alike(forms: Forms, sample: str) -> None:
    text = f"Write to {' '.join(sample.split())} today"
    names = ["alpha", "Alpha Laser Cluster", "ALC"]
    made = forms(
        "make",
        kind="profile",
        value={"name": {"en": names[1]}, "short_name": names[2], "summary": {"en": text}},
    )
    found = forms("check", text=made, kind="profile", around=AROUND)
    said = [(each["code"], *each["params"].values()) for each in found if each["pointer"] == "/summary/en"]
    assert [pair for pair in said if pair[0] in {"IL451", "IL452", "IL453"}] == [
        *(("IL451", value) for value in personal_addresses(text, names)),
        *(("IL452", value) for value in phone_numbers(text)),
        *(("IL453", value) for value in titles_of_persons(text)),
    ]


@pytest.mark.parametrize("sample", samples(test_addresses))
def test_addresses_are_judged_alike(forms: Forms, sample: str) -> None:
    assert forms("url", url=sample) == url_flaw(sample)
    assert forms("email", address=sample) == email_flaw(sample)
