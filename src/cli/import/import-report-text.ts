import type { ImportReport } from '../../app/import/import-report';
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
    say(context, {
      nb: `Neste: norsktilskudd run --snapshot ${report.snapshotId} --year ÅR --term TERMIN --as NAVN`,
      en: `Next: norsktilskudd run --snapshot ${report.snapshotId} --year YEAR --term TERM --as NAME`,
    }),
    '',
  ].join('\n');
}

/** Files with their rows. */
export function filesTable(report: Pick<ImportReport, 'files'>, context: CliContext): string {
  const words = say(context, { nb: 'fil|rader|avvist|tegnsett', en: 'file|rows|rejected|encoding' });
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
  if (takenAt === '') return say(context, { nb: `Uttrekk uten dato${from}`, en: `Extract without a date${from}` });
  return say(context, { nb: `Uttrekk fra ${takenAt}${from}`, en: `Extract taken ${takenAt}${from}` });
}

function sumLines(report: ImportReport, context: CliContext): string[] {
  const seconds = (report.milliseconds / 1000).toFixed(1);
  const speed = formatWhole(rowsPerSecond(report));
  const before = report.stored ? say(context, { nb: ' (lest før)', en: ' (read before)' }) : '';
  const pairs: [string, string][] = [
    [say(context, { nb: 'Personer', en: 'Persons' }), formatWhole(report.persons)],
    [say(context, { nb: 'Merknader', en: 'Findings' }), findingCounts(report.findings, context)],
    [say(context, { nb: 'Avviste rader', en: 'Rejected rows' }), formatWhole(report.rejectedRows)],
    [say(context, { nb: 'Uttrekk', en: 'Snapshot' }), `${report.snapshotId}${before}`],
    ...folderPair(report.out, context),
    [
      say(context, { nb: 'Tid', en: 'Time' }),
      say(context, { nb: `${seconds} s, ${speed} rader/s`, en: `${seconds} s, ${speed} rows/s` }),
    ],
  ];
  const width = Math.max(...pairs.map(([name]) => name.length)) + 2;
  return pairs.map(([name, value]) => name.padEnd(width) + value);
}

function folderPair(out: string | undefined, context: CliContext): [string, string][] {
  return out === undefined ? [] : [[say(context, { nb: 'Mappe', en: 'Folder' }), out]];
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
