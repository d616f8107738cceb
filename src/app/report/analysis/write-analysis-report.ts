import { join } from 'node:path';
import { accessLogPath, logAccess } from '../../../audit';
import { FEWEST_PERSONS, NorsktilskuddError } from '../../../domain';
import { nowUtc } from '../../../effects';
import { type AnalysisModel, renderAnalysis } from '../../../report';
import type { Comparison } from '../../compare/execute-compare';
import { executeCompare } from '../../compare/execute-compare';
import type { SizingTools } from '../../facts/sizing-tools';
import { programVersion } from '../../program-files';
import { namesOfYear } from '../../recipient-text';
import { type ScenarioOptions, scenarioPairs } from '../../scenario/execute-scenarios';
import type { ScenarioFile } from '../../scenario/scenario-file';
import { mapOfYear } from '../map-of-year';
import { PUBLIC, RESTRICTED, readAssets, reportPlaces, writeSite } from '../write-site';
import { shownCases } from './shown-case';

/** First page of the report that may be shared, and of the other. */
export interface AnalysisReportWritten {
  readonly shared: string;
  readonly restricted: string;
  readonly files: number;
}

/** Where the look is logged, and who looks. */
export type ReportingPlace = Pick<SizingTools['installation'], 'db' | 'as'>;

/** Whoever looks is named, before anything is worked out. @throws NorsktilskuddError usage FLAG_MISSING */
export function expectLooker({ as: actor }: { readonly as?: string | undefined }): void {
  if (actor === undefined || actor === '') throw new NorsktilskuddError('usage', 'FLAG_MISSING', { flag: '--as' });
}

/** What the pages of an analysis hold beside its kind. */
type AnalysisParts = Pick<AnalysisModel, 'kind' | 'cases' | 'forecast'>;

/**
 * Writes scenarios as pages, each beside what it is held against.
 *
 * @throws NorsktilskuddError as executeScenarios() and writeAnalysisReport()
 */
export function reportScenarios(
  files: readonly ScenarioFile[],
  tools: SizingTools,
  options: ScenarioOptions,
  folder: string,
): Promise<AnalysisReportWritten> {
  const compared = scenarioPairs(files, tools, options).map(({ base, size }) => executeCompare(base, size, tools));
  return reportComparisons('scenario', compared, tools, folder);
}

/** Writes comparisons as pages. @throws NorsktilskuddError as writeAnalysisReport() */
export function reportComparisons(
  kind: 'comparison' | 'scenario',
  compared: readonly Comparison[],
  tools: SizingTools,
  folder: string,
): Promise<AnalysisReportWritten> {
  const yearOf = ({ a, b }: Comparison): number => Math.max(a.grantYear, b.grantYear);
  const { places } = tools.defaults.rules;
  const cases = shownCases(
    compared.map((comparison) => ({ comparison, nameOf: namesOfYear(places, yearOf(comparison)) })),
  );
  const parts = (of: 'shared' | 'restricted'): AnalysisParts => ({
    kind,
    cases: cases.map((one) => one[of]),
    forecast: undefined,
  });
  const subjects = [...new Set(compared.flatMap(({ a, b }) => [a.label, b.label]))];
  const mapYear = Math.max(...compared.map(yearOf));
  return writeAnalysisReport(
    { shared: parts('shared'), restricted: parts('restricted'), mapYear, subjects },
    tools,
    folder,
  );
}

/**
 * Writes an analysis as two reports: one to share, without figures of few persons, and one with all of them, for its owner
 * alone. The access log is written first; a report written before gives way.
 *
 * @throws NorsktilskuddError usage FLAG_MISSING where nobody is named, REPORT_OUT_TAKEN
 */
export async function writeAnalysisReport(
  analysis: {
    readonly shared: AnalysisParts;
    readonly restricted: AnalysisParts;
    /** Year of the map. */
    readonly mapYear: number;
    /** What is looked at, for the access log. */
    readonly subjects: readonly string[];
  },
  { installation: { db, as: actor = '' } }: { readonly installation: ReportingPlace },
  folder: string,
): Promise<AnalysisReportWritten> {
  expectLooker({ as: actor });
  const places = reportPlaces(folder);
  const { subjects } = analysis;
  logAccess(accessLogPath(db), { kind: 'report', actor, at: nowUtc(), runId: '', subjects });
  const assets = readAssets();
  const common = {
    programVersion: programVersion(),
    map: mapOfYear(analysis.mapYear),
    fewestPersons: FEWEST_PERSONS,
  };
  const shared = renderAnalysis({ ...common, ...analysis.shared, isRestricted: false }, assets);
  const restricted = renderAnalysis({ ...common, ...analysis.restricted, isRestricted: true }, assets);
  const files = await writeSite(places.shared, shared, PUBLIC);
  const more = await writeSite(places.restricted, restricted, RESTRICTED);
  return {
    shared: join(places.shared, 'index.html'),
    restricted: join(places.restricted, 'index.html'),
    files: files + more,
  };
}
