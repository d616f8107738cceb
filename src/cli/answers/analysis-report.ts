import type { AnalysisReportWritten } from '../../app';
import { type CliContext, say } from '../context';
import { object, text, whole } from '../declare/answer';

/** Where the pages of an analysis are, for programs. */
export const analysisReport = object({ shared: text, restricted: text, files: whole });

/** The same for people; nothing where there are none. */
export function analysisReportText(report: AnalysisReportWritten | undefined, context: CliContext): string {
  return report === undefined ? '' : say(context, 'report.analysis_written', { ...report });
}
