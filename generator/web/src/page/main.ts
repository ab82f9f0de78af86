// On every page: search suggestions, copy buttons, and badges that know what day it is.
import { readSite, today } from "../shared/site";
import { attachCopyButtons } from "./copy";
import { refreshBadges } from "./expiry";
import { attachHeaderSearch } from "./header-search";
import { attachShortcut } from "./shortcut";

refreshBadges(today(readSite().timeZone));
attachCopyButtons();
attachShortcut();
document.querySelectorAll<HTMLFormElement>("form.il-search").forEach(attachHeaderSearch);
