import { parse } from 'csv-parse/sync';
import { type ErrorDetail, errorDetail, formatDay, NorsktilskuddError, parseDay } from '../../domain';
import { readText } from '../../effects';
import { tableFault } from '../../payout';
import type { PaymentProgress } from './payment-progress';

/** A row of the agency's accounts. */
export interface AgencyBooking {
  readonly line: number;
  readonly ledgerAccount: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** What came back is negative. */
  readonly amountOre: number;
  /** The amount as it stands there. */
  readonly found: string;
  /** Payment key. */
  readonly reference: string;
}

/** A payment that ledger and accounts have otherwise. */
export interface AccountDifference {
  readonly reference: string;
  /** Kroner that have left by the ledger, what came back taken off. */
  readonly ledgerNok: number;
  /** Whole kroner of the accounts; hundredths stand in the bookings that are told with their lines. */
  readonly accountsNok: number;
  /** Day of the last booking on each side; empty for none. */
  readonly ledgerOn: string;
  readonly accountsOn: string;
}

/** The four lists that differ. */
export interface AccountDifferences {
  readonly onlyInLedger: readonly AccountDifference[];
  readonly onlyInAccounts: readonly AccountDifference[];
  readonly otherAmount: readonly AccountDifference[];
  /** The amounts are equal, and the days are not. */
  readonly otherDay: readonly AccountDifference[];
  /** Bookings with hundredths of a krone, which no payment has; each is compared with them. */
  readonly notWhole: readonly Pick<AgencyBooking, 'line' | 'reference' | 'found'>[];
  /** Bookings of payments of this ledger that were not asked for: of another run or year. They are no difference. */
  readonly ofOtherRuns: readonly { readonly runId: string; readonly reference: string }[];
  /** Payments that both have alike, with their sum. */
  readonly equal: number;
  readonly equalNok: number;
}

const COLUMNS = ['ledger_account', 'date', 'amount', 'reference'] as const;
/** Hundredths of a krone. */
const ORE = 100;
/** Faults that are reported; of more, the first ones. */
const TOLD_MAX = 20;

/**
 * Reads bookings: `ledger_account,date,amount,reference`, with comma or semicolon; days as 2018-04-09 or 09.04.2018, kroner
 * with or without hundredths behind a comma or a point.
 *
 * @throws NorsktilskuddError input BOOKINGS_REFUSED with every fault as a detail
 */
export function readBookings(file: string): AgencyBooking[] {
  const text = readText(file).replace(/^\ufeff/, '');
  const separator = (text.split('\n')[0] ?? '').includes(';') ? ';' : ',';
  const [header = [], ...rows] = recordsOf(text, separator, file);
  const places = COLUMNS.map((name) => header.findIndex((column) => column.trim().toLowerCase() === name));
  const missing = COLUMNS.filter((_, index) => places[index] === -1);
  if (missing.length > 0) {
    throw refused(
      file,
      missing.map((column) => errorDetail('BOOKINGS_COLUMN', { file, column })),
    );
  }
  const faults: ErrorDetail[] = [];
  const bookings = rows.map((row, index): AgencyBooking => {
    const [ledgerAccount = '', date = '', amount = '', reference = ''] = places.map((place) =>
      (row[place] ?? '').trim(),
    );
    const day = parseDay(date);
    const amountOre = oreOf(amount);
    const line = index + 2;
    if (day === undefined)
      faults.push(errorDetail('BOOKINGS_VALUE', { file, line, column: 'date', found: date || '-' }));
    if (amountOre === undefined) {
      faults.push(errorDetail('BOOKINGS_VALUE', { file, line, column: 'amount', found: amount || '-' }));
    }
    const on = day === undefined ? '' : formatDay(day);
    return { line, ledgerAccount, date: on, amountOre: amountOre ?? 0, found: amount, reference };
  });
  if (faults.length > 0) throw refused(file, faults);
  return bookings;
}

function recordsOf(text: string, delimiter: string, file: string): string[][] {
  try {
    return parse(text, { delimiter, skipEmptyLines: true, relaxColumnCount: true });
  } catch (cause) {
    throw refused(file, [tableFault(cause)]);
  }
}

