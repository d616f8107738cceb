import { resolve } from 'node:path';
import { type Analysis, type AnalysisRequest, withAnalysis } from '../../app/analysis/open-analysis';
import { leftOutWarnings } from '../../app/facts/left-out';
import { loadSettings, type Settings } from '../config/settings';
import type { CliContext } from '../context';
import { FlagReader } from '../flag-reader';
import { needRegisterFlags, type RegisterFlags } from '../register/register-flags';
import { tellWarnings } from '../tell-warnings';

/** Flags by which every analysis is told what to read. */
export interface AnalysisFlags extends RegisterFlags {
  /** Folder of an extract of a year before, for estimates. */
  readonly earlier?: string;
  /** Folder for tables; none are written without it. */
  readonly out?: string;
}

/** Reads what else a command is asked for, its faults into the reader, and returns the work. */
export type AnalysisPlan<T> = (
  reader: FlagReader,
  request: AnalysisRequest,
  settings: Settings,
) => (analysis: Analysis) => T;

/**
 * Reads the flags of an analysis and does its work.
 *
 * @returns what came out, and the folder that tables are wanted in
 * @throws NorsktilskuddError kind `usage`: USAGE_REFUSED
 */
export function analyse<T>(
  flags: AnalysisFlags,
  context: CliContext,
  plan: AnalysisPlan<T>,
): { readonly report: T; readonly out: string | undefined } {
  const { cwd } = context.terminal;
  const settings = loadSettings(flags, context.terminal);
  const reader = new FlagReader();
  const grantYear = reader.year('--year', flags.year);
  const earlier = flags.earlier === undefined ? undefined : resolve(cwd, flags.earlier);
  const request = { ...needRegisterFlags(flags, settings, reader, cwd), grantYear, earlier };
  const work = plan(reader, request, settings);
  reader.finish(context.commandName);
  const report = withAnalysis(settings, request, (analysis) => {
    tellWarnings(leftOutWarnings(analysis.snapshot), context);
    return work(analysis);
  });
  return { report, out: flags.out === undefined ? undefined : resolve(cwd, flags.out) };
}
