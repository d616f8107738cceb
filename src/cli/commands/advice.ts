import {
  type AdviceReport,
  adviceReport,
  adviceTables,
  recipientName,
  recipientText,
  withSizingTools,
} from '../../app';
import { formatKroner } from '../../domain';
import { messageAction, messageText } from '../../messages';
import { detail } from '../answers/common';
import { leftOut, leftOutText } from '../answers/left-out';
import { type CliContext, say } from '../context';
import { at, kroner, list, object, orNull, text, whole } from '../declare/answer';
import { command } from '../declare/command';
import { FLAGS } from '../flags/flags';
import * as sources from '../flags/sources';
import { tellProtection } from '../privacy/tell-protection';
import { tablesWanted, writeTables } from '../tables/write-tables';
import { table } from '../view';

/** Kommuner told where none is asked for. */
const REPORTED = 20;

type Item = AdviceReport['items'][number];

/** `advice`: what is missing or late in the register, and what it costs each kommune. */
export const adviceCommand = command('advice', {
  examples: [
    'norsktilskudd advice --extract extracts/2018-T4 --year 2018',
    'norsktilskudd advice --extract extracts/2018-T4 --year 2018 --recipient 0301 --lang nb',
  ],
  input: { ...sources.sizing, ...sources.unseenActor, recipient: FLAGS.recipientCode, tables: tablesWanted },
  run: ({ recipient, tables, withCases, ...input }, context) =>
    withSizingTools(input, input, async (tools) => {
      tellProtection(tools.shelf.protection, context);
      const advice = adviceReport(tools, { recipient, ledgerFile: withCases ? input.db : undefined });
      await writeTables(tables, () => adviceTables(advice, context.language), context);
      return advice;
    }),
  json: object({
    advice: at(
      'items',
      list(
        object({
          recipient_id: at(({ recipient }: Item) => recipientText(recipient), text),
          code: text,
          persons: whole,
          amount: kroner,
          action: at(({ code }: Item) => messageAction(code, 'nb', {}), text),
        }),
      ),
    ),
    persons: whole,
    left_out: leftOut,
    protected_persons: whole,
    protected_amount: at('protectedNok', orNull(kroner)),
    warnings: list(detail),
  }),
  warnings: ({ warnings }) => warnings,
  text: (advice, context, { recipient }) => [
    ...(recipient === undefined
      ? [ofCountry(advice, context)]
      : advice.asked.map((code) => ofRecipient(advice, code, context))),
    leftOutText(advice.leftOut, context),
  ],
});

/** One kommune in full. */
function ofRecipient({ items, nameOf }: AdviceReport, recipient: number, context: CliContext): string {
  const title = `${recipientText(recipient)} ${nameOf(recipient)}\n`;
  const own = items.filter((item) => item.recipient === recipient);
  if (own.length === 0) return title + say(context, 'advice.nothing_missing');
  const lines = own.map(({ code, persons, amountNok }) => {
    const [what, action] = [messageText(code, context.language, {}), messageAction(code, context.language, {})];
    return `- ${formatKroner(amountNok)}: ${say(context, 'advice.person', { persons })} ${what}\n  ${action}\n`;
  });
  return `${title}\n${lines.join('')}`;
}

/** The country by fault, and the kommuner with most at stake. */
function ofCountry({ faults, recipients, nameOf, ...advice }: AdviceReport, context: CliContext): string {
  const { protectedPersons, protectedNok: sumNok } = advice;
  const byFault = faults.map(({ code, persons, recipients: count, amountNok }) => {
    return [messageText(code, context.language, {}), persons, count, amountNok];
  });
  const most = recipients.slice(0, REPORTED).map(({ recipient, persons, amountNok }) => {
    return [recipientName(recipient, context.language), nameOf(recipient), persons, amountNok];
  });
  const nothing = protectedPersons > 0 ? 'advice.nothing_may_shown' : 'advice.nothing_missing';
  const besides =
    sumNok === undefined
      ? say(context, 'advice.besides_persons_protected')
      : say(context, 'advice.besides_person_protected', { persons: protectedPersons, sumNok });
  return [
    byFault.length === 0 ? say(context, nothing) : table(context, 'advice.columns_persons', 'lnnk', byFault),
    '\n',
    most.length === 0 ? '' : table(context, 'advice.columns_recipient', 'llnk', most),
    protectedPersons === 0 ? '' : besides,
  ].join('');
}
