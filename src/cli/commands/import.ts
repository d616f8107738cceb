import { join } from 'node:path';
import { executeImport } from '../../app';
import { command } from '../declare/command';
import { required } from '../declare/flag';
import { FLAGS } from '../flags/flags';
import { SETTINGS } from '../flags/settings';
import * as sources from '../flags/sources';
import { importReportJson, importReportText } from '../import/import-report-text';
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
    const report = whileReading(context, (onProgress) => executeImport({ ...input, rejectedFolder, onProgress }));
    context.terminal.out(context.json ? importReportJson(report, context) : importReportText(report, context));
  },
});
