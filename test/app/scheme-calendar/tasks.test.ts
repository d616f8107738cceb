import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dueDayOf, payDayOf, SCHEME_STEPS, yearEndDayOf } from '../../../rules';
import { lettersFolder } from '../../../src/app/letters/make-letters';
import { STORED_LETTERS } from '../../../src/app/letters/stored-letters';
import { nextSteps } from '../../../src/app/next-step/next-steps';
import { NO_STEP_SETTINGS } from '../../../src/app/next-step/step';
import { type SchemeTask, schemeTasks } from '../../../src/app/scheme-calendar/tasks';
import { type Day, formatDay, isBankDay, knownDay } from '../../../src/domain';
import { type Ledger, openLedger } from '../../../src/ledger';
import { draftOf, KARI, postRun } from '../../ledger/support';
import { temporaryFolder } from '../../support/temporary-folder';

const text = (day: Day | undefined): string => (day === undefined ? '-' : formatDay(day));
const told = (tasks: readonly SchemeTask[]): string[] =>
  tasks.map(
    ({ what, grantYear, term, by, isLate }) => `${grantYear} T${term} ${what} ${text(by)}${isLate ? ' late' : ''}`,
  );

function newLedger(rehearsal = false): Ledger {
  return openLedger(join(temporaryFolder(), 'l.db'), { create: { rehearsal, by: KARI } });
}

test('the days of payment are those of the public pages, as bank days', () => {
  expect([2016, 2022, 2023, 2024].map((year) => text(payDayOf(year, 4)))).toEqual([
    '2017-02-15',
    '2023-02-15',
    '2023-12-19',
    '2024-12-16',
  ]);
  expect([1, 2, 3, 4].map((term) => text(payDayOf(2026, term)))).toEqual([
    '2026-04-07',
    '2026-07-07',
    '2026-10-07',
    '2026-12-15',
  ]);
  expect(payDayOf(2004, 1)).toBeUndefined();
});

test('the steps of a term come in their order, on bank days, around Easter too', () => {
  for (let year = 2016; year <= 2040; year += 1) {
    for (const term of [1, 2, 3, 4]) {
      const days = SCHEME_STEPS.map((step) => dueDayOf(year, term, step) ?? 0);
      expect(days).toEqual([...days].sort((a, b) => a - b));
      expect(days.every((day) => isBankDay(knownDay(formatDay(day as Day))))).toBe(true);
    }
    expect(isBankDay(yearEndDayOf(year))).toBe(true);
  }
});

test('an empty ledger is told of the term that is paid next', () => {
  const ledger = newLedger();
  const facts = { progress: [], extracts: [] };
  expect(told(schemeTasks(ledger, { ...facts, today: knownDay('2026-03-27') }))[0]).toBe('2026 T1 extract 2026-03-27');
  expect(told(schemeTasks(ledger, { ...facts, today: knownDay('2026-03-28') }))[0]).toBe(
    '2026 T1 extract 2026-03-27 late',
  );
  expect(told(schemeTasks(ledger, { ...facts, today: knownDay('2026-04-08') }))[0]).toContain('2026 T2 extract');
  ledger.close();
});

test('a rehearsal pays nothing: it is told of no file, receipt or letter', () => {
  const ledger = newLedger(true);
  postRun(ledger, { grantYear: 2026, term: 3, lines: [{ recipient: '1507', grantYear: 2026, due: 100 }] });
  const progress = [
    { runId: ledger.lastPosted()?.runId ?? '', payments: 1, amountNok: 100, stage: 'approved' as const },
  ];
  const tasks = schemeTasks(ledger, { today: knownDay('2026-10-13'), progress, extracts: [] });
  expect(tasks.map(({ term, what }) => `T${term} ${what}`)).toEqual(['T4 extract', 'T4 run', 'T4 approve']);
  ledger.close();
});

test('what has been done is not told any more, and the rest by the day', () => {
  const ledger = newLedger();
  postRun(ledger, { grantYear: 2026, term: 3, lines: [{ recipient: '1507', grantYear: 2026, due: 100 }] });
  const { batch: draft } = ledger.recordDraft(
    draftOf(ledger, {
      grantYear: 2026,
      term: 4,
      lines: [{ recipient: '1507', grantYear: 2026, due: 200, posted: 100 }],
    }),
  );
  const runId = ledger.lastPosted()?.runId ?? '';
  const today = knownDay('2026-10-13');
  const sum = { runId, payments: 1, amountNok: 100 };
  const inFile = schemeTasks(ledger, { today, progress: [{ ...sum, stage: 'in_file' }], extracts: [] });
  expect(told(inFile)).toEqual([
    '2026 T3 hand_over 2026-10-06 late',
    '2026 T3 receipts 2026-10-12 late',
    '2026 T3 letters 2026-10-14',
    ...[
      'approve 2026-12-11',
      'file 2026-12-14',
      'hand_over 2026-12-14',
      'receipts 2026-12-18',
      'letters 2026-12-22',
    ].map((what) => `2026 T4 ${what}`),
  ]);
  expect(inFile.find(({ what }) => what === 'approve')?.runId).toBe(draft.runId);
  const paid = schemeTasks(ledger, { today, progress: [{ ...sum, stage: 'paid' }], extracts: [] });
  expect(told(paid)[0]).toBe('2026 T3 letters 2026-10-14');
  ledger.close();
});

test('letters are to be sent until they lie beside the run; those to some recipients are not all', () => {
  const ledger = newLedger();
  const runFolder = join(temporaryFolder(), 'run');
  const lines = [{ recipient: '1507', grantYear: 2026, due: 100 }];
  const { runId } = postRun(ledger, { grantYear: 2026, term: 3, lines, runFolder });
  const isTold = (): boolean =>
    schemeTasks(ledger, { today: knownDay('2026-10-13'), progress: [], extracts: [] }).some(
      (task) => task.what === 'letters' && task.runId === runId,
    );
  const write = (folder: string): void => {
    mkdirSync(join(folder, 'confidential'), { recursive: true });
    writeFileSync(join(folder, STORED_LETTERS), '{}');
  };
  expect(isTold()).toBe(true);
  write(lettersFolder(runFolder, ['1507']));
  expect(isTold()).toBe(true);
  write(lettersFolder(runFolder));
  expect(isTold()).toBe(false);
  ledger.close();
});

test('after the fourth term the year is to be closed', () => {
  const ledger = newLedger();
  postRun(ledger, { grantYear: 2026, term: 4, lines: [{ recipient: '1507', grantYear: 2026, due: 100 }] });
  const tasks = schemeTasks(ledger, { today: knownDay('2027-02-02'), progress: [], extracts: ['2026-12-01'] });
  expect(told(tasks)).toContain('2026 T0 year_end 2027-02-01 late');
  expect(told(tasks)).toContain('2027 T1 extract 2027-04-01');
  ledger.close();
});

test('payments of a run that is about to be taken back are no next step', () => {
  const ledger = newLedger();
  const { runId } = postRun(ledger, { lines: [{ recipient: '1507', grantYear: 2018, due: 100 }] });
  const steps = (): string[] =>
    nextSteps(ledger, NO_STEP_SETTINGS, knownDay('2018-05-03')).flatMap(({ kind, runId: about }) =>
      about === '' ? [] : [`${kind} ${about === runId ? 'run' : 'annulment'}`],
    );
  expect(steps()).toEqual(['record_outcome run']);
  ledger.recordAnnulment(runId, { ...KARI, at: '2018-05-02T08:00:00Z', reason: 'feil sats' });
  expect(steps()).toEqual(['approve annulment']);
  ledger.close();
});
