"""How long a label of the European Cluster Excellence Initiative is valid.

A first label counts from the month of the assessment for two years. It can be renewed until a year after its
end, for three more years that follow its end without a gap, whenever in that time the renewal came.
"""

from datetime import date

from inolink.reading.dates import month_end

FIRST_MONTHS = 24
RENEWAL_MONTHS = 36
GRACE_MONTHS = 12
BETWEEN_LEVELS_MONTHS = 18


def first_end(awarded: date) -> date:
    """Return the last day of a first label that was awarded in the month of this day."""
    return month_end(awarded, FIRST_MONTHS)


def renewed_end(previous_end: date) -> date:
    """Return the last day of a renewed label whose validity before ended on this day."""
    return month_end(previous_end, RENEWAL_MONTHS)


def renewal_deadline(end: date) -> date:
    """Return the last day on which a label can be renewed whose validity ends on this day."""
    return month_end(end, GRACE_MONTHS)
