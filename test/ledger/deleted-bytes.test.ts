import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openLedger } from '../../src/ledger';
import { temporaryFolder } from '../support/temporary-folder';
import { approvalOf, draftOf } from './support';

const folder = temporaryFolder();

test('once a draft has ended no byte of the file says a person id in the clear', () => {
  const path = join(folder, 'bytes.db');
  const ledger = openLedger(path, { create: { rehearsal: false } });
  const lines = Array.from({ length: 200 }, (_, index) => ({
    recipient: '1507',
    due: 100,
    person: 201_800_000_001 + index,
  }));
  const { batch } = ledger.recordDraft(draftOf(ledger, { lines }));
  const found = () => readFileSync(path).includes('201800000001');
  expect(found()).toBe(true);
  ledger.approve(batch.runId, approvalOf(batch));
  expect(found()).toBe(false);
  ledger.close();
});
