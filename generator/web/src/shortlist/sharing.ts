// A shared shortlist is in the address behind the `#`, which browsers send to nobody. Notes stay at home.
import { isStarKey } from "./list";

const NAME = "keys";
const MOST_SHARED = 100;

export interface SharedList {
  readonly keys: readonly string[];
  /** How many parts of the link are no keys, or too many. */
  readonly unread: number;
}

export function sharedLink(keys: readonly string[], page: string): string {
  const address = new URL(page);
  address.search = "";
  address.hash = `${NAME}=${keys.join(",")}`;
  return address.href;
}

/** What a link shares; undefined if it shares nothing. */
export function readShared(hash: string): SharedList | undefined {
  const written = new URLSearchParams(hash.replace(/^#/, "")).get(NAME);
  if (written === null) return undefined;
  const parts = [...new Set(written.split(",").filter((part) => part !== ""))];
  const keys = parts.filter(isStarKey).slice(0, MOST_SHARED);
  return { keys, unread: parts.length - keys.length };
}
