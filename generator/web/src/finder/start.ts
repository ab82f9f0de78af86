// The first thing on the finder's page: whatever the browser does next, the search's files are on their way.
import { sharedClient } from "../shared/client";
import { applyScheme, chosenScheme } from "../shared/scheme";

sharedClient(location.search);
applyScheme(chosenScheme());
