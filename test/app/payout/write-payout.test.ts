import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { checkPayout, discardPayout, handOverPayout, type PayingInstallation } from '../../../src/app';
import { recordOutcomes } from '../../../src/app/acts/outcomes';
import { nextSteps } from '../../../src/app/next-step/next-steps';
import { NO_STEP_SETTINGS } from '../../../src/app/next-step/step';
import { paymentsFolder } from '../../../src/app/payout/place-file';
import {
  asDay,
  bankDaysAfter,
  EMPTY_CASE_ACT,
  formatDay,
  knownDay,
  NO_PERSON,
  NorsktilskuddError,
} from '../../../src/domain';
import { type Ledger, openLedger } from '../../../src/ledger';
import { onDay } from '../../cli/support';
import { factsOf } from '../../ledger/recipients-support';
import { approvalOf, KARI, OLA } from '../../ledger/support';
import { accountOf, installed, ON, RUN, recipientCode, write } from './support';

jest.setTimeout(60_000);

const A = { recipient: '0301', paidNok: 31_900, account: accountOf(1), name: 'Oslo kommune' };
const B = { recipient: '1103', paidNok: 13_600, account: accountOf(2), name: 'Stavanger kommune' };
const HARAM = { recipient: '1580', paidNok: 9_150, account: '', name: 'Haram kommune' };

async function failure(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return '';
  } catch (cause) {
    if (!(cause instanceof NorsktilskuddError)) throw cause;
    return [cause.kind, cause.code, ...cause.details.map(({ code }) => code)].join(' ');
  }
}

const sent = (installation: PayingInstallation, reference = 'N1', names: readonly string[] = []) =>
  handOverPayout(installation, {
    runId: RUN,
    names,
    on: new Date().toISOString().slice(0, 10),
    reference,
    actor: 'kari',
  });

const ON_TODAY = new Date().toISOString().slice(0, 10);

function openedWith<T>({ db }: PayingInstallation, work: (ledger: Ledger) => T): T {
  const ledger = openLedger(db);
  try {
    return work(ledger);
  } finally {
    ledger.close();
  }
}

/** Somebody doubts the account of a recipient. */
function block(installation: PayingInstallation, recipient: string): void {
  openedWith(installation, (ledger) =>
    ledger.blockRecipients({ ...KARI, reason: 'banken ringte' }, [recipientCode(recipient)]),
  );
}

/** Two persons keep back in a case what is paid to a recipient until a day; the answer takes the block back. */
function blockPayments(db: string, recipient: string, toDay: string): () => void {
  const salt = { reason: 'prøve', salt: '5a17' };
  const ledger = openLedger(db);
  const about = { kind: 'block', recipient: recipientCode(recipient), personId: NO_PERSON, reference: '26/1' } as const;
  const { caseNumber } = ledger.openCase({ ...KARI, ...salt, ...about });
  const details = { ...EMPTY_CASE_ACT, kind: 'block_payments', recipient: recipientCode(recipient) } as const;
  const { act } = ledger.proposeCaseAct({
    ...{ ...KARI, ...salt, caseNumber },
    details: { ...details, fromDay: '2018-01-01', toDay },
  });
  ledger.confirmCaseAct(act, OLA);
  ledger.close();
  return () => {
    const again = openLedger(db);
    again.confirmCaseAct(again.withdrawCaseAct(act, { ...KARI, ...salt }).act, OLA);
    again.close();
  };
}

async function agrees(installation: PayingInstallation): Promise<string[]> {
  return (await checkPayout(installation.db, RUN)).faults.map(
    ({ code, params }) => `${code} ${params.what ?? params.name}`,
  );
}

test('a batch becomes a file and a list; the same call again gives the same bytes', async () => {
  const installation = installed([A, B]);
  expect(await agrees(installation)).toEqual([]);
  const { written, held, lists } = await write(installation);
  expect(
    written.map(({ file }) => [file.name, file.amountNok, file.executionDate, file.debtorAccount, file.state]),
  ).toEqual([['NT2018T1S0-F01.pain.001.001.03.xml', 45_500, ON, '99990001002', 'made']]);
  expect(held).toEqual([]);
  const path = written[0]?.path ?? '';
  const bytes = readFileSync(path);
  expect(bytes.toString()).toContain('<Nm>Stavanger kommune</Nm>');
  expect(lists.map((list) => list.split('/').at(-1))).toEqual([
    'overforingsliste.csv',
    'overforingsliste.txt',
    'overforingsliste.html',
  ]);
  rmSync(path);
  const again = await write(installation, { channel: undefined, on: undefined });
  expect([again.written.length, again.already[0]?.placing]).toEqual([0, 'new']);
  expect(readFileSync(path).equals(bytes)).toBe(true);
  expect(await agrees(installation)).toEqual([]);
});

