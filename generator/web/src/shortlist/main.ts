import { sharedClient } from "../shared/client";
import { readSite, today } from "../shared/site";
import { readTexts } from "../finder/texts";
import { SavedList } from "../saved/view";
import { loadEntries } from "./entries";
import { ShortlistPage } from "./page";

const page = document.querySelector<HTMLElement>("#il-shortlist");
if (page !== null) void start(page);

async function start(place: HTMLElement): Promise<void> {
  const site = readSite();
  const texts = readTexts(site.language);
  place.hidden = false;
  new SavedList(site, texts, () => sharedClient()).show();
  try {
    new ShortlistPage(place, site, texts, await loadEntries(site, today(site.timeZone)));
  } catch {
    place.dataset["ilState"] = "failed";
    document.querySelector("#il-shortlist-status")?.replaceChildren(texts.get("shortlist.unloaded"));
  }
}
