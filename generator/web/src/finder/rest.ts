// Results that are still to come: their places in the list, until somebody comes near them.
import { element } from "../shared/dom";

/** How far below the screen a result begins to come. */
const NEAR = "300px";

/** So many places; `load` is asked for what belongs there, again when somebody wants it where it failed. */
export function rest(count: number, label: string, load: () => Promise<unknown>): HTMLElement {
  const button = element("button", { type: "button", class: "il-link-button" }, label);
  const places = element("div", { class: "il-skeleton", "aria-hidden": "true" }, ...Array.from({ length: count }, () => element("div")));
  const made = element("li", { class: "il-results__rest" }, button, places);
  const ask = (): void => {
    near.disconnect();
    if (made.getAttribute("aria-busy") === "true") return;
    made.setAttribute("aria-busy", "true");
    void load().catch(() => made.setAttribute("aria-busy", "false"));
  };
  const near = new IntersectionObserver((seen) => seen.some(({ isIntersecting }) => isIntersecting) && ask(), { rootMargin: NEAR });
  near.observe(made);
  button.addEventListener("click", ask);
  return made;
}
