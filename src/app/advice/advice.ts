import {
  ADVICE_CODES,
  type Advice,
  type AdviceItem,
  collectAdvice,
  planFacts,
  Repricer,
  stopIfMissing,
} from '../../analysis';
import {
  asRecipientCode,
  type ErrorDetail,
  errorDetail,
  FEWEST_PERSONS,
  formatRecipientCode,
  lastDayOfYear,
  NorsktilskuddError,
  type PlaceRegister,
  type RecipientCode,
} from '../../domain';
import { type Language, messageAction, messageText } from '../../messages';
import type { AnalysisHead } from '../analysis/analysis-head';
import { casesLeftAside } from '../facts/case-warnings';
import { codesMeant, resemblingCode } from '../facts/codes-meant';
import { type LeftOut, leftOutOf, registerWarnings } from '../facts/left-out';
import { plainCase } from '../facts/size-case';
import type { SizingTools } from '../facts/sizing-tools';
import { type NameOf, namesOfYear, recipientText } from '../recipient-text';
import { analysisFacts } from '../table-files/front-facts';
import { withPlaceNames } from '../table-files/table-file';
import type { TableSet } from '../table-files/write-table-files';

/** What is missing or late in the register, and what it costs each kommune. Whole kroner. */
export interface AdviceReport {
  /** Codes of the year that stand for the recipient asked for; none where all are told. */
  readonly asked: readonly number[];
  readonly head: Pick<AnalysisHead, 'grantYear' | 'asOf' | 'snapshot'>;
  /** By recipient, then by kroner. */
  readonly all: readonly AdviceItem[];
  /** The same, of one recipient where one was asked for. */
  readonly items: readonly AdviceItem[];
  /** Sums by kind of fault, in the order of their codes. */
  readonly faults: readonly (Omit<AdviceItem, 'recipient'> & { readonly recipients: number })[];
  /** Sums by recipient, those with most at stake first; amounts without sign. */
  readonly recipients: readonly Omit<AdviceItem, 'code'>[];
  /** Distinct persons of all items. */
  readonly persons: number;
  readonly leftOut: LeftOut;
  /** Persons with a protected address, who are in no item. */
  readonly protectedPersons: number;
  /** undefined where they are so few that it would tell of each of them. */
  readonly protectedNok: number | undefined;
  readonly nameOf: NameOf;
  /** What the register says of itself, and what cases or the question do to the answer. */
  readonly warnings: readonly ErrorDetail[];
}

/** Whom advice is asked for. */
export interface AdviceOptions {
  /** RecipientCode; left out: everybody. */
  readonly recipient?: number | undefined;
  /** A ledger whose cases are told to have no part: what is missing is missing in the register, whatever a case says. */
  readonly ledgerFile?: string | undefined;
}

/** Gathers advice. */
export function adviceReport(
  { defaults, shelf }: SizingTools,
  { recipient, ledgerFile }: AdviceOptions = {},
): AdviceReport {
  const { rules } = defaults;
  const size = plainCase('advice', defaults, shelf);
  const facts = shelf.facts(size.place, size.grantYear, size.asOf, size.rules);
  stopIfMissing(new Repricer(facts).missing(size.prices, size), rules.rates);
  const snapshot = shelf.snapshot(size.place);
  const plan = planFacts(rules, size.grantYear, size.asOf);
  const advice = collectAdvice(snapshot, plan, facts, size, snapshot.takenAt);
  const { items, persons, protectedPersons, protectedNok } = advice;
  const meant = recipient === undefined ? undefined : meantBy(recipient, rules.places, size.grantYear);
  return {
    head: { grantYear: size.grantYear, asOf: size.asOf, snapshot: snapshot.snapshotId },
    asked: meant?.codes ?? [],
    all: items,
    items: items.filter((item) => meant === undefined || meant.codes.includes(asRecipientCode(item.recipient))),
    faults: byFault(advice),
    recipients: byRecipient(advice),
    persons,
    leftOut: leftOutOf(snapshot, size.asOf, facts, size.excluded),
    protectedPersons,
    protectedNok: protectedPersons < FEWEST_PERSONS ? undefined : protectedNok,
    nameOf: namesOfYear(rules.places, size.grantYear),
    warnings: [
      ...registerWarnings(snapshot),
      ...casesLeftAside('ADVICE_WITHOUT_CASES', ledgerFile, [size.grantYear]),
      ...(meant?.warnings ?? []),
    ],
  };
}

/**
 * The codes of the year that somebody means who asks for a code.
 *
 * @throws NorsktilskuddError usage ADVICE_CODE_UNKNOWN for one that never was
 */
function meantBy(
  recipient: number,
  places: PlaceRegister,
  grantYear: number,
): { readonly codes: readonly RecipientCode[]; readonly warnings: readonly ErrorDetail[] } {
  const on = lastDayOfYear(grantYear);
  const code = asRecipientCode(recipient);
  const codes = codesMeant(places, code, on);
  if (codes.includes(code)) return { codes, warnings: [] };
  const params = { code: formatRecipientCode(code), grantYear };
  if (codes.length === 0) {
    const suggestion = resemblingCode(places, code, on);
    throw new NorsktilskuddError(
      'usage',
      'ADVICE_CODE_UNKNOWN',
      suggestion === undefined ? params : { ...params, suggestion },
    );
  }
  const meant = codes.map((one) => `${formatRecipientCode(one)} ${places.nameOn(one, on)}`).join(', ');
  return { codes, warnings: [errorDetail('ADVICE_CODE_MEANT', { ...params, meant })] };
}

function byFault({ items, personsByCode }: Advice): AdviceReport['faults'] {
  return ADVICE_CODES.flatMap((code) => {
    const own = items.filter((item) => item.code === code);
    if (own.length === 0) return [];
    const persons = personsByCode.get(code) ?? 0;
    const amountNok = own.reduce((sum, item) => sum + item.amountNok, 0);
    return [{ code, persons, amountNok, recipients: own.length }];
  });
}

function byRecipient({ items, personsByRecipient }: Advice): AdviceReport['recipients'] {
  const sums = new Map<number, { recipient: number; persons: number; amountNok: number }>();
  for (const { recipient, amountNok } of items) {
    const persons = personsByRecipient.get(recipient) ?? 0;
    const sum = sums.get(recipient) ?? { recipient, persons, amountNok: 0 };
    sum.amountNok += Math.abs(amountNok);
    sums.set(recipient, sum);
  }
  return [...sums.values()].sort((a, b) => b.amountNok - a.amountNok || a.recipient - b.recipient);
}

/** The table of advice: a list to send to the kommuner, of all of them whoever was asked for. */
export function adviceTables({ all, nameOf, head }: AdviceReport, language: Language): TableSet {
  const columns = ['recipient_id', 'code', 'persons', 'amount', 'text', 'action'];
  const rows = all.map(({ recipient, code, persons, amountNok }) => {
    const texts = [messageText(code, language, {}), messageAction(code, language, {})];
    return [recipientText(recipient), code, persons, amountNok, ...texts];
  });
  return {
    name: 'advice',
    tables: [withPlaceNames({ name: 'advice', columns, rows }, 'recipient_id', nameOf)],
    front: { facts: analysisFacts(head), rates: [], sums: { table: 'advice', by: 'code', of: ['amount'] } },
  };
}
