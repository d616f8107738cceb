import { moduleFor } from '../../../rules';
import {
  at,
  COMPONENTS,
  type Component,
  HELD,
  hasParticipants,
  isCounted,
  isPerDecision,
  STATUS,
  traitsOf,
} from '../../domain';
import type { PersonTraceRecord, TraceLeaf } from '../../trace';

/** Why a person gave nothing in a grant year, in one word. */
export interface WhyNothing {
  /** Component that came nearest; undefined where no row was tried. */
  readonly component: Component | undefined;
  /** `E4`, the id of another condition, or `no_row`, `rejected_row`, `missing_from_extract`, `no_recipient`, ... */
  readonly reason: string;
}

/** Order in which components are asked: first those who take part, then other grants that are spread over terms. */
function rank(component: Component): number {
  if (hasParticipants(component)) return 0;
  if (traitsOf(component).isSpread) return 1;
  return isPerDecision(component) ? 2 : 3;
}

/**
 * The first condition that failed, from the trace alone: of the component that came nearest and there of the row that
 * came furthest. undefined where something was triggered.
 */
export function whyNothing(leaf: TraceLeaf, grantYear: number): WhyNothing | undefined {
  if (leaf.kind === 'kommune' || leaf.kind === 'adjustment') return undefined;
  if (leaf.kind === 'absentPerson') return { component: undefined, reason: 'missing_from_extract' };
  const records = leaf.records.filter((record) => record.grantYear === grantYear && !isCounted(componentOf(record)));
  if (records.some((record) => record.status === STATUS.triggered && !isHeldWhole(record))) return undefined;
  const held = records.find((record) => record.status !== STATUS.notTriggered);
  if (held) return { component: componentOf(held), reason: heldReason(held) };
  const tried = records.toSorted((a, b) => rank(componentOf(a)) - rank(componentOf(b)));
  const [first] = tried;
  const record = tried.find((each) => concerns(each, grantYear)) ?? first;
  if (!record) return { component: undefined, reason: 'no_row' };
  const component = componentOf(record);
  const condition = moduleFor(component, grantYear)?.conditions[furthestCondition(record)];
  return { component, reason: condition?.id ?? 'no_row' };
}

function isHeldWhole(record: PersonTraceRecord): boolean {
  return record.wholeHeld !== HELD.none;
}

function heldReason(record: PersonTraceRecord): string {
  return record.status === STATUS.unknownCountry ? 'unknown_country' : 'no_recipient';
}

/** A rule that tries rows of any category is meant for the person where one counts; others try rows of their own. */
function concerns(record: PersonTraceRecord, grantYear: number): boolean {
  const conditions = moduleFor(componentOf(record), grantYear)?.conditions ?? [];
  const place = conditions.findIndex(({ cells }) => cells.includes('targetGroup.category'));
  return place < 0 || record.candidates.some(({ failures }) => ((failures >> place) & 1) === 0);
}

function componentOf(record: PersonTraceRecord): Component {
  return at(COMPONENTS, record.component);
}

/** Place of the first failed condition on the row on which it stands last. */
function furthestCondition(record: PersonTraceRecord): number {
  let furthest = -1;
  for (const { failures } of record.candidates) {
    if (failures !== 0) furthest = Math.max(furthest, 31 - Math.clz32(failures & -failures));
  }
  return furthest;
}
