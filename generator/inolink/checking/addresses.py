"""Which web and e-mail addresses can be shown to visitors as links."""

import re
import unicodedata
from urllib.parse import SplitResult, urlsplit

import idna

# One plain address: what a mail program could take for more than that is refused.
EMAIL = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._+-]{0,62}[A-Za-z0-9])?@(?P<domain>[A-Za-z0-9.-]{3,253})\Z")
UNSAFE = re.compile(r"[\s\\\"'<>^`{|}]")
SCHEMES = ("http", "https")
HIGHEST_PORT = 65_535
ALPHABETS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE")


def url_flaw(url: str) -> str | None:
    """Return the reason why a web address can't be a link, or None."""
    if UNSAFE.search(url) or not url.isprintable() or any(unicodedata.category(sign) == "Cf" for sign in url):
        return "url-characters"
    try:
        parts = urlsplit(url)
    except ValueError:
        return "url-host"
    if parts.scheme not in SCHEMES:
        return "url-scheme"
    if "@" in parts.netloc:
        return "url-userinfo"
    return _host_flaw(parts)


def _host_flaw(parts: SplitResult) -> str | None:
    if not parts.hostname:
        return "url-host"
    try:
        if parts.port is not None and not 1 <= parts.port <= HIGHEST_PORT:
            return "url-port"
    except ValueError:
        return "url-port"
    if any(len(_alphabets(label)) > 1 for label in parts.hostname.split(".")):
        return "url-alphabets"
    return None if ascii_host(parts.hostname) else "url-name"


def email_flaw(address: str) -> bool:
    """Whether an e-mail address is more, or less, than one plain address."""
    found = EMAIL.match(address)
    return not found or ".." in address or not ascii_host(found.group("domain"))


def ascii_host(host: str) -> str | None:
    """Return the name of a public website as it is asked for on the network; None if there can be none."""
    try:
        encoded = idna.encode(host.rstrip("."), uts46=True).decode("ascii")
    except (idna.IDNAError, UnicodeError):
        return None
    last = encoded.rpartition(".")[2]
    return encoded if "." in encoded and not last.isdigit() else None


def _alphabets(label: str) -> set[str]:
    """Return the alphabets that a part of a website's name is written in."""
    names = (unicodedata.name(sign, "") for sign in label if sign.isalpha())
    return {name.split()[0] for name in names if name.startswith(ALPHABETS)}
