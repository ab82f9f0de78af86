"""Characters that a format can't hold, or that a program might take for the end of a line."""

import re

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
# XML 1.0 has no way to write these, not even as references.
NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# What some program or other takes for the end of a line.
LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
NO_TEXT = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")


def for_xml(text: str) -> str:
    """Return a text that XML can hold; what it can't hold is shown as missing."""
    return NO_XML.sub(REPLACEMENT, text)


def in_lines(text: str) -> str:
    """Return a text in which nothing but a line feed ends a line, and nothing is a control character."""
    if text.isprintable():  # as nearly all lines are
        return text
    return NO_TEXT.sub(REPLACEMENT, LINE_ENDS.sub("\n", text))
