import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { asRecipientCode, type RecipientCode } from '../../../src/domain';
import { setFaultPlan } from '../../../src/effects';
import { type Ledger, openLedger, type RecipientFacts } from '../../../src/ledger';
import { temporaryFolder } from '../../support/temporary-folder';
import { copyOfOlder, ledgerIn, OLDER, WITHOUT_SETS } from '../migration/older-ledgers';
import { factsOf } from '../recipients-support';
import { actKeyOf, approversList, signer } from '../signing-support';
import { code, failureOf, KARI, OLA } from '../support';

const folder = temporaryFolder();
const open: Ledger[] = [];
afterAll(() => {
  for (const ledger of open) ledger.close();
});

const NEW_ACCOUNT = '15030033334';
const HALDEN = asRecipientCode(code('0101'));
const MOSS = asRecipientCode(code('0104'));
const SOURCE = 'a'.repeat(64);

function fresh(): Ledger {
  const ledger = openLedger(join(folder, `${open.length}.db`), { create: { rehearsal: false, by: KARI } });
  open.push(ledger);
  return ledger;
}

function propose(ledger: Ledger, ...rows: readonly RecipientFacts[]) {
  return ledger.proposeRecipients({ ...KARI, rows, source: SOURCE });
}

function confirm(ledger: Ledger, recipients: readonly RecipientCode[] | 'all' = 'all', reference = 'brev 3') {
  return ledger.confirmRecipients({ ...OLA, recipients, reference });
}

/** `0101 confirmed 15030000002`, with the causes. */
function standing(ledger: Ledger, day = '2018-03-31'): string[] {
  return [...(ledger.recipientsOn(day) ?? [])].map(([recipient, { state, account, causes }]) =>
    [recipient === HALDEN ? '0101' : '0104', state, account, ...causes].join(' '),
  );
}

/** Two recipients, proposed by Kari and confirmed by Ola. */
function withTwo(): Ledger {
  const ledger = fresh();
  propose(ledger, factsOf('0101'), factsOf('0104', { account: '15030011128' }));
  confirm(ledger);
  return ledger;
}

test('a ledger has no register before the first proposal, and nobody may be paid before a second person confirms', () => {
  const ledger = fresh();
  expect(ledger.recipientsOn('2018-03-31')).toBeUndefined();
  expect(failureOf(() => confirm(ledger))).toBe('refused LEDGER_RECIPIENTS_MISSING');
  propose(ledger, factsOf('0101'));
  expect(standing(ledger)).toEqual(['0101 unconfirmed 15030000002 new']);
  expect(confirm(ledger)).toEqual({ answered: [HALDEN], released: [], already: [], left: [] });
  expect(standing(ledger)).toEqual(['0101 confirmed 15030000002']);
  expect(ledger.verify().faults).toEqual([]);
});

test('the same import again, and the same answer again, write nothing', () => {
  const ledger = withTwo();
  const head = ledger.journalHead();
  expect(propose(ledger, factsOf('0101'))).toEqual([]);
  expect(confirm(ledger, [HALDEN])).toEqual({ answered: [], released: [], already: [HALDEN], left: [] });
  expect(ledger.journalHead()).toBe(head);
});

test.each([
  ['account', { account: NEW_ACCOUNT }, 'account_changed'],
  ['organisation number', { orgNumber: '950000376' }, 'org_number_changed'],
] as const)('a changed %s blocks that recipient alone, until it is confirmed by its name', (_, other, cause) => {
  const ledger = withTwo();
  propose(ledger, factsOf('0101', other), factsOf('0104', { account: '15030011128', legalName: 'Moss herad' }));
  expect(standing(ledger)).toEqual([`0101 blocked 15030000002 ${cause}`, '0104 confirmed 15030011128']);
  // Everything that waits does not mean where money goes.
  expect(confirm(ledger)).toEqual({ answered: [MOSS], released: [], already: [], left: [HALDEN] });
  expect(standing(ledger)[0]).toContain('blocked');
  expect(confirm(ledger, [HALDEN], 'oppringt 4. april').answered).toEqual([HALDEN]);
  expect(standing(ledger)[0]).toBe(`0101 confirmed ${'account' in other ? NEW_ACCOUNT : '15030000002'}`);
  expect(ledger.verify().faults).toEqual([]);
});

