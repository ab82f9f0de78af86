"""Lists that other sites show in a frame: small pages of their own, outside the frame of this site.

Each organisation has one in every language, under its earlier names too, so that a list that somebody has
put on a page years ago goes on working. `embed/inolink.js` is a script for those who don't want to write the
frame themselves; its source is generator/web/src/embed/.
"""

import json
from collections.abc import Iterator
from importlib.resources import files

from inolink.catalogue import Cluster
from inolink.pages.environment import environment
from inolink.pages.frames import localised
from inolink.pages.links import Place
from inolink.pages.site import Site
from inolink.pages.speech import Speech

FOLDER = "embed/"
SCRIPT = f"{FOLDER}inolink.js"
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'"
"""Who may show the page can't be said within it: only a header can."""


def embed_files(site: Site) -> dict[str, bytes]:
    """Return the lists and the script by their paths in the site."""
    pages = {path: html.encode("utf-8") for path, html in _pages(site)}
    return {**pages, SCRIPT: _script(site).encode("utf-8")}


def _pages(site: Site) -> Iterator[tuple[str, str]]:
    names = {cluster.slug: cluster for cluster in site.catalogue.clusters}
    former = {old: site.catalogue.cluster(slug) for old, slug in site.catalogue.redirects.items()}
    for slug, cluster in sorted({**names, **former}.items()):
        for language in site.settings.languages:
            place = Place(f"{FOLDER}{slug}/", language, site.settings.default_language)
            yield f"{place.full}index.html", _page(cluster, place, site)


def _page(cluster: Cluster, place: Place, site: Site) -> str:
    speech = Speech(site, place.language)
    return (
        environment()
        .get_template("embed/page.html")
        .render(
            catalogue=site.catalogue,
            settings=site.settings,
            cluster=cluster,
            open=site.catalogue.open_of(cluster)[: site.leaf_size],
            profile_path=f"clusters/{cluster.slug}/",
            folder=localised("", place.language, place.default),
            policy=POLICY,
            speech=speech,
            t=speech.texts,
            say=speech.say,
            root=place.root,
            home=place.home,
            language=place.language,
        )
    )


def _script(site: Site) -> str:
    """Return the script, told which languages the directory has."""
    bundled = files("inolink.pages") / "theme" / "assets" / "bundled" / "embed-element.js"
    facts = json.dumps({"languages": site.settings.languages})
    return f"(INOLINK => {{{bundled.read_text('utf-8')}}})({facts});\n"
