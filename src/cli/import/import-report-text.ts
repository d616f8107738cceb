import type { ImportReport } from '../../app';
import { formatWhole } from '../../domain';
import { decimalText } from '../../messages';
import { type CliContext, say } from '../context';
import { findingCounts, findingLines } from '../finding-text';
import { pairs, table } from '../view';

/** The report for people: files and rows, what was found, where the snapshot is, and the next command. */
export function importReportText(report: ImportReport, context: CliContext): string {
  const { takenAt, source, findingGroups } = report;
  const from = source === '' ? '' : `: ${source}`;
  const title =
    takenAt === ''
      ? say(context, 'import.extract_without_date', { from })
      : say(context, 'import.extract_taken', { takenAt, from });
  return [
    title,
    '',
    filesTable(report, context),
    ...findingLines(findingGroups, context),
    ...(findingGroups.length > 0 ? [''] : []),
    ...sumLines(report, context),
    '',
  ].join('\n');
}

/** Files with their rows. */
export function filesTable({ files }: Pick<ImportReport, 'files'>, context: CliContext): string {
  const rows = files
    .filter((file) => file.table !== 'extract')
    .map(({ file, rows: count, rejectedRows, encoding }) => [file, count, rejectedRows, encoding]);
  return table(context, 'import.columns_file', 'lnnl', rows);
}

function sumLines({ snapshotId, damagedPath, out, ...report }: ImportReport, context: CliContext): string[] {
  const seconds = decimalText((report.milliseconds / 1000).toFixed(1), context.language);
  const speed = formatWhole(rowsPerSecond(report));
  const before = report.stored ? say(context, 'import.read_before') : '';
  const damaged = damagedPath === undefined ? [] : [[say(context, 'import.damaged_kept'), damagedPath] as const];
  const folder = out === undefined ? [] : [[say(context, 'common.folder'), out] as const];
  return pairs([
    [say(context, 'common.persons'), formatWhole(report.persons)],
    [say(context, 'common.findings'), findingCounts(report.findings, context)],
    [say(context, 'common.rejected_rows'), formatWhole(report.rejectedRows)],
    [say(context, 'import.snapshot'), `${snapshotId}${before}`],
    ...damaged,
    ...folder,
    [say(context, 'import.time'), say(context, 'import.seconds_and_speed', { seconds, speed })],
  ]);
}

export function rowsPerSecond({ rows, milliseconds }: Pick<ImportReport, 'rows' | 'milliseconds'>): number {
  return Math.round((rows * 1000) / Math.max(1, milliseconds));
}
