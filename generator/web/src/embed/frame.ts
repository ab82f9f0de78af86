// Within the frame: the scheme that the site around it asks for, badges of today, and how high the list is.
import { refreshBadges } from "../page/expiry";
import { today } from "../shared/site";
import { applyScheme } from "../shared/scheme";

const scheme = new URLSearchParams(location.search).get("scheme");
if (scheme === "light" || scheme === "dark") applyScheme(scheme);

addEventListener("DOMContentLoaded", () => {
  refreshBadges(today(document.documentElement.dataset["timeZone"] ?? "UTC"));
  if (window.parent === window) return;
  // The height of a public list is no secret: whoever shows it may know.
  const tell = (): void => {
    const height = document.body.getBoundingClientRect().height;
    window.parent.postMessage({ kind: "inolink:size", height, title: document.title }, "*");
  };
  new ResizeObserver(tell).observe(document.body);
});
