// No traces of persons in any text: IL451 to IL453. What is found is masked at once.
import type { Found } from "../entry";
import type { Pointer, Rules } from "../model";
import { fold, isBlock, isList } from "../values";
import { type Context, profileOf } from "./context";

type Numbers = Rules["persons"];
const PAIR = 2;

export function* persons(context: Context): Generator<Found> {
  const numbers = context.rules.persons;
  const names = ownNames(context);
  for (const [pointer, text] of texts(context.top.value)) {
    if (text.startsWith("https://") || text.startsWith("http://")) continue;
    for (const value of text.includes("@") ? personalAddresses(text, names, numbers) : []) yield { code: "IL451", pointer, params: { value } };
    for (const value of phoneNumbers(text, numbers)) yield { code: "IL452", pointer, params: { value } };
    for (const honorific of titles(text, numbers)) yield { code: "IL453", pointer, params: { honorific } };
  }
}

function* texts(value: unknown, pointer: Pointer = []): Generator<readonly [Pointer, string]> {
  if (typeof value === "string") yield [pointer, value];
  else if (isBlock(value)) for (const [key, child] of Object.entries(value)) yield* texts(child, [...pointer, key]);
  else if (isList(value)) for (const [index, child] of value.entries()) yield* texts(child, [...pointer, index]);
}

/** The names that the organisation goes by: an address may bear them. */
function ownNames(context: Context): string[] {
  const profile = profileOf(context);
  const also = profile.texts("also_known_as").map(([, name]) => name);
  return [context.cluster ?? "", profile.text("short_name") ?? "", ...profile.localised("name").values(), ...also];
}

function* personalAddresses(text: string, names: readonly string[], numbers: Numbers): Generator<string> {
  for (const [found] of withoutUrls(text, numbers).matchAll(new RegExp(numbers.patterns.email, "gu"))) {
    const [local, domain] = [found.slice(0, found.lastIndexOf("@")), found.slice(found.lastIndexOf("@") + 1)];
    if (!isRole(local, [domain.slice(0, Math.max(0, domain.lastIndexOf("."))), ...names], numbers)) yield `${local.slice(0, 1)}…@${domain}`;
  }
}

function withoutUrls(text: string, { patterns }: Numbers): string {
  return text.replace(new RegExp(patterns.url, "giu"), " ");
}

function isRole(local: string, names: readonly string[], numbers: Numbers): boolean {
  const folded = fold(local);
  const tokens = folded.split(/[._+\d-]+/u).filter((token) => token.length >= numbers.telling);
  if ([folded, ...tokens].some((token) => words(numbers, "roles").has(token))) return true;
  return names.some((name) => [folded, ...tokens].some((token) => bears(token, fold(name), numbers)));
}

function bears(token: string, name: string, { telling }: Numbers): boolean {
  const parts = name.split(/[^a-z]+/u).filter(Boolean);
  const initials = parts.map((part) => part.slice(0, 1)).join("");
  if (token.length >= PAIR && [...parts, parts.join(""), initials].includes(token)) return true;
  return token.length > PAIR && parts.some((part) => part.length >= telling && (token.includes(part) || part.includes(token)));
}

function* phoneNumbers(text: string, numbers: Numbers): Generator<string> {
  const plain = /\p{Nd}/u.test(text) ? withoutUrls(text, numbers) : "";
  for (const pattern of plain === "" ? [] : numbers.phones) {
    const found = new RegExp(pattern, "iu").exec(plain);
    if (found !== null) return void (yield `${found[0].slice(0, 4).trimEnd()}…`);
  }
}

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function* titles(text: string, numbers: Numbers): Generator<string> {
  const found = [...text.matchAll(new RegExp(numbers.patterns.word, "gu"))];
  const all = found.map(({ 0: word, index = 0 }) => ({ text: word, start: index, end: index + word.length }));
  for (const [place, word] of all.entries()) {
    const title = place > 0 && isUpper(word.text.slice(0, 1)) ? titleBefore(text, all, place, numbers) : undefined;
    if (title !== undefined) yield title;
  }
}

/** The longest title that ends before this word and is followed by a person's name. */
function titleBefore(text: string, all: readonly Word[], place: number, numbers: Numbers): string | undefined {
  const names = namesAfter(text, all.slice(place - 1, place + numbers.longest_name), numbers);
  const last = all[place - 1];
  if (last === undefined || names.length === 0 || names.some((name) => isOrganisation(name, numbers))) return undefined;
  for (const first of all.slice(Math.max(0, place - numbers.longest_office), place)) {
    const title = text.slice(first.start, last.end);
    if (names.length >= namesNeeded(fold(title), text[last.end] ?? "", numbers)) return title;
  }
  return undefined;
}

function namesNeeded(title: string, following: string, numbers: Numbers): number {
  if (words(numbers, "honorifics").has(title)) return 1;
  if (words(numbers, "offices").has(title) || (words(numbers, "short_honorifics").has(title) && following === ".")) return PAIR;
  return Infinity;
}

function namesAfter(text: string, following: readonly Word[], { patterns }: Numbers): string[] {
  const names: string[] = [];
  let allowed = patterns.after_title;
  for (const [place, word] of following.slice(1).entries()) {
    const between = text.slice(following[place]?.end ?? 0, word.start);
    if (!isUpper(word.text.slice(0, 1)) || !new RegExp(`^(?:${allowed})`, "u").test(between)) break;
    names.push(word.text);
    allowed = word.text.length === 1 ? patterns.after_initial : patterns.between_names;
  }
  return names;
}

function isOrganisation(name: string, numbers: Numbers): boolean {
  const shouted = name.length > 1 && name === name.toUpperCase() && name !== name.toLowerCase();
  return shouted || [...words(numbers, "organisation_words")].some((word) => fold(name).startsWith(word));
}

function isUpper(letter: string): boolean {
  return /^\p{Lu}/u.test(letter);
}

function words(numbers: Numbers, kind: string): ReadonlySet<string> {
  return new Set(numbers.words[kind] ?? []);
}
