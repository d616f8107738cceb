import { type Act, factOf } from './journal-acts';
import { canonical } from './json';
import { textOf } from './signed-lists';

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
