/** `/` leads to the search box from anywhere but a field that takes text. */
export function attachShortcut(): void {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const box = visibleBox();
    if (box === undefined) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
}

// On the finder that is the finder's own box; on a narrow screen the header's may be hidden.
function visibleBox(): HTMLInputElement | undefined {
  const boxes = document.querySelectorAll<HTMLInputElement>("#il-finder input[type=search], .il-search input[type=search]");
  return [...boxes].sort((a, b) => Number(inFinder(b)) - Number(inFinder(a))).find((box) => box.getClientRects().length > 0);
}

function inFinder(box: Element): boolean {
  return box.closest("#il-finder") !== null;
}
