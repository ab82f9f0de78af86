// Dates as people know them: a day, a month or only a year. Days are written as texts, which sort as they should.

const FORM = /^([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?$/;
const LAST = "9999-12-31";
const MONTHS = 12;

export interface PartialDate {
  readonly text: string;
  readonly earliest: string;
  readonly latest: string;
}

export function hasDateForm(text: string): boolean {
  return FORM.test(text);
}

/** Read a date; undefined for what is no date of the calendar. */
export function parseDate(text: string): PartialDate | undefined {
  const [, year, month, day] = FORM.exec(text) ?? [];
  if (year === undefined || year === "0000") return undefined;
  const last = lastDay(Number(year), Number(month ?? MONTHS));
  if (last === 0 || (day !== undefined && !(Number(day) >= 1 && Number(day) <= last))) return undefined;
  return {
    text,
    earliest: `${year}-${month ?? "01"}-${day ?? "01"}`,
    latest: `${year}-${month ?? "12"}-${day ?? pad(last)}`,
  };
}

function lastDay(year: number, month: number): number {
  if (!(month >= 1 && month <= MONTHS)) return 0;
  const date = new Date(0);
  date.setUTCFullYear(year, month, 0);
  return date.getUTCDate();
}

/** The last day of the month that lies so many months after a day. */
export function monthEnd(day: string, later = 0): string {
  const months = Number(day.slice(0, 4)) * MONTHS + Number(day.slice(5, 7)) - 1 + later;
  const year = Math.min(Math.floor(months / MONTHS), 9999);
  const month = (months % MONTHS) + 1;
  return `${String(year).padStart(4, "0")}-${pad(month)}-${pad(lastDay(year, month))}`;
}

/** The day so many days later, or the last one that there is. */
export function daysLater(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.getUTCFullYear() > 9999 ? LAST : date.toISOString().slice(0, 10);
}

export function daysBetween(first: string, last: string): number {
  return Math.round((Date.parse(`${last}T00:00:00Z`) - Date.parse(`${first}T00:00:00Z`)) / 86_400_000);
}

function pad(number: number): string {
  return String(number).padStart(2, "0");
}
