// A link to something folded away unfolds it: `#interest-…` opens its prepared message.
export function openTarget(): void {
  const open = (): void => {
    const id = written(location.hash.slice(1));
    const target = id === "" ? null : document.getElementById(id);
    target?.closest("details")?.setAttribute("open", "");
  };
  addEventListener("hashchange", open);
  open();
}

// Anybody can write a link, also one that no name was encoded for.
function written(mark: string): string {
  try {
    return decodeURIComponent(mark);
  } catch {
    return "";
  }
}
