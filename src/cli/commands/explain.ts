import { executeExplain } from '../../app/explain/execute-explain';
import type { CommandModule } from '../command-table';
import type { SettingFlags } from '../config/settings';
import { type CliContext, say } from '../context';
import { examplesText } from '../examples-text';
import { readExplainInput } from '../explain/explain-input';
import { addFlags } from '../flag-table';

interface ExplainFlags extends SettingFlags {
  readonly person?: string;
  readonly recipient?: string;
  readonly component?: string;
  readonly batch?: string;
  readonly run?: string;
  readonly whyNot?: boolean;
  readonly format?: string;
  readonly lang?: string;
}

/** `explain`: why an amount, why nothing, where every figure comes from (data contract 5). */
export const explainCommand: CommandModule = {
  configure(command, context) {
    command
      .description(
        say(context, {
          nb: 'Forklarer en linje eller en person: rader, vilkår, satser, deling, terminer og hva som er endret. Beregningen gjøres om igjen og må gi det som står i sporet.',
          en: 'Explains a line or a person: rows, conditions, rates, split, terms and what has changed. The calculation is done again and must give what stands in the trace.',
        }),
      )
      .addHelpText(
        'before',
        examplesText(context, [
          'norsktilskudd explain 2018-T2-0123456789ab-17',
          'norsktilskudd explain --person 201212345603 --lang nb',
          'norsktilskudd explain --person 201212345603 --why-not',
          'norsktilskudd explain --recipient 0301 --run 2018-T2-0123456789ab --format html',
        ]),
      )
      .argument('[line]', say(context, { nb: 'line_id fra payout_lines.csv', en: 'a line_id of payout_lines.csv' }))
      .action((line: string | undefined, flags: ExplainFlags) => explain(line, flags, context));
    addFlags(
      command,
      context,
      'person',
      'recipient',
      'component',
      'wholeRun',
      'run',
      'whyNot',
      'format',
      'db',
      'as',
      'pseudonymKeyFile',
      'json',
    );
  },
};

function explain(line: string | undefined, flags: ExplainFlags, context: CliContext): void {
  context.terminal.out(executeExplain(readExplainInput(line, flags, context)));
}