test('who proposed does not confirm, by whatever spelling, and the file itself refuses it', () => {
  const ledger = fresh();
  propose(ledger, factsOf('0101'));
  for (const actor of [KARI.actor, 'KARI  kjorer', 'Kаri Kjører']) {
    const own = () => ledger.confirmRecipients({ ...KARI, actor, recipients: 'all', reference: 'brev 3' });
    expect(failureOf(own)).toBe('refused LEDGER_RECIPIENTS_REFUSED LEDGER_RECIPIENT_OWN_PROPOSAL');
  }
  expect(standing(ledger)).toEqual(['0101 unconfirmed 15030000002 new']);
});

test('a new account from a day on takes the place of the old one on that day, and blocks from it on', () => {
  const ledger = withTwo();
  propose(ledger, factsOf('0101', { validFrom: '2018-06-01', account: NEW_ACCOUNT }));
  expect(standing(ledger, '2018-05-31')[0]).toBe('0101 confirmed 15030000002');
  expect(standing(ledger, '2018-06-01')[0]).toBe('0101 blocked 15030000002 account_changed');
  confirm(ledger, [HALDEN]);
  expect(standing(ledger, '2018-05-31')[0]).toBe('0101 confirmed 15030000002');
  expect(standing(ledger, '2018-06-01')[0]).toBe(`0101 confirmed ${NEW_ACCOUNT}`);
});

test('a proposal that is taken back leaves what was confirmed before, and a newer one takes its place', () => {
  const ledger = withTwo();
  propose(ledger, factsOf('0101', { account: NEW_ACCOUNT }));
  ledger.rejectRecipients({ ...OLA, recipients: [HALDEN], reference: 'falskt brev' });
  expect(standing(ledger)[0]).toBe('0101 confirmed 15030000002');
  propose(ledger, factsOf('0101', { account: NEW_ACCOUNT }));
  propose(ledger, factsOf('0101', { account: '15030044441' }));
  confirm(ledger, [HALDEN]);
  expect(standing(ledger)[0]).toBe('0101 confirmed 15030044441');
  const fates = ledger.recipientHistory().filter(({ facts }) => facts.recipient === HALDEN);
  expect(fates.map(({ fate, answered }) => [fate, answered?.reference ?? ''])).toEqual([
    ['confirmed', 'brev 3'],
    ['rejected', 'falskt brev'],
    ['replaced', ''],
    ['confirmed', 'brev 3'],
  ]);
  expect(ledger.verify().faults).toEqual([]);
});

test('a blocked account is released by a second person, by its name alone', () => {
  const ledger = withTwo();
  expect(ledger.blockRecipients({ ...KARI, reason: 'banken ringte' }, [HALDEN])).toEqual([HALDEN]);
  expect(ledger.blockRecipients({ ...KARI, reason: 'banken ringte' }, [HALDEN])).toEqual([]);
  expect(standing(ledger)[0]).toBe('0101 blocked 15030000002 account_blocked');
  const own = () => ledger.confirmRecipients({ ...KARI, recipients: [HALDEN], reference: 'brev 4' });
  expect(failureOf(own)).toContain('LEDGER_RECIPIENT_OWN_PROPOSAL');
  expect(confirm(ledger).answered).toEqual([]);
  expect(confirm(ledger, [HALDEN]).released).toEqual([HALDEN]);
  expect(standing(ledger)[0]).toBe('0101 confirmed 15030000002');
  expect(ledger.verify().faults).toEqual([]);
});

test('a KID for all groups and one for one of them; a row that has ended is nobody', () => {
  const ledger = fresh();
  const kids = new Map([
    ['*' as const, '18'],
    ['persontilskudd' as const, '26'],
  ]);
  propose(ledger, factsOf('0101', { kids, validTo: '2018-12-31' }));
  confirm(ledger);
  const found = ledger.recipientsOn('2018-12-31')?.get(HALDEN)?.kidByGroup;
  expect([found?.get('persontilskudd'), found?.get('grunntilskudd')]).toEqual(['26', '18']);
  expect(ledger.recipientsOn('2019-01-01')?.size).toBe(0);
});

