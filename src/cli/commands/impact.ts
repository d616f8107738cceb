import { stopIfMissing } from '../../analysis/facts/missing-prices';
import { Repricer } from '../../analysis/facts/reprice';
import { impactsOf } from '../../analysis/scenario/open-questions';
import { plainCase } from '../../app/facts/size-case';
import type { SizingTools } from '../../app/facts/sizing-tools';
import { withSizingTools } from '../../app/facts/sizing-tools';
import { componentOrdinal } from '../../domain';
import { cutOffDate } from '../../engine';
import type { CliContext } from '../context';
import { command } from '../declare/command';
import * as sources from '../flags/sources';
import { impactJson, impactText } from '../impact/impact-report';

/** `impact`: how many kroner another answer to each open question would move, so that the dearest is settled first. */
export const impactCommand = command('impact', {
  examples: ['norsktilskudd impact --extract extracts/2018-T4 --year 2018'],
  input: { ...sources.sizing, ...sources.unseenActor },
  run: (input, context) => withSizingTools(input, input, (tools) => tell(tools, context)),
});

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
