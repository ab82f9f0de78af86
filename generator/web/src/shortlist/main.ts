import { sharedClient } from "../shared/client";
import { readSite, today } from "../shared/site";
import { readTexts } from "../finder/texts";
import { SavedList } from "../saved/view";
import { Entries } from "./entries";
import { ShortlistPage } from "./page";

const page = document.querySelector<HTMLElement>("#il-shortlist");
if (page !== null) {
  const site = readSite();
  const texts = readTexts(site.language);
  page.hidden = false;
  new SavedList(site, texts, sharedClient).show();
  new ShortlistPage(page, site, texts, new Entries(sharedClient, today(site.timeZone)));
}
