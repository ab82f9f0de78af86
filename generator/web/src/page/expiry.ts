// Dates pass after a page was built: badges that name a last day are looked at again in the browser.

/** Give each badge that names its last day the text of today. */
export function refreshBadges(today: string, scope: ParentNode = document): void {
  for (const badge of scope.querySelectorAll<HTMLElement>("[data-il-closes]")) {
    const { ilCloses = "", ilClosedText } = badge.dataset;
    if (ilCloses === "" || ilCloses >= today) continue;
    if (ilClosedText !== undefined) badge.textContent = ilClosedText;
    badge.classList.add("il-badge--archived");
    badge.closest("[data-il-entry]")?.classList.add("il-archived");
  }
}
