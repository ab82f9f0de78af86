// Answers a description: what of it is understood, and who fits it best.
import { fold } from "../shared/analysis";
import type { Choice, DescribedMatch, DescribeRequest, Description, TermRow, TermsFile, Understood } from "../shared/protocol";
import type { Engine } from "../search/engine";
import { hasTopics, reasonsFor, type SaidWord } from "./evidence";
import { Reader } from "./understanding";

const MOST_MATCHES = 10;
/** Who has less than this part of the best one's score is no match beside it. */
const FAR_BEHIND = 0.2;
/** What adds less than this to a match isn't worth a line. */
const LEAST_REASON = 0.15;
/** Words that more of the entries say than this tell nothing. */
const COMMON = 0.4;

export class Describer {
  readonly #file: TermsFile;
  readonly #engine: Engine;
  readonly #reader: Reader;

  constructor(file: TermsFile, engine: Engine) {
    this.#file = file;
    this.#engine = engine;
    this.#reader = new Reader(file.terms, file.cues, (word) => this.#rarity(engine.scores(word).size));
  }

  describe({ text, understood: given, today }: DescribeRequest): Description {
    const understood = given ?? this.#reader.understand(text ?? "");
    const matches = hasTopics(understood) ? this.#matches(understood, today) : [];
    return { understood, matches, choices: this.#file.terms.map(toChoice) };
  }

  #matches(understood: Understood, today: string): DescribedMatch[] {
    const said = this.#saidWords(understood);
    const all = [...this.#engine.answerable(today)].map(([place, hit]): DescribedMatch => {
      const reasons = reasonsFor({ place, terms: this.#termsAt(place) }, understood, said);
      const score = reasons.reduce((sum, { weight }) => sum + weight, 0);
      return { hit, score, reasons: reasons.filter(({ weight }) => weight >= LEAST_REASON) };
    });
    const best = Math.max(0, ...all.map(({ score }) => score));
    const fitting = all.filter(({ score, reasons }) => score > 0 && score >= best * FAR_BEHIND && reasons.length > 0);
    return fitting.sort((a, b) => b.score - a.score || (a.hit.key < b.hit.key ? -1 : 1)).slice(0, MOST_MATCHES);
  }

  #termsAt(place: number): TermRow[] {
    return (this.#file.rows[place] ?? []).flatMap((position) => this.#file.terms[position] ?? []);
  }

  // The words by which a term was named count as well: not everybody who works with lasers is classified so.
  #saidWords({ terms, words }: Understood): SaidWord[] {
    const naming = terms.filter(({ kind }) => kind !== "country" && kind !== "type").flatMap((term) => term.words);
    return [...new Set([...words, ...naming])].map((word) => {
      const scores = this.#engine.scores(fold(word));
      const best = Math.max(0, ...scores.values());
      const places = new Map([...scores].map(([place, score]) => [place, Math.sqrt(score / best)]));
      return { word, rarity: this.#rarity(scores.size), places };
    });
  }

  /** From 1 for a word of one entry down to 0 for one that is everywhere; 0 as well for one that is nowhere. */
  #rarity(found: number): number {
    const all = this.#file.rows.length;
    if (found === 0 || found > all * COMMON) return 0;
    return Math.log(all / found) / Math.log(Math.max(2, all));
  }
}

function toChoice({ kind, code, label }: TermRow): Choice {
  return { kind, code, label };
}
