import type { Findings } from './findings';
import { canonical } from './json';
import { textOf } from './signed-lists';

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

/** What is signed of a batch, from its draft and the act ("Lists and signatures"). */
export function approvalText(act: Act, draft: Act | undefined, role: string): string {
  const own = (name: string): string => factOf(act, name);
  return textOf([
    ['norsktilskudd approval', 1],
    ['run', own('run_id')],
    ['role', role],
    ['name', own('actor')],
    ['at', own('at')],
    ['manifest', own('manifest_hash')],
    ['posting_head', factOf(draft, 'posting_head')],
    ['rule_lock', factOf(draft, 'rule_lock_hash')],
    ['parameters', factOf(draft, 'parameters_hash')],
    ...['payments', 'paid', 'corrections', 'persons_corrected', 'held', 'approvers', 'rates'].map((name) => [
      name,
      own(name),
    ]),
  ]);
}

/** What is signed of an outcome, a withdrawal or a deletion: its place in the journal and its bytes without signature. */
export function actText({ before, body }: Act): string {
  const { public_key: _, approvers, signature: __, ...rest } = body;
  return textOf([
    ['norsktilskudd act', 1],
    ['approvers', String(approvers)],
    ['previous', before],
    ['body', canonical(rest)],
  ]);
}
