import { resolve } from 'node:path';
import type { Command } from 'commander';
import { loadShippedRules } from '../../app/shipped-rules';
import type { CommandModule } from '../command-table';
import { type CliContext, say } from '../context';
import { examplesText } from '../examples-text';
import { FlagReader } from '../flag-reader';
import { addFlags, type FlagName } from '../flag-table';
import { prepareCommand } from '../prepare-command';
import { tellRulesCheck } from '../rules/check-rules';
import { diffRules } from '../rules/diff-rules';
import { listRules } from '../rules/list-rules';
import { tellRulesLock } from '../rules/lock-rules';
import { tellExamples } from '../rules/run-examples';
import { showRules } from '../rules/show-rules';

/** `rules list|show|diff|check`: the rules and figures that ship with the program. */
export const rulesCommand: CommandModule = {
  configure(command, context) {
    command
      .description(
        say(context, {
          nb: 'Regler, satser og antakelser som følger med programmet.',
          en: 'Rules, rates and assumptions that ship with the program.',
        }),
      )
      .addHelpText(
        'before',
        examplesText(context, [
          'norsktilskudd rules list',
          'norsktilskudd rules show 2018',
          'norsktilskudd rules show A10',
          'norsktilskudd rules diff 2018 2019',
          'norsktilskudd rules check --rates satser-2019.csv',
          'norsktilskudd rules examples',
        ]),
      );
    sub(command, context, 'list', { nb: 'alle regler med tilskuddsår', en: 'every rule with its grant years' }).action(
      () => listRules(context),
    );
    const checked = {
      nb: 'prøver frosne regler mot låsen, og satsene',
      en: 'checks frozen rules against their lock, and the rates',
    };
    sub(command, context, 'check', checked, 'rates').action((flags: { rates?: string[] }) =>
      tellRulesCheck(
        (flags.rates ?? []).map((path) => resolve(context.terminal.cwd, path)),
        context,
      ),
    );
    sub(
      command,
      context,
      'lock',
      {
        nb: 'fryser nye regler; en frosset regel skrives aldri om',
        en: 'freezes new rules; a frozen one is never written again',
      },
      'sources',
      'through',
    ).action((flags: { sources?: boolean; through?: string }) => {
      const reader = new FlagReader();
      const frozenThrough = flags.through === undefined ? undefined : reader.year('--through', flags.through);
      reader.finish(context.commandName);
      tellRulesLock({ sources: flags.sources ?? false, frozenThrough }, context);
    });
    sub(command, context, 'examples', {
      nb: 'regner ut eksemplene i tabellene (rules/examples eller en egen fil)',
      en: 'works out the examples of the tables (rules/examples or a file of your own)',
    })
      .argument('[file]', say(context, { nb: 'tabell med eksempler', en: 'table of examples' }))
      .action((file: string | undefined) =>
        tellExamples(file === undefined ? undefined : resolve(context.terminal.cwd, file), context),
      );
    sub(command, context, 'show', {
      nb: 'et tilskuddsår, en regel eller en antakelse',
      en: 'a grant year, a rule or an assumption',
    })
      .argument(
        '<name>',
        say(context, { nb: '2018, persontilskudd@2019 eller A10', en: '2018, persontilskudd@2019 or A10' }),
      )
      .action((name: string) => showRules(name, loadShippedRules(), context));
    sub(command, context, 'diff', {
      nb: 'forskjellen mellom to tilskuddsår',
      en: 'the difference between two grant years',
    })
      .argument('<year>', say(context, { nb: 'tilskuddsår', en: 'grant year' }))
      .argument('<other-year>', say(context, { nb: 'tilskuddsår', en: 'grant year' }))
      .action((from: string, to: string) => {
        const reader = new FlagReader();
        const years = [reader.year('YEAR', from), reader.year('OTHER-YEAR', to)] as const;
        reader.finish(context.commandName);
        diffRules(...years, loadShippedRules(), context);
      });
  },
};

function sub(
  command: Command,
  context: CliContext,
  name: string,
  summary: { nb: string; en: string },
  ...flags: readonly FlagName[]
): Command {
  const made = command.command(name).description(say(context, summary));
  prepareCommand(made, context);
  return addFlags(made, context, ...flags, 'json');
}
