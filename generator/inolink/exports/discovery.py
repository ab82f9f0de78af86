"""What programs look for at a site: how it is searched (OpenSearch), and where its data is (llms.txt)."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement, indent, register_namespace, tostring

from inolink.exports.characters import for_xml, in_lines
from inolink.pages import Site
from inolink.pages.speech import Speech
from inolink.pages.structured import address
from inolink.pages.subscriptions import ALL, calendar_path, feed_path

OPENSEARCH = "http://a9.com/-/spec/opensearch/1.1/"
LONGEST_SHORT_NAME, LONGEST_DESCRIPTION = 16, 1024

register_namespace("os", OPENSEARCH)


def discovery_files(site: Site) -> dict[str, bytes]:
    """Return the files by their paths."""
    languages = site.settings.languages
    searches = {f"opensearch-{code}.xml": _opensearch(Speech(site, code)) for code in languages}
    return {**searches, "llms.txt": _overview(Speech(site, site.settings.default_language)).encode("utf-8")}


def _opensearch(speech: Speech) -> bytes:
    settings = speech.site.settings
    root = Element(f"{{{OPENSEARCH}}}OpenSearchDescription")
    for name, text in (
        ("ShortName", settings.site_name[:LONGEST_SHORT_NAME]),
        ("LongName", speech.texts("home.eyebrow")),
        ("Description", speech.texts("home.description")[:LONGEST_DESCRIPTION]),
        ("InputEncoding", "UTF-8"),
        ("Language", speech.language),
    ):
        SubElement(root, f"{{{OPENSEARCH}}}{name}").text = for_xml(text)
    template = {"type": "text/html", "template": address("find/?q={searchTerms}", speech)}
    SubElement(root, f"{{{OPENSEARCH}}}Url", template)
    picture = {"type": "image/svg+xml", "width": "16", "height": "16"}
    image = SubElement(root, f"{{{OPENSEARCH}}}Image", picture)
    image.text = f"{settings.site_url}assets/images/favicon.svg"
    indent(root, " ")
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _overview(speech: Speech) -> str:
    """Return a short map of the site in Markdown, as language models are given one."""
    settings = speech.site.settings
    lines = [f"# {_line(settings.site_name)}", f"> {_line(speech.texts('home.description'))}"]
    lines.append(_line(speech.texts("data.lead", day=speech.date(speech.site.catalogue.today))))
    for heading, links in (("data.pages", _pages(speech)), ("data.title", _data(speech))):
        listed = "\n".join(f"- [{_line(name)}]({url}): {_line(said)}" for name, url, said in links)
        lines += [f"## {_line(speech.texts(heading))}", listed]
    return "\n\n".join(lines) + "\n"


def _pages(speech: Speech) -> Iterator[tuple[str, str, str]]:
    t = speech.texts
    for path, title, said in (
        ("find/", t("finder.title"), t("home.description")),
        ("clusters/", t("clusters.title"), t("clusters.description")),
        ("offers/", t("offers.title"), t("offers.description")),
        ("events/", t("events.title"), t("events.description")),
        ("ecosystems/", t("ecosystems.title"), t("ecosystems.description")),
        ("regions/", t("regions.title"), t("regions.description")),
    ):
        yield title, address(path, speech), said


def _data(speech: Speech) -> Iterator[tuple[str, str, str]]:
    url, language, t = speech.site.settings.site_url, speech.language, speech.texts
    yield t("data.api"), f"{url}api/v1/index.json", t("data.api-lead")
    yield t("data.tables"), f"{url}data/inolink.xlsx", t("data.tables-lead")
    yield t("data.feeds"), url + feed_path(ALL, language), t("data.feeds-lead")
    for name in ("deadlines", "events"):
        title = t(f"calendar.{name}", site=speech.site.settings.site_name)
        yield title, url + calendar_path(name, language), t(f"data.{name}-lead")


def _line(text: str) -> str:
    return " ".join(in_lines(text).split())
