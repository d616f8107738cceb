import { join } from 'node:path';
import { accessLogPath, logAccess } from '../../audit';
import { nowUtc } from '../../effects';
import { ALL_POSTED } from '../../ledger';
import { LANGUAGES } from '../../messages';
import { renderSite, type SiteContent } from '../../report';
import { lastRun } from '../explain/execute-explain';
import { withRunAsync } from '../explain/with-run';
import { auditWorkbooks } from './audit/audit-workbook';
import { gatherReport, type ReportSettings } from './gather-report';
import { type GatheredLines, listedLines, tracesOf } from './traces';
import { termWorkbook } from './workbook/term-workbook';
import { PUBLIC, RESTRICTED, type ReportFile, readAssets, reportPlaces, writeSite } from './write-site';

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
      const places = reportPlaces(out);
      logAccess(accessLogPath(input.db), {
        kind: 'report',
        actor: input.actor,
        at: nowUtc(),
        runId,
        subjects: [runId],
      });
      const models = gatherReport(context, context.ledger, input);
      const assets = readAssets();
      const shared = { model: models.shared, assets, lines: undefined, traces: [] };
      const files = await writeSite(places.shared, filesOf(shared), PUBLIC);
      const lines = listedLines(context, input);
      const restricted = { model: models.restricted, assets, lines, traces: tracesOf(context, lines.explained) };
      const more = await writeSite(places.restricted, filesOf(restricted, lines), RESTRICTED);
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

/** Pages and workbooks of a report, one after the other. */
async function* filesOf(
  content: SiteContent,
  ofPersons?: Pick<GatheredLines, 'corrections' | 'audited'>,
): AsyncGenerator<ReportFile> {
  yield* renderSite(content);
  for (const language of LANGUAGES) {
    const book = await termWorkbook(content.model, ofPersons?.corrections, language);
    yield { path: `data/term-${language}.xlsx`, text: book };
    yield* auditWorkbooks(content.model, ofPersons?.audited ?? new Map(), language);
  }
}
