import { join } from 'node:path';
import { openLedger } from '../../../src/ledger';
import { temporaryFolder } from '../../support/temporary-folder';
import { draftOf, failureOf, KARI } from '../support';

test('a run whose snapshot was deleted while it was calculated is refused; one planned afterwards is not', () => {
  const ledger = openLedger(join(temporaryFolder(), 'pruned.db'), { create: { rehearsal: true, by: KARI } });
  const draft = draftOf(ledger, { lines: [{ recipient: '1507', due: 100 }] });
  ledger.recordPruning('another-snapshot', { ...KARI, reason: 'rydding' });
  ledger.recordPruning(draft.snapshot, { ...KARI, reason: 'rydding' });
  expect(failureOf(() => ledger.recordDraft(draft))).toBe('refused LEDGER_SNAPSHOT_GONE');
  expect(ledger.batches()).toEqual([]);
  ledger.recordDraft(draftOf(ledger, { lines: [{ recipient: '1507', due: 100 }] }));
  expect(failureOf(() => ledger.recordPruning(draft.snapshot, { ...KARI, reason: 'rydding' }))).toBe(
    'refused LEDGER_SNAPSHOT_KEPT',
  );
  ledger.close();
});
