"""Measures a large made-up directory: the build, the check, the search, and what grows with the records."""
