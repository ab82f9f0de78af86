// What results show, in files of a few entries each.
import type { Hit } from "../shared/protocol";
import { archivedOn, isWithin } from "./days";
import { STATE } from "./columns";
import type { Card } from "./files";
import type { Store } from "./store";

export class Cards {
  readonly #store: Store;
  /** The labels of each facet by code. */
  readonly #labels: ReadonlyMap<string, ReadonlyMap<string, string>>;

  constructor(store: Store) {
    this.#store = store;
    this.#labels = new Map(Object.entries(store.display.labels).map(([facet, values]) => [facet, new Map(values)]));
  }

  /** The cards of some places, in their order. */
  async at(places: Iterable<number>): Promise<Card[]> {
    const { manifest, display } = this.#store;
    const found = [...places].map(async (place) => {
      const cards = await this.#store.get(`cards-${display.language}/${Math.floor(place / manifest.cards)}`, (read: readonly Card[]) => read);
      return cards[place % manifest.cards] ?? [];
    });
    return (await Promise.all(found)).flat();
  }

  /** The same as results of a day; `isComplete` tells which have every word of the query. */
  async hits(places: readonly number[], today: string, isComplete: (place: number) => boolean): Promise<Hit[]> {
    const archived = archivedOn(today, this.#store.manifest.archive);
    const cards = await this.at(places);
    return cards.map((card, position) => {
      const place = places[position] ?? 0;
      return this.#hit(card, isWithin(place, archived) ? "archived" : "open", isComplete(place));
    });
  }

  #hit({ facets, ...card }: Card, state: Hit["state"], complete: boolean): Hit {
    const codes = Object.entries({ kind: [card.kind], ...facets, [STATE]: [state] });
    const labels = codes.map(([facet, each]) => [facet, each.map((code) => this.#labels.get(facet)?.get(code) ?? code)] as const);
    return { ...card, state, complete, labels: new Map(labels) };
  }
}
