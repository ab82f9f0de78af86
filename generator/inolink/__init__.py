"""InoLink: a partner directory for industry clusters, kept in Git."""

__version__ = "0.1.0"
