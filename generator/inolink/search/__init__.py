"""The search: what a visitor can find, analysed, indexed and shown with facets."""

from inolink.search.entries import SearchEntry
from inolink.search.index import build_search

__all__ = ["SearchEntry", "build_search"]
