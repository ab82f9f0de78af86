// The button that changes between light and dark.
import { applyScheme, chosenScheme, keepScheme, type Scheme } from "../shared/scheme";

export function attachSchemeButton(): void {
  const button = document.querySelector<HTMLButtonElement>("[data-il-scheme]");
  if (button === null) return;
  button.hidden = false;
  button.addEventListener("click", () => {
    const other: Scheme = currentScheme() === "dark" ? "light" : "dark";
    applyScheme(other);
    keepScheme(other);
  });
}

function currentScheme(): Scheme {
  return chosenScheme() ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
}
