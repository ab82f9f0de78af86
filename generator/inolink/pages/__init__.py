"""The stage that turns the catalogue into pages: finished HTML for the slots that the theme leaves open."""

from collections.abc import Iterator

from inolink.pages.page import SLOTS, Page
from inolink.pages.render import Task, render_view
from inolink.pages.site import Site
from inolink.pages.views import all_tasks

__all__ = ["SLOTS", "Page", "Site", "Task", "page_tasks", "render_pages", "render_task"]


def page_tasks(site: Site) -> list[Task]:
    """Return what there is to render; what all of it shares is looked up before anybody forks."""
    site.prepare()
    return sorted(all_tasks(site), key=_record)


def _record(task: Task) -> str:
    """Bring the pages of an organisation together: what one looked up is at hand for the next."""
    folder, _, rest = task.path.partition("/")
    return rest.partition("/")[0] if folder in {"clusters", "offers", "events"} else ""


def render_task(site: Site, task: Task) -> list[Page]:
    """Return one page in every language of the site."""
    return list(render_view(task.view(), site))


def render_pages(site: Site) -> Iterator[Page]:
    """Yield every page made from records, in every language of the site."""
    for task in page_tasks(site):
        yield from render_task(site, task)
