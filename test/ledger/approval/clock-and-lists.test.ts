import { openLedger } from '../../../src/ledger';
import { temporaryFolder } from '../../support/temporary-folder';
import { actKeyOf, approversList, signedInput, signer } from '../signing-support';
import { draftOf, failureOf, KARI, OLA } from '../support';

const kari = signer(KARI.actor, 'runner');
const astrid = signer('Astrid Attestant', 'attestant');
const ola = signer(OLA.actor, 'approver');
const LINES = [{ recipient: '1507', due: 100 }];
let ledgers = 0;
const folder = temporaryFolder();

function signedLedger(rehearsal = false) {
  ledgers += 1;
  const list = approversList([kari, astrid, ola]);
  const path = `${folder}/${ledgers}.db`;
  return { list, ledger: openLedger(path, { create: { rehearsal, by: KARI, approvers: list } }) };
}

describe('a clock far ahead of the ledger and the extract', () => {
  const far = { at: '2019-01-15T08:00:00Z' };

  test('records no draft and signs nothing until somebody accepts it', () => {
    const { ledger } = signedLedger();
    const ahead = 'refused LEDGER_CLOCK_AHEAD';
    const draft = { ...draftOf(ledger, { lines: LINES }), ...far };
    expect(failureOf(() => ledger.recordDraft({ ...draft, extractDay: '2018-04-01' }))).toBe(ahead);
    expect(failureOf(() => ledger.recordDraft({ ...draft, extractDay: '2018-10-01' }))).toBe('');
    ledger.close();
    const other = signedLedger().ledger;
    const accepted = {
      ...draftOf(other, { lines: LINES }),
      ...far,
      accepted: [{ name: 'clock', reference: '', figures: {} }],
    };
    expect(failureOf(() => other.recordDraft(accepted))).toBe('');
    other.close();
  });

  test('holds for acts and lists too, and neither in a rehearsal nor where names are enough', () => {
    const { ledger } = signedLedger();
    const by = { ...KARI, ...far, key: actKeyOf(kari) };
    expect(failureOf(() => ledger.recordPruning('x', by))).toBe('refused LEDGER_ACT_REFUSED LEDGER_CLOCK_AHEAD');
    expect(failureOf(() => ledger.recordPruning('x', { ...by, acceptClock: true }))).toBe('');
    ledger.close();
    const rehearsal = signedLedger(true).ledger;
    expect(failureOf(() => rehearsal.recordDraft({ ...draftOf(rehearsal, { lines: LINES }), ...far }))).toBe('');
    rehearsal.close();
    const byName = openLedger(`${folder}/by-name.db`, { create: { rehearsal: false, by: KARI } });
    expect(failureOf(() => byName.recordDraft({ ...draftOf(byName, { lines: LINES }), ...far }))).toBe('');
    byName.close();
  });
});

test('a list adopted after attestation makes void what somebody signed whom it no longer has', () => {
  const { ledger, list } = signedLedger();
  const { batch } = ledger.recordDraft(draftOf(ledger, { lines: LINES }));
  ledger.signDraft(batch.runId, signedInput(ledger, batch, kari, 'runner'));
  ledger.attest(batch.runId, signedInput(ledger, batch, astrid, 'attestant'));
  expect(ledger.standsBehind(batch.runId)).toEqual({ persons: 2, isSigned: true, sameAccount: '' });
  const next = approversList([kari, ola, signer('Per Ny', 'attestant')], list, [kari, ola]);
  ledger.adoptList(next, { ...KARI, at: '2018-04-02T08:00:00Z' });
  const approve = () =>
    ledger.approve(batch.runId, { ...signedInput(ledger, batch, ola, 'approver'), role: 'approver' });
  expect(failureOf(approve)).toBe('refused LEDGER_APPROVAL_REFUSED LEDGER_SIGNATURE_VOID');
  ledger.close();
});

test('one person in two roles is counted once, and one account of the machine is told', () => {
  const ledger = openLedger(`${folder}/account.db`, { create: { rehearsal: false, by: KARI } });
  const { batch } = ledger.recordDraft(draftOf(ledger, { lines: LINES }));
  const reviewed = { reviewed: batch, account: KARI.account };
  ledger.attest(batch.runId, { ...KARI, ...reviewed });
  ledger.approve(batch.runId, { ...OLA, ...reviewed, role: 'approver' });
  expect(ledger.standsBehind(batch.runId)).toEqual({ persons: 2, isSigned: false, sameAccount: 'kkj' });
  ledger.close();
});
