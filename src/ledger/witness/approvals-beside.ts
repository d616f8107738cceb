import { dirname, join } from 'node:path';
import { isFolder, isPlainFile, listFolder, readText } from '../../effects';
import { emptyPostingHead } from '../hash-chain';
import type { OpenLedger } from '../posting-reads';
import type { WitnessPlaces } from './places';
import type { WitnessedPosting } from './witness-file';

const SUFFIX = '.approval';

/**
 * Runs beside which an approval lies, signed upon a posting head that this ledger has had, and which it has not posted:
 * they were posted with a newer copy. An approval stands only beside what was posted (ledgers that require signatures).
 */
export function approvalsBeside(
  ledger: OpenLedger,
  places: WitnessPlaces,
): (WitnessedPosting & { readonly file: string })[] {
  const posted = new Set(column(ledger, 'SELECT b.run_id FROM posting_chain AS c JOIN batches AS b USING (batch)'));
  const heads = new Set([emptyPostingHead(ledger.rehearsal), ...column(ledger, 'SELECT head FROM posting_chain')]);
  return runFolders(ledger, places).flatMap((folder) =>
    listFolder(folder)
      .filter((name) => name.endsWith(SUFFIX) && !posted.has(name.slice(0, -SUFFIX.length)))
      .flatMap((name) => {
        const file = join(folder, name, 'approver.txt');
        const run = isPlainFile(file) ? approvedRun(readText(file)) : undefined;
        return run !== undefined && !posted.has(run.runId) && heads.has(run.postingHead) ? [{ ...run, file }] : [];
      }),
  );
}

function approvedRun(text: string): (WitnessedPosting & { readonly postingHead: string }) | undefined {
  const rows = new Map(
    text.split('\n').map((row): [string, string] => [row.split('\t')[0] ?? '', row.split('\t')[1] ?? '']),
  );
  const runId = rows.get('run') ?? '';
  const [, year = '', term = ''] = /^(\d{4})-T([1-4])-[0-9a-f]{12}$/.exec(runId) ?? [];
  const postingHead = rows.get('posting_head') ?? '';
  if (year === '') return undefined;
  const place = { posting: 0, head: '', supplementNumber: 0 };
  return { ...place, kind: 'run', grantYear: Number(year), term: Number(term), runId, postingHead };
}

/** Folders that hold run folders of this ledger. */
function runFolders(ledger: OpenLedger, { own, remembered, byRunFolders }: WitnessPlaces): string[] {
  const beside = [...own, ...remembered, ...byRunFolders].map((folder) => join(folder, 'runs'));
  const elsewhere = column(ledger, "SELECT DISTINCT run_folder FROM batches WHERE run_folder <> ''").map(dirname);
  return [...new Set([...beside, ...elsewhere])].filter(isFolder);
}

function column({ db }: OpenLedger, sql: string): string[] {
  return db
    .prepare(sql)
    .all()
    .map(([value]) => String(value));
}
