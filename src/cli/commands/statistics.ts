import { publishOnce } from '../../app/statistics/published-once';
import { STATISTICS_COLUMNS, statisticsRows, writeStatisticsFiles } from '../../app/statistics/statistics-files';
import { type StatisticsReport, statisticsReport } from '../../app/statistics/statistics-report';
import { formatDay } from '../../domain';
import { type AnalysisFlags, analyse } from '../analysis/open-analysis';
import type { CommandModule } from '../command-table';
import { type CliContext, say } from '../context';
import { examplesText } from '../examples-text';
import type { FlagReader } from '../flag-reader';
import { addFlags } from '../flag-table';
import { tellProtection } from '../privacy/tell-protection';
import { REGISTER_FLAGS } from '../register/register-flags';
import { statisticsText } from '../statistics/statistics-text';

interface StatisticsFlags extends AnalysisFlags {
  readonly threshold?: string;
  readonly reason?: string;
}

/** Groups below this are never shown, whatever a user asks for. */
const THRESHOLD_MIN = 3;
const THRESHOLD_DEFAULT = 5;
const THRESHOLD_MAX = 1000;

/** `statistics`: participants, hours and start, without a figure that leads to a small group. */
export const statisticsCommand: CommandModule = {
  configure(command, context) {
    command
      .description(
        say(context, {
          nb: 'Deltakere, timer og start innen tre måneder etter kommune, kjønn, alder og lov, med vern av små tall.',
          en: 'Participants, hours and start within three months by kommune, sex, age and law, with small numbers protected.',
        }),
      )
      .addHelpText(
        'before',
        examplesText(context, [
          'norsktilskudd statistics --extract extracts/2018-T4 --year 2018 --out statistics-2018',
        ]),
      )
      .action((flags: StatisticsFlags) => statistics(flags, context));
    addFlags(command, context, ...REGISTER_FLAGS, 'threshold', 'reason', 'db', 'tablesOut', 'json');
  },
};

function statistics(flags: StatisticsFlags, context: CliContext): void {
  let publish = (_report: StatisticsReport): void => undefined;
  const { report, out } = analyse(flags, context, (reader, _request, { db }) => {
    const reason = reader.freeText('--reason', flags.reason);
    publish = (report) => publishOnce(db, report, reason);
    const threshold = thresholdOf(flags, reader);
    return (analysis) => {
      tellProtection(analysis.protection, context);
      return statisticsReport(analysis, threshold);
    };
  });
  if (out !== undefined) {
    publish(report);
    writeStatisticsFiles(out, report);
  }
  context.terminal.out(context.json ? statisticsJson(report) : statisticsText(report, context));
}

function thresholdOf(flags: StatisticsFlags, reader: FlagReader): number {
  const threshold = reader.whole('--threshold', flags.threshold, THRESHOLD_DEFAULT, THRESHOLD_MAX);
  if (threshold < THRESHOLD_MIN) {
    const expected = `${THRESHOLD_MIN}-${THRESHOLD_MAX}`;
    reader.problem('FLAG_BAD_VALUE', { flag: '--threshold', value: String(threshold), expected });
  }
  return threshold;
}

function statisticsJson(report: StatisticsReport): string {
  const { grantYear, asOf, snapshot, threshold } = report;
  const cells = statisticsRows(report).map((row) =>
    Object.fromEntries(STATISTICS_COLUMNS.map((column, index) => [column, row[index] ?? null])),
  );
  return `${JSON.stringify({ year: grantYear, as_of: formatDay(asOf), snapshot, threshold, cells })}\n`;
}
