import { parse } from 'csv-parse/sync';
import type { LedgerFileProfile } from './profile';

/** What is held to the batch in a row of a ledger file. */
export interface ReadLedgerRow {
  readonly reference: string;
  readonly account: string;
  /** Debit above zero. undefined where the field is no amount of whole kroner. */
  readonly amountNok: number | undefined;
}

/** A ledger file as another parser than wrote it finds it. */
export interface ReadLedgerFile {
  readonly rows: readonly ReadLedgerRow[];
  /** Rows and kroner that the trailer says; undefined where the profile has none. */
  readonly trailer: { readonly rows: number; readonly paidNok: number | undefined } | undefined;
}

/** @throws Error of csv-parse where the file is no table of that profile */
export function readLedgerFile(bytes: Uint8Array, profile: LedgerFileProfile): ReadLedgerFile {
  const text = new TextDecoder(profile.encoding === 'iso-8859-1' ? 'iso-8859-1' : 'utf-8', { fatal: true }).decode(
    bytes,
  );
  const all: string[][] = parse(text, { delimiter: profile.separator, bom: true, relax_column_count: profile.trailer });
  const body = profile.header ? all.slice(1) : all;
  const last = profile.trailer ? body.at(-1) : undefined;
  const rows = profile.trailer ? body.slice(0, -1) : body;
  const place = (field: string): number => profile.columns.findIndex((column) => column.field === field);
  const [reference, account, amount, letter] = ['external_reference', 'account', 'amount', 'debit_credit'].map(place);
  return {
    rows: rows.map((row) => ({
      reference: row[reference ?? -1] ?? '',
      account: row[account ?? -1] ?? '',
      amountNok: signed(profile, row[amount ?? -1] ?? '', row[letter ?? -1] ?? ''),
    })),
    trailer: last && { rows: Number(last[1]), paidNok: wholeOf(profile, last[2] ?? '') },
  };
}

function signed(profile: LedgerFileProfile, amount: string, letter: string): number | undefined {
  const whole = wholeOf(profile, amount);
  if (whole === undefined) return undefined;
  const isTurned = profile.sign === 'debit_negative' || (profile.sign === 'letter' && letter === 'K');
  return isTurned ? 0 - whole : whole;
}

function wholeOf({ decimal_mark: mark, decimals }: LedgerFileProfile, text: string): number | undefined {
  const ending = decimals === 0 ? '' : `${mark}${'0'.repeat(decimals)}`;
  const whole = text.endsWith(ending) ? text.slice(0, text.length - ending.length) : '';
  return /^-?\d{1,15}$/.test(whole) ? Number(whole) : undefined;
}
