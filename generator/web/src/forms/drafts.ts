// What somebody has begun to write lies in this browser alone, so that a closed tab costs nothing.
import { type Block, isBlock } from "./values";

const KEY = "inolink.forms.v1";
const VERSION = 1;
const LONGEST = 400_000;
const MOST_DRAFTS = 20;

export interface Draft {
  /** When it was saved. */
  readonly saved: string;
  readonly cluster: string;
  /** What the file held when the draft was begun; empty for a new file. */
  readonly base: string;
  readonly value: Block;
}

export function readDraft(name: string): Draft | undefined {
  const draft = everything().get(name);
  if (!isBlock(draft) || draft["version"] !== VERSION || !isBlock(draft["value"])) return undefined;
  const text = (key: string): string => (typeof draft[key] === "string" ? draft[key] : "");
  if (Number.isNaN(Date.parse(text("saved")))) return undefined;
  return { saved: text("saved"), cluster: text("cluster"), base: text("base"), value: draft["value"] };
}

/** Keep a draft; tells whether the browser did, since storage may be full or forbidden. */
export function writeDraft(name: string, draft: Draft): boolean {
  const others = [...everything()].filter(([other]) => other !== name).slice(1 - MOST_DRAFTS);
  return save([...others, [name, { ...draft, version: VERSION }]]);
}

export function eraseDraft(name: string): void {
  save([...everything()].filter(([other]) => other !== name));
}

function save(drafts: readonly (readonly [string, unknown])[]): boolean {
  try {
    if (drafts.length === 0) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(drafts)));
    return true;
  } catch {
    return false;
  }
}

function everything(): Map<string, unknown> {
  try {
    const text = localStorage.getItem(KEY) ?? "{}";
    const kept: unknown = text.length > LONGEST ? {} : JSON.parse(text);
    return new Map(isBlock(kept) ? Object.entries(kept) : []);
  } catch {
    return new Map();
  }
}
