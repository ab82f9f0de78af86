// Stars: <button data-il-star="cluster/litek" hidden>. Scripts that draw new ones say so by the event il-stars.
import { isStarKey, readShortlist, toggleStar } from "../shortlist/list";

const MESSAGE_SECONDS = 10;

export function attachStars(): void {
  document.addEventListener("click", ({ target }) => {
    const star = target instanceof Element ? target.closest<HTMLElement>("[data-il-star]") : null;
    if (star !== null) toggle(star.dataset["ilStar"]);
  });
  document.addEventListener("il-stars", refresh);
  // Another tab may have changed the list, or this page comes back from the browser's memory.
  addEventListener("storage", refresh);
  addEventListener("pageshow", refresh);
  refresh();
}

function toggle(key: string | undefined): void {
  if (!isStarKey(key)) return;
  if (!toggleStar(key)) complain();
  document.dispatchEvent(new Event("il-stars"));
}

function refresh(): void {
  const keys = new Set(readShortlist().map(({ key }) => key));
  for (const star of document.querySelectorAll<HTMLElement>("[data-il-star]")) {
    star.hidden = !isStarKey(star.dataset["ilStar"]);
    star.setAttribute("aria-pressed", String(keys.has(star.dataset["ilStar"] ?? "")));
  }
  for (const entry of document.querySelectorAll<HTMLElement>("[data-il-shortlist]")) {
    entry.hidden = keys.size === 0;
    entry.querySelector("[data-il-count]")?.replaceChildren(String(keys.size));
  }
}

function complain(): void {
  const text = document.querySelector<HTMLElement>("[data-il-shortlist]")?.dataset["ilFailed"];
  if (text === undefined) return;
  const message = document.querySelector(".il-toast") ?? document.body.appendChild(document.createElement("p"));
  message.className = "il-toast";
  message.setAttribute("role", "status");
  message.textContent = text;
  window.setTimeout(() => message.replaceChildren(), MESSAGE_SECONDS * 1_000);
}
