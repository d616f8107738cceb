import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { checkPayout } from '../../src/app';
import { openLedger } from '../../src/ledger';
import { ON, RUN } from '../app/payout/support';
import { RUN as ANSWERED_RUN } from '../cli/receipts/example-ledger';
import { cli, today } from '../cli/support';
import { answeredPlace, place } from './paying-place';

const BIN = join(__dirname, '..', '..', 'bin', 'norsktilskudd');
const WRITE = ['payout', 'write', RUN, '--on', ON, '--reason', 'prøve', '--channel', 'pain001'];

interface Ended {
  readonly code: number | null;
  readonly answer: Record<string, unknown>;
  readonly err: string;
}

/** The same act by two operators at once, each in a process of its own. */
function both(cwd: string, one: readonly string[], other: readonly string[] = one): Promise<Ended[]> {
  const acts = [
    [...one, '--as', 'ola'],
    [...other, '--as', 'eva'],
  ];
  return Promise.all(
    acts.map(
      (argv) =>
        new Promise<Ended>((ended) => {
          const child = spawn(process.execPath, [BIN, ...argv, '--json'], { cwd });
          const [out, err]: [string[], string[]] = [[], []];
          child.stdout.on('data', (chunk) => out.push(String(chunk)));
          child.stderr.on('data', (chunk) => err.push(String(chunk)));
          child.on('close', (code) => ended({ code, answer: JSON.parse(out.join('') || '{}'), err: err.join('') }));
        }),
    ),
  );
}

async function mustDo(cwd: string, argv: readonly string[]): Promise<void> {
  expect(await cli(cwd, argv)).toMatchObject({ code: 0 });
}

/** What the ledger says once it has been found to hold together. */
function told<T>(cwd: string, read: (ledger: ReturnType<typeof openLedger>) => T): T {
  const ledger = openLedger(join(cwd, 'norsktilskudd.db'), { readOnly: true });
  try {
    expect(ledger.verify().faults).toEqual([]);
    return read(ledger);
  } finally {
    ledger.close();
  }
}

const filesOf = (cwd: string) => told(cwd, (ledger) => ledger.paymentFiles(RUN));

test('two write the files of one batch: there is one file, and both are told of it', async () => {
  const cwd = place();
  const ended = await both(cwd, WRITE);
  expect(ended.map(({ code, err }) => [code, err])).toEqual([
    [0, ''],
    [0, ''],
  ]);
  expect(filesOf(cwd).map(({ name, state }) => [name, state])).toEqual([
    ['NT2018T1S0-F01.pain.001.001.03.xml', 'made'],
  ]);
  expect((await checkPayout(join(cwd, 'norsktilskudd.db'), RUN)).faults).toEqual([]);
});

test('two write one batch by two channels: one of them wins', async () => {
  const cwd = place();
  const ended = await both(cwd, WRITE, [...WRITE.slice(0, -1), 'ledger-file']);
  expect(ended.map(({ code }) => code).sort()).toEqual([0, 6]);
  expect(ended.map(({ err }) => err).join('')).toContain('LEDGER_FILE_OTHER_CHANNEL');
  expect(filesOf(cwd)).toHaveLength(1);
});

test('two hand over one file under two references: one of them did', async () => {
  const cwd = place();
  await mustDo(cwd, [...WRITE, '--as', 'kari']);
  const sent = (reference: string) => ['payout', 'sent', RUN, '--by-hand', '--reference', reference, '--on', today()];
  const ended = await both(cwd, sent('nettbank 1'), sent('nettbank 2'));
  expect(ended.map(({ code }) => code).sort()).toEqual([0, 6]);
  expect(ended.map(({ err }) => err).join('')).toContain('LEDGER_FILE_NONE');
  expect(filesOf(cwd).map(({ handOvers }) => handOvers.length)).toEqual([1]);
});

test('two read one answer of the bank: it is kept once, and moves once', async () => {
  const cwd = answeredPlace();
  const ended = await both(cwd, ['receipt', 'read', 'e-booked-and-pending.camt.054.001.02.xml']);
  expect(ended.map(({ code }) => code)).toEqual([0, 0]);
  const outcomes = told(cwd, (ledger) => {
    expect(ledger.receipts()).toHaveLength(1);
    return ledger.trackedPayments(ANSWERED_RUN).map((payment) => payment.outcomes.length);
  });
  expect(Math.max(...outcomes)).toBe(1);
});

test('two confirm one account: one of them did', async () => {
  const cwd = place();
  await mustDo(cwd, ['recipients', 'import', 'new.csv', '--as', 'kari']);
  const ended = await both(cwd, ['recipients', 'confirm', '0301', '--reference', 'ringt']);
  expect(ended.map(({ code }) => code)).toEqual([0, 0]);
  const answers = ended.map(({ answer }) => [answer.answered, answer.already]);
  expect(answers.sort()).toEqual([
    [[], ['0301']],
    [['0301'], []],
  ]);
});
