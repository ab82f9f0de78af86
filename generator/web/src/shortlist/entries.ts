// What the search knows of each entry, without its index: enough for cards and for comparing.
import type { DisplayFile, Hit } from "../shared/protocol";
import type { Site } from "../shared/site";

export type Entries = ReadonlyMap<string, Hit>;

export async function loadEntries({ root, language }: Site, today: string): Promise<Entries> {
  const response = await fetch(new URL(`search/documents-${language}.json`, root));
  if (!response.ok) throw new Error(String(response.status));
  return readEntries((await response.json()) as DisplayFile, today);
}

export function readEntries({ documents, facets }: DisplayFile, today: string): Entries {
  return new Map(
    documents.map((document, place) => {
      const labels = new Map(
        facets.map(({ name, values, rows }) => [name, (rows[place] ?? []).flatMap((at) => values[at]?.[1] ?? [])] as const),
      );
      const state = document.state === "archived" || (document.closes ?? today) < today ? "archived" : "open";
      return [document.key, { ...document, state, labels, complete: true }];
    }),
  );
}
