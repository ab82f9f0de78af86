"""The prepared message to an organisation: text, and a mailto: address where a role address is known."""

from dataclasses import dataclass
from urllib.parse import quote

from inolink.catalogue import Opening
from inolink.pages.frames import localised
from inolink.pages.site import Site
from inolink.pages.texts import Texts


@dataclass(frozen=True)
class Message:
    """What a visitor may send; nothing is sent from the site."""

    subject: str
    body: str
    email: str | None

    @property
    def mailto(self) -> str:
        """The address that opens an e-mail program with everything filled in (RFC 6068)."""
        body = quote(self.body.replace("\n", "\r\n"), safe="")
        address, subject = quote(self.email or "", safe="@"), quote(self.subject, safe="")
        return f"mailto:{address}?subject={subject}&body={body}"


def prepare_message(opening: Opening, site: Site, texts: Texts) -> Message:
    """Write the message with which a partner answers an offer, a request or a standing interest."""
    settings, language = site.settings, texts.language
    title = _in_one_line(opening.title.get(language, settings.default_language))
    path = localised(opening.path, language, settings.default_language)
    contact = opening.cluster.profile.contact
    common = {"site": settings.site_name, "reference": opening.reference, "title": title}
    return Message(
        subject=texts("contact.subject", **common),
        body=texts(
            "contact.body",
            **common,
            organisation=_in_one_line(opening.cluster.name.get(language, settings.default_language)),
            url=settings.site_url + path,
        ),
        email=contact.email if contact else None,
    )


def _in_one_line(text: str) -> str:
    """Return a title as a line of a letter takes it: behind a line break, it could be a header of its own."""
    return " ".join(text.split())
