import { join } from 'node:path';
import type { PersonLeaf, Pseudonyms, RunContents } from '../../audit';
import { at, COMPONENTS, f64, u8, u32 } from '../../domain';
import { readText } from '../../effects';
import type { Snapshot } from '../../register';

/** The first number that is no DUF number. */
const PERSON_IDS_END = 1_000_000_000_000;

/** Persons of a run and the pseudonyms that the run gave them. */
export interface ResolvedPersons {
  readonly idOf: ReadonlyMap<string, number>;
  readonly pseudonymOf: ReadonlyMap<number, string>;
  /** Ids that are not the persons' own: what is posted for them is 0 in sum, so the run names them nowhere. */
  readonly unnamed: ReadonlySet<number>;
  /** Id of a person whom a case names: of the trace, of the key, else one that is nobody's and stays the same. */
  idOfCase(pseudonym: string): number;
}

/**
 * Finds whose pseudonym is whose. Leaves stand in the order of the ids, a person who exists is named by the line in
 * persons.csv, and one who is withheld stands in held.csv unless nothing is posted for him in sum. Of the few that are
 * left the key names those of the register; without it somebody is taken who tells the same.
 */
export function resolvePersons(
  run: RunContents,
  leaves: readonly PersonLeaf[],
  snapshot: Snapshot,
  pseudonyms?: Pseudonyms,
): ResolvedPersons {
  const registered = new Set<number>();
  const withheld = new Set<number>(snapshot.rejectedWithoutRow);
  const ids = knownIds(run, leaves, readPersons(snapshot, registered, withheld));
  const named = pseudonyms && new Map([...registered, ...withheld].map((id) => [pseudonyms.of(id), id]));
  const rejected = pseudonymsRejected(run);
  const persons = new PersonTable(idsOfCases(run, snapshot, pseudonyms));
  const nextIds = nextKnown(ids);
  let previous = 0;
  leaves.forEach(({ pseudonym }, leaf) => {
    let id = at(ids, leaf) || (named?.get(pseudonym) ?? 0);
    if (id === 0) {
      const next = at(nextIds, leaf);
      const candidates = rejected.has(pseudonym) ? [...withheld].filter((one) => one > previous && one < next) : [];
      id = candidates.length > 0 ? Math.min(...candidates) : spareId(previous, registered);
      persons.unnamed.add(id);
    }
    persons.add(pseudonym, id);
    previous = id;
  });
  return persons;
}

/** Persons of cases whom no leaf of a person names: of adjustments by their lines, with the key former ids and all others. */
function idsOfCases(run: RunContents, snapshot: Snapshot, pseudonyms: Pseudonyms | undefined): Map<string, number> {
  if (run.cases.every(({ personRef }) => personRef === '')) return new Map();
  if (pseudonyms === undefined) return adjustedPersons(run);
  const ids = new Set<number>(snapshot.identities.keys());
  for (const { personId } of run.lines) ids.add(personId);
  for (const { personRef } of run.held) ids.add(Number(personRef));
  return new Map([...ids].map((id) => [pseudonyms.of(id), id]));
}

/** Adjustments have the last leaves, in the order of their confirmation; one that waits stands in held.csv with its sum. */
function adjustedPersons({ cases, lines, held, manifest }: RunContents): Map<string, number> {
  const { grant_year: year, excluded } = manifest.identity;
  const acts = cases
    .filter(
      (act) => act.kind === 'adjustment' && act.grantYear <= year && !excluded.some((name) => name === act.component),
    )
    .sort((a, b) => a.order - b.order);
  const firstLeaf = manifest.counts.leaves - acts.length;
  const persons = new Map<string, number>();
  const posted = new Set<number>();
  for (const { isAdjustment, traceLeaf, personId } of lines) {
    const act = isAdjustment ? acts[traceLeaf - firstLeaf] : undefined;
    if (act === undefined) continue;
    posted.add(act.act);
    persons.set(act.personRef, personId);
  }
  for (const { act, personRef, grantYear, component } of acts) {
    if (persons.has(personRef) || posted.has(act)) continue;
    const mine = acts.filter(
      (one) => one.personRef === personRef && one.grantYear === grantYear && one.component === component,
    );
    const sumNok = mine.reduce((sum, one) => sum + one.amount, 0);
    const row = held.find(
      (one) =>
        one.reason === 'adjustment_waits' &&
        one.grantYear === grantYear &&
        COMPONENTS[one.component] === component &&
        one.heldAmountNok === sumNok &&
        ![...persons.values()].includes(Number(one.personRef)),
    );
    if (row) persons.set(personRef, Number(row.personRef));
  }
  return persons;
}

