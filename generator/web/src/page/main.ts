// On every page: search suggestions, copy buttons, and badges that know what day it is.
import { readSite, today } from "../shared/site";
import { attachCopyButtons } from "./copy";
import { refreshBadges } from "./expiry";
import { attachHeaderSearch } from "./header-search";
import { attachMenu } from "./menu";
import { attachPrintButtons } from "./print";
import { attachSchemeButton } from "./scheme";
import { attachStars } from "./stars";
import { openTarget } from "./target";
import { attachShortcut } from "./shortcut";

refreshBadges(today(readSite().timeZone));
attachCopyButtons();
attachShortcut();
attachSchemeButton();
attachMenu();
attachStars();
attachPrintButtons();
openTarget();
document.querySelectorAll<HTMLFormElement>("form.il-search").forEach(attachHeaderSearch);
