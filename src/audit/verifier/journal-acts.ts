import type { Findings } from './findings';

/** An act of the journal (LEDGER.md, "The journal"): names and their values, and where it stands. */
export interface Act {
  readonly line: number;
  /** Hash of the act before. */
  readonly before: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What each of the three signs as. */
export const ROLE_OF: Readonly<Record<string, string>> = { sign: 'runner', attest: 'attestant', approve: 'approver' };

/** A value of an act as text; empty where it has none. */
export function factOf(act: Act | undefined, name: string): string {
  const value = act?.body[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Notes that an act says something else than it must. */
export function compareFact(path: string, act: Act, name: string, expected: string, findings: Findings): void {
  findings.compare('VERIFY_CELL', path, expected, factOf(act, name), { line: act.line, column: name });
}
