// The table that the index was built with (see generator/inolink/analysis/words.py).
import table from "../../../inolink/analysis/languages.json";

export interface Pass {
  readonly keep: number;
  readonly repeat: boolean;
  readonly endings: ReadonlyMap<string, string>;
}

interface PassRow {
  readonly keep: number;
  readonly repeat?: boolean;
  readonly endings: Readonly<Record<string, string>>;
}

const stemRows: Readonly<Record<string, readonly PassRow[]>> = table.stems;

export const letters: ReadonlyMap<string, string> = new Map(Object.entries(table.letters));

export const stopWordsOf: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(table.stop_words).map(([language, words]) => [language, new Set(words.split(" "))]),
);

export const stopWords: ReadonlySet<string> = new Set([...stopWordsOf.values()].flatMap((words) => [...words]));

export const stemmers: ReadonlyMap<string, readonly Pass[]> = new Map(
  Object.entries(stemRows)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([language, rows]) => [language, rows.map(readPass)]),
);

function readPass({ keep, repeat = false, endings }: PassRow): Pass {
  return { keep, repeat, endings: new Map(Object.entries(endings)) };
}
