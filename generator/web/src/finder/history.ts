// The address follows the state; typing is one step of the browser's history, not one a letter.
import { formatState, type FinderState, parseState } from "./state";

export class StateHistory {
  readonly #facets: readonly string[];
  #state: FinderState;
  #isTyping = false;

  constructor(facets: readonly string[], onReturn: (state: FinderState) => void) {
    this.#facets = facets;
    this.#state = parseState(location.search, facets);
    window.addEventListener("popstate", () => {
      this.#isTyping = false;
      this.#state = parseState(location.search, this.#facets);
      onReturn(this.#state);
    });
  }

  get state(): FinderState {
    return this.#state;
  }

  /** Take a new state over into the address. */
  set(state: FinderState, typed: boolean): void {
    const address = formatState(state) || location.pathname;
    const continues = typed && this.#isTyping;
    this.#isTyping = typed;
    this.#state = state;
    if (continues) history.replaceState(null, "", address);
    else history.pushState(null, "", address);
  }
}
