/** Contents of the data files that ship with the program (rules/data), read by whoever has the effects for it. */
export interface ShippedTexts {
  readonly kommuner: string;
  readonly fylker: string;
  readonly regions: string;
  readonly rates: string;
  readonly assumptions: string;
  readonly limits: string;
}

/** Their names within rules/data. */
export const SHIPPED_FILES: Readonly<Record<keyof ShippedTexts, string>> = {
  kommuner: 'kommuner.csv',
  fylker: 'fylker.csv',
  regions: 'regions.csv',
  rates: 'rates.csv',
  assumptions: 'assumptions.csv',
  limits: 'limits.csv',
};
