// Loaded before the page is drawn, so that a chosen scheme does not flash.
import { applyScheme, chosenScheme } from "./shared/scheme";

applyScheme(chosenScheme());
