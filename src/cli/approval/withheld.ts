import { formatKroner, formatWhole, type HeldRow } from '../../domain';
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
    .map(({ reason, persons, sumNok }) => {
      const [count, sum] = [formatWhole(persons), formatKroner(0 - sumNok)];
      return reason === 'missing_from_extract'
        ? say(context, {
            nb: `OBS: ${count} personer med utbetalinger mangler i uttrekket. ${sum} er ikke trukket tilbake.\n`,
            en: `NOTE: ${count} persons with postings are missing from the extract. ${sum} is not taken back.\n`,
          })
        : say(context, {
            nb: `OBS: ${count} personer med utbetalinger har rader som ikke kunne leses. ${sum} er ikke trukket tilbake.\n`,
            en: `NOTE: ${count} persons with postings have rows that could not be read. ${sum} is not taken back.\n`,
          });
    })
    .join('');
}
