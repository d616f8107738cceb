import { join } from 'node:path';
import { programFolder, writeDemoExtracts } from '../app';
import { csvObjects, formatKroner, formatWhole } from '../domain';
import { makeFolder, readText, removeTree } from '../effects';
import { main } from './main';
import { memoryTerminal, processTerminal } from './terminal';
import { textTable } from './text-table';

/** What the demonstration reads of the answer of `run --json`. */
interface RunAnswer {
  readonly run_id: string;
  readonly out: string;
  readonly totals: { lines: number; corrections: number; payments: number; paid: number; held: number };
}

/**
 * `npm run demo`: a made-up register of 3 000 persons over all 422 kommuner of 2018, four extracts of it, and the four
 * terms of 2018 run and approved in a rehearsal ledger. Everything stays in the folder demo/ to look at.
 */
async function demonstrate(): Promise<void> {
  const folder = join(programFolder(), 'demo');
  const say = (text: string): void => processTerminal().out(text);
  removeTree(folder);
  makeFolder(folder);
  say('A made-up register: 3 000 persons in the 422 kommuner of 2018, one extract a term ...\n');
  const extracts = writeDemoExtracts(join(folder, 'extracts'));
  const rows: string[][] = [];
  let last: RunAnswer | undefined;
  for (const [index, extract] of extracts.entries()) {
    last = await runTerm(folder, extract, index + 1);
    const { lines, payments, paid, corrections, held } = last.totals;
    const cells = [lines, payments].map(formatWhole).concat([paid, corrections, held].map(formatKroner));
    rows.push([`2018 T${index + 1}`, ...cells]);
  }
  say(`\n${textTable(['term', 'lines', 'payments', 'paid', 'corrections', 'held'], 'lrrrrr', rows)}\n`);
  if (last) say(await explainOne(folder, last));
  say(`\nEverything is in ${folder}: extracts, the ledger, and one folder a run under ledger.db.d/runs.\n`);
}

async function runTerm(folder: string, extract: string, term: number): Promise<RunAnswer> {
  const ledger = ['--db', join(folder, 'ledger.db')];
  const rates = join(programFolder(), 'fixtures', 'demo-rates-2018.csv');
  const what = ['--extract', extract, '--year', '2018', '--term', String(term), '--rates', rates];
  const answer: RunAnswer = JSON.parse(
    await command(folder, ['run', ...what, '--rehearsal', ...ledger, '--as', 'kari', '--json']),
  );
  await command(folder, ['approve', answer.run_id, ...ledger, '--as', 'ola', '--json']);
  return answer;
}

/** The first correction of a run, explained as the program explains it. */
async function explainOne(folder: string, run: RunAnswer): Promise<string> {
  const lines = csvObjects(readText(join(run.out, 'payout_lines.csv')));
  const lineId = (lines.find((line) => line.reason === 'correction') ?? lines[0])?.line_id ?? '';
  const text = await command(folder, ['explain', lineId, '--db', join(folder, 'ledger.db')]);
  return `One line of the last run, as \`norsktilskudd explain ${lineId}\` tells it:\n\n${text}`;
}

/** Runs a command of the program in this process; stops with what it said where it does not succeed. */
async function command(cwd: string, argv: readonly string[]): Promise<string> {
  const terminal = memoryTerminal(cwd);
  const code = await main(argv, terminal);
  if (code !== 0) throw new Error(`norsktilskudd ${argv.join(' ')} ended with ${code}\n${terminal.errText()}`);
  return terminal.outText();
}

demonstrate().catch((cause: unknown) => {
  processTerminal().err(`${cause instanceof Error ? cause.message : String(cause)}\n`);
  process.exitCode = 1;
});
