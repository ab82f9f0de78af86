// Which web and e-mail addresses can be shown as links.
import type { Rules } from "../model";

type Numbers = Rules["addresses"];

const SCHEME = /^([a-z][a-z0-9+.-]*):(.*)$/isu;
const INVISIBLE = /[\p{C}\p{Zl}\p{Zp}]|[^\P{Z} ]/u;

/** Why a web address can't be a link; undefined if it can. */
export function urlFlaw(url: string, numbers: Numbers): string | undefined {
  if (new RegExp(numbers.unsafe, "u").test(url) || INVISIBLE.test(url)) return "url-characters";
  const [, scheme = "", rest = ""] = SCHEME.exec(url) ?? [];
  if (!numbers.schemes.includes(scheme.toLowerCase())) return "url-scheme";
  const place = /^\/\/([^/?#]*)/u.exec(rest)?.[1] ?? "";
  if (place.includes("@")) return "url-userinfo";
  return placeFlaw(place, numbers);
}

function placeFlaw(place: string, numbers: Numbers): string | undefined {
  const [, host = "", , port] = /^(\[[^\]]*\]|[^:]*)(:(.*))?$/u.exec(place) ?? [];
  if (host === "" || place.includes("[") !== place.includes("]")) return "url-host";
  if (port !== undefined && port !== "" && !(/^[0-9]+$/.test(port) && Number(port) >= 1 && Number(port) <= numbers.port)) return "url-port";
  if (host.split(".").some((label) => alphabets(label, numbers) > 1)) return "url-alphabets";
  return isPublicHost(host) ? undefined : "url-name";
}

/** Whether an e-mail address is anything but one plain address. */
export function emailFlaw(address: string, numbers: Numbers): boolean {
  const domain = new RegExp(`^(?:${numbers.email})`, "u").exec(address)?.groups?.["domain"];
  return domain === undefined || address.includes("..") || !isPublicHost(domain);
}

function isPublicHost(host: string): boolean {
  try {
    const encoded = new URL(`https://${host.replace(/\.$/, "")}/`).hostname;
    return encoded.includes(".") && !/^[0-9]+$/.test(encoded.split(".").at(-1) ?? "") && encoded.split(".").every(isLabel);
  } catch {
    return false;
  }
}

function isLabel(label: string): boolean {
  return /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(label);
}

function alphabets(label: string, { alphabets: names }: Numbers): number {
  const scripts = names.map((name) => `${name.slice(0, 1)}${name.slice(1).toLowerCase()}`);
  return scripts.filter((script) => new RegExp(`\\p{Script=${script}}`, "u").test(label)).length;
}
