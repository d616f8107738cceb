import { join } from 'node:path';
import { type Ledger, openLedger, type SignedActBy } from '../../../src/ledger';
import { temporaryFolder } from '../../support/temporary-folder';
import { actKeyOf, approversList, signedInput, signer } from '../signing-support';
import { draftOf, failureOf, KARI, OLA, postRun } from '../support';

const folder = temporaryFolder();
const kari = signer('Kari Kjører', 'runner');
const astrid = signer('Astrid Attestant', 'attestant');
const ola = signer('Ola Godkjenner', 'approver');
const per = signer('Per Utenfor', 'approver');
const gone = { ...signer('Gro Sluttet', 'approver'), validTo: '2018-03-31' };
const list = approversList([kari, astrid, ola, gone]);
const AT = { at: '2018-05-02T08:00:00Z', build: 'test', reason: 'prøve' };
const SIGNED: SignedActBy & { reason: string } = { ...AT, actor: kari.name, key: actKeyOf(kari) };
const open: Ledger[] = [];
afterAll(() => {
  for (const ledger of open) ledger.close();
});

/** A ledger that requires signatures, with a posted batch of 2018 and one of 2021, and an open draft. */
function signedLedger(name: string): Ledger {
  const ledger = openLedger(join(folder, `${name}.db`), { create: { rehearsal: false, by: KARI, approvers: list } });
  open.push(ledger);
  for (const grantYear of [2018, 2021]) {
    const { batch } = ledger.recordDraft(
      draftOf(ledger, {
        grantYear,
        runId: `run-${grantYear}`,
        lines: [{ recipient: '1507', due: 31_900, person: grantYear }],
      }),
    );
    ledger.signDraft(batch.runId, signedInput(ledger, batch, kari, 'runner'));
    ledger.attest(batch.runId, signedInput(ledger, batch, astrid, 'attestant'));
    ledger.approve(batch.runId, signedInput(ledger, batch, ola, 'approver'));
  }
  ledger.recordDraft(
    draftOf(ledger, { grantYear: 2022, runId: 'open', lines: [{ recipient: '0301', due: 100, person: 9 }] }),
  );
  return ledger;
}

/** Every act that is no part of a batch, by somebody. */
function actsBy(ledger: Ledger): Readonly<Record<string, (by: SignedActBy & { reason: string }) => unknown>> {
  const paymentKeys = ledger.paymentsOf('run-2018').map(({ paymentKey }) => paymentKey);
  return {
    outcome: (by) => ledger.recordOutcome({ ...by, kind: 'paid', on: '2018-05-01', paymentKeys }),
    undo: (by) => ledger.recordOutcome({ ...by, kind: 'undone', on: '2018-05-02', paymentKeys }),
    withdraw: (by) => ledger.withdraw('open', by),
    forget: (by) => ledger.forgetPersons({ lastGrantYear: 2018 }, by),
    prune: (by) => ledger.recordPruning('snapshot-of-nothing', by),
  };
}

test('outcomes, withdrawals and deletions want the signature of somebody on the list, whatever the role', () => {
  const ledger = signedLedger('signed');
  const head = ledger.journalHead();
  const refusals: readonly [SignedActBy & { reason: string }, string][] = [
    [{ ...AT, actor: kari.name }, 'LEDGER_SIGNATURE_NEEDED'],
    [{ ...AT, actor: per.name, key: actKeyOf(per) }, 'LEDGER_SIGNER_UNKNOWN'],
    [{ ...AT, actor: kari.name, key: actKeyOf(ola) }, 'LEDGER_SIGNATURE_WRONG'],
    [{ ...AT, actor: gone.name, key: actKeyOf(gone) }, 'LEDGER_SIGNER_NOT_VALID'],
    [{ ...AT, actor: kari.name, key: { sign: () => 'a'.repeat(128) } }, 'LEDGER_SIGNATURE_WRONG'],
    [{ ...SIGNED, at: '2018-03-31T08:00:00Z' }, 'LEDGER_CLOCK_BEHIND'],
  ];
  for (const [name, act] of Object.entries(actsBy(ledger))) {
    if (name === 'undo') actsBy(ledger).outcome?.(SIGNED);
    const before = ledger.journalHead();
    for (const [by, code] of refusals) {
      // An outcome is refused already for lying in the future of such a clock.
      if (code === 'LEDGER_CLOCK_BEHIND' && (name === 'outcome' || name === 'undo')) continue;
      expect([name, failureOf(() => act(by))]).toEqual([name, `refused LEDGER_ACT_REFUSED ${code}`]);
    }
    expect(ledger.journalHead()).toBe(before);
    if (name !== 'outcome') act(SIGNED);
  }
  expect(ledger.journalHead()).not.toBe(head);
  expect(ledger.verify().faults).toEqual([]);
});

test('a ledger without a list goes by names and takes no signature that it could not check', () => {
  const ledger = openLedger(join(folder, 'plain.db'), { create: { rehearsal: false, by: KARI } });
  open.push(ledger);
  postRun(ledger, { runId: 'run-2018', lines: [{ recipient: '1507', due: 31_900, person: 2018 }] });
  postRun(ledger, { grantYear: 2021, lines: [{ recipient: '1507', due: 31_900, person: 2021 }] });
  ledger.recordDraft(draftOf(ledger, { grantYear: 2022, runId: 'open', lines: [{ recipient: '0301', due: 100 }] }));
  for (const act of Object.values(actsBy(ledger))) {
    expect(failureOf(() => act(SIGNED))).toBe('refused LEDGER_ACT_REFUSED LEDGER_HAS_NO_APPROVERS');
    act({ ...AT, actor: OLA.actor });
  }
  expect(ledger.verify().faults).toEqual([]);
});

test('the signature stands in the act and is bound to its place in the journal', () => {
  const ledger = signedLedger('bodies');
  actsBy(ledger).outcome?.(SIGNED);
  const last = [...ledger.journalBodies()].at(-1) ?? '';
  expect(JSON.parse(last)).toMatchObject({ act: 'outcome', actor: kari.name, public_key: kari.publicKey });
  let signedText = '';
  const watching = {
    sign(text: string): string {
      signedText = text;
      return actKeyOf(kari).sign(text);
    },
  };
  const before = ledger.journalHead();
  actsBy(ledger).prune?.({ ...SIGNED, key: watching });
  expect(signedText.split('\n').slice(0, 3)).toEqual([
    'norsktilskudd act\t1',
    `approvers\t${ledger.adoptedLists('approvers')[0]?.hash}`,
    `previous\t${before}`,
  ]);
});
