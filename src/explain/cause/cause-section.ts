import { readingsOf } from '../../../rules';
import { type CaseAct, partsOfCell } from '../../domain';
import type { BatchInfo } from '../../ledger';
import type { Section, Step } from '../../report';
import type { ChapterInput } from '../register/chapter-input';
import { actsOn } from '../register/pinned-subject';
import { allRows, PERSON_TABLES, visibleRows } from '../register/register-rows';
import { contractNames, type PersonTable, type Subject } from '../register/subject';
import { extractCell } from '../steps/sources';
import { step } from '../steps/step';
import { causesBesideRows } from './cause-other';
import { rowChangeStep } from './cause-rows';
import { type EarlierPerson, earlierPerson } from './earlier-person';
import { type RowChange, rowChangesOf, type SeenRow } from './match-rows';
import type { Relevance } from './relevance';
import { relevanceOf } from './relevance';

/**
 * What has changed since the batch that posted last for this grant year, component and person: rows that appeared,
 * vanished or were changed; where there are none, what else it was. Where nothing was posted the last batch before the
 * run is compared, so that something late is reported as such.
 */
export function causeSection(input: ChapterInput): Section {
  const { record, id } = input;
  const moves = record.parts.some((part) => part.dueNok !== part.postedNok);
  return { id: `${id}/cause`, title: 'SECTION_CAUSE', steps: moves ? causeSteps(input) : [] };
}

function causeSteps(input: ChapterInput): Step[] {
  const { registered: subject, posted, id } = input;
  const last = posted.at(-1);
  if (last?.kind === 'opening') return [step(`${id}/cause`, 'CAUSE_OPENING')];
  const batch = last ? subject.context.ledger.batch(last.runId) : lastBatch(input);
  if (!batch) return [];
  const { runId, asOf } = batch;
  const against = step(`${id}/cause`, last ? 'CAUSE_AGAINST' : 'CAUSE_AGAINST_COMPUTED', { runId, asOfDay: asOf });
  const then = earlierPerson(subject, batch);
  if (!then) return [step(`${id}/cause`, 'CAUSE_NO_SNAPSHOT', { runId })];
  if (!then.subjects[0]) {
    const code = then.all.length === 0 ? 'CAUSE_THEN_ABSENT' : 'CAUSE_THEN_UNCOUNTED';
    return [{ ...against, steps: [step(`${id}/cause/absent`, code)] }];
  }
  const steps = changeSteps(input, then, batch);
  return steps.length === 0 ? [] : [{ ...against, steps }];
}

/** What it was: ids and rows that matter, what else there was, and rows that have changed without a bearing. */
function changeSteps(input: ChapterInput, then: EarlierPerson, batch: BatchInfo): Step[] {
  const { id, posted } = input;
  const changes = rowChanges(input, then);
  const cases = caseSteps(input, then);
  const isSame = changes.length === 0 && !then.isJoined && then.partedIds.length === 0;
  if (isSame && posted.length === 0) return cases;
  const relevance = relevanceOf(input, then, changes, batch);
  const reported = reportedChanges(input, then, batch);
  const { matter, idle } = relevance;
  const causes = [
    ...cases,
    ...identitySteps(input, then, batch, relevance),
    ...matter.map(reported),
    ...(posted.length > 0 ? causesBesideRows(input, batch, relevance, changes.length > 0, cases.length > 0) : []),
  ];
  if (causes.length === 0) return [];
  const others = [...(then.all.length > 1 && !relevance.joinMatters ? [joinedStep(input)] : []), ...idle.map(reported)];
  return others.length === 0 ? causes : [...causes, { ...step(`${id}/cause/idle`, 'CAUSE_NO_BEARING'), steps: others }];
}

/** What cases decide now that they did not then, and what they did then and no longer do. */
function caseSteps({ subject, record, id }: ChapterInput, then: EarlierPerson): Step[] {
  const now = actsOn(subject, record.grantYear);
  const before = then.subjects.flatMap((each) => actsOn(each, record.grantYear));
  const numbers = (acts: readonly CaseAct[]): number[] => acts.map(({ act }) => act);
  const steps = (
    code: 'CAUSE_CASE' | 'CAUSE_CASE_ENDED',
    acts: readonly CaseAct[],
    others: readonly CaseAct[],
  ): Step[] =>
    acts
      .filter(({ act }) => !numbers(others).includes(act))
      .map(({ act, caseNumber, kind }) => {
        const source = { kind: 'case', case: caseNumber, act } as const;
        return step(`${id}/cause/case/${act}`, code, { caseNumber, actWord: kind }, [source]);
      });
  return [...steps('CAUSE_CASE', now, before), ...steps('CAUSE_CASE_ENDED', before, now)];
}

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

/** Ids that have become one person since, or no longer are. */
function identitySteps(input: ChapterInput, then: EarlierPerson, batch: BatchInfo, relevance: Relevance): Step[] {
  const file = extractCell(then.context.snapshot, 'person_ids', 0);
  const source = file.kind === 'extract' ? { ...file, run: batch.runId } : file;
  const parted = step(`${input.id}/cause/parted`, 'CAUSE_PARTED', {}, [source]);
  return [...(relevance.joinMatters ? [joinedStep(input)] : []), ...(relevance.partingMatters ? [parted] : [])];
}

function joinedStep({ subject, id }: ChapterInput): Step {
  return step(`${id}/cause/joined`, 'CAUSE_JOINED', {}, [extractCell(subject.snapshot, 'person_ids', 0)]);
}

/** Tables that a component reads. */
function tablesOf({ module }: ChapterInput): readonly PersonTable[] {
  const cells = readingsOf(module).flatMap((reading) => reading.cells);
  const read = new Set(cells.map((cell) => contractNames(...partsOfCell(cell)).table));
  return PERSON_TABLES.filter((table) => read.has(table));
}

function rowChanges(input: ChapterInput, then: EarlierPerson): RowChange[] {
  const { registered: subject } = input;
  const rowsOf = (each: Subject, table: PersonTable, asOf: number): SeenRow[] => {
    // Nothing of somebody counts whose own row is not visible; of several persons rows the first counts.
    const counted = new Set(each.personRow < 0 ? [] : visibleRows(each, table, asOf).map(({ row }) => row));
    return allRows(each, table).map((row) => ({ row, counts: counted.has(row.row) }));
  };
  const before = (table: PersonTable): SeenRow[] => {
    const { asOf } = then.context.request;
    const rows = then.all.map((each) => ({ each, own: rowsOf(each, table, asOf) }));
    if (table !== 'persons') return rows.flatMap(({ own }) => own);
    return rows.flatMap(({ each, own }) =>
      each === then.subjects[0] ? own : own.map(({ row }) => ({ row, counts: false })),
    );
  };
  const { asOf } = subject.context.request;
  return tablesOf(input).flatMap((table) => rowChangesOf(table, before(table), rowsOf(subject, table, asOf)));
}

/** Each change as a sentence; of a person who is or was protected without places. */
function reportedChanges(
  { registered: subject, id }: ChapterInput,
  then: EarlierPerson,
  batch: BatchInfo,
): (change: RowChange) => Step {
  const isProtected = subject.isProtected || then.all.some((each) => each.isProtected);
  const before = then.all.map((each) => ({ ...each, isProtected }));
  const views = { now: { ...subject, isProtected }, before, batch };
  return (change) => {
    const { table, line } = change.after ?? change.before ?? { table: '', line: 0 };
    return rowChangeStep(`${id}/cause/${table}/${change.after ? '' : 'gone/'}${line}`, change, views);
  };
}
