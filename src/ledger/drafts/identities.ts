import type { OpenLedger } from '../posting-reads';

/**
 * Those of the extract's identities under whose old id something has been posted, by old id: only they can change what a
 * person has been paid. Chains are followed to their end.
 */
export function identitiesWithPostings(
  ledger: OpenLedger,
  identities: ReadonlyMap<number, number>,
): (readonly [number, number])[] {
  const known = ledger.db.prepare('SELECT 1 FROM persons WHERE duf = ?');
  const found: (readonly [number, number])[] = [];
  for (const old of identities.keys()) {
    if (known.get(old)) found.push([old, canonicalPerson(old, identities)]);
  }
  return found.sort((a, b) => a[0] - b[0]);
}

/** Whether anything has been posted under an id. */
export function hasPostings({ db }: OpenLedger, personId: number): boolean {
  return db.prepare('SELECT 1 FROM persons WHERE duf = ?').get(personId) !== undefined;
}

/** The id that counts for a person. */
function canonicalPerson(personId: number, identities: ReadonlyMap<number, number>): number {
  let current = personId;
  for (let steps = 0; steps <= identities.size; steps += 1) {
    const next = identities.get(current);
    if (next === undefined) return current;
    current = next;
  }
  return current;
}
