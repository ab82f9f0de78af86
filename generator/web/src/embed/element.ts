// <inolink-offers cluster="litek" language="lt">: shows on any site what an organisation seeks and offers.
//
// The list itself is a page of the directory in a frame: the texts of others never become part of the site that
// shows them. All that comes back from there is how high the list is, and what it is called.
export {};

/** What the directory puts around this script when it is built. */
declare const INOLINK: { readonly languages: readonly string[] };

const NAME = "inolink-offers";
const SLUG = /^[a-z0-9][a-z0-9-]{0,60}$/;
const HIGHEST = 10_000;
const LONGEST_TITLE = 200;
const SANDBOX = "allow-scripts allow-same-origin allow-popups allow-top-navigation-by-user-activation";
const STYLES = ":host{display:block}:host([hidden]){display:none}iframe{display:block;width:100%;height:0;border:0}";

// The directory is where this script came from.
const script = document.currentScript;
const root = script instanceof HTMLScriptElement ? new URL("..", script.src) : undefined;

class InolinkOffers extends HTMLElement {
  static readonly observedAttributes = ["cluster", "language", "scheme"];

  readonly #shadow = this.attachShadow({ mode: "open" });
  readonly #frame = document.createElement("iframe");

  constructor() {
    super();
    const styles = new CSSStyleSheet();
    styles.replaceSync(STYLES);
    this.#shadow.adoptedStyleSheets = [styles];
    this.#frame.setAttribute("sandbox", SANDBOX);
  }

  connectedCallback(): void {
    addEventListener("message", this.#hear);
    this.#load();
  }

  disconnectedCallback(): void {
    removeEventListener("message", this.#hear);
  }

  attributeChangedCallback(): void {
    if (this.isConnected) this.#load();
  }

  /** What stands within the element is shown until the list has come, and stays if it never does. */
  #load(): void {
    const address = addressOf(this);
    this.#shadow.replaceChildren(document.createElement("slot"));
    this.#frame.style.height = "0";
    this.#frame.title = this.getAttribute("cluster") ?? "";
    if (address === undefined) return;
    this.#frame.src = address;
    this.#shadow.append(this.#frame);
  }

  readonly #hear = (event: MessageEvent<unknown>): void => {
    if (event.source !== this.#frame.contentWindow || event.source === null || event.origin !== root?.origin) return;
    const { kind, height, title } = { ...(event.data as object) } as Record<string, unknown>;
    if (kind !== "inolink:size" || typeof height !== "number" || !(height > 0 && height <= HIGHEST)) return;
    this.#frame.style.height = `${Math.ceil(height)}px`;
    if (typeof title === "string") this.#frame.title = title.slice(0, LONGEST_TITLE);
    this.#shadow.querySelector("slot")?.remove();
  };
}

/** The list's page in the directory; none for a name that can't be one. */
function addressOf(element: HTMLElement): string | undefined {
  const cluster = element.getAttribute("cluster") ?? "";
  if (root === undefined || !SLUG.test(cluster)) return undefined;
  const language = spoken(element);
  const folder = language === INOLINK.languages[0] ? "" : `${language}/`;
  const address = new URL(`${folder}embed/${cluster}/`, root);
  const scheme = element.getAttribute("scheme");
  if (scheme === "light" || scheme === "dark") address.searchParams.set("scheme", scheme);
  return address.href;
}

/** The language asked for, else that of the text around the element, else the directory's first. */
function spoken(element: HTMLElement): string {
  const around = element.closest<HTMLElement>("[lang]")?.lang.split("-")[0];
  const wanted = [element.getAttribute("language") ?? undefined, around];
  return wanted.find((code) => code !== undefined && INOLINK.languages.includes(code)) ?? INOLINK.languages[0] ?? "";
}

if (customElements.get(NAME) === undefined) customElements.define(NAME, InolinkOffers);
