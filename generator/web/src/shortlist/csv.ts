// A table as a file that spreadsheets open: nothing in it can become a formula there.
const FORMULA = /^[=+\-@\t\r]/;
/** So that spreadsheets read the file as UTF-8. */
const MARK = "\uFEFF";

export function toCsv(rows: readonly (readonly string[])[]): string {
  return MARK + rows.map((row) => row.map(cell).join(",") + "\r\n").join("");
}

function cell(text: string): string {
  const safe = FORMULA.test(text.trimStart()) || FORMULA.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** Hand a file to the visitor, made here and sent nowhere. */
export function download(name: string, content: string, type = "text/csv"): void {
  const address = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
