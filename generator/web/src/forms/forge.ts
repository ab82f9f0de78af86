// Where a proposal is made: the forge's own page for a new file or for a change.

export interface Forge {
  readonly kind: "github" | "gitlab" | "forgejo";
  readonly url: string;
  readonly branch: string;
}

/** The longest address that forges and the servers before them take; what is longer is copied instead. */
export const LONGEST_ADDRESS = 6_000;

export interface ProposalLink {
  readonly href: string;
  /** Whether the page opens with the text in it; otherwise it has to be pasted. */
  readonly filled: boolean;
}

/** The page on which a new file is proposed, with its text as far as the forge takes it. */
export function proposalLink(forge: Forge, path: string, text: string): ProposalLink {
  const bare = newFilePage(forge, path);
  const query = new URLSearchParams(CONTENT[forge.kind] === undefined ? {} : { [CONTENT[forge.kind] ?? ""]: text }).toString().replaceAll("+", "%20");
  const href = query === "" ? bare : `${bare}&${query}`;
  return href.length <= LONGEST_ADDRESS && query !== "" ? { href, filled: true } : { href: bare, filled: false };
}

/** The page on which a file is changed; no forge fills it in. */
export function editPage({ kind, url, branch }: Forge, path: string): string {
  const way = { github: "edit", gitlab: "-/edit", forgejo: "_edit" }[kind];
  return `${url}/${way}/${encoded(branch)}/${encoded(path)}`;
}

/** GitLab has no parameter for the text that it promises to keep. */
const CONTENT: Readonly<Record<Forge["kind"], string | undefined>> = { github: "value", gitlab: undefined, forgejo: "value" };

function newFilePage({ kind, url, branch }: Forge, path: string): string {
  const [folder, name] = [path.slice(0, path.lastIndexOf("/")), path.slice(path.lastIndexOf("/") + 1)];
  if (kind === "gitlab") return `${url}/-/new/${encoded(branch)}?file_name=${encodeURIComponent(path)}`;
  if (kind === "forgejo") return `${url}/_new/${encoded(branch)}/${encoded(folder)}?filename=${encodeURIComponent(name)}`;
  return `${url}/new/${encoded(branch)}?filename=${encodeURIComponent(path)}`;
}

function encoded(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}
