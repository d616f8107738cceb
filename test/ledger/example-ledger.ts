import Sqlite from 'better-sqlite3';
import { openLedger } from '../../src/ledger';
import { approvalOf, draftOf, KARI } from './support';

/** The ledger of the worked example in LEDGER.md: one draft with two lines, approved. */
export function makeExample(path: string): void {
  const ledger = openLedger(path, { create: { rehearsal: false, by: KARI } });
  const lines = [
    { recipient: '1507', due: 31_900 },
    { recipient: '0301', due: 13_600, person: 2, payoutCode: 'P-AR1-L' },
  ];
  const { batch } = ledger.recordDraft(draftOf(ledger, { runId: '2018-T1-0123456789ab', lines }));
  ledger.approve(batch.runId, approvalOf(batch));
  ledger.close();
}

/** What LEDGER.md prints of it: the acts with their hashes, the posted text, and its head. */
export function describeExample(path: string): string {
  const db = new Sqlite(path, { readonly: true });
  const texts = (sql: string) => db.prepare(sql).pluck().all().map(String);
  const acts = texts("SELECT body || char(10) || '  -> ' || hash FROM journal ORDER BY sequence");
  const posted = texts('SELECT text FROM posting_text WHERE posting = 1 ORDER BY block').join('');
  const [head = '', previous = ''] = [
    texts('SELECT head FROM posting_chain'),
    texts('SELECT previous_head FROM posting_chain'),
  ].flat();
  db.close();
  return [
    ...acts,
    '',
    `previous posting head ${previous}`,
    posted.replaceAll('\t', ' | ').trimEnd(),
    `  -> ${head}`,
  ].join('\n');
}
