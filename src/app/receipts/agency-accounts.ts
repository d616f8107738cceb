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
  /** Whole kroner; what came back is negative. */
  readonly amountNok: number;
  /** Payment key. */
  readonly reference: string;
}

/** A payment that ledger and accounts have otherwise. */
export interface AccountDifference {
  readonly reference: string;
  /** Kroner that have left by the ledger, what came back taken off. */
  readonly ledgerNok: number;
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
  /** Payments that both have alike, with their sum. */
  readonly equal: number;
  readonly equalNok: number;
}

const COLUMNS = ['ledger_account', 'date', 'amount', 'reference'] as const;
/** Faults that are reported; of more, the first ones. */
const TOLD_MAX = 20;

/**
 * Reads bookings: `ledger_account,date,amount,reference`, with comma or semicolon; days as 2018-04-09 or 09.04.2018, whole
 * kroner with or without `,00` or `.00`.
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
    const amountNok = kronerOf(amount);
    const line = index + 2;
    if (day === undefined)
      faults.push(errorDetail('BOOKINGS_VALUE', { file, line, column: 'date', found: date || '-' }));
    if (amountNok === undefined) {
      faults.push(errorDetail('BOOKINGS_VALUE', { file, line, column: 'amount', found: amount || '-' }));
    }
    return { line, ledgerAccount, date: day === undefined ? '' : formatDay(day), amountNok: amountNok ?? 0, reference };
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

/** Whole kroner, with a sign before or behind; undefined for a part of a krone or another text. */
function kronerOf(text: string): number | undefined {
  const plain = text.replace(/[\s\u00a0']/g, '').replace('\u2212', '-');
  const match = /^([+-]?)(\d{1,12})(?:[.,]00?)?(-?)$/.exec(plain.replace(/[.,](?=\d{3}(?:\D|$))/g, ''));
  if (!match) return undefined;
  const isNegative = match[1] === '-' || match[3] === '-';
  return isNegative ? -Number(match[2]) : Number(match[2]);
}

function refused(file: string, details: readonly ErrorDetail[]): NorsktilskuddError {
  return new NorsktilskuddError(
    'input',
    'BOOKINGS_REFUSED',
    { file, count: details.length },
    details.slice(0, TOLD_MAX),
  );
}

/** Holds what has left and come back by the ledger to the accounts, payment by payment, by the key alone. */
export function compareAccounts(
  payments: readonly PaymentProgress[],
  bookings: readonly AgencyBooking[],
): AccountDifferences {
  const booked = new Map<string, { sumNok: number; on: string }>();
  for (const { reference, amountNok, date } of bookings) {
    const before = booked.get(reference) ?? { sumNok: 0, on: '' };
    booked.set(reference, { sumNok: before.sumNok + amountNok, on: [before.on, date].sort()[1] ?? date });
  }
  const moved = new Map(payments.flatMap((payment) => movedBy(payment)));
  const references = [...new Set([...moved.keys(), ...booked.keys()])].sort();
  const rows = references.map((reference): AccountDifference & { readonly kind: string } => {
    const [here, there] = [moved.get(reference), booked.get(reference)];
    const [ledgerNok, accountsNok] = [here?.sumNok ?? 0, there?.sumNok ?? 0];
    const [ledgerOn, accountsOn] = [here?.on ?? '', there?.on ?? ''];
    const kind =
      there === undefined
        ? // What left and came back, both of it unbooked, is no difference.
          ledgerNok === 0
          ? 'equal'
          : 'onlyInLedger'
        : here === undefined
          ? 'onlyInAccounts'
          : ledgerNok !== accountsNok
            ? 'otherAmount'
            : ledgerOn !== accountsOn
              ? 'otherDay'
              : 'equal';
    return { reference, ledgerNok, accountsNok, ledgerOn, accountsOn, kind };
  });
  const of = (kind: string): AccountDifference[] =>
    rows.filter((row) => row.kind === kind).map(({ kind: _, ...row }) => row);
  const equal = of('equal');
  return {
    onlyInLedger: of('onlyInLedger'),
    onlyInAccounts: of('onlyInAccounts'),
    otherAmount: of('otherAmount'),
    otherDay: of('otherDay'),
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
