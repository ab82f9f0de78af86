"""The stage that lets people contribute by a form: what the forms are made of, as files for the browser.

A form is made from the schema of its kind of file and checked by the same rules as the file. Neither is
written twice: schemas, short lists, texts of the codes and numbers of the rules are handed on.
"""

from inolink.contribute.files import form_tasks
from inolink.contribute.kinds import FORM_KINDS

__all__ = ["FORM_KINDS", "form_tasks"]
