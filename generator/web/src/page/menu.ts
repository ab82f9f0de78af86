// The phone's menu closes with Escape and when something outside it is touched.
export function attachMenu(): void {
  const menu = document.querySelector<HTMLDetailsElement>("details.il-menu");
  if (menu === null) return;
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary")?.focus();
  });
  document.addEventListener("click", (event) => {
    if (event.target instanceof Node && !menu.contains(event.target)) menu.open = false;
  });
}
