import { isProtectedPerson, NO_PERSON } from '../../domain';
import type { SizingTools } from '../facts/sizing-tools';
import type { Comparison } from './execute-compare';

/** How persons are shown, and whose rows stand together without a recipient. */
export interface ShownPersons {
  readonly pseudonym: (personId: number) => string;
  readonly isProtected: (personId: number) => boolean;
}

/** Stands for all persons with a protected address together, in the place of a pseudonym. */
export const PROTECTED_PERSONS = 'protected';

/**
 * The test whether a person counts as protected in a comparison: on either side, or by a newer extract. Of whom no
 * extract knows, nobody can tell: so they do.
 */
export function protectionOf({ a, b }: Comparison, shelf: SizingTools['shelf']): (personId: number) => boolean {
  const snapshots = [a, b].map(({ place }) => shelf.snapshot(place));
  return (personId) => {
    if (personId === NO_PERSON) return false;
    const known = snapshots.flatMap((snapshot) => snapshot.blockOf(personId) ?? []);
    if (known.length === 0) return shelf.protection.of([personId]) ?? true;
    return known.some(({ block, index }) => isProtectedPerson(block, index));
  };
}

/** Rows with those of protected persons as one row a component, last, by the order of the components' first rows. */
export function joinedRows<T extends { readonly personId: number; readonly component: string }>(
  rows: Iterable<T>,
  isProtected: (personId: number) => boolean,
  figures: (row: T) => readonly number[],
): { readonly open: readonly T[]; readonly joined: readonly (readonly [component: string, figures: number[]])[] } {
  const open: T[] = [];
  const sums = new Map<string, number[]>();
  for (const row of rows) {
    if (!isProtected(row.personId)) {
      open.push(row);
      continue;
    }
    const before = sums.get(row.component);
    sums.set(
      row.component,
      figures(row).map((figure, place) => figure + (before?.[place] ?? 0)),
    );
  }
  return { open, joined: [...sums] };
}
