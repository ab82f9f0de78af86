// Buttons that copy a prepared text: <button data-il-copy="id-of-the-text" data-il-copied="…" data-il-copy-failed="…">.

export function attachCopyButtons(scope: ParentNode = document): void {
  for (const button of scope.querySelectorAll<HTMLElement>("[data-il-copy]")) {
    const status = document.createElement("span");
    status.className = "il-copy-status";
    status.setAttribute("role", "status");
    button.after(status);
    button.addEventListener("click", () => void copy(button, status));
  }
}

async function copy(button: HTMLElement, status: HTMLElement): Promise<void> {
  const source = document.getElementById(button.dataset["ilCopy"] ?? "");
  if (source === null) return;
  const { ilCopied = "", ilCopyFailed = "" } = button.dataset;
  try {
    await navigator.clipboard.writeText(textOf(source));
    status.textContent = ilCopied;
  } catch {
    // Without permission the text is selected, so that a key or a long press copies it.
    window.getSelection()?.selectAllChildren(source);
    if (isField(source)) source.select();
    status.textContent = ilCopyFailed;
  }
}

function textOf(source: HTMLElement): string {
  return isField(source) ? source.value : source.innerText.trim();
}

function isField(source: HTMLElement): source is HTMLInputElement | HTMLTextAreaElement {
  return source instanceof HTMLInputElement || source instanceof HTMLTextAreaElement;
}
