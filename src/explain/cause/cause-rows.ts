import { asDay, at, formatDay } from '../../domain';
import type { BatchInfo } from '../../ledger';
import type { Step } from '../../report/explanation/explanation';
import { fieldWord, valueWord } from '../register/field-word';
import { allRows, type RegisterRow } from '../register/register-rows';
import { fieldPlace, rowSentence, rowSource } from '../register/row-sentence';
import type { Subject } from '../register/subject';
import { step } from '../steps/step';
import type { RowChange } from './match-rows';

/** A person now and as an earlier batch saw them. */
export interface TwoViews {
  readonly now: Subject;
  /** One for each id that stood for itself then, at least one; all of one extract. */
  readonly before: readonly Subject[];
  readonly batch: BatchInfo;
}

/** One difference between the rows then and now. */
export function rowChangeStep(id: string, change: RowChange, views: TwoViews): Step {
  const { now, before, batch } = views;
  const { before: was, after: is } = change;
  if (!is && was) {
    const row = rowSentence(`${id}/row`, was, { subject: at(before, 0), run: batch.runId });
    return { ...step(id, 'CAUSE_VANISHED'), steps: [row] };
  }
  if (!is) return step(id, 'CAUSE_VANISHED');
  const row = rowSentence(`${id}/row`, is, { subject: now });
  if (!was) {
    const registeredDay = formatDay(asDay(is.registeredOn));
    const code = wasHidden(is, before) ? 'CAUSE_VISIBLE' : 'CAUSE_APPEARED';
    return { ...step(id, code, { registeredDay }), steps: [row] };
  }
  const fields = change.fields.map((field) => fieldStep(`${id}/${field}`, field, was, is, views));
  return { ...step(id, 'CAUSE_CHANGED'), steps: [row, ...fields] };
}

/** The row stood in the earlier extract already, unseen as of its D. */
function wasHidden(row: RegisterRow, before: readonly Subject[]): boolean {
  const values = ({ fields }: RegisterRow): string => JSON.stringify(fields);
  return before.flatMap((subject) => allRows(subject, row.table)).some((each) => values(each) === values(row));
}

function fieldStep(id: string, field: string, was: RegisterRow, is: RegisterRow, views: TwoViews): Step {
  const kind = is.fields[field]?.kind ?? 'Word';
  const earlier = at(views.before, 0);
  const value = (row: RegisterRow, subject: Subject): string =>
    kind === 'Place' ? fieldPlace(row, field, subject) : valueWord(is.table, field, row.fields[field]?.value ?? '');
  const params = {
    fieldWord: fieldWord(is.table, field),
    [`before${kind}`]: value(was, earlier),
    [`after${kind}`]: value(is, views.now),
  };
  const place = views.now.isProtected ? 'FIELD_PLACE_PROTECTED' : 'FIELD_PLACE';
  const code = kind === 'Day' ? 'FIELD_DAY' : kind === 'Place' ? place : 'FIELD_WORD';
  return step(id, code, params, [
    rowSource(was, { subject: earlier, run: views.batch.runId }, field),
    rowSource(is, { subject: views.now }, field),
  ]);
}