test('a ledger with approvers wants every act of the register signed', () => {
  const [kari, astrid, ola] = [
    signer(KARI.actor, 'runner'),
    signer('Astrid Attestant', 'attestant'),
    signer(OLA.actor, 'approver'),
  ];
  const approvers = approversList([kari, astrid, ola]);
  const path = join(folder, 'signed.db');
  const ledger = openLedger(path, { create: { rehearsal: false, by: KARI, approvers } });
  open.push(ledger);
  const rows = [factsOf('0101')];
  expect(failureOf(() => propose(ledger, ...rows))).toBe('refused LEDGER_ACT_REFUSED LEDGER_SIGNATURE_NEEDED');
  ledger.proposeRecipients({ ...KARI, key: actKeyOf(kari), rows, source: SOURCE });
  expect(failureOf(() => confirm(ledger))).toBe('refused LEDGER_ACT_REFUSED LEDGER_SIGNATURE_NEEDED');
  ledger.confirmRecipients({ ...OLA, key: actKeyOf(ola), recipients: 'all', reference: 'brev 3' });
  expect(standing(ledger)).toEqual(['0101 confirmed 15030000002']);
  expect(ledger.verify().faults).toEqual([]);
});

const LATE = { at: '2027-01-15T08:00:00Z', build: 'test' };
const OLD_LEDGERS = [
  ...OLDER.filter((name) => name !== 'signed').map((name) => [1, name] as const),
  ...WITHOUT_SETS.filter((name) => name !== 'signed').map((name) => [2, name] as const),
];

test.each(OLD_LEDGERS)('a ledger of format %i gets its register and goes on: %s', (format, name) => {
  const path = ledgerIn(copyOfOlder(name, format));
  const ledger = openLedger(path);
  ledger.proposeRecipients({ ...LATE, actor: KARI.actor, rows: [factsOf('0101')], source: SOURCE });
  ledger.confirmRecipients({ ...LATE, actor: OLA.actor, recipients: 'all', reference: 'brev 3' });
  expect([ledger.format, standing(ledger), ledger.verify().faults]).toEqual([2, ['0101 confirmed 15030000002'], []]);
  ledger.close();
});

test('of two persons who confirm at once one does, and the other is told that nothing waits', () => {
  const ledger = fresh();
  propose(ledger, factsOf('0101'));
  const other = openLedger(ledger.path);
  expect(confirm(ledger, [HALDEN]).answered).toEqual([HALDEN]);
  const late = other.confirmRecipients({ ...OLA, actor: 'Astrid', recipients: [HALDEN], reference: 'brev 3' });
  expect(late.already).toEqual([HALDEN]);
  other.close();
});

test('an act that is broken off anywhere leaves the register of before or the whole new one', () => {
  const ledger = withTwo();
  const { path } = ledger;
  const before = standing(ledger);
  let isDone = false;
  for (let occurrence = 1; !isDone; occurrence += 1) {
    const again = openLedger(path);
    setFaultPlan({ action: 'fail', prefix: 'db', occurrence });
    try {
      propose(again, factsOf('0101', { account: NEW_ACCOUNT }));
      isDone = true;
    } catch (cause) {
      expect(String(cause)).toContain('injected');
    } finally {
      setFaultPlan(undefined);
      again.close();
    }
    const now = openLedger(path, { readOnly: true });
    expect([before, ['0101 blocked 15030000002 account_changed', before[1]]]).toContainEqual(standing(now));
    now.close();
  }
  expect(openLedger(path, { readOnly: true }).verify().faults).toEqual([]);
}, 60_000);

test.each([
  [
    'an entry of no act',
    "INSERT INTO recipient_entries SELECT entry + 9, journal, recipient, '2019-01-01', valid_to, name, org_number, account_number, language, street, post_code, town, country, kids FROM recipient_entries WHERE entry = 1",
  ],
  ['an answer of no act', 'INSERT INTO recipient_answers VALUES (3, (SELECT max(sequence) FROM journal))'],
  ['another account', "UPDATE recipient_entries SET account_number = '15030044441'"],
  ['a proposal that goes', 'DELETE FROM recipient_proposals'],
  ['a release of no act', 'INSERT INTO recipient_releases VALUES (1, (SELECT max(sequence) FROM journal))'],
])('the file itself refuses %s', (_, sql) => {
  const ledger = withTwo();
  propose(ledger, factsOf('0101', { account: NEW_ACCOUNT }));
  const db = new Sqlite(ledger.path);
  db.pragma('foreign_keys = OFF');
  expect(() => db.exec(sql)).toThrow(/recipient_/);
  db.close();
});
