// The results on a map: a point for each place, and beside it a list that says the same.
import { element } from "../shared/dom";
import type { Hit } from "../shared/protocol";
import type { Texts } from "./texts";

const SVG = "http://www.w3.org/2000/svg";
const RADIUS = "13";
const MOST_LISTED = 12;

interface Place {
  readonly name: string;
  readonly kind: string;
  readonly spot: readonly [x: number, y: number];
  /** What is written below the point, if not the name. */
  readonly label?: string;
}

interface Places {
  readonly places: readonly Place[];
  /** The position of each organisation's place. */
  readonly clusters: Readonly<Record<string, number>>;
}

interface Ground extends Places {
  readonly svg: SVGSVGElement;
}

interface Group {
  readonly place: Place | undefined;
  readonly hits: Hit[];
}

type ItemOf = (hit: Hit) => HTMLElement;

export class ResultMap {
  readonly #texts: Texts;
  readonly #root: string;
  readonly #language: string;
  #ground: Promise<Ground> | undefined;

  constructor(texts: Texts, root: string, language: string) {
    this.#texts = texts;
    this.#root = root;
    this.#language = language;
  }

  /** A place for the map, which fills as soon as its files are there; without them the list stands alone. */
  render(hits: readonly Hit[], item: ItemOf): HTMLElement {
    const place = element("div", { class: "il-atlas il-atlas--results", "aria-busy": "true" });
    this.#ground ??= this.#load();
    this.#ground.then(
      (ground) => this.#fill(place, ground, hits, item),
      () => this.#fail(place, hits, item),
    );
    return place;
  }

  async #load(): Promise<Ground> {
    const [svg, places] = await Promise.all([this.#file("maps/ground.svg"), this.#file(`maps/places-${this.#language}.json`)]);
    const drawn = new DOMParser().parseFromString(await svg.text(), "image/svg+xml").documentElement;
    return { svg: document.importNode(drawn, true) as unknown as SVGSVGElement, ...((await places.json()) as Places) };
  }

  async #file(path: string): Promise<Response> {
    const response = await fetch(new URL(path, this.#root));
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return response;
  }

  #fill(place: HTMLElement, ground: Ground, hits: readonly Hit[], item: ItemOf): void {
    const groups = grouped(hits, ground);
    const map = ground.svg.cloneNode(true) as SVGSVGElement;
    map.setAttribute("role", "group");
    map.setAttribute("aria-label", this.#texts.get("finder.map.name"));
    const lists = groups.map((group) => this.#list(group, item));
    for (const [at, group] of groups.entries()) {
      const heading = lists[at]?.querySelector("h2");
      if (group.place !== undefined && heading) map.append(point(group.place, heading, group.hits.length));
    }
    const figure = element("figure", { class: "il-atlas__map" });
    figure.append(map);
    place.replaceChildren(figure, element("ul", { class: "il-places il-atlas__list" }, ...lists));
    place.removeAttribute("aria-busy");
  }

  #fail(place: HTMLElement, hits: readonly Hit[], item: ItemOf): void {
    this.#ground = undefined; // so that the next result tries again
    const note = element("p", { class: "il-note", role: "alert" }, this.#texts.get("finder.map.failed"));
    const list = this.#list({ place: undefined, hits: [...hits] }, item);
    place.replaceChildren(note, element("ul", { class: "il-places" }, list));
    place.removeAttribute("aria-busy");
  }

  #list({ place, hits }: Group, item: ItemOf): HTMLElement {
    const name = place?.name ?? this.#texts.get("finder.map.elsewhere");
    const count = element("span", { class: "il-count" }, String(hits.length));
    const rows = hits.slice(0, MOST_LISTED).map(item);
    const rest = hits.length - rows.length;
    if (rest > 0) rows.push(element("li", { class: "il-muted" }, this.#texts.get("finder.map.more", { n: rest })));
    const heading = element("h2", { tabindex: "-1" }, name, " ", count);
    return element("li", {}, heading, element("ul", { class: "il-plain" }, ...rows));
  }
}

/** The hits by place: the fullest town first, then those of which no town is known, last what has no place. */
function grouped(hits: readonly Hit[], { places, clusters }: Places): Group[] {
  const known = new Map(Object.entries(clusters));
  const groups = new Map<number, Hit[]>();
  for (const hit of hits) {
    const at = hit.kind === "guide" ? -1 : (known.get(hit.key.split("/")[1] ?? "") ?? -1);
    groups.set(at, [...(groups.get(at) ?? []), hit]);
  }
  const found = [...groups].map(([at, members]) => ({ place: places[at], hits: members }));
  return found.sort((one, other) => rank(other) - rank(one));
}

function rank({ place, hits }: Group): number {
  if (place === undefined) return -1;
  return place.kind === "country" ? 0 : hits.length;
}

/** A point that leads to its list. */
function point({ name, kind, spot, label }: Place, heading: HTMLElement, count: number): Element {
  const [x, y] = spot.map(String);
  const link = svg("a", { class: `il-map__point il-map__point--${kind}`, href: "#", "aria-label": `${name}: ${count}` });
  link.append(svg("circle", { cx: x, cy: y, r: RADIUS }), text(x, y, ".35em", String(count)));
  const below = text(x, y, "2.4em", label ?? name);
  below.setAttribute("class", "il-map__label");
  link.append(below);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    heading.focus();
  });
  return link;
}

function text(x: string | undefined, y: string | undefined, dy: string, written: string): Element {
  const made = svg("text", { x, y, dy, "aria-hidden": "true" });
  made.textContent = written;
  return made;
}

function svg(name: string, attributes: Readonly<Record<string, string | undefined>>): Element {
  const made = document.createElementNS(SVG, name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value ?? "");
  return made;
}
