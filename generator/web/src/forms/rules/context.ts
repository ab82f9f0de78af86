// What the rules know besides the file: the day, the numbers, and what the page has loaded of the cluster.
import { Entry, type Found } from "../entry";
import { childModel, type FormModel, type Kind, type Model, type Pointer, type Rules } from "../model";
import { isBlock, isList } from "../values";

export interface Surroundings {
  readonly kind: Kind;
  /** The slug of the cluster whose file it is; undefined while it is not chosen. */
  readonly cluster: string | undefined;
  /** The cluster's profile as it is published; for a profile, the file itself. */
  readonly profile: unknown;
  /** The slugs of all clusters; undefined if they could not be loaded. */
  readonly slugs: ReadonlySet<string> | undefined;
  /** Whether the cluster has offers: they stand for interests. */
  readonly hasOffers: boolean;
  readonly today: string;
}

export interface Context extends Surroundings {
  readonly form: FormModel;
  readonly rules: Rules;
  readonly top: Entry;
  /** The pointers that the schema refuses: rules on single values leave them alone. */
  readonly refused: ReadonlySet<string>;
}

export type Rule = (context: Context) => Iterable<Found>;

export interface Node {
  readonly pointer: Pointer;
  readonly value: unknown;
  readonly model: Model;
}

/** Every value whose format or list the schema names. */
export function* nodes(model: Model, value: unknown, pointer: Pointer = []): Generator<Node> {
  if (model.format !== undefined || model.list !== undefined) yield { pointer, value, model };
  if (isBlock(value)) {
    for (const [key, child] of Object.entries(value)) {
      const below = childModel(model, key);
      if (below !== undefined) yield* nodes(below, child, [...pointer, key]);
    }
  } else if (isList(value) && model.items !== undefined) {
    for (const [index, child] of value.entries()) yield* nodes(model.items, child, [...pointer, index]);
  }
}

export function profileOf({ profile }: Context): Entry {
  return new Entry(profile);
}
