/** Buttons that print the page; without scripts there are none. */
export function attachPrintButtons(scope: ParentNode = document): void {
  for (const button of scope.querySelectorAll<HTMLButtonElement>("[data-il-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
}
