import { blockOfFacts } from '../../../analysis/counterfactual/block-of-facts';
import {
  cellOf,
  FACT_TABLES,
  type FactRow,
  type FactTable,
  factsOfPerson,
  type PersonFacts,
} from '../../../analysis/counterfactual/person-facts';
import { COMPONENTS, parseDay, type RunRequest } from '../../../domain';
import type { BatchInfo } from '../../../ledger';
import type { ChapterInput } from '../register/chapter-input';
import { BLOCK_KEY, type PersonTable, type Subject } from '../register/subject';
import { replayPerson } from '../run/replay-person';
import type { RowChange } from './match-rows';

/** What the changed rows have to do with the amounts, found by calculating again. */
export interface Bearing {
  /** Changes without which the amounts would be others. */
  readonly matter: readonly RowChange[];
  /** Changes without which, one by one and together, the amounts are the same. */
  readonly idle: readonly RowChange[];
  /** The rows of that time give, in the term of that time, just what is posted: rows and term are the whole story. */
  readonly explainsAll: boolean;
  /** In the term of that time the rows would have given something else, those of then and those of now alike. */
  readonly termMatters: boolean;
}

const TERMS = [1, 2, 3, 4] as const;
type Time = Pick<RunRequest, 'grantYear' | 'term'>;

/** Of a move two rows change, the end of one and the next one: such rows are judged together. */
const TOGETHER: readonly PersonTable[] = ['residence', 'training_kommune', 'upper_secondary'];

/**
 * Parts the changes that matter for a chapter's amounts from those that do not: each is undone, the rest left as it is,
 * and the person is worked out again by the engine.
 *
 * @param before the person as the earlier batch saw them
 */
export function bearingOf(
  input: ChapterInput,
  before: Subject,
  changes: readonly RowChange[],
  batch: BatchInfo,
): Bearing {
  const now = factsOfPerson(input.subject.block, input.subject.index);
  const then = factsOfPerson(before.block, before.index);
  const seenThen = visibleFacts(then, parseDay(batch.asOf) ?? 0);
  const dueOf = (facts: PersonFacts, time?: Time): string =>
    replayedDue(input, { ...facts, personId: now.personId }, time);
  const dueNow = dueOf(now);
  const dueThen = dueOf(seenThen);
  const time = timeOf(batch);
  const others = {
    explainsAll: dueOf(seenThen, time) === postedParts(input),
    termMatters: dueOf(now, time) !== dueNow && dueOf(seenThen, time) !== dueThen,
  };
  if (dueThen === dueNow) return { matter: [], idle: changes, ...others };
  const idle = groupsOf(changes)
    .filter((group) => dueOf(undone(now, then, group)) === dueNow)
    .flat();
  const apart = idle.length < changes.length && dueOf(undone(now, then, idle)) === dueNow;
  if (!apart) return { matter: changes, idle: [], ...others };
  return { matter: changes.filter((change) => !idle.includes(change)), idle, ...others };
}

function timeOf({ grantYear, term }: BatchInfo): Time | undefined {
  const known = TERMS.find((each) => each === term);
  return known === undefined ? undefined : { grantYear, term: known };
}

function groupsOf(changes: readonly RowChange[]): RowChange[][] {
  const groups = new Map<string, RowChange[]>();
  for (const [index, change] of changes.entries()) {
    const table = change.after?.table ?? change.before?.table ?? 'persons';
    const key = TOGETHER.includes(table) ? table : `${table} ${index}`;
    groups.set(key, [...(groups.get(key) ?? []), change]);
  }
  return [...groups.values()];
}

/** The facts with some changes undone. */
function undone(now: PersonFacts, then: PersonFacts, changes: readonly RowChange[]): PersonFacts {
  const rows: Record<FactTable, readonly FactRow[]> = { ...now.rows };
  for (const { before, after } of changes) {
    const table = BLOCK_KEY[after?.table ?? before?.table ?? 'persons'];
    const was = then.rows[table].find((row) => row.line === before?.line);
    rows[table] = rows[table].flatMap((row) => {
      if (!after || row.line !== after.line) return [row];
      return was ? [{ ...was, ...identityOf(row) }] : [];
    });
    if (was && !after) rows[table] = [...rows[table], revived(was, rows[table])];
  }
  return { ...now, rows };
}

/** What a row is known by in its extract: line and the ordinals that only that extract gives. */
function identityOf(row: FactRow): FactRow {
  const { line = 0, decision, personId } = row;
  return { line, ...(decision === undefined ? {} : { decision }), ...(personId === undefined ? {} : { personId }) };
}

/** A row that is gone, with an ordinal that no decision of today has. */
function revived(row: FactRow, others: readonly FactRow[]): FactRow {
  if (row.decision === undefined) return row;
  return { ...row, decision: 1 + Math.max(0, ...others.map((other) => other.decision ?? 0)) };
}

function visibleFacts(facts: PersonFacts, asOf: number): PersonFacts {
  const rows: Record<FactTable, readonly FactRow[]> = { ...facts.rows };
  for (const table of FACT_TABLES) rows[table] = rows[table].filter((row) => cellOf(row, 'registeredOn') <= asOf);
  return { ...facts, rows };
}

/** What would be due to whom in this run, by the engine. */
function replayedDue({ subject, record, component }: ChapterInput, facts: PersonFacts, time?: Time): string {
  const place = { block: blockOfFacts(facts), index: 0 };
  const { trace } = replayPerson(subject.context, facts.personId, 0, {
    place,
    ...(time ? { time: { grantYear: time.grantYear, term: time.term } } : {}),
  });
  const records = trace?.kind === 'person' ? trace.records : [];
  const found = records.find((each) => each.grantYear === record.grantYear && COMPONENTS[each.component] === component);
  return partsText(found?.parts.map(({ basisRecipient, dueNok }) => [basisRecipient, dueNok]) ?? []);
}

function postedParts({ record }: ChapterInput): string {
  return partsText(record.parts.map(({ basisRecipient, postedNok }) => [basisRecipient, postedNok]));
}

function partsText(parts: readonly (readonly [number, number])[]): string {
  return parts
    .filter(([, amountNok]) => amountNok !== 0)
    .map(([recipient, amountNok]) => `${recipient}:${amountNok}`)
    .sort()
    .join(' ');
}
