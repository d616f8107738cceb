import type { FindingCode, MessageParams, ParamsArguments } from './message';

export type Severity = 'error' | 'warning' | 'info';

/**
 * Something that a person should look at (rulebook 9). Data only: the text and what to do stand in the message
 * catalogue under `code`. Never drops money.
 */
export interface Finding {
  readonly severity: Severity;
  /** Stable, upper case: `RESIDENCE_OVERLAP`. */
  readonly code: FindingCode;
  /** File of the extract with its place; empty and 0 where the finding is of no row. */
  readonly file: string;
  readonly line: number;
  readonly column: string;
  /** Person id as a number, 0 for none; printed as a pseudonym. */
  readonly personId: number;
  /** Code of the kommune or fylkeskommune concerned, empty for none; left empty for protected addresses. */
  readonly kommune: string;
  readonly params: MessageParams;
}

/** Where a finding is; what is empty may be left out. */
export interface FindingPlace {
  readonly file?: string;
  readonly line?: number;
  readonly column?: string;
  readonly personId?: number;
  readonly kommune?: string;
}

/** A finding with the parts that are empty left out. */
export function finding<Code extends FindingCode>(
  severity: Severity,
  code: Code,
  place?: FindingPlace,
  ...values: ParamsArguments<Code>
): Finding;
export function finding(
  severity: Severity,
  code: FindingCode,
  place: FindingPlace = {},
  params: MessageParams = {},
): Finding {
  return {
    severity,
    code,
    file: place.file ?? '',
    line: place.line ?? 0,
    column: place.column ?? '',
    personId: place.personId ?? 0,
    kommune: place.kommune ?? '',
    params,
  };
}
