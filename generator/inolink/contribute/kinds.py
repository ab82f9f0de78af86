"""The kinds of files that have a form: all but the programme's, which the publishers keep themselves."""

from inolink.reading.document import FileKind

FORM_KINDS = tuple(kind for kind in FileKind if kind is not FileKind.PROGRAMME)