test('a recipient without account is listed and stops the file; with --hold-unpayable the rest is paid and the debt stays', async () => {
  const installation = installed([A, B, HARAM]);
  expect(await failure(write(installation))).toBe('refused PAYOUT_NOT_PAYABLE PAYEE_NO_ACCOUNT');
  expect(readdirSync(`${installation.db}.d`)).not.toContain('payments');
  const { written, held, heldNok } = await write(installation, { holdUnpayable: true });
  expect([written[0]?.file.amountNok, heldNok, held.map(({ code }) => code)]).toEqual([
    45_500,
    9_150,
    ['PAYEE_NO_ACCOUNT'],
  ]);
  const list = readFileSync(`${paymentsFolder(installation.db, RUN)}/overforingsliste.csv`, 'utf8');
  expect(list).toMatch(
    /^NT2018T1S0-1580-PERS,1580,Haram kommune,,9150,,,,,,PAYEE_NO_ACCOUNT,[0-9a-f]{64},[0-9a-f]{64}$/m,
  );
  const text = readFileSync(`${paymentsFolder(installation.db, RUN)}/overforingsliste.txt`, 'utf8');
  expect(text).toContain('ingen konto');
  expect(text.match(/^_{50}$/gm)).toHaveLength(2);
  expect(text).toContain('Av disse: ingen konto 1, 9');
  expect(await failure(write(installation))).toBe('refused PAYOUT_NOTHING_PAYABLE PAYEE_NO_ACCOUNT');
  expect(await agrees(installation)).toEqual([]);
  const same = await write(installation, { holdUnpayable: true });
  expect([same.written.length, same.already.map(({ placing }) => placing), same.heldNok]).toEqual([0, ['same'], 9_150]);
  rmSync(written[0]?.path ?? '');
  const bare = await write(installation, { channel: undefined, on: undefined });
  expect([bare.written.length, bare.already.map(({ placing }) => placing)]).toEqual([0, ['new']]);
});

test('what a case keeps back goes into no file on days of the block; the rest is paid unasked, and it later', async () => {
  const installation = installed([A, B]);
  blockPayments(installation.db, '1103', ON);
  const { written, held, heldNok } = await write(installation);
  expect([written[0]?.file.amountNok, heldNok, held.map(({ code, params }) => [code, params.caseNumber])]).toEqual([
    31_900,
    13_600,
    [['PAYEE_CASE_BLOCK', 1]],
  ]);
  const list = readFileSync(`${paymentsFolder(installation.db, RUN)}/overforingsliste.csv`, 'utf8');
  expect(list).toMatch(/^NT2018T1S0-1103-PERS,.*,PAYEE_CASE_BLOCK,[0-9a-f]{64},[0-9a-f]{64}$/m);
  expect(await failure(write(installation))).toBe('refused PAYOUT_NOTHING_PAYABLE PAYEE_CASE_BLOCK');
  const later = formatDay(bankDaysAfter(asDay(knownDay(ON)), 1));
  expect((await write(installation, { on: later })).written.map(({ file }) => file.amountNok)).toEqual([13_600]);
  expect(await agrees(installation)).toEqual([]);
});

test('a block of payments that is withdrawn keeps nothing back', async () => {
  const installation = installed([A, B]);
  blockPayments(installation.db, '1103', ON)();
  expect((await write(installation)).written.map(({ file }) => file.amountNok)).toEqual([45_500]);
});

