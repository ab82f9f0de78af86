"""The texts of the shortlist, the saved searches and the description: all there, and all of use."""

import re

from inolink.pages.texts import Texts
from tests.search.browser_code import WEB
from tests.web.conftest import PAGES

OURS = ("shortlist.", "saved.", "describe.")
ASKED = re.compile(r"""["`]((?:shortlist|saved|describe)\.[\w.$\{\}\[\]?\s"-]*?)["`]""")
FORM = re.compile(r"\.(?:one|few|many|other)$")


def asked() -> set[str]:
    """Return the keys in scripts and templates; what is put together ends with a dot."""
    files = [
        *(WEB / "src").rglob("*.ts"),
        *(PAGES / "templates").rglob("*.html"),
        *(PAGES / "views").glob("*.py"),
    ]
    found = (key for file in files for key in ASKED.findall(file.read_text("utf-8")))
    return {key.partition("${")[0] for key in found}


def test_every_text_that_is_asked_for_is_there() -> None:
    known = {FORM.sub("", key) for key in Texts("en").starting(*OURS)}
    whole = {key for key in asked() if not key.endswith(".")}
    assert whole
    assert whole - known == set()


def test_every_text_is_asked_for() -> None:
    keys = asked()
    composed = tuple(key for key in keys if key.endswith(".") and key not in OURS)
    texts = {FORM.sub("", key) for key in Texts("en").starting(*OURS)}
    assert {key for key in texts if key not in keys and not key.startswith(composed)} == set()
