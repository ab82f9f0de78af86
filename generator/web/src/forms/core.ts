// What the forms do without a page: for the pages, and for the tests that run the same code.
export { changed, newFile } from "./changes";
export { check } from "./check";
export { proposalLink } from "./forge";
export { say } from "./messages";
export { emailFlaw, urlFlaw } from "./rules/addresses";
export { pointerText } from "./schema";
export { readSource } from "./source";
export { conforming } from "./state";
export { pruned, valueAt, written } from "./values";
