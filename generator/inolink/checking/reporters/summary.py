"""The one sentence that sums a check up."""

from inolink.checking.report import Report
from inolink.problems import Severity

_FORMS: dict[str, dict[str, tuple[str, ...]]] = {
    "en": {
        "file": ("file", "files"),
        Severity.ERROR: ("error", "errors"),
        Severity.WARNING: ("warning", "warnings"),
        Severity.NOTICE: ("notice", "notices"),
    },
    "lt": {
        "file": ("failas", "failai", "failų"),
        Severity.ERROR: ("klaida", "klaidos", "klaidų"),
        Severity.WARNING: ("įspėjimas", "įspėjimai", "įspėjimų"),
        Severity.NOTICE: ("pastaba", "pastabos", "pastabų"),
    },
}
TEENS = range(11, 20)


def summary(report: Report) -> str:
    """Count what was checked and what was found."""
    counts = ", ".join(_counted(report.count(severity), severity, report.language) for severity in Severity)
    return f"{_counted(report.files, 'file', report.language)}: {counts}."


def _counted(number: int, what: str, language: str) -> str:
    forms = _FORMS.get(language, _FORMS["en"])[what]
    return f"{number} {forms[_form(number, len(forms))]}"


def _form(number: int, forms: int) -> int:
    """Return which form of a word follows a number: English has two, Lithuanian three."""
    if forms == len(("one", "many")):
        return 0 if number == 1 else 1
    if number % 10 == 0 or number % 100 in TEENS:
        return 2
    return 0 if number % 10 == 1 else 1
