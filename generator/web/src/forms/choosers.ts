// Which cluster, and which of its files.
import type { Texts } from "../finder/texts";
import { element } from "../shared/dom";
import { spoken } from "./fields/kit";
import { KINDS, type ListedCluster, type ListedFile } from "./model";

type Names = readonly (readonly [value: string, label: string])[];

export function selectField(id: string, name: string, empty: string, names: Names, value: string, choose: (value: string) => void): HTMLElement {
  const select = element("select", { id });
  select.append(element("option", { value: "" }, empty), ...names.map(([code, label]) => element("option", { value: code }, label)));
  select.value = names.some(([code]) => code === value) ? value : "";
  select.addEventListener("change", () => choose(select.value));
  return element("div", { class: "il-field" }, element("label", { for: id, class: "il-field__label" }, name), select);
}

/** Two lists: the clusters, and the files of the chosen one, those that it doesn't have yet included. */
export function fileChooser(clusters: readonly ListedCluster[], texts: Texts, language: string, asked: string, open: (cluster: string, file: ListedFile) => void): HTMLElement {
  const files = element("div", { class: "il-form__files" });
  const choose = (slug: string): void => {
    const cluster = clusters.find((each) => each.slug === slug);
    const listed = cluster === undefined ? [] : filesOf(cluster);
    const names = listed.map((file) => [file.path, fileName(file, texts, language, cluster)] as const);
    const act = (path: string): void => {
      const file = listed.find((each) => each.path === path);
      if (file !== undefined) open(slug, file);
    };
    files.replaceChildren(...(cluster === undefined ? [] : [selectField("il-form-file", texts.get("forms.which-file"), texts.get("forms.choose"), names, asked, act)]));
  };
  const named = clusters.map(({ slug, name }) => [slug, spoken(name, language)] as const).sort(([, one], [, other]) => one.localeCompare(other, language));
  const known = clusters.find((each) => each.files.some(({ path }) => path === asked))?.slug ?? asked.split("/")[1] ?? "";
  choose(known);
  return element("div", { class: "il-form__chooser" }, selectField("il-form-cluster", texts.get("forms.cluster"), texts.get("forms.choose"), named, known, choose), files);
}

function filesOf(cluster: ListedCluster): ListedFile[] {
  const missing = KINDS.filter((kind) => kind !== "offer" && !cluster.files.some((file) => file.kind === kind));
  const all = [...cluster.files, ...missing.map((kind) => ({ kind, path: `clusters/${cluster.slug}/${kind}.yml` }))];
  return all.sort((one, other) => KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind));
}

function fileName({ kind, title, path }: ListedFile, texts: Texts, language: string, cluster: ListedCluster | undefined): string {
  const name = texts.get(`forms.kind-${kind}`);
  if (title !== undefined) return `${name}: ${spoken(title, language)}`;
  return cluster?.files.some((file) => file.path === path) === true ? name : texts.get("forms.kind-new", { name });
}
