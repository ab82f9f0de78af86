"""How pages whose words are all in the texts introduce themselves."""

from collections.abc import Callable

from inolink.pages.render import Crumb, Head
from inolink.pages.speech import Speech
from inolink.pages.subscriptions import LinkedFile


def no_files(_: Speech) -> tuple[LinkedFile, ...]:
    """Name no files: most pages have no feed of their own."""
    return ()


def home_crumb(speech: Speech) -> Crumb:
    """Return the first step of every breadcrumb."""
    return ("", speech.texts("site.home"))


def named(key: str) -> Callable[[Speech], str]:
    """Return what names a section by a key of the texts."""
    return lambda speech: speech.texts(key)


def head_of_texts(
    title: str,
    description: str,
    *above: tuple[str, str],
    files: Callable[[Speech], tuple[LinkedFile, ...]] = no_files,
) -> Callable[[Speech], Head]:
    """Return a head whose title, description and steps above are keys of the texts."""

    def head(speech: Speech) -> Head:
        t = speech.texts
        crumbs = tuple((path, t(key)) for path, key in above)
        return Head(t(title), t(description), (home_crumb(speech), *crumbs), files=files(speech))

    return head
