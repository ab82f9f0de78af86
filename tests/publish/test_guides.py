"""Guide pages are read with their heads, in all languages."""

import pytest

from inolink.errors import InoLinkError
from inolink.reading.guides import read_guides
from tests.directories import Directory


def test_a_guide_knows_its_path_title_description_and_words(small: Directory) -> None:
    guide = read_guides(small.root, ("en", "lt"))[0]
    assert guide.path == "about/"
    assert list(guide.texts) == ["en", "lt"]
    english = guide.texts["en"]
    assert (english.title, english.description) == ("About", "What this is.")
    assert english.text == "About this See how to contribute or the picture."


def test_without_a_head_the_first_heading_is_the_title(small: Directory) -> None:
    assert read_guides(small.root, ("en",))[1].texts["en"].title == "How to contribute"


def test_a_guide_in_a_folder_lies_in_that_folder_of_the_site(small: Directory) -> None:
    small.write("docs/en/help/index.md", "# Help")
    small.write("docs/en/help/search.md", "# Search")
    paths = [guide.path for guide in read_guides(small.root, ("en",))]
    assert paths == ["about/", "contribute/", "help/", "help/search/"]


def test_words_in_code_and_tables_can_be_found_and_markup_cannot(small: Directory) -> None:
    small.write("docs/en/about.md", "# A\n\n| x | y |\n|---|---|\n| `one` | *two* |\n\n<!-- no -->\n")
    assert read_guides(small.root, ("en",))[0].texts["en"].text == "A x y one two"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"---\ntitle: [\n---\n", "no valid YAML"),
        (b"---\njust words\n---\n", "holds no keys"),
        (b"\xff\xfe", "not UTF-8"),
    ],
)
def test_a_guide_that_cannot_be_read_is_named(small: Directory, content: bytes, message: str) -> None:
    small.write("docs/en/about.md", content)
    with pytest.raises(InoLinkError, match=rf"docs/en/about\.md: .*{message}"):
        read_guides(small.root, ("en",))


def test_a_directory_without_guides_has_none(directory: Directory) -> None:
    assert read_guides(directory.root, ("en", "lt")) == ()
