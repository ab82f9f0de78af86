"""What a check can say: every problem code with its meaning and its remedy."""

from collections.abc import Iterator
from functools import partial

from inolink.codes import CodeText, all_codes, in_language
from inolink.pages.render import Head, Task, View
from inolink.pages.site import Site
from inolink.pages.speech import Speech
from inolink.pages.views.heads import head_of_texts, home_crumb


def problem_tasks(_: Site) -> Iterator[Task]:
    """Yield the list of codes and a page per code."""
    yield Task("contribute/problems/", _list)
    for code in all_codes().values():
        yield Task(f"contribute/problems/{code.code.lower()}/", partial(_problem, code))


def _list() -> View:
    head, codes = head_of_texts("problems.title", "problems.description"), list(all_codes().values())
    return View("contribute/problems/", "problems", "problems.html", head, {"codes": codes})


def _problem(code: CodeText) -> View:
    def head(speech: Speech) -> Head:
        title = f"{code.code} · {in_language(code.title, speech.language)}"
        above = ("contribute/problems/", speech.texts("problems.title"))
        return Head(title, in_language(code.remedy, speech.language), (home_crumb(speech), above))

    path = f"contribute/problems/{code.code.lower()}/"
    return View(path, "problem", "problem.html", head, {"code": code}, indexed=False)
