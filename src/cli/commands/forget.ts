import { actingKey } from '../../app/approve/acting-key';
import { dropStoredFacts } from '../../app/facts/stored-facts';
import { findPerson, installationPseudonyms, isPseudonym } from '../../app/privacy/find-person';
import { buildName, programBuild } from '../../app/program-build';
import { NorsktilskuddError } from '../../domain';
import { nowUtc } from '../../effects';
import { type Ledger, openLedger } from '../../ledger';
import { acceptsClock } from '../approval/accept-clock';
import type { CommandModule } from '../command-table';
import { loadSettings, type SettingFlags, type Settings } from '../config/settings';
import { type CliContext, say } from '../context';
import { examplesText } from '../examples-text';
import { FlagReader } from '../flag-reader';
import { addFlags } from '../flag-table';

interface ForgetFlags extends SettingFlags {
  readonly accept?: readonly string[];
  readonly lastGrantYear?: string;
  readonly person?: string;
  readonly reason?: string;
}

/** Nobody must believe that a person is gone from everywhere. */
const ELSEWHERE = {
  nb: 'Glemt er de i hovedboken. Kjøringsmapper (payout_lines.csv, held.csv), øyeblikksbilder, uttrekk, dossierer og sikkerhetskopier har fortsatt numrene.\n',
  en: 'They are forgotten in the ledger. Run folders (payout_lines.csv, held.csv), snapshots, extracts, dossiers and backups still have the numbers.\n',
};

/** `forget`: deletes DUF numbers from the ledger; postings, sums and every hash stand. */
export const forgetCommand: CommandModule = {
  configure(command, context) {
    command
      .description(
        say(context, {
          nb: 'Sletter DUF-numre fra hovedboken når ingen kjøring lenger kan rette posteringene. Posteringer, summer og hasher står; en senere kjøring retter ingenting på grunn av det.',
          en: 'Deletes DUF numbers from the ledger once no run can correct the postings any more. Postings, sums and hashes stand; a later run corrects nothing because of it.',
        }),
      )
      .addHelpText(
        'before',
        examplesText(context, [
          'norsktilskudd forget --last-grant-year 2018 --as kari --reason "ti år er gått"',
          'norsktilskudd forget --person 0f1e2d3c4b5a69788796a5b4c3d2e1f0 --as kari --reason "krav om sletting"',
        ]),
      )
      .action((flags: ForgetFlags) => forget(flags, context));
    addFlags(
      command,
      context,
      'lastGrantYear',
      'personOrPseudonym',
      'reason',
      'db',
      'as',
      'key',
      'acceptClock',
      'pseudonymKeyFile',
      'json',
    );
  },
};

function forget(flags: ForgetFlags, context: CliContext): void {
  const { terminal } = context;
  const settings = loadSettings(flags, terminal);
  const reader = new FlagReader();
  const actor = reader.required('--as', settings.as);
  const reason = reader.required('--reason', reader.freeText('--reason', flags.reason));
  const { person } = flags;
  const lastGrantYear = person === undefined ? reader.year('--last-grant-year', flags.lastGrantYear) : 0;
  const clock = acceptsClock(flags.accept, reader);
  reader.finish(context.commandName);
  const ledger = openLedger(settings.db);
  try {
    const by = {
      actor,
      at: nowUtc(),
      build: buildName(programBuild()),
      reason,
      ...clock,
      ...actingKey(settings, ledger),
    };
    const who = person === undefined ? { lastGrantYear } : { personId: personOf(person, ledger, settings) };
    const persons = ledger.forgetPersons(who, by);
    dropStoredFacts(settings.db);
    const head = ledger.journalHead();
    terminal.out(
      context.json
        ? `${JSON.stringify({ persons_forgotten: persons, journal_head: head })}\n`
        : say(
            context,
            {
              nb: `{persons|person|personer} er glemt.\nJournalhode: {head}\n${ELSEWHERE.nb}`,
              en: `{persons|person is|persons are} forgotten.\nJournal head: {head}\n${ELSEWHERE.en}`,
            },
            { persons, head },
          ),
    );
  } finally {
    ledger.close();
  }
}

/** DUF number of a person given by DUF number or by pseudonym. */
function personOf(text: string, ledger: Ledger, settings: Settings): number {
  if (/^\d{12}$/.test(text)) return Number(text);
  const found = isPseudonym(text)
    ? findPerson(text, installationPseudonyms(settings), ledger, settings, '')
    : undefined;
  if (found === undefined) throw new NorsktilskuddError('usage', 'LEDGER_PERSON_UNKNOWN', {});
  return found;
}
