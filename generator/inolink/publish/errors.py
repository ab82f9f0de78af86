"""What can keep a site from being published: one line each, and exit code 2."""

from inolink.errors import InoLinkError


class PublishError(InoLinkError):
    """The site can't be built or put in its place; the last good one stays as it was."""


class SlotError(RuntimeError):
    """Theme and pages disagree about what a frame leaves open: a bug of ours, not of the directory."""
