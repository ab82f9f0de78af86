// Answers a description: what of it is understood, and who fits it best.
import { fold } from "../shared/analysis";
import type { Choice, DescribedMatch, DescribeRequest, Description, MatchReason, TermKind, TermRow, Understood } from "../shared/protocol";
import type { Engine } from "../search/engine";
import type { TermsFile } from "../search/files";
import type { Going } from "../search/finding";
import { type EntryTerms, loadEntryTerms } from "./entries";
import { hasTopics, reasonsFor, type SaidWord, topicsOf } from "./evidence";
import { Reader } from "./understanding";

const MOST_MATCHES = 10;
/** Who has less than this part of the best one's score is no match beside it. */
const FAR_BEHIND = 0.2;
/** What adds less than this to a match isn't worth a line. */
const LEAST_REASON = 0.15;
/** Words that more of the entries say than this tell nothing. */
const COMMON = 0.4;

interface Fitting {
  readonly place: number;
  readonly score: number;
  readonly reasons: readonly MatchReason[];
}

export class Describer {
  readonly #file: TermsFile;
  readonly #engine: Engine;
  readonly #reader: Reader;

  constructor(file: TermsFile, engine: Engine) {
    this.#file = file;
    this.#engine = engine;
    const rarity = async (word: string): Promise<number> => this.#rarity((await engine.scores(word)).size);
    this.#reader = new Reader(file.terms, file.cues, { frequency: (word) => engine.frequency(word), rarity });
  }

  async describe({ text, understood: given, today }: DescribeRequest, going: Going): Promise<Description> {
    const understood = given ?? (await this.#reader.understand(text ?? ""));
    going();
    const fitting = hasTopics(understood) ? await this.#fitting(understood, today) : [];
    going();
    const hits = await this.#engine.hits(fitting.map(({ place }) => place), today);
    const matches = fitting.flatMap(({ score, reasons }, rank): DescribedMatch[] => {
      const hit = hits[rank];
      return hit === undefined ? [] : [{ hit, score, reasons }];
    });
    return { understood, matches, choices: this.#file.terms.map(toChoice) };
  }

  async #fitting(understood: Understood, today: string): Promise<Fitting[]> {
    const [said, answerable, entries] = await Promise.all([
      this.#saidWords(understood),
      this.#engine.answerable(today),
      loadEntryTerms(this.#file.terms, kindsFor(understood), this.#engine.store),
    ]);
    const all = this.#candidates(understood, said, entries).filter((place) => answerable[place] === 1).map((place): Fitting => {
      const reasons = reasonsFor({ place, terms: entries.at(place) }, understood, said);
      const score = reasons.reduce((sum, { weight }) => sum + weight, 0);
      return { place, score, reasons: reasons.filter(({ weight }) => weight >= LEAST_REASON) };
    });
    const best = all.reduce((most, { score }) => Math.max(most, score), 0);
    const fitting = all.filter(({ score, reasons }) => score > 0 && score >= best * FAR_BEHIND && reasons.length > 0);
    return fitting.sort((a, b) => b.score - a.score || a.place - b.place).slice(0, MOST_MATCHES);
  }

  /** The places that share a topic with the description or say one of its words; all others are about something else. */
  #candidates(understood: Understood, said: readonly SaidWord[], entries: EntryTerms): number[] {
    const topics = topicsOf(understood, this.#file.terms).flatMap((term) => [...entries.having(term)]);
    const saying = said.filter(({ rarity }) => rarity > 0).flatMap(({ places }) => [...places.keys()]);
    return [...new Set([...topics, ...saying])];
  }

  // The words by which a term was named count as well: not everybody who works with lasers is classified so.
  #saidWords({ terms, words }: Understood): Promise<SaidWord[]> {
    const naming = terms.filter(({ kind }) => kind !== "country" && kind !== "type").flatMap((term) => term.words);
    return Promise.all([...new Set([...words, ...naming])].map(async (word) => {
      const scores = await this.#engine.scores(fold(word));
      const best = [...scores.values()].reduce((most, score) => Math.max(most, score), 0);
      const places = new Map([...scores].map(([place, score]) => [place, Math.sqrt(score / best)]));
      return { word, rarity: this.#rarity(scores.size), places };
    }));
  }

  /** From 1 for a word of one entry down to 0 for one that is everywhere; 0 as well for one that is nowhere. */
  #rarity(found: number): number {
    const all = this.#engine.store.manifest.entries;
    if (found === 0 || found > all * COMMON) return 0;
    return Math.log(all / found) / Math.log(Math.max(2, all));
  }
}

/** Load what describing needs besides the search itself. */
export async function loadDescriber(engine: Engine): Promise<Describer> {
  return new Describer(await engine.store.terms(), engine);
}

/** The kinds of terms that an entry is looked at for. */
function kindsFor({ terms }: Understood): Set<TermKind> {
  const kinds = new Set(terms.map(({ kind }) => kind));
  // Who seeks is told from who offers by their cooperation as well.
  return kinds.has("type") ? kinds.add("cooperation") : kinds;
}

function toChoice({ kind, code, label }: TermRow): Choice {
  return { kind, code, label };
}
