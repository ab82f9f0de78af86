"""The pages with forms. What is in a form comes from the schemas; the page holds its place and its words."""

from collections.abc import Iterator

from inolink.pages.render import View
from inolink.pages.site import Site
from inolink.pages.views.heads import head_of_texts

FORM_PAGES = ("new-offer", "new-cluster", "edit")


def form_views(_: Site) -> Iterator[View]:
    """Yield the pages; search engines would find nothing on them but their names."""
    for name in FORM_PAGES:
        above = ("contribute/", "forms.contribute")
        head = head_of_texts(f"forms.{name}", f"forms.{name}-description", above)
        yield View(
            f"contribute/{name}/", name, "forms/page.html", head, {"form": name}, indexed=name != "edit"
        )
