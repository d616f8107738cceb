import { moduleFor } from '../../../rules';
import { at, COMPONENTS, type Component, HELD, STATUS, TABLE } from '../../domain';
import type { PersonTraceRecord, TraceLeaf } from '../../trace/trace-leaf';

/** Why a person gave nothing in a grant year, in one word. */
export interface WhyNothing {
  /** Component that came nearest; undefined where no row was tried. */
  readonly component: Component | undefined;
  /** `E4`, the id of another condition, or `no_row`, `rejected_row`, `missing_from_extract`, `no_recipient`, ... */
  readonly reason: string;
}

/** Components of persons in the order in which they are asked; grunntilskudd only counts persons. */
const ASKED: readonly Component[] = [
  'persontilskudd',
  'persontilskudd37d',
  'utvidet43g',
  'asylnorsk',
  'samfunnskunnskap_mottak',
  'kulturtilskudd',
];

/**
 * The first condition that failed, from the trace alone: of the component that came nearest and there of the row that
 * came furthest. undefined where something was triggered.
 */
export function whyNothing(leaf: TraceLeaf, grantYear: number): WhyNothing | undefined {
  if (leaf.kind === 'kommune') return undefined;
  if (leaf.kind === 'absentPerson') return { component: undefined, reason: 'missing_from_extract' };
  const records = leaf.records.filter(
    (record) => record.grantYear === grantYear && at(COMPONENTS, record.component) !== 'grunntilskudd',
  );
  if (records.some((record) => record.status === STATUS.triggered && !isHeldWhole(record))) return undefined;
  const held = records.find((record) => record.status !== STATUS.notTriggered);
  if (held) return { component: at(COMPONENTS, held.component), reason: heldReason(held) };
  const tried = ASKED.flatMap((component) =>
    records.filter((record) => at(COMPONENTS, record.component) === component),
  );
  const [first] = tried;
  const record = tried.find((each) => concerns(each)) ?? first;
  if (!record) return { component: undefined, reason: 'no_row' };
  const component = at(COMPONENTS, record.component);
  const condition = moduleFor(component, grantYear)?.conditions[furthestCondition(record)];
  return { component, reason: condition?.id ?? 'no_row' };
}

function isHeldWhole(record: PersonTraceRecord): boolean {
  return record.wholeHeld !== HELD.none;
}

function heldReason(record: PersonTraceRecord): string {
  return record.status === STATUS.unknownCountry ? 'unknown_country' : 'no_recipient';
}

/** Persontilskudd is meant for the person where a row has a category that counts; the others need rows of their own. */
function concerns(record: PersonTraceRecord): boolean {
  const firstMet = record.candidates.some(({ failures }) => (failures & 1) === 0);
  return record.candidateTable === TABLE.decisions || at(COMPONENTS, record.component) !== 'persontilskudd' || firstMet;
}

/** Place of the first failed condition on the row on which it stands last. */
function furthestCondition(record: PersonTraceRecord): number {
  let furthest = -1;
  for (const { failures } of record.candidates) {
    if (failures !== 0) furthest = Math.max(furthest, 31 - Math.clz32(failures & -failures));
  }
  return furthest;
}
