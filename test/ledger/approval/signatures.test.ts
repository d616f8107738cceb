import { join } from 'node:path';
import { type Ledger, listHash, openLedger } from '../../../src/ledger';
import { temporaryFolder } from '../../support/temporary-folder';
import { approversList, ratesList, signedBy, signedInput, signer } from '../signing-support';
import { approvalOf, draftOf, failureOf, KARI, OLA, postRun } from '../support';

const folder = temporaryFolder();
const kari = signer('Kari Kjører', 'runner');
const astrid = signer('Astrid Attestant', 'attestant', 'approver');
const ola = signer('Ola Godkjenner', 'attestant', 'approver');
const list = approversList([kari, astrid, ola]);
const LINES = [{ recipient: '1507', due: 31_900 }];

function signedLedger(name: string): Ledger {
  const ledger = openLedger(join(folder, `${name}.db`), { create: { rehearsal: false, by: KARI, approvers: list } });
  open.push(ledger);
  return ledger;
}
const open: Ledger[] = [];
afterAll(() => {
  for (const ledger of open) ledger.close();
});

test('runner, attestant and approver sign, and then the batch is posted', () => {
  const ledger = signedLedger('whole');
  const { batch } = ledger.recordDraft(draftOf(ledger, { lines: LINES }));
  expect(ledger.signDraft(batch.runId, signedInput(ledger, batch, kari, 'runner')).already).toBe(false);
  expect(ledger.signDraft(batch.runId, signedInput(ledger, batch, kari, 'runner')).already).toBe(true);
  const attested = ledger.attest(batch.runId, signedInput(ledger, batch, astrid, 'attestant'));
  expect(attested.batch).toMatchObject({ state: 'draft', approvals: [{ role: 'attestant', actor: astrid.name }] });
  expect(ledger.attest(batch.runId, signedInput(ledger, batch, astrid, 'attestant')).already).toBe(true);
  const posted = ledger.approve(batch.runId, signedInput(ledger, batch, ola, 'approver'));
  expect(posted.batch).toMatchObject({ state: 'posted', posting: 1 });
  expect(ledger.approve(batch.runId, signedInput(ledger, batch, ola, 'approver')).already).toBe(true);
  expect(ledger.signaturesOf(batch.runId).map(({ role, actor }) => [role, actor])).toEqual([
    ['runner', kari.name],
    ['attestant', astrid.name],
    ['approver', ola.name],
  ]);
  expect(ledger.verify().faults).toEqual([]);
});

test('a ledger that requires signatures never takes a batch without', () => {
  const ledger = signedLedger('refusals');
  const { batch } = ledger.recordDraft(draftOf(ledger, { lines: LINES }));
  const approve = (rest: object) => failureOf(() => ledger.approve(batch.runId, approvalOf(batch, rest)));
  expect(approve({})).toBe(
    'refused LEDGER_APPROVAL_REFUSED LEDGER_SIGNATURE_NEEDED LEDGER_RUNNER_NOT_SIGNED LEDGER_NOT_ATTESTED',
  );
  const good = signedInput(ledger, batch, ola, 'approver');
  expect(approve(good)).toBe('refused LEDGER_APPROVAL_REFUSED LEDGER_RUNNER_NOT_SIGNED LEDGER_NOT_ATTESTED');
  expect(failureOf(() => ledger.attest(batch.runId, { ...OLA, reviewed: batch }))).toBe(
    'refused LEDGER_ATTESTATION_REFUSED LEDGER_SIGNATURE_NEEDED',
  );
  ledger.signDraft(batch.runId, signedInput(ledger, batch, kari, 'runner'));
  ledger.attest(batch.runId, signedInput(ledger, batch, astrid, 'attestant'));
  const only = (code: string) => `refused LEDGER_APPROVAL_REFUSED ${code}`;
  expect(approve(signedInput(ledger, batch, astrid, 'approver'))).toBe(only('LEDGER_ATTESTANT_CANNOT_APPROVE'));
  expect(approve(signedInput(ledger, batch, kari, 'approver'))).toBe(
    only('LEDGER_RUNNER_CANNOT_APPROVE LEDGER_SIGNER_LACKS_ROLE'),
  );
  expect(approve({ ...good, signature: signedInput(ledger, batch, ola, 'attestant').signature })).toBe(
    only('LEDGER_SIGNATURE_WRONG'),
  );
  expect(approve({ ...good, at: '2018-04-03T08:00:00Z' })).toBe(only('LEDGER_SIGNATURE_WRONG'));
  expect(approve({ ...good, at: '2017-04-03T08:00:00Z' })).toBe(only('LEDGER_SIGNER_UNKNOWN'));
  expect(approve({ ...good, actor: 'Per' })).toBe(only('LEDGER_SIGNER_UNKNOWN'));
  expect(approve({ ...good, reviewed: { ...batch, paidNok: 1 } })).toBe(
    only('LEDGER_SEEN_DIFFERS LEDGER_SIGNATURE_WRONG'),
  );
  expect(ledger.batch(batch.runId)?.state).toBe('draft');
  expect(ledger.verify().faults).toEqual([]);
});

