import { stopIfMissing } from '../../analysis/facts/missing-prices';
import { Repricer } from '../../analysis/facts/reprice';
import { impactsOf } from '../../analysis/scenario/open-questions';
import { plainCase } from '../../app/facts/size-case';
import type { SizingTools } from '../../app/facts/sizing-tools';
import { componentOrdinal } from '../../domain';
import { cutOffDate } from '../../engine';
import type { CommandModule } from '../command-table';
import { type CliContext, say } from '../context';
import { examplesText } from '../examples-text';
import { SIZING_FLAGS, withSizingFlags } from '../facts/sizing-tools';
import { addFlags } from '../flag-table';
import { impactJson, impactText } from '../impact/impact-report';
import type { RegisterFlags } from '../register/register-flags';

/** `impact`: how many kroner another answer to each open question would move, so that the dearest is settled first. */
export const impactCommand: CommandModule = {
  configure(command, context) {
    command
      .description(
        say(context, {
          nb: 'Hvor mange kroner hver åpen antakelse med et annet mulig svar flytter, og mellom hvem.',
          en: 'How many kroner each open assumption with another possible answer moves, and between whom.',
        }),
      )
      .addHelpText('before', examplesText(context, ['norsktilskudd impact --extract extracts/2018-T4 --year 2018']))
      .action((flags: RegisterFlags) => withSizingFlags(flags, context, (tools) => tell(tools, context)));
    addFlags(command, context, ...SIZING_FLAGS, 'json');
  },
};

function tell({ defaults, shelf }: SizingTools, context: CliContext): void {
  const { rules } = defaults;
  const size = plainCase('impact', defaults, shelf);
  const facts = shelf.facts(size.place, size.grantYear, size.asOf);
  stopIfMissing(new Repricer(facts).missing(size.prices, size), rules.rates);
  const { assumptions } = rules.assumptions;
  const impacts = impactsOf(assumptions, facts, size.prices, new Set(size.excluded.map(componentOrdinal)));
  const lastDay = cutOffDate(size.grantYear, 4);
  context.terminal.out(
    context.json ? impactJson(impacts) : impactText(impacts, assumptions, rules.places, lastDay, context),
  );
}
