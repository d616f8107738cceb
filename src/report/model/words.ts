/** A text in each language of a report. */
export interface Words {
  readonly nb: string;
  readonly en: string;
}

/** A rate, limit or choice that is not as the law of the year has it. */
export interface LawChangeShown {
  readonly what: string;
  readonly from: string;
  readonly to: string;
}
