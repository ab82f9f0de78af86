// What the writer of a description wants: something, or somebody for what there is; and in which domain.
import type { Cues } from "../shared/protocol";
import type { Word } from "./reading";

/** How far behind `looking for` it still says what is looked for. */
const REACH = 3;
const WEIGHTS = { seeks: 2, offers: 1, buyers: 3 } as const;
/** The network's references say type and country: `BRDE20261011001`. */
const REFERENCE = /^(bo|br|to|tr|dr|rdr)([a-z]{2})\d{8,}$/;
const TYPES = new Map([
  ["bo", "business-offer"],
  ["br", "business-request"],
  ["to", "technology-offer"],
  ["tr", "technology-request"],
  ["dr", "research-request"],
  ["rdr", "research-request"],
]);

export interface Reference {
  readonly type: string;
  readonly country: string;
}

type Found = Readonly<Record<keyof Cues, readonly number[]>>;

export function referenceIn(words: readonly Word[]): Reference | undefined {
  for (const { folded } of words) {
    const [, type = "", country = ""] = REFERENCE.exec(folded) ?? [];
    const known = TYPES.get(type);
    if (known !== undefined) return { type: known, country: country.toUpperCase() };
  }
  return undefined;
}

/** The type of profile that a description would be; undefined if it doesn't say what is wanted. */
export function typeOf(words: readonly Word[], cues: Cues): string | undefined {
  const found = findAll(words, cues);
  const direction = directionOf(found);
  if (direction === undefined) return undefined;
  const domain = domainOf(found);
  if (domain === "research") return direction === "seeks" ? "research-request" : "technology-offer";
  return `${domain}-${direction === "seeks" ? "request" : "offer"}`;
}

function directionOf(found: Found): "seeks" | "offers" | undefined {
  const earning = found.seeks.filter((place) => found.buyers.some((buyer) => buyer > place && buyer - place <= REACH)).length;
  const seeks = WEIGHTS.seeks * (found.seeks.length - earning);
  const offers = WEIGHTS.offers * found.offers.length + WEIGHTS.buyers * earning;
  if (seeks === 0 && offers === 0) return undefined;
  return seeks >= offers ? "seeks" : "offers";
}

function domainOf({ research, technology }: Found): "research" | "technology" | "business" {
  if (research.length > 1 && research.length >= technology.length) return "research";
  return technology.length > 0 ? "technology" : "business";
}

function findAll(words: readonly Word[], cues: Cues): Found {
  const folded = words.map((word) => word.folded);
  const found = Object.entries(cues).map(([name, phrases]) => [name, placesOf(phrases.map(readCue), folded)]);
  return Object.fromEntries(found) as Found;
}

type Cue = readonly ((word: string) => boolean)[];

export function readCue(phrase: string): Cue {
  return phrase.split(" ").map((part) => {
    const beginning = part.replace("*", "");
    return part.endsWith("*") ? (word: string) => word.startsWith(beginning) : (word: string) => word === part;
  });
}

/** Where the cues end. */
function placesOf(cues: readonly Cue[], words: readonly string[]): number[] {
  return words.flatMap((_, place) => {
    const cue = cues.find((parts) => parts.every((fits, step) => fits(words[place + step] ?? "")));
    return cue === undefined ? [] : [place + cue.length - 1];
  });
}
