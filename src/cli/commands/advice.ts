import { collectAdvice } from '../../analysis/advice/collect-advice';
import { planFacts } from '../../analysis/facts/fact-plan';
import { stopIfMissing } from '../../analysis/facts/missing-prices';
import { Repricer } from '../../analysis/facts/reprice';
import { plainCase } from '../../app/facts/size-case';
import type { SizingTools } from '../../app/facts/sizing-tools';
import { withSizingTools } from '../../app/facts/sizing-tools';
import { cutOffDate } from '../../engine';
import { adviceJson, adviceText, writeAdvice } from '../advice/advice-report';
import type { CliContext } from '../context';
import { command } from '../declare/command';
import { FLAGS } from '../flags/flags';
import * as sources from '../flags/sources';
import { tellProtection } from '../privacy/tell-protection';

/** `advice`: what is missing or late in the register, and what it costs each kommune. */
export const adviceCommand = command('advice', {
  examples: [
    'norsktilskudd advice --extract extracts/2018-T4 --year 2018',
    'norsktilskudd advice --extract extracts/2018-T4 --year 2018 --recipient 0301 --lang nb',
  ],
  input: { ...sources.sizing, ...sources.unseenActor, recipient: FLAGS.recipientCode, out: FLAGS.outFolder },
  run: ({ recipient, out, ...input }, context) =>
    withSizingTools(input, input, (tools) => tell(tools, recipient, out, context)),
});

function tell(
  { defaults, shelf }: SizingTools,
  recipient: number | undefined,
  out: string | undefined,
  context: CliContext,
): void {
  const { terminal } = context;
  const { rules } = defaults;
  tellProtection(shelf.protection, context);
  const size = plainCase('advice', defaults, shelf);
  const facts = shelf.facts(size.place, size.grantYear, size.asOf);
  stopIfMissing(new Repricer(facts).missing(size.prices, size), rules.rates);
  const plan = planFacts(rules, size.grantYear, size.asOf);
  const snapshot = shelf.snapshot(size.place);
  const advice = collectAdvice(snapshot, plan, facts, size, snapshot.takenAt);
  if (out !== undefined) writeAdvice(advice, out, context);
  const lastDay = cutOffDate(size.grantYear, 4);
  terminal.out(
    context.json ? adviceJson(advice, recipient) : adviceText(advice, recipient, rules.places, lastDay, context),
  );
}
