import type { Command } from 'commander';
import type { CommandModule } from '../command-table';
import type { SettingFlags } from '../config/settings';
import { type CliContext, say } from '../context';
import { examplesText } from '../examples-text';
import { addFlags, type FlagName } from '../flag-table';
import { adoptListFile } from '../lists/adopt-list-file';
import { type ProposeFlags, proposeList } from '../lists/propose-list';
import { showLists } from '../lists/show-lists';
import { signListFile } from '../lists/sign-list-file';
import { prepareCommand } from '../prepare-command';

/** `lists propose|sign|adopt|show`: who may sign, and which rates may be used, each approved by two persons. */
export const listsCommand: CommandModule = {
  configure(command, context) {
    command
      .description(
        say(context, {
          nb: 'Hvem som kan signere (approvers), hvilke satser som kan brukes (rates), hva som er akseptert (assumptions), og hvilke nyere tabeller (tables). Hver ny versjon godkjennes av to.',
          en: 'Who may sign (approvers), which rates may be used (rates), what is accepted (assumptions), and which newer tables (tables). Each new version is approved by two.',
        }),
      )
      .addHelpText(
        'before',
        examplesText(context, [
          'norsktilskudd lists propose approvers --person kari.key.person.json --person ola.key.person.json --out approvers-1.json',
          'norsktilskudd lists propose rates --rates rates-2019.csv --out rates-1.json',
          'norsktilskudd lists propose tables --tables tables-2027 --out tables-1.json',
          'norsktilskudd lists sign rates-1.json --as "Kari Kjører" --key kari.key',
          'norsktilskudd lists adopt rates-1.json --as kari',
        ]),
      );
    const file = say(context, { nb: 'listen', en: 'the list' });
    sub(command, context, 'propose', PROPOSE, [
      'personFile',
      'rates',
      'tables',
      'accept',
      'validFrom',
      'listOut',
      'db',
      'json',
    ])
      .argument(
        '<kind>',
        say(context, {
          nb: 'approvers, rates, tables eller assumptions',
          en: 'approvers, rates, tables or assumptions',
        }),
      )
      .action((kind: string, flags: ProposeFlags) => proposeList(kind, flags, context));
    sub(command, context, 'sign', SIGN, ['as', 'key', 'json'])
      .argument('<file>', file)
      .action((path: string, flags: SettingFlags) => signListFile(path, flags, context));
    sub(command, context, 'adopt', ADOPT, ['as', 'acceptClock', 'db', 'json'])
      .argument('<file>', file)
      .action((path: string, flags: SettingFlags) => adoptListFile(path, flags, context));
    sub(command, context, 'show', SHOW, ['db', 'json']).action((flags: SettingFlags) => showLists(flags, context));
  },
};

const PROPOSE = { nb: 'lager neste versjon, uten signaturer', en: 'makes the next version, without signatures' };
const SIGN = { nb: 'legger til din signatur', en: 'adds your signature' };
const ADOPT = { nb: 'tar versjonen i bruk i hovedboken', en: 'adopts the version in the ledger' };
const SHOW = { nb: 'versjonene i hovedboken', en: 'the versions in the ledger' };

function sub(
  command: Command,
  context: CliContext,
  name: string,
  summary: { nb: string; en: string },
  flags: readonly FlagName[],
): Command {
  const made = command.command(name).description(say(context, summary));
  prepareCommand(made, context);
  return addFlags(made, context, ...flags);
}
