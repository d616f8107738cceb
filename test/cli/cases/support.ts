import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { ok } from '../approval/support';

export const LEDGER = ['--db', 'l.db'];
export const KARI = ['--as', 'kari', ...LEDGER];
export const OLA = ['--as', 'ola', ...LEDGER];

/** Rows of a table of a run folder, the columns asked for with blanks between them. */
export function rows(folder: string, file: string, ...columns: string[]): string[] {
  const read: Record<string, string>[] = parse(readFileSync(join(folder, file), 'utf8'), { columns: true });
  return read.map((row) => columns.map((column) => row[column]).join(' '));
}

/** A case about a kommune. */
export async function openCase(cwd: string, kind = 'complaint', ...about: string[]): Promise<number> {
  const what = ['--kind', kind, '--reference', '18/77', '--reason', 'klage', ...about];
  return Number((await ok(cwd, 'case', 'new', ...what, ...KARI)).case_number);
}

/** An act that one proposes and another confirms; its number. */
export async function act(cwd: string, caseNumber: number, kind: string, ...what: string[]): Promise<number> {
  const proposal = ['case', 'propose', String(caseNumber), kind, ...what, '--reason', 'medhold', ...KARI];
  const { act: number } = await ok(cwd, ...proposal);
  await ok(cwd, 'case', 'confirm', String(number), ...OLA);
  return Number(number);
}

/** Withdraws an act by two persons. */
export async function withdraw(cwd: string, number: number): Promise<void> {
  const { act: withdrawal } = await ok(cwd, 'case', 'withdraw', String(number), '--reason', 'avklart', ...KARI);
  await ok(cwd, 'case', 'confirm', String(withdrawal), ...OLA);
}
