import { readingsOf } from '../../../rules';
import { type CaseAct, lineOfAct, partsOfCell, type RuleModule } from '../../domain';
import { isRowNamed } from '../../engine';
import type { Section, Step } from '../../report';
import { actsOn, seenIn } from '../register/pinned-subject';
import { allRows, type RegisterRow, visibleRows } from '../register/register-rows';
import { rowSentence } from '../register/row-sentence';
import { contractNames, type PersonTable, type Subject } from '../register/subject';
import { step } from '../steps/step';

const PLACES: readonly PersonTable[] = ['residence', 'training_kommune', 'upper_secondary'];

/** A grant year and component of a person. */
interface Chapter {
  /** With the register's own rows. */
  readonly registered: Subject;
  readonly grantYear: number;
  readonly module: Pick<RuleModule, 'rows' | 'conditions' | 'readings'>;
  readonly id: string;
}

/**
 * What cases decide of a person that the rule of a chapter reads, each with what the register says of it: of a protected
 * person that there is a case, and nothing of places or days.
 */
export function caseSection({ registered, grantYear, module, id }: Chapter): Section {
  const read = new Set(
    readingsOf(module).flatMap(({ cells }) => cells.map((cell) => contractNames(...partsOfCell(cell)).table)),
  );
  const acts = actsOn(registered, grantYear).filter(({ kind, table }) =>
    // The kommune of a case goes before the places of section 4; a count that it moves says so itself (rulebook 9a).
    kind === 'pin_kommune' ? read.has('training_kommune') : table !== '' && read.has(table),
  );
  return { id: `${id}/cases`, title: 'SECTION_CASES', steps: acts.map((act) => actStep(registered, act, id)) };
}

function actStep(registered: Subject, act: CaseAct, id: string): Step {
  const { caseNumber, kind, fromDay } = act;
  const sources = [{ kind: 'case', case: caseNumber, act: act.act } as const];
  const actId = `${id}/cases/${act.act}`;
  if (registered.isProtected) return step(actId, 'CASE_DECIDES', { actWord: kind }, sources);
  const beside = besideSteps(registered, act, actId);
  if (kind === 'pin_kommune') return { ...step(actId, 'CASE_KOMMUNE', { fromDay }, sources), steps: beside };
  if (kind === 'row_void') return { ...step(actId, 'CASE_ROW_VOID', {}, sources), steps: beside };
  const given = givenRow(registered, act);
  const stands = given ? [rowSentence(`${actId}/given`, given, { subject: seenIn(registered, act.grantYear) })] : [];
  return { ...step(actId, 'CASE_ROW_STANDING', {}, sources), steps: [...stands, ...beside] };
}

/** The rows of the register that the act goes before. */
function besideSteps(registered: Subject, act: CaseAct, id: string): Step[] {
  const rows = act.kind === 'pin_kommune' ? daysOf(registered, act) : rowsOf(registered, act);
  if (rows.length === 0) return [step(`${id}/register`, 'CASE_REGISTER_NONE')];
  const sentences = rows.map((row) =>
    rowSentence(`${id}/register/${row.table}/${row.line}`, row, { subject: registered }),
  );
  return [{ ...step(`${id}/register`, 'CASE_REGISTER'), steps: sentences }];
}

function rowsOf(registered: Subject, act: CaseAct): RegisterRow[] {
  if (act.table === '') return [];
  return allRows(registered, act.table).filter(({ row }) => isRowNamed(registered, act, row));
}

/** Rows of places with a day from the one on which the case begins to the end of the year. */
function daysOf(registered: Subject, { fromDay, grantYear }: CaseAct): RegisterRow[] {
  const { asOf } = registered.context.request;
  const value = (row: RegisterRow, field: string): string => row.fields[field]?.value ?? '';
  return PLACES.flatMap((table) => visibleRows(registered, table, asOf)).filter(
    (row) =>
      value(row, 'from_date') <= `${grantYear}-12-31` &&
      (value(row, 'to_date') === '' || value(row, 'to_date') >= fromDay),
  );
}

function givenRow(registered: Subject, { act, table, grantYear }: CaseAct): RegisterRow | undefined {
  if (table === '') return undefined;
  return allRows(seenIn(registered, grantYear), table).find(({ line }) => line === lineOfAct(act));
}
