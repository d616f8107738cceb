import { cpSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { temporaryFolder } from '../../support/temporary-folder';
import { change } from '../verify/two-terms';

/** Folder of the program under test. */
export const PROGRAM = resolve(__dirname, '..', '..', '..');

/** A program folder with the shipped rules, but for A10, which it answers with by_months. */
export function byMonthsProgram(): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'rules'));
  cpSync(join(PROGRAM, 'package.json'), join(folder, 'package.json'));
  cpSync(join(PROGRAM, 'rules', 'data'), join(folder, 'rules', 'data'), { recursive: true });
  cpSync(join(PROGRAM, 'rules', 'rules.lock.json'), join(folder, 'rules', 'rules.lock.json'));
  change(join(folder, 'rules', 'data'), 'limits.csv', (text) =>
    text.replace('split.unit,by_days,', 'split.unit,by_months,'),
  );
  return folder;
}

/** Codes of the faults that a text tells. */
export function faultsOf(err: string): string[] {
  return [...err.matchAll(/\[([A-Z_]+)[;\]]/g)].map((match) => match[1] ?? '');
}

/** What verification says of such a program where SQL and engine agree: its table is not the shipped one. */
export const ONLY_THE_TABLE = [5, ['TABLE_CHANGED', 'VERIFICATION_FAILED']];
