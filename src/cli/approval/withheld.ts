import type { HeldRow } from '../../domain';
import type { Text } from '../../messages';
import { type CliContext, say } from '../context';

/** Persons of whom a batch takes nothing back, though the register does not say that they qualify (rulebook, head). */
export interface Withheld {
  readonly reason: 'missing_from_extract' | 'rejected_row';
  readonly persons: number;
  /** The corrections that are withheld, in kroner: the negative of what stands posted. */
  readonly sumNok: number;
}

const REASONS = ['missing_from_extract', 'rejected_row'] as const;

/** Withheld persons by reason, as a calculation has them. */
export function withheldIn(held: readonly HeldRow[]): Withheld[] {
  return sumWithheld(held.map((row) => ({ person: row.personId, reason: row.reason, sumNok: row.heldAmountNok ?? 0 })));
}

/** Withheld persons by reason, of the held rows of a run; `person` tells persons apart. */
export function sumWithheld(
  rows: readonly { readonly person: string | number; readonly reason: string; readonly sumNok: number }[],
): Withheld[] {
  return REASONS.flatMap((reason) => {
    const own = rows.filter((row) => row.reason === reason);
    const persons = new Set(own.map((row) => row.person)).size;
    const sumNok = own.reduce((sum, row) => sum + row.sumNok, 0);
    return persons === 0 ? [] : [{ reason, persons, sumNok }];
  });
}

/** A line for each reason: what an approver must see before and after signing. */
export function withheldText(withheld: readonly Withheld[], context: CliContext): string {
  return withheld
    .map(({ reason, persons, sumNok }) => say(context, TEXTS[reason], { persons, backNok: 0 - sumNok }))
    .join('');
}

const TEXTS: Readonly<Record<Withheld['reason'], Text>> = {
  missing_from_extract: {
    nb: 'OBS: {persons|person|personer} med utbetalinger mangler i uttrekket. {backNok} er ikke trukket tilbake.\n',
    en: 'NOTE: {persons|person with postings is|persons with postings are} missing from the extract. {backNok} is not taken back.\n',
  },
  rejected_row: {
    nb: 'OBS: {persons|person|personer} med utbetalinger har rader som ikke kunne leses. {backNok} er ikke trukket tilbake.\n',
    en: 'NOTE: {persons|person with postings has|persons with postings have} rows that could not be read. {backNok} is not taken back.\n',
  },
};
