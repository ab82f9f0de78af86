/**
 * How many letters two words are apart (insert, leave out, replace or swap neighbours), up to `limit`.
 *
 * Anything farther returns `limit + 1`: most words are given up after a few letters.
 */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let line = 1; line <= a.length; line++) {
    const next = nextRow(a, b, line, row, before);
    if (Math.min(...next) > limit) return limit + 1;
    [before, row] = [row, next];
  }
  return Math.min(row[b.length] ?? 0, limit + 1);
}

function nextRow(a: string, b: string, line: number, above: readonly number[], before: readonly number[]): number[] {
  const row = [line];
  for (let column = 1; column <= b.length; column++) {
    const replaced = at(above, column - 1) + (a[line - 1] === b[column - 1] ? 0 : 1);
    const shifted = Math.min(at(above, column), at(row, column - 1)) + 1;
    const swapped = isSwap(a, b, line, column) ? at(before, column - 2) + 1 : Infinity;
    row.push(Math.min(replaced, shifted, swapped));
  }
  return row;
}

function isSwap(a: string, b: string, line: number, column: number): boolean {
  return line > 1 && column > 1 && a[line - 1] === b[column - 2] && a[line - 2] === b[column - 1];
}

function at(row: readonly number[], position: number): number {
  return row[position] ?? Infinity;
}
