import { accessLogPath, readAccessLog } from '../../audit';
import { NorsktilskuddError } from '../../domain';
import type { CommandModule } from '../command-table';
import { loadSettings, type SettingFlags } from '../config/settings';
import { type CliContext, say } from '../context';
import { examplesText } from '../examples-text';
import { addFlags } from '../flag-table';
import { textTable } from '../text-table';

interface AccessFlags extends SettingFlags {
  readonly head?: string;
}

/** `access`: who has seen what about persons, and whether the log is whole. */
export const accessCommand: CommandModule = {
  configure(command, context) {
    command
      .description(
        say(context, {
          nb: 'Viser innsynsloggen: hvem som har sett, tatt ut eller avslørt hva, og kontrollerer at den er hel.',
          en: 'Shows the access log: who has seen, taken out or revealed what, and checks that it is whole.',
        }),
      )
      .addHelpText(
        'before',
        examplesText(context, [
          'norsktilskudd access --db norsktilskudd.db',
          `norsktilskudd access --head ${'0f1e2d3c'.repeat(8)}`,
        ]),
      )
      .action((flags: AccessFlags) => access(flags, context));
    addFlags(command, context, 'accessHead', 'db', 'json');
  },
};

function access(flags: AccessFlags, context: CliContext): void {
  const { out } = context.terminal;
  const path = accessLogPath(loadSettings(flags, context.terminal).db);
  const { rows, head, heads, faults } = readAccessLog(path);
  if (faults.length > 0)
    throw new NorsktilskuddError('verification', 'ACCESS_LOG_REFUSED', { faults: faults.length }, faults);
  if (flags.head !== undefined && !heads.includes(flags.head.toLowerCase())) {
    throw new NorsktilskuddError('verification', 'ACCESS_LOG_OTHER', {
      file: path,
      head: flags.head,
      rows: rows.length,
    });
  }
  if (context.json) {
    const entries = rows.map(({ runId, ...row }) => ({ ...row, run_id: runId }));
    out(`${JSON.stringify({ head, rows: entries })}\n`);
    return;
  }
  const words = say(context, {
    nb: 'nr|tid|hva|hvem|konto|kjøring|gjelder|formål',
    en: 'no|time|what|who|account|run|about|purpose',
  });
  const table = rows.map((row) => [
    String(row.sequence),
    row.at,
    row.kind,
    row.actor,
    row.account,
    row.runId,
    row.subjects.length > 2
      ? `${row.subjects.slice(0, 2).join(' ')} +${row.subjects.length - 2}`
      : row.subjects.join(' '),
    row.purpose,
  ]);
  out(textTable(words.split('|'), 'rlllllll', table));
  out(say(context, { nb: `\nHode ${head}\n`, en: `\nHead ${head}\n` }));
}
