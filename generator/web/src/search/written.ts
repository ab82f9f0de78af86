// Words as people read them in titles, names and filters: for "did you mean".
import { fold, wordsOf } from "../shared/analysis";
import { blockOf, firstFrom, readWords } from "./coding";
import { distance } from "./distance";
import type { WrittenBlock } from "./files";
import type { Store } from "./store";

const SHORTEST_MEANT = 4;
/** Words with another first letter are looked through as well if there are few. */
const FEW_BLOCKS = 8;

export class WrittenWords {
  readonly #store: Store;
  #labels: ReadonlyMap<string, string> | undefined;

  constructor(store: Store) {
    this.#store = store;
  }

  /** The words within a distance of a folded one, the nearest first, by their folded forms. */
  async near(word: string, farthest: number): Promise<Map<string, string>> {
    const written = new Map([...this.#ofLabels(), ...(await this.#beginningLike(word))]);
    const ranked = [...written]
      .map(([folded, shown]) => ({ folded, shown, apart: distance(word, folded, farthest) }))
      .filter(({ apart }) => apart <= farthest)
      .sort((a, b) => a.apart - b.apart || (a.folded < b.folded ? -1 : 1));
    return new Map(ranked.map(({ folded, shown }) => [folded, shown]));
  }

  async #beginningLike(word: string): Promise<(readonly [folded: string, shown: string])[]> {
    const { language, written: firsts } = this.#store.display;
    const letter = word.charAt(0);
    const from = firsts.length <= FEW_BLOCKS ? 0 : Math.max(0, blockOf(letter, firsts));
    const to = firsts.length <= FEW_BLOCKS ? firsts.length : firstFrom(firsts, (first) => first.charAt(0) > letter);
    const names = firsts.slice(from, to).map((_, step) => `written-${language}/${from + step}`);
    const blocks = await Promise.all(names.map((name) => this.#store.get(name, readBlock)));
    return blocks.flat();
  }

  #ofLabels(): ReadonlyMap<string, string> {
    const labels = Object.values(this.#store.display.labels).flatMap((values) => values.map(([, label]) => label));
    const words = labels.flatMap((label) => [...wordsOf(label)]).filter(({ folded }) => folded.length >= SHORTEST_MEANT);
    this.#labels ??= new Map(words.map(({ folded, written }) => [folded, written.toLowerCase()]));
    return this.#labels;
  }
}

function readBlock({ words }: WrittenBlock): (readonly [folded: string, shown: string])[] {
  return readWords(words).map((shown) => [fold(shown), shown] as const);
}