/** Ids of leaves that the extract or held.csv names; 0 for the others. */
function knownIds(run: RunContents, leaves: readonly PersonLeaf[], idOfLine: ReadonlyMap<number, number>): number[] {
  const heldIds = [...new Set(run.held.filter(isWithheld).map((row) => Number(row.personRef)))].sort((a, b) => a - b);
  const owing = pseudonymsWithPostings(run);
  const corrected = correctedPersons(run, leaves);
  let nextHeld = 0;
  return leaves.map((leaf, place) => {
    const id = idOfLine.get(leaf.line) ?? corrected.get(place) ?? 0;
    if (id !== 0 || !owing.has(leaf.pseudonym)) return id;
    nextHeld += 1;
    return heldIds[nextHeld - 1] ?? 0;
  });
}

/** Persons without a row of whom a case corrects what is posted: their lines name them, by number of the leaf. */
function correctedPersons(run: RunContents, leaves: readonly PersonLeaf[]): Map<number, number> {
  const persons = new Map<number, number>();
  if (run.cases.every(({ kind }) => kind !== 'correct')) return persons;
  for (const { traceLeaf, personId } of run.lines) {
    if (leaves[traceLeaf]?.line === 0) persons.set(traceLeaf, personId);
  }
  return persons;
}

/** The next id that is known behind each place. */
function nextKnown(ids: readonly number[]): number[] {
  const next = new Array<number>(ids.length);
  let known = Number.POSITIVE_INFINITY;
  for (let place = ids.length - 1; place >= 0; place -= 1) {
    next[place] = known;
    if (at(ids, place) > 0) known = at(ids, place);
  }
  return next;
}

class PersonTable implements ResolvedPersons {
  readonly idOf = new Map<string, number>();
  readonly pseudonymOf = new Map<number, string>();
  readonly unnamed = new Set<number>();
  readonly #ofCases: ReadonlyMap<string, number>;

  constructor(ofCases: ReadonlyMap<string, number>) {
    this.#ofCases = ofCases;
  }

  idOfCase(pseudonym: string): number {
    const known = this.idOf.get(pseudonym);
    if (known !== undefined) return known;
    // Of nobody who is known, above every DUF number: no row and no posting is that person's.
    const id = this.#ofCases.get(pseudonym) ?? PERSON_IDS_END + this.idOf.size;
    this.add(pseudonym, id);
    return id;
  }

  add(pseudonym: string, id: number): void {
    this.idOf.set(pseudonym, id);
    this.pseudonymOf.set(id, pseudonym);
  }
}

/** Person by line of persons.csv; fills the sets of all ids and of those with a rejected row. */
function readPersons(snapshot: Snapshot, registered: Set<number>, withheld: Set<number>): Map<number, number> {
  const idOfLine = new Map<number, number>();
  for (const block of snapshot.blocks()) {
    for (let index = 0; index < block.personCount; index += 1) {
      const id = f64(block.personIds, index);
      registered.add(id);
      if (u8(block.withheld, index) === 1) withheld.add(id);
      const { offsets, line } = block.persons;
      for (let row = u32(offsets, index); row < u32(offsets, index + 1); row += 1) idOfLine.set(u32(line, row), id);
    }
  }
  return idOfLine;
}

function isWithheld(row: { readonly reason: string; readonly personRef: string }): boolean {
  return row.personRef !== '' && (row.reason === 'missing_from_extract' || row.reason === 'rejected_row');
}

/** Pseudonyms for which something stands posted in a grant year and component that the run computed. */
function pseudonymsWithPostings(run: RunContents): Set<string> {
  const computed = new Set(run.manifest.modules.map((row) => `${row.grant_year}/${row.component}`));
  const sums = new Map<string, number>();
  for (const row of run.posted) {
    const name = `${row.grantYear}/${at(COMPONENTS, row.component)}`;
    const key = `${row.personRef} ${name}`;
    if (computed.has(name)) sums.set(key, (sums.get(key) ?? 0) + row.amountNok);
  }
  return new Set([...sums].filter(([, sumNok]) => sumNok !== 0).map(([key]) => key.split(' ')[0] ?? ''));
}

/** Pseudonyms that findings.csv names as withheld for a rejected row. */
function pseudonymsRejected(run: RunContents): Set<string> {
  const rows = readText(join(run.folder, 'findings.csv')).split('\n');
  const rejected = rows.filter((row) => row.includes(',PERSON_WITHHELD_REJECTED_ROW,'));
  return new Set(rejected.flatMap((row) => /[0-9a-f]{32}/.exec(row)?.[0] ?? []));
}

/** The first id after another one that is nobody's. */
function spareId(after: number, registered: ReadonlySet<number>): number {
  let id = after + 1;
  while (registered.has(id)) id += 1;
  return id;
}