/** Hundredths of a krone, with a sign before or behind the amount; undefined for another text. */
function oreOf(text: string): number | undefined {
  const plain = text.replace(/[\s\u00a0']/g, '').replace('\u2212', '-');
  const match = /^([+-]?)(\d{1,12})(?:[.,](\d{1,2}))?(-?)$/.exec(plain.replace(/[.,](?=\d{3}(?:\D|$))/g, ''));
  if (!match) return undefined;
  const [, before, kroner, hundredths = '', behind] = match;
  const ore = Number(kroner) * ORE + Number(hundredths.padEnd(2, '0'));
  return before === '-' || behind === '-' ? -ore : ore;
}

function refused(file: string, details: readonly ErrorDetail[]): NorsktilskuddError {
  return new NorsktilskuddError(
    'input',
    'BOOKINGS_REFUSED',
    { file, count: details.length },
    details.slice(0, TOLD_MAX),
  );
}

/**
 * Holds what has left and come back by the ledger to the accounts, payment by payment, by the key alone.
 *
 * @param otherRuns run of each payment of the ledger that was not asked for, by its key
 */
export function compareAccounts(
  payments: readonly PaymentProgress[],
  all: readonly AgencyBooking[],
  otherRuns: ReadonlyMap<string, string>,
): AccountDifferences {
  const bookings = all.filter(({ reference }) => !otherRuns.has(reference));
  const ofOtherRuns = all.flatMap(({ reference }) => {
    const runId = otherRuns.get(reference);
    return runId === undefined ? [] : [{ runId, reference }];
  });
  const booked = new Map<string, { sumOre: number; on: string }>();
  for (const { reference, amountOre, date } of bookings) {
    const before = booked.get(reference) ?? { sumOre: 0, on: '' };
    booked.set(reference, { sumOre: before.sumOre + amountOre, on: [before.on, date].sort()[1] ?? date });
  }
  const moved = new Map(payments.flatMap((payment) => movedBy(payment)));
  const references = [...new Set([...moved.keys(), ...booked.keys()])].sort();
  const rows = references.map((reference): AccountDifference & { readonly kind: string } => {
    const [here, there] = [moved.get(reference), booked.get(reference)];
    const [ledgerNok, accountsOre] = [here?.sumNok ?? 0, there?.sumOre ?? 0];
    const [ledgerOn, accountsOn] = [here?.on ?? '', there?.on ?? ''];
    const kind =
      there === undefined
        ? // What left and came back, both of it unbooked, is no difference.
          ledgerNok === 0
          ? 'equal'
          : 'onlyInLedger'
        : here === undefined
          ? 'onlyInAccounts'
          : ledgerNok * ORE !== accountsOre
            ? 'otherAmount'
            : ledgerOn !== accountsOn
              ? 'otherDay'
              : 'equal';
    return { reference, ledgerNok, accountsNok: Math.trunc(accountsOre / ORE), ledgerOn, accountsOn, kind };
  });
  const of = (kind: string): AccountDifference[] =>
    rows.filter((row) => row.kind === kind).map(({ kind: _, ...row }) => row);
  const equal = of('equal');
  return {
    onlyInLedger: of('onlyInLedger'),
    onlyInAccounts: of('onlyInAccounts'),
    otherAmount: of('otherAmount'),
    otherDay: of('otherDay'),
    notWhole: bookings.flatMap(({ line, reference, found, amountOre }) =>
      amountOre % ORE === 0 ? [] : [{ line, reference, found }],
    ),
    ofOtherRuns,
    equal: equal.length,
    equalNok: equal.reduce((sum, { ledgerNok }) => sum + ledgerNok, 0),
  };
}

/** What has left for a payment less what came back; nothing of one for which no money has moved. */
function movedBy({ paymentKey, amountNok, outcomes }: PaymentProgress): [string, { sumNok: number; on: string }][] {
  const paid = outcomes.filter(({ kind }) => kind === 'paid');
  if (paid.length === 0) return [];
  const back = outcomes.filter(({ kind }, index) => kind === 'refused' && outcomes[index - 1]?.kind === 'paid');
  const on = outcomes.at(-1)?.on ?? '';
  return [[paymentKey, { sumNok: amountNok * (paid.length - back.length), on }]];
}
