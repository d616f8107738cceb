import type { HeldRow } from '../../domain';
import { folderRows } from '../preview/folder-rows';

/** Persons of whom a batch takes nothing back, though the register does not say that they qualify (rulebook, head). */
export interface Withheld {
  readonly reason: 'missing_from_extract' | 'rejected_row';
  readonly persons: number;
  /** The corrections that are withheld, in kroner: the negative of what stands posted. */
  readonly sumNok: number;
}

/** Reasons that stand beside everything else that is held (rulebook 9). */
export const WITHHELD_REASONS = ['missing_from_extract', 'rejected_row'] as const;

/** Withheld persons by reason, as a calculation has them. */
export function withheldIn(held: readonly HeldRow[]): Withheld[] {
  return sumWithheld(held.map((row) => ({ person: row.personId, reason: row.reason, sumNok: row.heldAmountNok ?? 0 })));
}

/** Withheld persons by reason, of the held rows of a run; `person` tells persons apart. */
function sumWithheld(
  rows: readonly { readonly person: string | number; readonly reason: string; readonly sumNok: number }[],
): Withheld[] {
  return WITHHELD_REASONS.flatMap((reason) => {
    const own = rows.filter((row) => row.reason === reason);
    const persons = new Set(own.map((row) => row.person)).size;
    const sumNok = own.reduce((sum, row) => sum + row.sumNok, 0);
    return persons === 0 ? [] : [{ reason, persons, sumNok }];
  });
}

/** Withheld persons by reason, as held.csv of a run folder has them; none where the folder has no such file. */
export function withheldOf(runFolder: string): Withheld[] {
  const rows = folderRows(runFolder, 'held.csv');
  return sumWithheld(
    rows.map(({ person_ref: person = '', held_amount: amount, reason = '' }) => ({
      person,
      reason,
      sumNok: Number(amount),
    })),
  );
}
