import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { explanationOfLine } from '../../src/app/explain/execute-explain';
import { openRunContext } from '../../src/app/explain/open-run-context';
import { PayoutLineFile } from '../../src/audit/payout-line-file';
import { openLedger } from '../../src/ledger';
import { renderText } from '../../src/report/explanation/render-text';
import { cli } from '../cli/support';
import { temporaryFolder } from '../support/temporary-folder';

const folder = temporaryFolder();
const RATES = join(__dirname, '..', '..', 'fixtures', 'demo-rates-2018.csv');

/** A made-up register that evolves over two terms, run and posted. */
async function rehearse(seed: number): Promise<string> {
  const home = join(folder, String(seed));
  const extracts = join(home, 'extracts');
  const make = ['--persons', '120', '--year', '2018', '--seed', String(seed), '--snapshots', '3', '--out', extracts];
  expect((await cli(folder, ['generate', ...make])).code).toBe(0);
  const db = join(home, 'ledger.db');
  for (const [index, extract] of readdirSync(extracts).sort().entries()) {
    const what = ['--extract', join(extracts, extract), '--year', '2018', '--term', String(index + 1)];
    const run = await cli(folder, [
      'run',
      ...what,
      '--rates',
      RATES,
      '--rehearsal',
      '--db',
      db,
      '--as',
      'kari',
      '--json',
    ]);
    expect([run.code, run.code === 0 ? '' : run.err]).toEqual([0, '']);
    const { run_id }: { run_id: string } = JSON.parse(run.out);
    expect((await cli(folder, ['approve', run_id, '--db', db, '--as', 'ola'])).code).toBe(0);
  }
  return db;
}

/** Explains every line of every run: the amounts are those of the rows, and every sentence has its values. */
function explainAll(db: string): number {
  const ledger = openLedger(db, { readOnly: true });
  let explained = 0;
  try {
    for (const { runId } of ledger.batches()) {
      const context = openRunContext(ledger, runId);
      const file = new PayoutLineFile(context.folder);
      const sealed = context.manifest.files.find(({ name }) => name === 'payout_lines.csv');
      for (const row of file.rows(sealed?.sha256)) {
        const explanation = explanationOfLine(context, row.cell('line_id'));
        const line = explanation.lines.find(({ line_id }) => line_id === row.cell('line_id'));
        const isProtected = explanation.title.code === 'TITLE_LINE_PROTECTED';
        expect(line?.amount).toBe(isProtected ? undefined : Number(row.cell('amount')));
        expect(file.row(row.ordinal)?.cell('line_id')).toBe(row.cell('line_id'));
        for (const language of ['nb', 'en'] as const) {
          expect(renderText(explanation, language)).not.toMatch(/\{\w+\}|undefined|NaN|\[object/);
        }
        explained += 1;
      }
      file.close();
      context.close();
    }
  } finally {
    ledger.close();
  }
  return explained;
}

test('explained amounts equal the lines, over random registers', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 1_000_000 }), async (seed) => {
      expect(explainAll(await rehearse(seed))).toBeGreaterThan(0);
    }),
    { numRuns: 4, endOnFailure: true },
  );
}, 600_000);
