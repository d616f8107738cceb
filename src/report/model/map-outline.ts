/** Outlines of kommuner by number. */
export interface MapOutline {
  readonly viewBox: string;
  readonly paths: Readonly<Record<string, string>>;
  readonly source: string;
}
