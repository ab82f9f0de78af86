"""Third stage: typed records linked to each other, and everything that follows from the day."""

from inolink.catalogue.activities import EventRecord, InitiativeRecord, PartnershipRecord
from inolink.catalogue.catalogue import Catalogue, build_catalogue
from inolink.catalogue.entries import Cluster, Entry, Event, Initiative, Interest, Offer, Partnership
from inolink.catalogue.kinds import (
    TYPE_OF_INTEREST,
    Direction,
    Domain,
    EventState,
    InterestState,
    LabelState,
    LabelType,
    OfferState,
    OfferStatus,
    OfferType,
    Origin,
)
from inolink.catalogue.labels import Label
from inolink.catalogue.offer import OfferRecord
from inolink.catalogue.openings import Opening
from inolink.catalogue.organisation import InterestRecord, KeyFigure, LabelRecord, MemberFigure, Profile
from inolink.catalogue.programme import Programme, ReportedFigure
from inolink.catalogue.strategy import Strategy
from inolink.catalogue.text import Spoken, Text
from inolink.reading.dates import PartialDate

__all__ = [
    "TYPE_OF_INTEREST",
    "Catalogue",
    "Cluster",
    "Direction",
    "Domain",
    "Entry",
    "Event",
    "EventRecord",
    "EventState",
    "Initiative",
    "InitiativeRecord",
    "Interest",
    "InterestRecord",
    "InterestState",
    "KeyFigure",
    "Label",
    "LabelRecord",
    "LabelState",
    "LabelType",
    "MemberFigure",
    "Offer",
    "OfferRecord",
    "OfferState",
    "OfferStatus",
    "OfferType",
    "Opening",
    "Origin",
    "PartialDate",
    "Partnership",
    "PartnershipRecord",
    "Profile",
    "Programme",
    "ReportedFigure",
    "Spoken",
    "Strategy",
    "Text",
    "build_catalogue",
]
