"""Reports for those who keep a directory: what grows old, what was reached, what is not translated yet."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from inolink.reports.freshness import freshness
from inolink.reports.material import Material, gather
from inolink.reports.programme import programme
from inolink.reports.report import WRITERS, Report
from inolink.reports.translations import translations

__all__ = ["REPORTS", "WRITERS", "Material", "Report", "gather"]

REPORTS: Mapping[str, Callable[[Material, str], Report]] = MappingProxyType(
    {"freshness": freshness, "programme": programme, "translations": translations}
)
