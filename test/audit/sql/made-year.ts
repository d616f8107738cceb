import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeExtracts } from '../../../src/app/generate/write-extracts';
import { loadShippedRules } from '../../../src/app/shipped-rules';
import { RATE_KEYS } from '../../../src/domain';
import { temporaryFolder } from '../../support/temporary-folder';
import { answer } from '../verify/two-terms';

/** A made-up register over some terms of a year, posted into a rehearsal ledger. */
export interface MadeYear {
  readonly work: string;
  /** Run folders in order. */
  readonly folders: readonly string[];
}

const RUN = z.object({ run_id: z.string(), out: z.string() });
const CLASSED = /^(grunntilskudd|persontilskudd\.)/;

/** Generates extracts with errors in a share of the persons, runs and posts every term. */
export async function makeYear(options: {
  year: number;
  seed: number;
  persons: number;
  terms: number;
  errors: number;
}): Promise<MadeYear> {
  const { year, seed, persons, terms, errors } = options;
  const work = temporaryFolder();
  const { places } = loadShippedRules().places;
  const register = { persons, seed, errors, year, snapshots: terms, places };
  const extracts = writeExtracts(join(work, 'extracts'), register);
  const rates = join(work, 'rates.csv');
  writeFileSync(rates, ratesOf(year));
  const folders: string[] = [];
  for (const [index, extract] of extracts.entries()) {
    const what = ['--extract', extract, '--year', String(year), '--term', String(index + 1), '--rates', rates];
    const how = ['--reject-limit', '100', '--rehearsal', '--db', 'ledger.db', '--as', 'kari'];
    const { run_id: runId, out } = RUN.parse(await answer(work, 'run', ...what, ...how));
    await answer(work, 'approve', runId, '--db', 'ledger.db', '--as', 'ola');
    folders.push(out);
  }
  return { work, folders };
}

/** Invented rates for every cell of a year. */
function ratesOf(year: number): string {
  const cells = RATE_KEYS.flatMap((key, place) =>
    (CLASSED.test(key) ? ['low', 'high'] : ['single']).map(
      (rateClass, step) => `${key},${year},${rateClass},${(place + 1) * 10_000 + step * 5_551 + 7},illustrative,test,`,
    ),
  );
  return `${['key,grant_year,rate_class,value,status,source,note', ...cells].join('\n')}\n`;
}
