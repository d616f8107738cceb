/** A rate, limit or assumption by its key, with every row that it has. */
export interface Parameter {
  readonly kind: 'rate' | 'limit' | 'assumption';
  readonly key: string;
  /** Sentence of an assumption, by language. */
  readonly words: { readonly nb: string; readonly en: string } | undefined;
  readonly isUsed: boolean;
  readonly rows: readonly ParameterRow[];
}

export interface ParameterRow {
  readonly years: string;
  readonly rateClass: string;
  /** Kroner of a rate. */
  readonly valueNok: number | undefined;
  readonly value: string;
  readonly status: string;
  readonly source: string;
  readonly note: string;
  readonly isUsed: boolean;
}

/** A rule module. */
export interface RuleShown {
  readonly id: string;
  readonly component: string;
  readonly firstGrantYear: number;
  readonly lastGrantYear: number | null;
  readonly sources: readonly string[];
  readonly limits: readonly string[];
  readonly assumptions: readonly string[];
  readonly isUsed: boolean;
  /** Hash under which it is frozen; empty where it is not. */
  readonly hash: string;
}