test('a rehearsal without a list, and any ledger without one, goes by names', () => {
  const ledger = openLedger(join(folder, 'plain.db'), { create: { rehearsal: true } });
  open.push(ledger);
  const { batch } = ledger.recordDraft(draftOf(ledger, { lines: LINES }));
  expect(failureOf(() => ledger.signDraft(batch.runId, { ...signedInput(ledger, batch, kari, 'runner') }))).toBe(
    'refused LEDGER_SIGNATURE_REFUSED LEDGER_HAS_NO_APPROVERS',
  );
  expect(ledger.attest(batch.runId, { ...OLA, reviewed: batch }).already).toBe(false);
  expect(failureOf(() => ledger.approve(batch.runId, approvalOf(batch)))).toBe(
    'refused LEDGER_APPROVAL_REFUSED LEDGER_ATTESTANT_CANNOT_APPROVE',
  );
  expect(failureOf(() => ledger.attest(batch.runId, { ...KARI, actor: 'Per', reviewed: batch }))).toBe(
    'refused LEDGER_ATTESTATION_REFUSED LEDGER_ATTESTED_BY_ANOTHER',
  );
  expect(ledger.approve(batch.runId, approvalOf(batch, { actor: 'Per' })).batch.state).toBe('posted');
  expect(ledger.verify().faults).toEqual([]);
});

test('a list follows the one before, signed by two of its persons', () => {
  const ledger = signedLedger('lists');
  const per = signer('Per Ny', 'approver');
  const people = [kari, astrid, ola, per];
  const adopt = (next: ReturnType<typeof approversList>) => failureOf(() => ledger.adoptList(next, KARI));
  expect(adopt(approversList(people, list, [kari]))).toBe('refused LIST_REFUSED LIST_NEEDS_SIGNATURES');
  expect(adopt(approversList(people, list, [kari, kari]))).toBe('refused LIST_REFUSED LIST_NEEDS_SIGNATURES');
  expect(adopt(approversList(people, list, [kari, per]))).toBe(
    'refused LIST_REFUSED LIST_BAD_SIGNATURE LIST_NEEDS_SIGNATURES',
  );
  expect(adopt(approversList(people, undefined, [kari, ola]))).toBe('refused LIST_REFUSED LIST_NOT_NEXT');
  const second = approversList(people, list, [kari, ola]);
  const swapped = { ...second, persons: second.persons.map((person) => ({ ...person, validTo: '2030-01-01' })) };
  expect(adopt(swapped)).toBe('refused LIST_REFUSED LIST_BAD_SIGNATURE LIST_BAD_SIGNATURE LIST_NEEDS_SIGNATURES');
  expect(ledger.adoptList(second, KARI)).toEqual({ already: false, hash: listHash(second) });
  expect(ledger.adoptList(second, KARI).already).toBe(true);
  const rates = ratesList([{ name: 'rates.csv', sha256: 'a'.repeat(64) }], second, [ola, per]);
  expect(adopt(signedBy({ ...rates, approvers: listHash(list) }, [kari, ola]))).toBe(
    'refused LIST_REFUSED LIST_OTHER_APPROVERS',
  );
  expect(adopt(signedBy({ ...rates, validFrom: '2017-12-31' }, [ola, per]))).toBe(
    'refused LIST_REFUSED LIST_SIGNER_NOT_ON_DAY LIST_SIGNER_NOT_ON_DAY LIST_NEEDS_SIGNATURES',
  );
  expect(adopt(rates)).toBe('');
  expect(ledger.listInForce('approvers', '2018-01-01')?.list).toEqual(second);
  expect(ledger.listInForce('approvers', '2017-12-31')).toBeUndefined();
  const { batch } = ledger.recordDraft(draftOf(ledger, { lines: LINES }));
  ledger.signDraft(batch.runId, signedInput(ledger, batch, kari, 'runner'));
  ledger.attest(batch.runId, signedInput(ledger, batch, astrid, 'attestant'));
  ledger.approve(batch.runId, signedInput(ledger, batch, per, 'approver'));
  expect(ledger.verify().faults).toEqual([]);
});

test('a ledger can begin to require signatures later, and never stops', () => {
  const ledger = openLedger(join(folder, 'later.db'), { create: { rehearsal: false } });
  open.push(ledger);
  postRun(ledger, { lines: LINES });
  expect(ledger.requiresSignatures()).toBe(false);
  ledger.adoptList(list, { ...KARI, at: '2018-04-02T08:00:00Z' });
  expect(ledger.requiresSignatures()).toBe(true);
  expect(
    failureOf(() => postRun(ledger, { term: 2, lines: [{ recipient: '1507', due: 40_000, posted: 31_900 }] })),
  ).toBe('refused LEDGER_APPROVAL_REFUSED LEDGER_SIGNATURE_NEEDED LEDGER_RUNNER_NOT_SIGNED LEDGER_NOT_ATTESTED');
  expect(ledger.verify().faults).toEqual([]);
});
