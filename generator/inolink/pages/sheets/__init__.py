"""One-page sheets: what of a record fits on a page of A4, shortened where it is too long."""

from inolink.pages.sheets.content import ClusterSheet, OfferSheet, Passage
from inolink.pages.sheets.facts import Fact
from inolink.pages.sheets.qr import qr_code

__all__ = ["ClusterSheet", "Fact", "OfferSheet", "Passage", "qr_code"]
