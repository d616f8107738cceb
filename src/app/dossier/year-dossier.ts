import { join } from 'node:path';
import {
  type ArchiveFile,
  accessLogPath,
  approvalFolderOf,
  headOfActs,
  journalUntil,
  logAccess,
  manifestInFolder,
  writeTar,
} from '../../audit';
import { NorsktilskuddError } from '../../domain';
import { discardTree, makeFolder, makeWorkFolder, nowUtc, pathExists } from '../../effects';
import { ALL_POSTED, type BatchInfo, type Ledger } from '../../ledger';
import type { Language } from '../../messages';
import { openSnapshot } from '../../register';
import { withLedger } from '../acts/act';
import { withRun } from '../explain/with-run';
import { sampleFiles } from '../sample/execute-sample';
import { samplesOf } from '../sample/sample-folder';
import { archived, programFiles, textFile, treeFiles, yearReadmes } from './dossier-files';
import type { DossierReport } from './execute-dossier';
import { checkFolder, snapshotFor } from './execute-dossier';
import { writeRegisterCsv } from './register-csv';

/** What a dossier of a year is asked for, read and checked. */
export interface YearDossierInput {
  readonly db: string;
  readonly grantYear: number;
  readonly out: string;
  /** With the registers that its runs read, as SQLite and as CSV. */
  readonly withSnapshot: boolean;
  readonly pseudonymKeyFile: string;
  readonly language: Language;
  readonly actor: string;
}

/** Lines of each run that are drawn and explained. */
const DRAWN = 30;
const RESTRICTED = 0o600;
const OPEN = 0o644;

/**
 * Writes one archive with everything that is needed to check a grant year offline: its posted runs in order, with what was
 * signed, the registers that they read as CSV too, samples, drawn lines explained, the journal, rulebook, sources, rules,
 * verifiers and formats. Every run folder is checked before, and the access log is written first.
 *
 * @throws NorsktilskuddError usage DOSSIER_EXISTS, DOSSIER_NO_RUNS; verification VERIFICATION_FAILED, SNAPSHOT_DAMAGED
 */
export function executeYearDossier(input: YearDossierInput): DossierReport {
  const { db, out, grantYear, actor } = input;
  if (pathExists(out)) throw new NorsktilskuddError('usage', 'DOSSIER_EXISTS', { file: out });
  const work = makeWorkFolder('dossier');
  try {
    return withLedger(db, true, (ledger) => {
      ledger.prove(ALL_POSTED);
      const batches = ledger
        .batches()
        .filter((batch) => batch.kind === 'run' && batch.state === 'posted' && batch.grantYear === grantYear)
        .sort((a, b) => a.posting - b.posting);
      const last = batches.at(-1);
      if (last === undefined) throw new NorsktilskuddError('usage', 'DOSSIER_NO_RUNS', { grantYear });
      const runIds = batches.map(({ runId }) => runId);
      const access = { kind: 'dossier', actor, at: nowUtc(), runId: '', subjects: runIds } as const;
      logAccess(accessLogPath(db), access);
      const runs = batches.map((batch) => filesOfRun(batch, input, work));
      const journal = journalOf(ledger, last.runId);
      const files = [
        ...uniqueByName(runs.flatMap(({ files: own }) => own)),
        ...programFiles(),
        { ...textFile('ledger/journal.txt', journal.map((act) => `${act}\n`).join('')), mode: RESTRICTED },
        ...yearReadmes({
          ...{ grantYear, runIds, journalHead: headOfActs(journal), postingHead: last.headAfter },
          rehearsal: ledger.rehearsal,
        }),
      ];
      const hasSnapshot = runs.some((run) => run.hasSnapshot);
      const all = archived(`dossier-${grantYear}`, files);
      return {
        ...{ out, folder: runs[0]?.folder ?? '', runIds, files: all.length },
        ...writeTar(out, all),
        ...{ journalHead: headOfActs(journal), hasSnapshot },
      };
    });
  } finally {
    discardTree(work);
  }
}

const journalOf = (ledger: Ledger, runId: string): readonly string[] => journalUntil(ledger.journalBodies(), runId);

interface RunFiles {
  readonly folder: string;
  readonly files: readonly ArchiveFile[];
  readonly hasSnapshot: boolean;
}

function filesOfRun({ runId }: BatchInfo, input: YearDossierInput, work: string): RunFiles {
  return withRun(input.db, runId, (context) => {
    checkFolder(context);
    const { folder } = context;
    const asked = { seed: undefined, size: DRAWN, byAmount: true, language: input.language };
    const drawn = sampleFiles(context, { ...asked, db: input.db, pseudonymKeyFile: input.pseudonymKeyFile });
    const snapshot = snapshotFor(context, input);
    return {
      folder,
      hasSnapshot: snapshot !== undefined,
      files: [
        ...treeFiles(folder, `run/${runId}`, RESTRICTED),
        ...treeFiles(approvalFolderOf(folder, runId), `run/${runId}.approval`, OPEN),
        ...treeFiles(samplesOf(folder, runId), `run/${runId}.samples`, RESTRICTED),
        ...drawn.map(({ name, text }) => ({ ...textFile(`drawn/${runId}/${name}`, text), mode: RESTRICTED })),
        ...(snapshot === undefined ? [] : registerFiles(snapshot, manifestInFolder(folder).identity.snapshot_id, work)),
      ],
    };
  });
}

/** A stored register as it is, and as tables; once where several runs read it. */
function registerFiles(path: string, id: string, work: string): ArchiveFile[] {
  const folder = join(work, id);
  const name = `register/${id.slice(0, 16)}`;
  if (!pathExists(folder)) {
    makeFolder(folder);
    const register = openSnapshot(path);
    try {
      writeRegisterCsv(register, folder);
    } finally {
      register.close();
    }
  }
  return [{ name: `snapshot/${id}.db`, content: { path }, mode: RESTRICTED }, ...treeFiles(folder, name, RESTRICTED)];
}

function uniqueByName(files: readonly ArchiveFile[]): ArchiveFile[] {
  return [...new Map(files.map((file) => [file.name, file])).values()];
}
