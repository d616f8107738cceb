import { findPerson, installationKey, isPseudonym } from '../../app/privacy/find-person';
import { generalPseudonym } from '../../app/privacy/recipient-pseudonym';
import { accessLogPath, logAccess, pseudonymsOf } from '../../audit';
import { formatPersonId, NorsktilskuddError } from '../../domain';
import { nowUtc } from '../../effects';
import { openLedger } from '../../ledger';
import type { CommandModule } from '../command-table';
import { loadSettings, type SettingFlags } from '../config/settings';
import { type CliContext, say } from '../context';
import { examplesText } from '../examples-text';
import { FlagReader } from '../flag-reader';
import { addFlags } from '../flag-table';

interface RevealFlags extends SettingFlags {
  readonly run?: string;
  readonly purpose?: string;
}

/**
 * `reveal`: the person behind a pseudonym, general or as a recipient was shown it, for a stated purpose; every attempt stands
 * in the access log.
 */
export const revealCommand: CommandModule = {
  configure(command, context) {
    command
      .description(
        say(context, {
          nb: 'Viser DUF-nummeret bak et pseudonym. Hvem, når og hvorfor står i innsynsloggen, også når ingen blir funnet.',
          en: 'Shows the DUF number behind a pseudonym. Who, when and why stands in the access log, also when nobody is found.',
        }),
      )
      .addHelpText(
        'before',
        examplesText(context, [
          'norsktilskudd reveal 0f1e2d3c4b5a69788796a5b4c3d2e1f0 --run 2018-T1-0123456789ab --purpose "klage 18/123" --as kari',
        ]),
      )
      .argument('<pseudonym>', say(context, { nb: '32 tegn', en: '32 characters' }))
      .action((pseudonym: string, flags: RevealFlags) => reveal(pseudonym, flags, context));
    addFlags(command, context, 'run', 'purpose', 'db', 'as', 'pseudonymKeyFile', 'json');
  },
};

function reveal(pseudonym: string, flags: RevealFlags, context: CliContext): void {
  const { terminal } = context;
  const settings = loadSettings(flags, terminal);
  const reader = new FlagReader();
  const actor = reader.required('--as', settings.as);
  const purpose = reader.required('--purpose', reader.freeText('--purpose', flags.purpose));
  const runId = reader.required('--run', flags.run);
  if (!isPseudonym(pseudonym)) {
    reader.problem('FLAG_BAD_VALUE', {
      flag: 'PSEUDONYM',
      value: '*'.repeat(pseudonym.length),
      expected: '32 x 0-9a-f',
    });
  }
  reader.finish(context.commandName);
  const key = installationKey(settings);
  const pseudonyms = pseudonymsOf(key);
  const ledger = openLedger(settings.db, { readOnly: true });
  try {
    ledger.proveJournal();
    const batch = ledger.batch(runId);
    if (batch === undefined) throw new NorsktilskuddError('usage', 'LEDGER_RUN_UNKNOWN', { runId });
    const access = { kind: 'reveal', actor, at: nowUtc(), runId, subjects: [pseudonym], purpose } as const;
    logAccess(accessLogPath(settings.db), access);
    const find = (name: string): number | undefined => findPerson(name, pseudonyms, ledger, settings, batch.snapshot);
    const personId = find(pseudonym) ?? find(generalPseudonym(pseudonym, key, batch.runFolder) ?? pseudonym);
    if (personId === undefined) throw new NorsktilskuddError('usage', 'PSEUDONYM_UNKNOWN', { pseudonym, runId });
    const digits = formatPersonId(personId);
    terminal.out(context.json ? `${JSON.stringify({ pseudonym, person_id: digits, run_id: runId })}\n` : `${digits}\n`);
  } finally {
    ledger.close();
  }
}
