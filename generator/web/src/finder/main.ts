// Runs before the page has been read: the search begins to load meanwhile.
import { readSite } from "../shared/site";
import { Finder } from "./finder";
import { attachServices } from "./services";
import { readTexts } from "./texts";

function attach(): void {
  const page = document.querySelector<HTMLElement>("#il-finder");
  if (page === null) return;
  const site = readSite();
  new Finder(page, site, readTexts(site.language));
  attachServices(page, site);
}

if (document.readyState === "loading") document.addEventListener("readystatechange", attach, { once: true });
else attach();
