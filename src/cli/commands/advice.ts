import { adviceReport, type SizingTools, withSizingTools } from '../../app';
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

function tell(tools: SizingTools, recipient: number | undefined, out: string | undefined, context: CliContext): void {
  const { terminal } = context;
  const { places } = tools.defaults.rules;
  tellProtection(tools.shelf.protection, context);
  const { size, advice } = adviceReport(tools);
  if (out !== undefined) writeAdvice(advice, out, context);
  const lastDay = cutOffDate(size.grantYear, 4);
  terminal.out(context.json ? adviceJson(advice, recipient) : adviceText(advice, recipient, places, lastDay, context));
}
