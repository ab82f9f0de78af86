"""The search: what a visitor can find, analysed, indexed and shown with facets."""

from inolink.search.entries import SearchEntry
from inolink.search.files import Memory, search_files

__all__ = ["Memory", "SearchEntry", "search_files"]
