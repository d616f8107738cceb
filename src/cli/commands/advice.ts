import { resolve } from 'node:path';
import { collectAdvice } from '../../analysis/advice/collect-advice';
import { planFacts } from '../../analysis/facts/fact-plan';
import { stopIfMissing } from '../../analysis/facts/missing-prices';
import { Repricer } from '../../analysis/facts/reprice';
import { plainCase } from '../../app/facts/size-case';
import type { SizingTools } from '../../app/facts/sizing-tools';
import { parseRecipientCode } from '../../domain';
import { cutOffDate } from '../../engine';
import { adviceJson, adviceText, writeAdvice } from '../advice/advice-report';
import type { CommandModule } from '../command-table';
import { type CliContext, say } from '../context';
import { examplesText } from '../examples-text';
import { SIZING_FLAGS, withSizingFlags } from '../facts/sizing-tools';
import { FlagReader } from '../flag-reader';
import { addFlags } from '../flag-table';
import { tellProtection } from '../privacy/tell-protection';
import type { RegisterFlags } from '../register/register-flags';

interface AdviceFlags extends RegisterFlags {
  readonly recipient?: string;
  readonly out?: string;
}

/** `advice`: what is missing or late in the register, and what it costs each kommune. */
export const adviceCommand: CommandModule = {
  configure(command, context) {
    command
      .description(
        say(context, {
          nb: 'Hva som mangler eller kommer sent i registeret, hva det koster hver kommune i året, og hva den kan gjøre.',
          en: 'What is missing or late in the register, what it costs each kommune in the year, and what it can do.',
        }),
      )
      .addHelpText(
        'before',
        examplesText(context, [
          'norsktilskudd advice --extract extracts/2018-T4 --year 2018',
          'norsktilskudd advice --extract extracts/2018-T4 --year 2018 --recipient 0301 --lang nb',
        ]),
      )
      .action((flags: AdviceFlags) => advise(flags, context));
    addFlags(command, context, ...SIZING_FLAGS, 'recipient', 'outFolder', 'json');
  },
};

function advise(flags: AdviceFlags, context: CliContext): Promise<void> {
  const recipient = flags.recipient === undefined ? undefined : parseRecipientCode(flags.recipient);
  const reader = new FlagReader();
  if (flags.recipient !== undefined && recipient === undefined) {
    reader.problem('FLAG_BAD_VALUE', { flag: '--recipient', value: flags.recipient, expected: '0301, 32' });
  }
  reader.finish(context.commandName);
  return withSizingFlags(flags, context, (tools) => tell(tools, recipient, flags.out, context));
}

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
  if (out !== undefined) writeAdvice(advice, resolve(terminal.cwd, out), context);
  const lastDay = cutOffDate(size.grantYear, 4);
  terminal.out(
    context.json ? adviceJson(advice, recipient) : adviceText(advice, recipient, rules.places, lastDay, context),
  );
}
