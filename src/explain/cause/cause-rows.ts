import { asDay, at, formatDay } from '../../domain';
import type { BatchInfo } from '../../ledger';
import type { Step } from '../../report';
import { endingWord, fieldWord, valueWord } from '../register/field-word';
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
  const { before: was, after: is, uncounted } = change;
  const rowNow = (row: RegisterRow): Step => rowSentence(`${id}/row`, row, { subject: now });
  const fieldSteps = (then: RegisterRow, today: RegisterRow): Step[] =>
    change.fields.map((field) => fieldStep(`${id}/${field}`, field, then, today, views));
  if (is && was) {
    const code = change.isOther ? 'CAUSE_OTHER_COUNTS' : 'CAUSE_CHANGED';
    return { ...step(id, code), steps: [rowNow(is), ...fieldSteps(was, is)] };
  }
  if (is) {
    const params = { registeredDay: formatDay(asDay((uncounted ?? is).registeredOn)) };
    if (!uncounted) return { ...step(id, 'CAUSE_APPEARED', params), steps: [rowNow(is)] };
    const code = change.fields.length === 0 ? 'CAUSE_VISIBLE' : 'CAUSE_VISIBLE_CHANGED';
    return {
      ...step(id, wasOfHidden(uncounted, views) ? 'CAUSE_VISIBLE_PERSON' : code, params),
      steps: [rowNow(is), ...fieldSteps(uncounted, is)],
    };
  }
  if (!was) return step(id, 'CAUSE_VANISHED');
  if (!uncounted) {
    const row = rowSentence(`${id}/row`, was, { subject: at(before, 0), run: batch.runId });
    return { ...step(id, 'CAUSE_VANISHED'), steps: [row] };
  }
  const params = { registeredDay: formatDay(asDay(uncounted.registeredOn)) };
  return { ...step(id, 'CAUSE_HIDDEN', params), steps: [rowNow(uncounted), ...fieldSteps(was, uncounted)] };
}

/** The row itself was registered by D: it did not count because the person it stood under did not. */
function wasOfHidden(row: RegisterRow, { before }: TwoViews): boolean {
  return before.some(
    (each) =>
      each.personRow < 0 &&
      row.registeredOn <= each.context.request.asOf &&
      allRows(each, row.table).some(({ line }) => line === row.line),
  );
}

function fieldStep(id: string, field: string, was: RegisterRow, is: RegisterRow, views: TwoViews): Step {
  const kind = is.fields[field]?.kind ?? 'Word';
  const earlier = at(views.before, 0);
  const value = (row: RegisterRow, subject: Subject): string =>
    kind === 'Place' ? fieldPlace(row, field, subject) : valueWord(is.table, field, row.fields[field]?.value ?? '');
  const of = { fieldWord: fieldWord(is.table, field) };
  const [before, after] = [value(was, earlier), value(is, views.now)];
  const sources = [
    rowSource(was, { subject: earlier, run: views.batch.runId }, field),
    rowSource(is, { subject: views.now }, field),
  ];
  if (kind === 'Day' && before === '' && field === 'left_on')
    return step(id, 'FIELD_LEFT_SET', { afterDay: after }, sources);
  if (kind === 'Day' && before === '' && field === 'to_date')
    return step(id, 'FIELD_END_SET', { whatWord: endingWord(is.table), afterDay: after }, sources);
  if (kind === 'Day') return step(id, 'FIELD_DAY', { ...of, beforeDay: before, afterDay: after }, sources);
  if (kind !== 'Place') return step(id, 'FIELD_WORD', { ...of, beforeWord: before, afterWord: after }, sources);
  const places = { ...of, beforePlace: before, afterPlace: after };
  return step(id, views.now.isProtected ? 'FIELD_PLACE_PROTECTED' : 'FIELD_PLACE', places, sources);
}
