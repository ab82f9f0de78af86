// What speaks for an entry as the answer to a description: a sum of weighted reasons.
import type { MatchReason, ReasonKind, TermKind, TermRow, Understood, UnderstoodTerm } from "../shared/protocol";

const WEIGHTS: Readonly<Record<ReasonKind, number>> = {
  technology: 3, "technology-group": 1, ecosystem: 1.4, country: 2, type: 1.5, cooperation: 0.8, "partner-type": 0.7, words: 1.3,
};
/** A group of technologies says less than one of them. */
const GROUP_NAMED = 0.4;
/** Neighbouring technologies beside the very ones add little. */
const BESIDE = 0.3;
const OTHER_DOMAIN = 0.6;
/** Without one of these, an entry is about something else. */
const TOPICS: ReadonlySet<ReasonKind> = new Set(["technology", "technology-group", "ecosystem", "words"]);
const PLAIN: readonly (TermKind & ReasonKind)[] = ["ecosystem", "country", "partner-type"];
const SALES: ReadonlySet<string> = new Set(["commercial-agreement", "distribution"]);
/** Who seeks the same isn't who has it; no reason, but less of a match. */
const WRONG_WAY = -1;
const MOST_WORDS_TOLD = 5;
/** A long text shares some word with everybody: each further one adds less. */
const FURTHER_WORD = 0.85;

export interface Entry {
  readonly place: number;
  readonly terms: readonly TermRow[];
}

/** For a word, how well each place says it, from 0 to 1, and how much that tells. */
export interface SaidWord {
  readonly word: string;
  readonly rarity: number;
  readonly places: ReadonlyMap<number, number>;
}

export function reasonsFor(entry: Entry, { terms }: Understood, said: readonly SaidWord[]): MatchReason[] {
  const of = (kind: TermKind): UnderstoodTerm[] => terms.filter((term) => term.kind === kind);
  const cooperation = sharedReason(entry, "cooperation", of("cooperation"));
  const reasons = [
    ...technologyReasons(entry, of("technology")),
    ...PLAIN.map((kind) => sharedReason(entry, kind, of(kind))),
    cooperation,
    typeReason(entry, of("type")[0]?.code, cooperation),
    wordsReason(entry, said),
  ].filter((reason) => reason.weight !== 0);
  return reasons.some(({ kind }) => TOPICS.has(kind)) ? reasons.sort((a, b) => b.weight - a.weight) : [];
}

export function hasTopics({ terms, words }: Understood): boolean {
  return words.length > 0 || terms.some(({ kind }) => TOPICS.has(kind));
}

/** The terms of which one makes an entry a candidate: those that are wanted, and the single technologies of wanted groups. */
export function topicsOf({ terms: wanted }: Understood, known: readonly TermRow[]): TermRow[] {
  return known.filter(({ kind, code, broader }) => {
    if (!TOPICS.has(kind)) return false;
    return wanted.some((term) => term.kind === kind && (term.code === code || (kind === "technology" && term.code === broader)));
  });
}

function technologyReasons({ terms }: Entry, wanted: readonly UnderstoodTerm[]): MatchReason[] {
  const own = terms.filter(({ kind }) => kind === "technology");
  const shared = own.filter(({ code }) => wanted.some((term) => term.code === code));
  const wider = own.filter((term) => !shared.includes(term) && wanted.some(({ code }) => term.broader === code));
  const weight = shared.reduce((sum, { broader }) => sum + (broader === undefined ? GROUP_NAMED : 1), 0);
  return [
    { kind: "technology", terms: labels(shared), weight: WEIGHTS.technology * diminished(weight) },
    { kind: "technology-group", terms: labels(wider), weight: WEIGHTS["technology-group"] * diminished(wider.length) * (weight > 0 ? BESIDE : 1) },
  ];
}

function sharedReason({ terms }: Entry, kind: TermKind & ReasonKind, wanted: readonly UnderstoodTerm[]): MatchReason {
  const shared = terms.filter((term) => term.kind === kind && wanted.some(({ code }) => code === term.code));
  return { kind, terms: labels(shared), weight: WEIGHTS[kind] * diminished(shared.length) };
}

/** Who seeks is answered by who offers. An organisation itself may do either. */
function typeReason({ terms }: Entry, wanted: string | undefined, cooperation: MatchReason): MatchReason {
  const own = terms.find(({ kind }) => kind === "type")?.code;
  if (own === undefined || wanted === undefined) return { kind: "type", terms: [], weight: 0 };
  if (own === wanted && bothSeek(own, terms, cooperation)) return { kind: "type", terms: ["same"], weight: WEIGHTS.type };
  if (isOffer(own) === isOffer(wanted)) return { kind: "type", terms: [], weight: WRONG_WAY };
  const sameDomain = domain(own) === domain(wanted) || (wanted === "research-request" && own === "technology-offer");
  const weight = sameDomain ? WEIGHTS.type : WEIGHTS.type * OTHER_DOMAIN;
  return { kind: "type", terms: [isOffer(own) ? "offers" : "seeks"], weight };
}

/** Research and sales are sought from both sides: a maker looks for importers, and an importer for makers. */
function bothSeek(type: string, terms: readonly TermRow[], cooperation: MatchReason): boolean {
  if (type === "research-request") return true;
  const sales = terms.filter(({ kind, code }) => kind === "cooperation" && SALES.has(code));
  return type === "business-request" && sales.some(({ label }) => cooperation.terms.includes(label));
}

function isOffer(type: string): boolean {
  return type.endsWith("-offer");
}

function wordsReason({ place }: Entry, said: readonly SaidWord[]): MatchReason {
  const found = said
    .map(({ word, rarity, places }) => ({ word, value: rarity * (places.get(place) ?? 0) }))
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value);
  const weight = WEIGHTS.words * found.reduce((sum, { value }, rank) => sum + value * FURTHER_WORD ** rank, 0);
  return { kind: "words", terms: found.slice(0, MOST_WORDS_TOLD).map(({ word }) => word), weight };
}

/** The second and the third of a kind add less than the first. */
function diminished(count: number): number {
  return count <= 1 ? count : 1 + Math.log2(count) / 2;
}

function domain(type: string): string {
  return type.slice(0, type.indexOf("-"));
}

function labels(terms: readonly TermRow[]): string[] {
  return terms.map(({ label }) => label);
}
