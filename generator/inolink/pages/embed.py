"""Lists that other sites show in a frame: small pages of their own, outside the frame of this site.

Each organisation has one in every language, under its earlier names too, so that a list that somebody has
put on a page years ago goes on working. `embed/inolink.js` is a script for those who don't want to write the
frame themselves; its source is generator/web/src/embed/.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from importlib.resources import files

from inolink.catalogue import Cluster
from inolink.outputs import Files, FileTask
from inolink.pages.environment import environment
from inolink.pages.frames import localised
from inolink.pages.links import Place
from inolink.pages.site import Site
from inolink.pages.speech import Speech

FOLDER = "embed/"
SCRIPT = f"{FOLDER}inolink.js"
LISTS_AT_ONCE = 20
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'"
"""Who may show the page can't be said within it: only a header can."""


def embed_tasks(site: Site) -> Iterator[FileTask]:
    """Yield what makes the lists, those of some organisations at a time, and the script."""
    names = {cluster.slug: cluster for cluster in site.catalogue.clusters}
    former = {old: site.catalogue.cluster(slug) for old, slug in site.catalogue.redirects.items()}
    listed = sorted({**names, **former}.items())
    for start in range(0, len(listed), LISTS_AT_ONCE):
        yield partial(_pages, listed[start : start + LISTS_AT_ONCE], site)
    yield partial(_script, site.settings.languages)


def _pages(listed: Iterable[tuple[str, Cluster]], site: Site) -> Files:
    for slug, cluster in listed:
        for language in site.settings.languages:
            place = Place(f"{FOLDER}{slug}/", language, site.settings.default_language)
            yield f"{place.full}index.html", _page(cluster, place, site).encode("utf-8")


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


def _script(languages: Sequence[str]) -> Files:
    """Yield the script, told which languages the directory has."""
    bundled = files("inolink.pages") / "theme" / "assets" / "bundled" / "embed-element.js"
    facts = json.dumps({"languages": languages})
    yield SCRIPT, f"(INOLINK => {{{bundled.read_text('utf-8')}}})({facts});\n".encode()
