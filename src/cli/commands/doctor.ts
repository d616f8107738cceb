import { resolve } from 'node:path';
import { type DoctorReport, executeDoctor } from '../../app/doctor/execute-doctor';
import type { CommandModule } from '../command-table';
import { loadSettings, type SettingFlags } from '../config/settings';
import { type CliContext, say } from '../context';
import { doctorJson } from '../doctor/doctor-json';
import { doctorText } from '../doctor/doctor-text';
import { examplesText } from '../examples-text';
import { FlagReader } from '../flag-reader';
import { addFlags } from '../flag-table';
import { readingDisplay } from '../reading-display';

interface DoctorFlags extends SettingFlags {
  readonly extract?: string;
  readonly year?: string;
}

const REJECTED_EXIT_CODE = 3;

/** `doctor`: what is in an extract and what is odd about it, in one page. */
export const doctorCommand: CommandModule = {
  configure(command, context) {
    command
      .description(
        say(context, {
          nb: 'Viser hva som er i et uttrekk, hva som ikke kan leses, og hva som er merkelig. Ingenting lagres.',
          en: 'Shows what is in an extract, what cannot be read and what is odd. Nothing is kept.',
        }),
      )
      .addHelpText('before', examplesText(context, ['norsktilskudd doctor --extract extracts/2018-T1 --year 2018']))
      .action((flags: DoctorFlags) => doctor(flags, context));
    addFlags(command, context, 'extract', 'year', 'columns', 'json');
  },
};

function doctor(flags: DoctorFlags, context: CliContext): void {
  const { terminal } = context;
  const settings = loadSettings(flags, terminal);
  const reader = new FlagReader();
  const input = {
    extract: resolve(terminal.cwd, reader.required('--extract', flags.extract)),
    columns: settings.columns,
    readingLimits: settings.readingLimits,
    grantYear: flags.year === undefined ? undefined : reader.year('--year', flags.year),
  };
  reader.finish(context.commandName);
  const display = readingDisplay(context);
  let report: DoctorReport;
  try {
    report = executeDoctor({ ...input, onProgress: display.listener });
  } finally {
    display.end();
  }
  terminal.out(context.json ? doctorJson(report, context) : doctorText(report, context));
  if (report.rejected.length > 0) context.exitCode = REJECTED_EXIT_CODE;
}
