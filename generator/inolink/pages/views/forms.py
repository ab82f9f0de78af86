"""The pages with forms. What is in a form comes from the schemas; the page holds its place and its words."""

from collections.abc import Iterator
from functools import partial

from inolink.pages.render import Task, View
from inolink.pages.site import Site
from inolink.pages.views.heads import head_of_texts

FORM_PAGES = ("new-offer", "new-cluster", "edit")


def form_tasks(_: Site) -> Iterator[Task]:
    """Yield the pages; search engines would find nothing on them but their names."""
    for name in FORM_PAGES:
        yield Task(f"contribute/{name}/", partial(_page, name))


def _page(name: str) -> View:
    above = ("contribute/", "forms.contribute")
    head = head_of_texts(f"forms.{name}", f"forms.{name}-description", above)
    return View(f"contribute/{name}/", name, "forms/page.html", head, {"form": name}, indexed=name != "edit")