test('a changed account blocks its payment until another person confirms it; then it goes in a file of its own, to the new account', async () => {
  const [one, two] = [
    { ...A, paidNok: 241_307_700 },
    { ...B, paidNok: 14_862_300 },
  ];
  const installation = installed([one, two]);
  const propose = (account: string) => {
    const ledger = openLedger(installation.db);
    ledger.proposeRecipients({
      ...KARI,
      rows: [factsOf('1103', { account, legalName: B.name })],
      source: 'b'.repeat(64),
    });
    ledger.close();
  };
  propose(accountOf(77));
  const first = await write(installation, { holdUnpayable: true });
  expect([first.written[0]?.file.amountNok, first.heldNok, first.held.map(({ code }) => code)]).toEqual([
    241_307_700,
    14_862_300,
    ['PAYEE_BLOCKED'],
  ]);
  const ledger = openLedger(installation.db);
  ledger.confirmRecipients({ ...OLA, recipients: [recipientCode('1103')], reference: 'ringt økonomisjefen' });
  ledger.close();
  const later = await write(installation);
  expect(later.written.map(({ file }) => [file.name.slice(0, 14), file.amountNok, file.payments[0]?.account])).toEqual([
    ['NT2018T1S0-F02', 14_862_300, accountOf(77)],
  ]);
  const never = await write(installation);
  expect([never.written.length, never.already.length]).toEqual([0, 2]);
  expect(await agrees(installation)).toEqual([]);
});

test('what is paid by hand to an account that nobody has confirmed is recorded and told of', () => {
  const installation = installed([A, { ...B, confirmed: false }, HARAM]);
  const paid = { kind: 'paid', on: ON_TODAY, paymentKeys: [], runId: RUN, actor: 'kari' } as const;
  const { notes } = recordOutcomes(installation, paid);
  expect(notes.map(({ code, params }) => `${code} ${params.payments} ${params.sumNok}`)).toEqual([
    'LEDGER_OUTCOME_NO_ACCOUNT 1 9150',
    'LEDGER_OUTCOME_BLOCKED 1 13600',
  ]);
});

test('of refused payments those are paid again whose account is not blocked; the others are told with who they are', async () => {
  const installation = installed([A, B]);
  await write(installation);
  await sent(installation);
  const [first = '', second = ''] = openedWith(installation, (ledger) => ledger.paymentsOf(RUN)).map(
    ({ paymentKey }) => paymentKey,
  );
  const refused = { kind: 'refused', on: ON_TODAY, paymentKeys: [first, second] } as const;
  recordOutcomes(installation, { ...refused, actor: 'kari', reason: 'feil konto' });
  const steps = () =>
    openedWith(installation, (ledger) => nextSteps(ledger, { ...NO_STEP_SETTINGS, hasPayer: true }))
      .filter(({ kind }) => kind === 'pay_again' || kind === 'see_blocked')
      .map(({ kind, words, blockedBy }) => [kind, words.includes('--hold-unpayable'), ...blockedBy].join(' '));
  expect(steps()).toEqual(['pay_again false']);
  block(installation, B.recipient);
  expect(steps()).toEqual(['pay_again true', 'see_blocked false 1103']);
  block(installation, A.recipient);
  expect(steps()).toEqual(['see_blocked false 0301 1103']);
});

test('whoever is not in the register, or was never confirmed, is not paid; without a register nobody is', async () => {
  const unsure = installed([A, { ...B, confirmed: false }, { recipient: '4601', paidNok: 1 }]);
  expect(await failure(write(unsure))).toBe('refused PAYOUT_NOT_PAYABLE PAYEE_UNCONFIRMED PAYEE_UNKNOWN');
  expect(await failure(write(installed([{ recipient: '0301', paidNok: 1 }])))).toBe('refused PAYOUT_NO_REGISTER');
  expect(await failure(write(installed([{ ...A, recipient: '0101' }])))).toBe(
    'refused PAYOUT_NOTHING_PAYABLE PAYEE_ENDED',
  );
  // Tysfjord was split among two: no register knows who gets what, and its own account is nobody's.
  expect(await failure(write(installed([{ ...A, recipient: '1850' }])))).toBe(
    'refused PAYOUT_NOTHING_PAYABLE PAYEE_SPLIT',
  );
  expect(await failure(write(installed([{ ...A, name: '日本' }])))).toBe('refused PAYOUT_NOTHING_PAYABLE PAYEE_NAME');
});

test('one batch goes by one channel', async () => {
  const installation = installed([A]);
  const { written } = await write(installation, { channel: 'ledger-file' });
  expect(written[0]?.file.name).toBe('NT2018T1S0-F01.csv');
  expect(await failure(write(installation))).toBe('refused LEDGER_FILE_OTHER_CHANNEL');
  discardPayout(installation, { runId: RUN, names: [], reason: 'feil kanal', actor: 'kari' });
  expect((await write(installation)).written[0]?.file.name).toBe('NT2018T1S0-F02.pain.001.001.03.xml');
  expect(readdirSync(paymentsFolder(installation.db, RUN))).not.toContain('sendt-pa-nytt.csv');
  expect(await agrees(installation)).toEqual([]);
});

