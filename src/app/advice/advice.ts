import { ADVICE_CODES, type AdviceItem, collectAdvice, planFacts, Repricer, stopIfMissing } from '../../analysis';
import { type ErrorDetail, FEWEST_PERSONS } from '../../domain';
import { type Language, messageAction, messageText } from '../../messages';
import { RunFolder, writeTableForPeople } from '../../payout';
import { plainCase } from '../facts/size-case';
import type { SizingTools } from '../facts/sizing-tools';
import { type NameOf, namesOfYear, recipientText } from '../recipient-text';
import { snapshotWarnings } from '../register/snapshot-warnings';

/** What is missing or late in the register, and what it costs each kommune. Whole kroner. */
export interface AdviceReport {
  /** By recipient, then by kroner; of one recipient where one was asked for. */
  readonly items: readonly AdviceItem[];
  /** Sums by kind of fault, in the order of their codes. */
  readonly faults: readonly (Omit<AdviceItem, 'recipient'> & { readonly recipients: number })[];
  /** Sums by recipient, those with most at stake first; amounts without sign. */
  readonly recipients: readonly Omit<AdviceItem, 'code'>[];
  /** Persons with a protected address, who are in no item. */
  readonly protectedPersons: number;
  /** undefined where they are so few that it would tell of each of them. */
  readonly protectedNok: number | undefined;
  readonly nameOf: NameOf;
  /** That a damaged snapshot was put aside and its extract read anew. */
  readonly warnings: readonly ErrorDetail[];
}

/** Gathers advice, and writes advice.csv where a folder is given: a list to send to the kommuner. */
export function adviceReport(
  { defaults, shelf }: SizingTools,
  {
    recipient,
    out,
    language,
  }: { readonly recipient?: number | undefined; readonly out?: string | undefined; readonly language: Language },
): AdviceReport {
  const { rules } = defaults;
  const size = plainCase('advice', defaults, shelf);
  const facts = shelf.facts(size.place, size.grantYear, size.asOf, size.rules);
  stopIfMissing(new Repricer(facts).missing(size.prices, size), rules.rates);
  const snapshot = shelf.snapshot(size.place);
  const plan = planFacts(rules, size.grantYear, size.asOf);
  const { items, protectedPersons, protectedNok } = collectAdvice(snapshot, plan, facts, size, snapshot.takenAt);
  if (out !== undefined) writeAdvice(items, out, language);
  return {
    items: items.filter((item) => recipient === undefined || item.recipient === recipient),
    faults: byFault(items),
    recipients: byRecipient(items),
    protectedPersons,
    protectedNok: protectedPersons < FEWEST_PERSONS ? undefined : protectedNok,
    nameOf: namesOfYear(rules.places, size.grantYear),
    warnings: snapshotWarnings(snapshot),
  };
}

function byFault(items: readonly AdviceItem[]): AdviceReport['faults'] {
  return ADVICE_CODES.flatMap((code) => {
    const own = items.filter((item) => item.code === code);
    if (own.length === 0) return [];
    const persons = own.reduce((sum, item) => sum + item.persons, 0);
    const amountNok = own.reduce((sum, item) => sum + item.amountNok, 0);
    return [{ code, persons, amountNok, recipients: own.length }];
  });
}

function byRecipient(items: readonly AdviceItem[]): AdviceReport['recipients'] {
  const sums = new Map<number, { recipient: number; persons: number; amountNok: number }>();
  for (const { recipient, persons, amountNok } of items) {
    const sum = sums.get(recipient) ?? { recipient, persons: 0, amountNok: 0 };
    sum.persons += persons;
    sum.amountNok += Math.abs(amountNok);
    sums.set(recipient, sum);
  }
  return [...sums.values()].sort((a, b) => b.amountNok - a.amountNok || a.recipient - b.recipient);
}

function writeAdvice(items: readonly AdviceItem[], folder: string, language: Language): void {
  const columns = ['recipient_id', 'code', 'persons', 'amount', 'text', 'action'];
  const rows = items.map(({ recipient, code, persons, amountNok }) => {
    const texts = [messageText(code, language, {}), messageAction(code, language, {})];
    return [recipientText(recipient), code, persons, amountNok, ...texts];
  });
  RunFolder.write(folder, (out) => writeTableForPeople(out.createFile('advice.csv'), columns, rows));
}
