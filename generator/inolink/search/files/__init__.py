"""The files of the search, as docs/maintainers/search-files.md describes them."""

from inolink.search.files.before import Memory
from inolink.search.files.writing import search_files

__all__ = ["Memory", "search_files"]