test('a file that was edited after it was written is noticed when it is handed over', async () => {
  const installation = installed([A, B]);
  const { written } = await write(installation);
  const path = written[0]?.path ?? '';
  const bytes = readFileSync(path, 'utf8');
  writeFileSync(path, bytes.replace('Oslo', 'Olso'));
  expect(await failure((async () => sent(installation))())).toBe('verification PAYOUT_NOT_AS_WRITTEN');
  const mended = await write(installation);
  expect(mended.already.map(({ placing }) => placing)).toEqual(['restored']);
  expect(sent(installation).files.map(({ state }) => state)).toEqual(['handed_over']);
  expect(sent(installation).files).toEqual([]);
  expect(await failure((async () => sent(installation, 'N2'))())).toBe('refused LEDGER_FILE_NONE');
  expect(sent(installation, 'N2', [written[0]?.file.name ?? '']).files).toHaveLength(1);
});

test('a refused payment goes into a new file under the same key and new message ids, only with --again', async () => {
  const installation = installed([A, B]);
  await write(installation);
  sent(installation);
  const ledger = openLedger(installation.db);
  const key = 'NT2018T1S0-1103-PERS';
  ledger.recordOutcome({ ...OLA, at: '2026-01-01T00:00:00Z', kind: 'refused', on: '2018-05-01', paymentKeys: [key] });
  ledger.close();
  expect((await write(installation)).written).toEqual([]);
  const numbered = {
    ...installation,
    payment: installation.payment && { ...installation.payment, numbersTries: true },
  };
  const { written } = await write(numbered, { again: true });
  expect(written.map(({ file }) => [file.messageId, file.payments])).toEqual([
    [
      'NT2018T1S0-F02',
      [expect.objectContaining({ paymentKey: key, instructionId: `${key}-2`, paymentInfoId: 'NT2018T1S0-F02-P1' })],
    ],
  ]);
  const anew = `${paymentsFolder(installation.db, RUN)}/sendt-pa-nytt.csv`;
  const list = readFileSync(anew, 'utf8');
  const posted = openLedger(installation.db, { readOnly: true });
  const heads = [posted.batch(RUN)?.headAfter, posted.journalHeadOfPosting(RUN)].join(',');
  posted.close();
  expect(list.split('\n')[1]).toMatch(
    /^NT2018T1S0-1103-PERS,13600,NT2018T1S0-F02\S+,NT2018T1S0-F01\S+,refused 2018-05-01,/,
  );
  expect(list).toContain(`,refused 2018-05-01,${heads}\n`);
  // A folder of before: its list names no heads.
  writeFileSync(anew, list.replace(',posting_head,journal_head', '').replaceAll(`,${heads}`, ''));
  expect(await agrees(installation)).toEqual([]);
  writeFileSync(anew, list.replace('13600', '13601'));
  expect(await agrees(installation)).toEqual(['PAYOUT_LIST_DIFFERS NT2018T1S0-1103-PERS']);
  rmSync(anew);
  expect(await agrees(installation)).toEqual(['PAYOUT_FILE_GONE sendt-pa-nytt.csv']);
  const later = openLedger(installation.db, { readOnly: true });
  expect(later.payableAgain(RUN)).toEqual([]);
  later.close();
  const unknown = await write(installation, { again: true });
  expect([unknown.written.length, unknown.already.length]).toEqual([0, 2]);
  expect(await agrees(installation)).toEqual([]);
});

test('a draft cannot become a file, and a rehearsal becomes none that a bank takes', async () => {
  expect(await failure(write(installed([A]), { runId: 'other' }))).toBe('usage LEDGER_RUN_UNKNOWN');
  const { written } = await write(installed([A], { rehearsal: true }));
  const text = readFileSync(written[0]?.path ?? '', 'utf8');
  expect(written[0]?.file.name).toBe('REHEARSAL-NT2018T1S0-F01.pain.001.001.03.xml');
  expect(text.split('\n')[1]).toContain('REHEARSAL');
  expect(text).not.toContain('99990001002');
});

test('settings that are missing are all named, and no file is begun', async () => {
  const installation = { ...installed([A]), payment: undefined };
  expect(await failure(write(installation))).toBe(
    'input PAYOUT_SETTINGS PAYOUT_SETTING PAYOUT_SETTING PAYOUT_SETTING PAYOUT_SETTING',
  );
  expect(await failure(write(installation, { on: undefined }))).toBe('usage FLAG_MISSING');
});

