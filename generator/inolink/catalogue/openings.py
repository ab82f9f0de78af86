"""Offers, requests and standing interests as one thing: what a partner can answer."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from inolink.catalogue.entries import Cluster, Interest, Offer
from inolink.catalogue.kinds import (
    TYPE_OF_INTEREST,
    Direction,
    InterestState,
    OfferState,
    OfferType,
)
from inolink.catalogue.text import Text


@dataclass(frozen=True)
class Opening:
    """Something that an organisation offers or seeks, with or without a lifetime."""

    kind: Literal["offer", "interest"]
    cluster: Cluster
    id: str
    type: OfferType
    """Of an interest: the type that a dated offer of the same direction and domain would have."""
    direction: Direction
    title: Text
    text: Text | None
    state: OfferState | InterestState
    over: bool
    record: Offer | Interest
    closes: date | None = None
    """The last day; None of what has no end, or ended before it."""

    @property
    def paused(self) -> bool:
        """Whether it is neither over nor to be answered today."""
        return self.state is OfferState.ON_HOLD

    @property
    def open(self) -> bool:
        """Whether a partner can answer today."""
        return not self.over and not self.paused

    @property
    def key(self) -> str:
        """What it is called among all records."""
        return f"{self.kind}/{self.reference}"

    @property
    def reference(self) -> str:
        """What both sides can name in a letter."""
        return f"{self.cluster.slug}/{self.id}"

    @property
    def path(self) -> str:
        """Where it stands, from the root of its language."""
        if self.kind == "offer":
            return f"offers/{self.cluster.slug}/{self.id}/"
        return f"clusters/{self.cluster.slug}/#{self.anchor}"

    @property
    def anchor(self) -> str:
        """The id of a standing interest on the page of its cluster."""
        return f"interest-{self.id}"

    @property
    def ecosystems(self) -> tuple[str, ...]:
        """Its ecosystems, else those of its organisation."""
        return self.record.record.ecosystems or self.cluster.profile.ecosystems

    @property
    def on_behalf_of(self) -> str | None:
        """The member for which it is published."""
        return self.record.record.on_behalf_of


def opening_of_offer(offer: Offer, cluster: Cluster) -> Opening:
    """See an offer as something to answer."""
    record, former = offer.record, cluster.former
    over, expired = offer.archived or former, offer.state is OfferState.EXPIRED
    return Opening(
        kind="offer",
        cluster=cluster,
        id=offer.slug,
        type=record.type,
        direction=offer.direction,
        title=record.title,
        text=record.summary,
        state=offer.state if offer.archived or not former else OfferState.EXPIRED,
        over=over,
        record=offer,
        closes=offer.closes if expired or not over else None,
    )


def opening_of_interest(interest: Interest, cluster: Cluster) -> Opening:
    """See a standing interest as something to answer."""
    record = interest.record
    over = interest.state is InterestState.PAST or cluster.former
    return Opening(
        kind="interest",
        cluster=cluster,
        id=interest.id,
        type=TYPE_OF_INTEREST[record.domain, record.direction],
        direction=record.direction,
        title=record.title,
        text=record.text,
        state=InterestState.PAST if over else InterestState.OPEN,
        over=over,
        record=interest,
    )
