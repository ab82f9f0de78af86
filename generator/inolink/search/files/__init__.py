"""The files of the search, as docs/maintainers/search-files.md describes them."""

from inolink.search.files.writing import search_files

__all__ = ["search_files"]
