import {
  type Analysis,
  publishOnce,
  STATISTICS_COLUMNS,
  type StatisticsReport,
  statisticsReport,
  statisticsRows,
  statisticsTables,
  withAnalysis,
} from '../../app';
import { detail } from '../answers/common';
import { leftOut, leftOutText } from '../answers/left-out';
import { at, epochDay, list, object, orNull, record, text, value, whole } from '../declare/answer';
import { command } from '../declare/command';
import { withDefault } from '../declare/source';
import { FLAGS } from '../flags/flags';
import * as sources from '../flags/sources';
import { tellProtection } from '../privacy/tell-protection';
import { statisticsText } from '../statistics/statistics-text';
import { tablesWanted, writeTables } from '../tables/write-tables';

const THRESHOLD_DEFAULT = 5;

/** `statistics`: participants, hours and start, without a figure that leads to a small group. */
export const statisticsCommand = command('statistics', {
  examples: ['norsktilskudd statistics --extract extracts/2018-T4 --year 2018 --out statistics-2018'],
  input: {
    ...sources.analysis,
    ...sources.unseenRates,
    threshold: withDefault(FLAGS.threshold, THRESHOLD_DEFAULT),
    reason: withDefault(FLAGS.reason, ''),
    db: sources.db,
    tables: tablesWanted,
  },
  async run({ tables, threshold, reason, ...input }, context) {
    const work = (analysis: Analysis): StatisticsReport => {
      tellProtection(analysis.protection, context);
      return statisticsReport(analysis, threshold);
    };
    const report = withAnalysis(input, input, work);
    if (tables !== undefined) publishOnce(input.db, report, reason);
    await writeTables(tables, () => statisticsTables(report), context);
    return report;
  },
  json: object({
    year: at('grantYear', whole),
    as_of: epochDay,
    snapshot: text,
    left_out: leftOut,
    threshold: whole,
    cells: at(namedCells, list(record(orNull(value)))),
    warnings: list(detail),
  }),
  warnings: ({ warnings }) => warnings,
  text: (report, context) => [statisticsText(report, context), leftOutText(report.leftOut, context)],
});

/** Every cell by the columns of the table. */
function namedCells(report: StatisticsReport): Readonly<Record<string, string | number | null>>[] {
  return statisticsRows(report).map((row) =>
    Object.fromEntries(STATISTICS_COLUMNS.map((column, index) => [column, row[index] ?? null])),
  );
}
