import type { ImportReport } from '../../app';
import { formatWhole } from '../../domain';
import { type CliContext, say } from '../context';
import { findingCounts, findingGroupsJson, findingLines } from '../finding-text';
import { textTable } from '../text-table';

/** The report for people: files and rows, what was found, where the snapshot is, and the next command. */
export function importReportText(report: ImportReport, context: CliContext): string {
  return [
    titleLine(report, context),
    '',
    filesTable(report, context),
    ...findingLines(report.findingGroups, context),
    ...(report.findingGroups.length > 0 ? [''] : []),
    ...sumLines(report, context),
    say(context, 'import.next_run_snapshot', { snapshotId: report.snapshotId }),
    '',
  ].join('\n');
}

/** Files with their rows. */
export function filesTable(report: Pick<ImportReport, 'files'>, context: CliContext): string {
  const words = say(context, 'import.columns_file');
  const tables = report.files.filter((file) => file.table !== 'extract');
  const rows = tables.map(({ file, rows, rejectedRows, encoding }) => [
    file,
    formatWhole(rows),
    formatWhole(rejectedRows),
    encoding,
  ]);
  return textTable(words.split('|'), 'lrrl', rows);
}

function titleLine({ takenAt, source }: ImportReport, context: CliContext): string {
  const from = source === '' ? '' : `: ${source}`;
  if (takenAt === '') return say(context, 'import.extract_without_date', { from });
  return say(context, 'import.extract_taken', { takenAt, from });
}

function sumLines(report: ImportReport, context: CliContext): string[] {
  const seconds = (report.milliseconds / 1000).toFixed(1);
  const speed = formatWhole(rowsPerSecond(report));
  const before = report.stored ? say(context, 'import.read_before') : '';
  const pairs: [string, string][] = [
    [say(context, 'common.persons'), formatWhole(report.persons)],
    [say(context, 'common.findings'), findingCounts(report.findings, context)],
    [say(context, 'common.rejected_rows'), formatWhole(report.rejectedRows)],
    [say(context, 'import.snapshot'), `${report.snapshotId}${before}`],
    ...damagedPair(report.damagedPath, context),
    ...folderPair(report.out, context),
    [say(context, 'import.time'), say(context, 'import.seconds_and_speed', { seconds, speed })],
  ];
  const width = Math.max(...pairs.map(([name]) => name.length)) + 2;
  return pairs.map(([name, value]) => name.padEnd(width) + value);
}

function damagedPair(path: string | undefined, context: CliContext): [string, string][] {
  return path === undefined ? [] : [[say(context, 'import.damaged_kept'), path]];
}

function folderPair(out: string | undefined, context: CliContext): [string, string][] {
  return out === undefined ? [] : [[say(context, 'common.folder'), out]];
}

function rowsPerSecond({ rows, milliseconds }: ImportReport): number {
  return Math.round((rows * 1000) / Math.max(1, milliseconds));
}

/** The same for programs. */
export function importReportJson(report: ImportReport, context: CliContext): string {
  const { snapshotId, path, stored, takenAt, source, persons, rows, rejectedRows, findings, milliseconds } = report;
  const files = report.files.map(({ rejectedRows: rejected, ...file }) => ({ ...file, rejected_rows: rejected }));
  return `${JSON.stringify({
    snapshot_id: snapshotId,
    path,
    read_before: stored,
    taken_at: takenAt,
    source,
    persons,
    rows,
    rejected_rows: rejectedRows,
    files,
    findings,
    finding_groups: findingGroupsJson(report.findingGroups, context),
    out: report.out ?? '',
    milliseconds: Math.round(milliseconds),
    rows_per_second: rowsPerSecond(report),
  })}\n`;
}
