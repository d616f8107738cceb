import {
  blockOfFacts,
  CELL_TABLES,
  type CellTable,
  COMPONENTS,
  cellOf,
  type FactRow,
  factsOfPerson,
  HELD,
  i32,
  type PersonFacts,
  type RunRequest,
  TERMS,
} from '../../domain';
import type { BatchInfo } from '../../ledger';
import type { TraceLeaf, TracePart } from '../../trace';
import type { ChapterInput } from '../register/chapter-input';
import { BLOCK_KEY, type PersonTable } from '../register/subject';
import { idsOfPerson, replayPerson } from '../run/replay-person';
import type { RunContext } from '../run/run-context';
import type { EarlierPerson } from './earlier-person';
import { joinedFacts } from './joined-facts';
import type { RowChange } from './match-rows';

/** What the changed rows and ids have to do with the amounts, found by calculating again. */
export interface Relevance {
  /** Changes without which the amounts would be others. */
  readonly matter: readonly RowChange[];
  /** Changes without which, one by one and together, the amounts are the same. */
  readonly idle: readonly RowChange[];
  /** Several ids of that time, taken together, give something else than each for itself. */
  readonly joinMatters: boolean;
  /** Rows or postings of that time are of an id that is somebody else's now. */
  readonly partingMatters: boolean;
  /** The rows of that time give, in the term of that time, just what is posted: rows and term are the whole story. */
  readonly explainsAll: boolean;
  /** In the term of that time the rows would have given something else, those of then and those of now alike. */
  readonly termMatters: boolean;
}

type Time = Pick<RunRequest, 'grantYear' | 'term'>;

/** Of a move two rows change, the end of one and the next one: such rows are judged together. */
const TOGETHER: readonly PersonTable[] = ['residence', 'training_kommune', 'upper_secondary'];

/**
 * Parts the changes that matter for a chapter's amounts from those that do not: each is undone, the rest left as it is,
 * and the person is worked out again by the engine.
 *
 * @param before the person as the earlier batch saw them, under at least one id
 */
export function relevanceOf(
  input: ChapterInput,
  before: EarlierPerson,
  changes: readonly RowChange[],
  batch: BatchInfo,
): Relevance {
  const now = factsOfPerson(input.registered.block, input.registered.index);
  const each = before.subjects.map(({ block, index }) => factsOfPerson(block, index));
  const then = joinedFacts(each);
  const visible = (facts: PersonFacts): PersonFacts => visibleFacts(facts, before.context.request.asOf);
  const partsOf = (facts: PersonFacts, time?: Time): Parts =>
    replayedDue(input, { ...facts, personId: now.personId }, time);
  const dueOf = (facts: PersonFacts, time?: Time): string => partsText(partsOf(facts, time));
  const dueNow = dueOf(now);
  const dueThen = dueOf(visible(then));
  const time = timeOf(batch);
  const parted = partedParts(input, before);
  const others = {
    joinMatters: before.isJoined && partsText(each.flatMap((facts) => partsOf(visible(facts)))) !== dueThen,
    explainsAll: partsText(postedAfter(input, before)) === partsText([...postedParts(input), ...parted]),
    termMatters: dueOf(now, time) !== dueNow && dueOf(visible(then), time) !== dueThen,
  };
  const partingMatters = (matter: readonly RowChange[]): boolean =>
    before.partedIds.length > 0 && (partsText(parted) !== '' || matter.some(({ after }) => !after));
  const answer = (matter: readonly RowChange[], idle: readonly RowChange[]): Relevance => ({
    matter,
    idle,
    partingMatters: partingMatters(matter),
    ...others,
  });
  if (dueThen === dueNow) return answer([], changes);
  const idle = groupsOf(changes)
    .filter((group) => dueOf(undone(now, then, group)) === dueNow)
    .flat();
  const apart = idle.length < changes.length && dueOf(undone(now, then, idle)) === dueNow;
  if (!apart) return answer(changes, []);
  return answer(
    changes.filter((change) => !idle.includes(change)),
    idle,
  );
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
  const rows: Record<CellTable, readonly FactRow[]> = { ...now.rows };
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
  const rows: Record<CellTable, readonly FactRow[]> = { ...facts.rows };
  for (const table of CELL_TABLES) rows[table] = rows[table].filter((row) => cellOf(row, 'registeredOn') <= asOf);
  return { ...facts, rows };
}

/** Amounts by basis recipient; one recipient may stand there several times. */
type Parts = readonly (readonly [number, number])[];

/** What would be due to whom in this run, by the engine. */
function replayedDue(input: ChapterInput, facts: PersonFacts, time?: Time): Parts {
  const place = { block: blockOfFacts(facts), index: 0 };
  const { trace } = replayPerson(input.subject.context, facts.personId, 0, {
    place,
    ...(time ? { time: { grantYear: time.grantYear, term: time.term } } : {}),
  });
  const parts = chapterParts(input, trace) ?? [];
  return parts.map(({ basisRecipient, dueNok }) => [basisRecipient, dueNok]);
}

/** What the earlier run left posted, by the rules of this one: all that was due, but for differences that were held. */
function postedAfter(input: ChapterInput, { context, ids }: EarlierPerson): Parts {
  return ids.flatMap((id): Parts => {
    const parts = chapterParts(input, replayPerson(context, id).trace);
    if (!parts) return postedTo(input, context, idsOfPerson(context, id), context.batch.postingHead);
    return parts.map(({ basisRecipient, dueNok, postedNok, held }) => [
      basisRecipient,
      held === HELD.none ? dueNok : postedNok,
    ]);
  });
}

function chapterParts(
  { record, component }: ChapterInput,
  trace: TraceLeaf | undefined,
): readonly TracePart[] | undefined {
  const records = trace?.kind === 'person' ? trace.records : [];
  return records.find((each) => each.grantYear === record.grantYear && COMPONENTS[each.component] === component)?.parts;
}

function postedParts({ record }: ChapterInput): Parts {
  return record.parts.map(({ basisRecipient, postedNok }) => [basisRecipient, postedNok]);
}

/** What was posted under ids that are somebody else's now, up to the earlier batch. */
function partedParts(input: ChapterInput, { context, partedIds }: EarlierPerson): Parts {
  return partedIds.length === 0 ? [] : postedTo(input, context, partedIds, context.batch.headAfter);
}

function postedTo(
  { record, component, year }: ChapterInput,
  { ledger }: RunContext,
  ids: readonly number[],
  head: string,
): Parts {
  return ledger
    .countedPostings(head, ids)
    .filter((each) => each.grantYear === record.grantYear && each.component === component)
    .map(({ basisRecipient, amountNok }) => [i32(year.translation.target, basisRecipient), amountNok]);
}

/** Sums by recipient, those that are not 0. */
function partsText(parts: Parts): string {
  const sums = new Map<number, number>();
  for (const [recipient, amountNok] of parts) sums.set(recipient, (sums.get(recipient) ?? 0) + amountNok);
  return [...sums]
    .filter(([, amountNok]) => amountNok !== 0)
    .map(([recipient, amountNok]) => `${recipient}:${amountNok}`)
    .sort()
    .join(' ');
}
