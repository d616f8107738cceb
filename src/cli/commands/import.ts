import { join } from 'node:path';
import { executeImport, extractStep, type ImportReport } from '../../app';
import { extractFile, findingGroup } from '../answers/common';
import { at, flag, list, object, record, text, whole } from '../declare/answer';
import { command } from '../declare/command';
import { required } from '../declare/flag';
import { FLAGS } from '../flags/flags';
import { SETTINGS } from '../flags/settings';
import * as sources from '../flags/sources';
import { importReportText, rowsPerSecond } from '../import/import-report-text';
import { whileReading } from '../reading-display';

/** `import`: reads an extract into a stored snapshot and tells what is in it. */
export const importCommand = command('import', {
  examples: ['norsktilskudd import --extract extracts/2018-T1 --out listing/'],
  input: {
    extract: required(FLAGS.extract),
    columns: SETTINGS.columns,
    readingLimits: sources.readingLimits,
    rejectLimitPercent: sources.rejectLimitPercent,
    db: sources.db,
    runsFolder: sources.runsFolder,
    snapshotFolder: sources.snapshotFolder,
    out: FLAGS.listingOut,
    pseudonymKeyFile: sources.pseudonymKeyFile,
  },
  run({ runsFolder, ...input }, context) {
    const rejectedFolder = join(runsFolder, 'rejected-import');
    return whileReading(context, (onProgress) => executeImport({ ...input, rejectedFolder, onProgress }));
  },
  json: object({
    snapshot_id: text,
    path: text,
    read_before: at('stored', flag),
    taken_at: text,
    source: text,
    persons: whole,
    rows: whole,
    rejected_rows: whole,
    files: list(extractFile),
    findings: record(whole),
    finding_groups: list(findingGroup),
    out: at(({ out }: ImportReport) => out ?? '', text),
    milliseconds: at(({ milliseconds }: ImportReport) => Math.round(milliseconds), whole),
    rows_per_second: at(rowsPerSecond, whole),
  }),
  text: importReportText,
  next: ({ snapshotId: snapshot, takenAt }, { db }) => ({ step: extractStep(db, { snapshot }, takenAt) }),
});
