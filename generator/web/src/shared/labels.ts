import type { Hit } from "./protocol";

/** What to call an entry: organisations by their type, since not all of them are clusters; the rest by its kind. */
export function whatItIs({ kind, labels }: Hit): { readonly facet: string; readonly label: string } {
  const type = kind === "cluster" ? labels.get("type")?.[0] : undefined;
  if (type !== undefined) return { facet: "type", label: type };
  return { facet: "kind", label: labels.get("kind")?.[0] ?? "" };
}
