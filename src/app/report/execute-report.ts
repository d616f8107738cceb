import { join } from 'node:path';
import { accessLogPath, logAccess } from '../../audit';
import { NorsktilskuddError } from '../../domain';
import {
  discardTree,
  isFolder,
  listFolder,
  makeFolder,
  makePartFolder,
  nowUtc,
  pathExists,
  readText,
  removeTree,
  renameInto,
  setMode,
  writeAgainFile,
} from '../../effects';
import { ALL_POSTED } from '../../ledger';
import { LANGUAGES } from '../../messages';
import { renderSite, type SiteContent } from '../../report';
import { lastRun } from '../explain/execute-explain';
import { withRunAsync } from '../explain/with-run';
import { programFolder } from '../program-files';
import { auditWorkbooks } from './audit/audit-workbook';
import { gatherReport, type ReportSettings } from './gather-report';
import { type GatheredLines, listedLines, tracesOf } from './traces';
import { termWorkbook } from './workbook/term-workbook';

/** What a report is asked for, read and checked. */
export interface ReportInput extends ReportSettings {
  /** undefined: the last run. */
  readonly runId: string | undefined;
  readonly db: string;
  /** Folder in which `report` and `report-restricted` are made; undefined: `<run folder>.report`. */
  readonly out: string | undefined;
  /** Recipients of whom every line is explained. */
  readonly recipients: readonly string[];
  /** Lines that are explained beside theirs. */
  readonly drawn: number;
  /** Every recipient has an auditor's sheet, not those alone of `recipients`. */
  readonly areAllAudited: boolean;
  readonly actor: string;
}

/** Lines that are explained where nobody says how many. */
export const LINES_DRAWN = 500;

/** How a report is made, where it is not made as usual. */
export interface ReportChoice {
  readonly out?: string;
  readonly recipients?: readonly string[];
  readonly drawn?: number;
  readonly areAllAudited?: boolean;
  readonly appropriationNok?: number;
  readonly actor?: string;
}

/** What was written. */
export interface ReportWritten {
  readonly runId: string;
  /** Of the run. */
  readonly folder: string;
  /** First page of the report that may be shared, and of the other. */
  readonly shared: string;
  readonly restricted: string;
  readonly files: number;
  readonly lines: number;
  readonly explained: number;
}

/** Marks a folder as one that this program wrote and may replace. */
const MARK = 'assets/report.css';
const PUBLIC = { folder: 0o755, file: 0o644 } as const;
const RESTRICTED = { folder: 0o700, file: 0o600 } as const;

/**
 * Writes a run as pages to look at: a report to share, without a person and without small groups, and one with lines and
 * explanations by pseudonym, for its owner alone. The access log is written first. A report written before gives way.
 *
 * @throws NorsktilskuddError usage LEDGER_RUN_UNKNOWN, REPORT_OUT_TAKEN; verification as withRun()
 */
export function executeReport(input: ReportInput): Promise<ReportWritten> {
  return withRunAsync(
    input.db,
    (ledger) => input.runId ?? lastRun(ledger),
    async (context) => {
      const { runId, runFolder } = context.batch;
      const drafts = context.batch.state === 'draft' ? [runId] : [];
      context.ledger.prove({ ...ALL_POSTED, drafts });
      const out = input.out ?? `${runFolder}.report`;
      const places = { shared: join(out, 'report'), restricted: join(out, 'report-restricted') };
      Object.values(places).forEach(refuseTaken);
      logAccess(accessLogPath(input.db), {
        kind: 'report',
        actor: input.actor,
        at: nowUtc(),
        runId,
        subjects: [runId],
      });
      const models = gatherReport(context, context.ledger, input);
      const assets = readAssets();
      const files = await writeSite(
        places.shared,
        { model: models.shared, assets, lines: undefined, traces: [] },
        PUBLIC,
      );
      const lines = listedLines(context, input);
      const restricted = { model: models.restricted, assets, lines, traces: tracesOf(context, lines.explained) };
      const more = await writeSite(places.restricted, restricted, RESTRICTED, lines);
      return {
        runId,
        folder: runFolder,
        shared: join(places.shared, 'index.html'),
        restricted: join(places.restricted, 'index.html'),
        files: files + more,
        lines: [...lines.byRecipient.values()].reduce((sum, own) => sum + own.length, 0),
        explained: lines.explained.size,
      };
    },
  );
}

/** Something that is there and was not written by this program stays. */
function refuseTaken(folder: string): void {
  if (!pathExists(folder) || pathExists(join(folder, MARK))) return;
  if (isFolder(folder) && listFolder(folder).length === 0) return;
  throw new NorsktilskuddError('usage', 'REPORT_OUT_TAKEN', { folder });
}

function readAssets(): SiteContent['assets'] {
  const folder = join(programFolder(), 'src', 'report', 'assets');
  return { css: readText(join(folder, 'report.css')), js: readText(join(folder, 'report.js')) };
}

/** Writes the files of a report into a folder that appears whole or not at all; returns how many there are. */
async function writeSite(
  folder: string,
  content: SiteContent,
  modes: typeof PUBLIC | typeof RESTRICTED,
  ofPersons?: Pick<GatheredLines, 'corrections' | 'audited'>,
): Promise<number> {
  const part = makePartFolder(folder);
  try {
    setMode(part, modes.folder);
    const made = new Set<string>();
    let files = 0;
    for await (const { path, text } of renderSite(content)) {
      makeFoldersOf(path, part, made, modes.folder);
      writeAgainFile(join(part, path), text, modes.file);
      files += 1;
    }
    for (const language of LANGUAGES) {
      const book = await termWorkbook(content.model, ofPersons?.corrections, language);
      writeAgainFile(join(part, 'data', `term-${language}.xlsx`), book, modes.file);
      files += 1;
      for await (const { path, bytes } of auditWorkbooks(content.model, ofPersons?.audited ?? new Map(), language)) {
        makeFoldersOf(path, part, made, modes.folder);
        writeAgainFile(join(part, path), bytes, modes.file);
        files += 1;
      }
    }
    if (pathExists(folder)) removeTree(folder);
    renameInto(part, folder);
    return files;
  } catch (cause) {
    discardTree(part);
    throw cause;
  }
}

function makeFoldersOf(path: string, part: string, made: Set<string>, mode: number): void {
  const parts = path.split('/').slice(0, -1);
  parts.forEach((_, index) => {
    const folder = join(part, ...parts.slice(0, index + 1));
    if (made.has(folder)) return;
    made.add(folder);
    makeFolder(folder);
    setMode(folder, mode);
  });
}
