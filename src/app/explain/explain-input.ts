import type { Component, PersonId } from '../../domain';

/** What is to be explained. */
export type ExplainTarget =
  | { readonly kind: 'line'; readonly lineId: string }
  | { readonly kind: 'person'; readonly person: PersonId }
  | { readonly kind: 'recipient'; readonly recipient: string }
  | { readonly kind: 'component'; readonly component: Component }
  | { readonly kind: 'batch'; readonly runId: string };

/** What is to be explained, of which run, and who asks. */
export interface ExplainInput {
  readonly target: ExplainTarget;
  /** undefined: the last run. */
  readonly runId: string | undefined;
  /** Also what would have had to be otherwise where nothing is given. */
  readonly whyNot: boolean;
  readonly db: string;
  readonly pseudonymKeyFile: string;
  /** For the access log; empty: the account of the machine stands there alone. */
  readonly actor: string;
}
