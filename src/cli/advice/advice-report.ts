import { ADVICE_CODES, type Advice, type AdviceItem } from '../../analysis';
import { FEWEST_PERSONS, recipientText } from '../../app';
import { asRecipientCode, type Day, formatKroner, formatWhole, NO_RECIPIENT, type PlaceRegister } from '../../domain';
import { messageAction, messageText } from '../../messages';
import { RunFolder, writeTableForPeople } from '../../payout';
import { type CliContext, say } from '../context';
import { recipientName } from '../table-words';
import { textTable } from '../text-table';

/** Kommuner told where none is asked for. */
const REPORTED = 20;

/** Advice for people: one kommune in full, or the country by fault and the kommuner with most at stake. */
export function adviceText(
  advice: Advice,
  recipient: number | undefined,
  places: PlaceRegister,
  lastDay: Day,
  context: CliContext,
): string {
  const nameOf = (code: number): string => (code === NO_RECIPIENT ? '' : places.nameOn(asRecipientCode(code), lastDay));
  if (recipient !== undefined) return ofRecipient(advice, recipient, nameOf(recipient), context);
  return `${ofCountry(advice, context)}\n${ofKommuner(advice, nameOf, context)}${protectedText(advice, context)}`;
}

function ofRecipient({ items }: Advice, recipient: number, name: string, context: CliContext): string {
  const own = items.filter((item) => item.recipient === recipient);
  const title = `${recipientText(recipient)} ${name}\n`;
  if (own.length === 0) return title + say(context, 'advice.nothing_missing');
  const lines = own.map(({ code, persons, amountNok }) => {
    const { language } = context;
    const who = say(context, 'advice.person', { persons });
    return `- ${formatKroner(amountNok)}: ${who} ${messageText(code, language, {})}\n  ${messageAction(code, language, {})}\n`;
  });
  return `${title}\n${lines.join('')}`;
}

function ofCountry({ items, protectedPersons }: Advice, context: CliContext): string {
  const words = say(context, 'advice.columns_persons');
  const rows = ADVICE_CODES.flatMap((code) => {
    const own = items.filter((item) => item.code === code);
    if (own.length === 0) return [];
    const sum = (value: (item: AdviceItem) => number): number => own.reduce((total, item) => total + value(item), 0);
    const counts = [sum(({ persons }) => persons), own.length].map(formatWhole);
    return [[messageText(code, context.language, {}), ...counts, formatKroner(sum(({ amountNok }) => amountNok))]];
  });
  if (rows.length === 0 && protectedPersons > 0) {
    return say(context, 'advice.nothing_may_shown');
  }
  if (rows.length === 0) return say(context, 'advice.nothing_missing');
  return textTable(words.split('|'), 'lrrr', rows);
}

function ofKommuner({ items }: Advice, nameOf: (code: number) => string, context: CliContext): string {
  const sums = new Map<number, { persons: number; amountNok: number }>();
  for (const { recipient, persons, amountNok } of items) {
    const sum = sums.get(recipient) ?? { persons: 0, amountNok: 0 };
    sums.set(recipient, { persons: sum.persons + persons, amountNok: sum.amountNok + Math.abs(amountNok) });
  }
  const words = say(context, 'advice.columns_recipient');
  const rows = [...sums]
    .sort(([one, a], [other, b]) => b.amountNok - a.amountNok || one - other)
    .slice(0, REPORTED)
    .map(([code, { persons, amountNok }]) => [
      recipientName(code, context),
      nameOf(code),
      formatWhole(persons),
      formatKroner(amountNok),
    ]);
  return rows.length === 0 ? '' : textTable(words.split('|'), 'llrr', rows);
}

function protectedText({ protectedPersons, protectedNok }: Advice, context: CliContext): string {
  if (protectedPersons === 0) return '';
  const text = 'advice.besides_person_protected';
  const few = 'advice.besides_persons_protected';
  if (protectedPersons < FEWEST_PERSONS) return say(context, few);
  return say(context, text, { persons: protectedPersons, sumNok: protectedNok });
}

/** Advice for programs. */
export function adviceJson(advice: Advice, recipient: number | undefined): string {
  const items = advice.items.filter((item) => recipient === undefined || item.recipient === recipient);
  return `${JSON.stringify({
    advice: items.map((item) => ({
      recipient_id: recipientText(item.recipient),
      code: item.code,
      persons: item.persons,
      amount: item.amountNok,
      action: messageAction(item.code, 'nb', {}),
    })),
    protected_persons: advice.protectedPersons,
    protected_amount: advice.protectedPersons < FEWEST_PERSONS ? null : advice.protectedNok,
  })}\n`;
}

/** Writes advice.csv into a new folder: a list to send to the kommuner. */
export function writeAdvice({ items }: Advice, folder: string, context: CliContext): void {
  RunFolder.write(folder, (out) => {
    const rows = items.map(({ recipient, code, persons, amountNok }) => [
      recipientText(recipient),
      code,
      persons,
      amountNok,
      messageText(code, context.language, {}),
      messageAction(code, context.language, {}),
    ]);
    writeTableForPeople(
      out.createFile('advice.csv'),
      ['recipient_id', 'code', 'persons', 'amount', 'text', 'action'],
      rows,
    );
  });
}
