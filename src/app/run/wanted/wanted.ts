import type { ParameterStatus } from '../../../domain';

/** Numbers and dates that a thing is told with, by name as in the manifest. */
export type Figures = Readonly<Record<string, string | number>>;

/** Something that an approval outside a rehearsal wants accepted by name (data contract 5). */
export interface Wanted {
  /** Cell, assumption or one of the special names. */
  readonly name: string;
  /** Status of a rate or assumption; empty for facts. */
  readonly status: ParameterStatus | '';
  readonly figures: Figures;
}

/** A wanted thing that is no rate and no assumption. */
export function fact(name: string, figures: Figures): Wanted {
  return { name, status: '', figures };
}
