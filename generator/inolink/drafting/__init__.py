"""New files: from answers to a record that passes the check."""

from inolink.drafting.answers import AnswerError, Field, field_at, read_answer
from inolink.drafting.draft import Draft

__all__ = ["AnswerError", "Draft", "Field", "field_at", "read_answer"]
