import { parseDay } from '../../../domain';
import type { BatchInfo } from '../../../ledger';
import type { Section, Step } from '../../../report/explanation/explanation';
import type { ChapterInput } from '../register/chapter-input';
import { PERSON_TABLES, visibleRows } from '../register/register-rows';
import { type PersonTable, type Subject, subjectOf } from '../register/subject';
import { step } from '../steps/step';
import { causesBesideRows, otherCauses } from './cause-other';
import { rowChangeStep } from './cause-rows';
import { matchRows, type RowChange } from './match-rows';

/**
 * What has changed since the batch that posted last for this grant year, component and person: rows that appeared,
 * vanished or were changed; where there are none, what else it was. Where nothing was posted the last batch before the
 * run is compared, so that something late is told as such.
 */
export function causeSection(input: ChapterInput): Section {
  const { record, id } = input;
  const moves = record.parts.some((part) => part.dueNok !== part.postedNok);
  return { id: `${id}/cause`, title: 'SECTION_CAUSE', steps: moves ? causeSteps(input) : [] };
}

function causeSteps(input: ChapterInput): Step[] {
  const { subject, posted, id } = input;
  const last = posted.at(-1);
  if (last?.kind === 'opening') return [step(`${id}/cause`, 'CAUSE_OPENING')];
  const batch = last ? subject.context.ledger.batch(last.runId) : lastBatch(input);
  if (!batch) return [];
  const { runId, asOf } = batch;
  const against = step(`${id}/cause`, last ? 'CAUSE_AGAINST' : 'CAUSE_AGAINST_COMPUTED', { runId, asOfDay: asOf });
  const then = earlierSubject(subject, batch);
  if (then === 'gone') return [step(`${id}/cause`, 'CAUSE_NO_SNAPSHOT', { runId })];
  if (then === 'absent') return [{ ...against, steps: [step(`${id}/cause/absent`, 'CAUSE_THEN_ABSENT')] }];
  return changeSteps(input, then, batch).map((steps) => ({ ...against, steps }));
}

/** What it was: rows that matter, what else there was, and rows that have changed without a bearing on the amounts. */
function changeSteps(input: ChapterInput, then: Subject, batch: BatchInfo): Step[][] {
  const { id, posted } = input;
  const hasPosted = posted.length > 0;
  const changes = rowChanges(input, then, batch);
  if (changes.length === 0) return hasPosted ? [otherCauses(input, batch)] : [];
  const bearing = load.bearing().bearingOf(input, then, changes, batch);
  const told = toldChanges(input, then, batch);
  const { matter, idle } = bearing;
  const others = hasPosted ? causesBesideRows(input, batch, bearing) : [];
  const without = idle.length === 0 ? [] : [{ ...step(`${id}/cause/idle`, 'CAUSE_NO_BEARING'), steps: idle.map(told) }];
  const causes = [...matter.map(told), ...others];
  return causes.length === 0 ? [] : [[...causes, ...without]];
}

/** Loaded where rows have changed: it calculates again. */
const load = {
  bearing: (): typeof import('./bearing') => require('./bearing'),
} as const;

/** The batch posted last before the run, if it worked out the grant year: as its own or as the year before. */
function lastBatch({ subject, record }: ChapterInput): BatchInfo | undefined {
  const { ledger, batch } = subject.context;
  const years = [record.grantYear, record.grantYear + 1];
  return ledger
    .batches()
    .findLast(
      ({ kind, headAfter, grantYear }) =>
        kind === 'run' && headAfter === batch.postingHead && years.includes(grantYear),
    );
}

/** The person as the earlier batch saw them. */
function earlierSubject({ context, block, index }: Subject, batch: BatchInfo): Subject | 'gone' | 'absent' {
  const snapshot = context.snapshotOf(batch.snapshot);
  if (!snapshot) return 'gone';
  const personId = block.personIds[index] ?? 0;
  const place = snapshot.blockOf(personId);
  if (!place) return 'absent';
  const then = subjectOf({ ...context, snapshot }, place, parseDay(batch.asOf) ?? 0);
  return then.personRow < 0 ? 'absent' : then;
}

/** Tables that a component reads. */
function tablesOf({ component }: ChapterInput): readonly PersonTable[] {
  if (component === 'utvidet43g') return ['decisions'];
  return component === 'persontilskudd' || component === 'persontilskudd37d'
    ? PERSON_TABLES
    : ['persons', 'target_group', 'residence'];
}

function rowChanges(input: ChapterInput, then: Subject, batch: BatchInfo): RowChange[] {
  const { subject } = input;
  const asOfThen = parseDay(batch.asOf) ?? 0;
  return tablesOf(input).flatMap((table) =>
    matchRows(table, visibleRows(then, table, asOfThen), visibleRows(subject, table, subject.context.request.asOf)),
  );
}

/** Each change as a sentence; of a person who is or was protected without places. */
function toldChanges({ subject, id }: ChapterInput, then: Subject, batch: BatchInfo): (change: RowChange) => Step {
  const isProtected = subject.isProtected || then.isProtected;
  const views = { now: { ...subject, isProtected }, before: { ...then, isProtected }, batch };
  return (change) => {
    const { table, line } = change.after ?? change.before ?? { table: '', line: 0 };
    return rowChangeStep(`${id}/cause/${table}/${change.after ? '' : 'gone/'}${line}`, change, views);
  };
}
