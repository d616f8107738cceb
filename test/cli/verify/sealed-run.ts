import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeExtracts } from '../../../src/app/generate/write-extracts';
import { loadShippedRules } from '../../../src/app/shipped-rules';
import { answer, change } from '../../audit/verify/two-terms';
import { temporaryFolder } from '../../support/temporary-folder';

const RATES = join(__dirname, '..', '..', '..', 'fixtures', 'demo-rates-2018.csv');
const RUN = z.object({ run_id: z.string(), out: z.string() });

/** Two posted terms whose extracts have broken rows and a column of another name, with a recipients file. */
export interface SealedRuns {
  readonly work: string;
  readonly extracts: readonly string[];
  readonly folders: readonly string[];
  readonly runIds: readonly string[];
  /** Flags that the runs had. */
  readonly columns: string;
  readonly recipients: string;
  readonly rates: string;
}

export async function makeSealedRuns(): Promise<SealedRuns> {
  const work = temporaryFolder();
  const { places } = loadShippedRules().places;
  const register = { persons: 60, seed: 11, errors: 0.3, year: 2018, snapshots: 2, places };
  const extracts = writeExtracts(join(work, 'extracts'), register);
  for (const extract of extracts) change(extract, 'persons.csv', (text) => text.replace('birth_date', 'DAY OF BIRTH'));
  const columns = join(work, 'columns.json');
  writeFileSync(columns, '{"persons": {"birth_date": "DAY OF BIRTH"}}');
  const recipients = join(work, 'recipients.csv');
  writeFileSync(
    recipients,
    recipientsCsv(
      loadShippedRules()
        .places.places.slice(0, 400)
        .map(({ code }) => code),
    ),
  );
  const runs: z.infer<typeof RUN>[] = [];
  for (const [index, extract] of extracts.entries()) {
    const what = ['--extract', extract, '--year', '2018', '--term', String(index + 1), '--rates', RATES];
    const how = ['--columns', columns, '--recipients', recipients, '--reject-limit', '99.5', '--rehearsal'];
    const run = RUN.parse(await answer(work, 'run', ...what, ...how, '--db', 'ledger.db', '--as', 'kari'));
    await answer(work, 'approve', run.run_id, '--db', 'ledger.db', '--as', 'ola');
    runs.push(run);
  }
  const [folders, runIds] = [runs.map((run) => run.out), runs.map((run) => run.run_id)];
  return { work, extracts, folders, runIds, columns, recipients, rates: RATES };
}

/** The dossier of a run, unpacked in a folder of its own: where the run folder lies. */
export async function unpackDossier({ work }: SealedRuns, runId: string): Promise<string> {
  const out = join(work, `${runId}.tar`);
  await answer(work, 'dossier', runId, '--out', out, '--db', 'ledger.db', '--as', 'kari');
  const place = join(work, `unpacked-${runId}`);
  mkdirSync(place);
  execFileSync('tar', ['-xf', out, '-C', place]);
  return join(place, `dossier-${runId}`, 'run', runId);
}

/** Made-up recipients: every code of four digits once. */
function recipientsCsv(codes: readonly number[]): string {
  const kommuner = new Set(codes.map((code) => String(Math.floor(code / 10)).padStart(4, '0')));
  const rows = [...kommuner].map((code) => `${code},Kommune ${code},,12345678903,nb,,,`);
  return `${['recipient_id,name,org_number,account_number,language,kid,valid_from,valid_to', ...rows].join('\n')}\n`;
}
