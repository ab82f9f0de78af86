import { readSite } from "../shared/site";
import { Finder } from "./finder";
import { attachServices } from "./services";
import { readTexts } from "./texts";

const page = document.querySelector<HTMLElement>("#il-finder");
if (page !== null) {
  const site = readSite();
  attachServices(page, site);
  new Finder(page, site, readTexts(site.language));
}
