/** Rows that are used again and again: a misspelt word is compared with thousands. */
let rows: [Uint16Array, Uint16Array, Uint16Array] = [new Uint16Array(64), new Uint16Array(64), new Uint16Array(64)];

/**
 * How many letters two words are apart (insert, leave out, replace or swap neighbours), up to `limit`.
 *
 * Anything farther returns `limit + 1`: most words are given up after a few letters.
 */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  if (rows[0].length <= b.length) rows = [new Uint16Array(2 * b.length), new Uint16Array(2 * b.length), new Uint16Array(2 * b.length)];
  let [before, row, next] = rows;
  for (let column = 0; column <= b.length; column++) row[column] = column;
  for (let line = 1; line <= a.length; line++) {
    if (fillRow(next, a, b, line, row, before) > limit) return limit + 1;
    [before, row, next] = [row, next, before];
  }
  return Math.min(row[b.length]!, limit + 1);
}

/** Fill a row and return the smallest number in it. */
function fillRow(row: Uint16Array, a: string, b: string, line: number, above: Uint16Array, before: Uint16Array): number {
  let least = (row[0] = line);
  const letter = a.charCodeAt(line - 1);
  for (let column = 1; column <= b.length; column++) {
    let apart = above[column - 1]! + (letter === b.charCodeAt(column - 1) ? 0 : 1);
    apart = Math.min(apart, above[column]! + 1, row[column - 1]! + 1);
    if (isSwap(a, b, line, column)) apart = Math.min(apart, before[column - 2]! + 1);
    row[column] = apart;
    if (apart < least) least = apart;
  }
  return least;
}

function isSwap(a: string, b: string, line: number, column: number): boolean {
  return line > 1 && column > 1 && a[line - 1] === b[column - 2] && a[line - 2] === b[column - 1];
}
