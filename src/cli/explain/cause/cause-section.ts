import { parseDay } from '../../../domain';
import type { BatchInfo } from '../../../ledger';
import type { Section, Step } from '../../../report/explanation/explanation';
import type { ChapterInput } from '../register/chapter-input';
import { PERSON_TABLES, visibleRows } from '../register/register-rows';
import { type PersonTable, type Subject, subjectOf } from '../register/subject';
import { step } from '../steps/step';
import { otherCauses } from './cause-other';
import { rowChangeStep } from './cause-rows';
import { matchRows } from './match-rows';

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
  const changes = rowChanges(input, then, batch);
  if (changes.length > 0) return [{ ...against, steps: changes }];
  return last ? [{ ...against, steps: otherCauses(input, batch) }] : [];
}

/** The batch posted last before the run, if it was of the same grant year. */
function lastBatch({ subject, record }: ChapterInput): BatchInfo | undefined {
  const { ledger, batch } = subject.context;
  return ledger
    .batches()
    .findLast(
      (each) => each.kind === 'run' && each.headAfter === batch.postingHead && each.grantYear === record.grantYear,
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

function rowChanges(input: ChapterInput, then: Subject, batch: BatchInfo): Step[] {
  const { subject, id } = input;
  const hidden = subject.isProtected || then.isProtected;
  const [now, before] = [subject, then].map((each) => ({ ...each, isProtected: hidden }));
  if (!now || !before) return [];
  const asOfThen = parseDay(batch.asOf) ?? 0;
  return tablesOf(input).flatMap((table) =>
    matchRows(table, visibleRows(before, table, asOfThen), visibleRows(now, table, subject.context.request.asOf)).map(
      (change, index) => rowChangeStep(`${id}/cause/${table}/${index + 1}`, change, { now, before, batch }),
    ),
  );
}
