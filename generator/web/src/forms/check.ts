// The check of one file in the browser: the same schema, rules, codes and texts as `inolink check`.
import { Entry, type Found } from "./entry";
import type { FormModel, Rules } from "./model";
import { labels } from "./rules/labels";
import type { Context, Rule, Surroundings } from "./rules/context";
import { lifetimes } from "./rules/lifetimes";
import { offerRules } from "./rules/offers";
import { datesInOrder, regionFitsCountry } from "./rules/periods";
import { persons } from "./rules/persons";
import { quality } from "./rules/quality";
import { references } from "./rules/references";
import { values } from "./rules/values";
import { formProblems, pointerText } from "./schema";

const RULES: readonly Rule[] = [values, datesInOrder, regionFitsCountry, offerRules, lifetimes, labels, references, persons, quality];

/** A file as the check sees it. */
export interface Checked {
  readonly value: unknown;
  readonly decimals: ReadonlySet<string>;
}

export function check(file: Checked, form: FormModel, rules: Rules, around: Surroundings): Found[] {
  const found = formProblems(form.model, file.value, file.decimals);
  const refused = new Set(found.map(({ pointer }) => pointerText(pointer)));
  const profile = form.kind === "profile" ? file.value : around.profile;
  const context: Context = { ...around, profile, form, rules, top: new Entry(file.value), refused };
  return [...found, ...RULES.flatMap((rule) => [...rule(context)])];
}