/** What is broken; what the check says. */
const BROKEN: readonly (readonly [string, string, (text: string) => string, string])[] = [
  [
    'an amount in the file',
    'NT2018T1S0-F01.pain.001.001.03.xml',
    (text) => text.replaceAll('31900.00', '31901.00'),
    'PAYOUT_FILE',
  ],
  [
    'an account in the file',
    'NT2018T1S0-F01.pain.001.001.03.xml',
    (text) => text.replace(accountOf(1), accountOf(2)),
    'PAYOUT_FILE_PAYMENTS NT2018T1S0-0301-PERS',
  ],
  ['the file itself', 'NT2018T1S0-F01.pain.001.001.03.xml', () => 'x', 'PAYOUT_FILE_UNREADABLE'],
  [
    'the list',
    'overforingsliste.csv',
    (text) => text.replace(',31900,', ',31901,'),
    'PAYOUT_LIST_DIFFERS NT2018T1S0-0301-PERS',
  ],
  [
    'a name on the list',
    'overforingsliste.csv',
    (text) => text.replace('Oslo', 'Olso'),
    'PAYOUT_LIST_DIFFERS NT2018T1S0-0301-PERS',
  ],
  ['the list as text', 'overforingsliste.txt', (text) => text.replace('900', '901'), 'PAYOUT_LIST_DIFFERS'],
  ['the list as a page', 'overforingsliste.html', (text) => text.replace('900', '901'), 'PAYOUT_LIST_DIFFERS'],
  [
    'payouts.csv',
    '../../runs/the-run/payouts.csv',
    (text) => text.replace('31900', '31901'),
    'PAYOUT_FOLDER_DIFFERS NT2018T1S0-0301-PERS',
  ],
];

test.each(BROKEN)('the check finds what does not agree: %s', async (_, name, edit, told) => {
  const installation = installed([A, B]);
  await write(installation);
  const path = `${paymentsFolder(installation.db, RUN)}/${name}`;
  const before = readFileSync(path, 'utf8');
  expect(edit(before)).not.toBe(before);
  writeFileSync(path, edit(before));
  expect((await agrees(installation)).join('\n')).toContain(told);
});

test('the check finds a ledger file whose rows are not zero together', async () => {
  const installation = installed([A, B]);
  const { written } = await write(installation, { channel: 'ledger-file' });
  const path = written[0]?.path ?? '';
  expect(await agrees(installation)).toEqual([]);
  writeFileSync(path, readFileSync(path, 'utf8').replace('31900,00', '31901,00'));
  expect(await agrees(installation)).toEqual([
    'PAYOUT_FILE_CHANGED NT2018T1S0-F01.csv',
    'PAYOUT_FILE_PAYMENTS NT2018T1S0-0301-PERS',
  ]);
});

test('once all of a handed over file was refused, its batch is annulled by two persons', async () => {
  const installation = installed([A, B]);
  await write(installation);
  expect(sent(installation).changed).toEqual([]);
  const ledger = openLedger(installation.db);
  const now = { ...KARI, at: new Date().toISOString() };
  const annul = () => ledger.recordAnnulment(RUN, { ...now, reason: 'feil sats' });
  expect(annul).toThrow('LEDGER_ANNUL_HAS_OUTCOMES');
  const refused = { kind: 'refused', on: now.at.slice(0, 10), runId: RUN, paymentKeys: [] } as const;
  ledger.recordOutcome({ ...now, ...refused, reason: 'stoppet i banken' });
  const { batch } = annul();
  ledger.approve(batch.runId, approvalOf(batch, { ...now, actor: 'ola' }));
  expect(ledger.batch(RUN)?.state).toBe('annulled');
  expect(ledger.verify().faults).toEqual([]);
  ledger.close();
  expect(await failure(write(installation, { again: true }))).toContain('LEDGER_FILE_NOT_POSTED');
});

test('a file that is handed over after its day of execution is told of', async () => {
  const installation = installed([A, B]);
  await write(installation);
  expect(sent(installation).changed).toEqual([]);
  const other = installed([A, B]);
  await write(other);
  const after = formatDay(asDay(knownDay(ON) + 1));
  onDay(after);
  try {
    expect(sent(other).changed.map(({ code, params }) => [code, params.executionDate, params.on])).toEqual([
      ['PAYOUT_HANDED_OVER_LATE', ON, after],
    ]);
  } finally {
    jest.useRealTimers();
  }
});
