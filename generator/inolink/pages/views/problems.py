"""What a check can say: every problem code with its meaning and its remedy."""

from collections.abc import Iterator

from inolink.codes import CodeText, all_codes, in_language
from inolink.pages.render import Head, View
from inolink.pages.site import Site
from inolink.pages.speech import Speech
from inolink.pages.views.heads import head_of_texts, home_crumb


def problem_views(_: Site) -> Iterator[View]:
    """Yield the list of codes and a page per code."""
    head = head_of_texts("problems.title", "problems.description")
    yield View(
        "contribute/problems/", "problems", "problems.html", head, {"codes": list(all_codes().values())}
    )
    for code in all_codes().values():
        yield _problem(code)


def _problem(code: CodeText) -> View:
    def head(speech: Speech) -> Head:
        title = f"{code.code} · {in_language(code.title, speech.language)}"
        above = ("contribute/problems/", speech.texts("problems.title"))
        return Head(title, in_language(code.remedy, speech.language), (home_crumb(speech), above))

    path = f"contribute/problems/{code.code.lower()}/"
    return View(path, "problem", "problem.html", head, {"code": code}, indexed=False)
