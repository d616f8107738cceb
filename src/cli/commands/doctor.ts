import { executeDoctor } from '../../app';
import { command } from '../declare/command';
import { required } from '../declare/flag';
import { doctorJson } from '../doctor/doctor-json';
import { doctorText } from '../doctor/doctor-text';
import { FLAGS } from '../flags/flags';
import { SETTINGS } from '../flags/settings';
import * as sources from '../flags/sources';
import { whileReading } from '../reading-display';

const REJECTED_EXIT_CODE = 3;

/** `doctor`: what is in an extract and what is odd about it, in one page. */
export const doctorCommand = command('doctor', {
  examples: ['norsktilskudd doctor --extract extracts/2018-T1 --year 2018'],
  input: {
    extract: required(FLAGS.extract),
    grantYear: FLAGS.year,
    columns: SETTINGS.columns,
    readingLimits: sources.readingLimits,
  },
  run(input, context) {
    const report = whileReading(context, (onProgress) => executeDoctor({ ...input, onProgress }));
    context.terminal.out(context.json ? doctorJson(report, context) : doctorText(report, context));
    if (report.rejected.length > 0) context.exitCode = REJECTED_EXIT_CODE;
  },
});
