"""What a server may say of the site's pages in headers, in the forms in which servers are told.

Everything comes from the policy that the pages carry themselves, so that no server can be told otherwise.
"""

from collections.abc import Iterable

from inolink.pages.embed import FOLDER
from inolink.pages.embed import POLICY as LIST_POLICY

CLOSED = "; frame-ancestors 'none'"
"""No site may show the page in a frame: that can't be said within a page."""
UNUSED = ("camera", "display-capture", "geolocation", "microphone", "midi", "payment", "usb")
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in UNUSED),
    "Cross-Origin-Opener-Policy": "same-origin",
}
POLICY = "Content-Security-Policy"


def headers_file(rules: str, closed: Iterable[str]) -> str:
    """Return the file `_headers` that Netlify, Cloudflare Pages and others read.

    Pages at the paths in `closed` can't be shown in a frame. They are named one by one, because servers
    differ where two rules fit one path: some send both policies, and the stricter one holds, others the last
    alone.
    """
    common = {POLICY: rules, **HEADERS}
    blocks = {"/*": common, **{path: {POLICY: rules + CLOSED} for path in closed}}
    return "".join(_block(path, lines) for path, lines in blocks.items())


def nginx_rules(rules: str, languages: Iterable[str]) -> str:
    """Return the same for nginx: a map beside the server, and what stands in the server."""
    own = "".join(f'    add_header {name} "{value}" always;\n' for name, value in HEADERS.items())
    return (
        "map $uri $inolink_policy {\n"
        f'    default "{rules}{CLOSED}";\n'
        f'    "~{_lists(languages)}" "{LIST_POLICY}";\n'
        "}\n"
        "server {\n"
        "    root /srv/inolink/site;\n"
        "    error_page 404 /404.html;\n"
        f"    add_header {POLICY} $inolink_policy always;\n"
        f"{own}}}\n"
    )


def apache_rules(rules: str, languages: Iterable[str]) -> str:
    """Return the same for Apache, with its module headers."""
    own = "".join(f'Header always set {name} "{value}"\n' for name, value in HEADERS.items())
    return (
        "ErrorDocument 404 /404.html\n"
        f'{own}Header always set {POLICY} "{rules}{CLOSED}"\n'
        f'<If "%{{REQUEST_URI}} =~ m#{_lists(languages)}#">\n'
        f'    Header always set {POLICY} "{LIST_POLICY}"\n'
        "</If>\n"
    )


def _block(path: str, headers: dict[str, str]) -> str:
    return f"{path}\n" + "".join(f"  {name}: {value}\n" for name, value in headers.items())


def _lists(languages: Iterable[str]) -> str:
    """Match the addresses of the lists that other sites show; the first language has no folder."""
    _, *others = languages
    return f"^/(?:(?:{'|'.join(others)})/)?{FOLDER}" if others else f"^/{FOLDER}"
