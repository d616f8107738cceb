import { at, i32, STATUS } from '../../domain';
import type { Step } from '../../report';
import { type ChapterInput, ruleSource } from '../register/chapter-input';
import { cell, placeText, rowOfLine } from '../register/subject';
import { isoDay, step } from '../steps/step';
import { segmentRow, translationSteps } from './segment-steps';

/** Asylum components: the centre on entry, the first move of the year, half to each. */
export function halvesSteps(input: ChapterInput): Step[] {
  const { record, subject, year, id } = input;
  const enteredDay = isoDay(record.dueDay);
  const rule = ruleSource(input, 'rulebook 5.2 (S8)');
  if (record.status === STATUS.noRecipient) return [step(`${id}/nobody`, 'NO_CENTRE', { enteredDay }, [rule])];
  const entry = cell(subject, 'target_group', rowOfLine(subject, 'target_group', record.chosenLine), 'entered_on');
  const steps = record.segments.map((segment, index) => {
    const { table, row } = segmentRow(input, segment);
    const place = placeText(subject, segment.code, year.asOf);
    return step(
      `${id}/centre/${index + 1}`,
      index === 0 ? 'CENTRE_FIRST' : 'CENTRE_MOVED',
      { place, enteredDay, fromDay: isoDay(segment.from) },
      [cell(subject, table, row, 'kommune'), index === 0 ? entry : cell(subject, table, row, 'from_date')],
    );
  });
  steps.push(...translationSteps(input));
  const [first, second] = record.recipients;
  if (!first) return steps;
  const firstPlace = placeText(subject, first.code, year.lastDay);
  if (!second)
    return [
      ...steps,
      step(`${id}/share`, 'WHOLE_TO', { place: firstPlace }, [{ kind: 'step', step: `${id}/centre` }, rule]),
    ];
  const dueNok = record.cumulativeDueNok;
  const secondNok = Math.floor(dueNok / 2);
  const params = {
    dueNok,
    firstNok: dueNok - secondNok,
    secondNok,
    firstPlace,
    secondPlace: placeText(subject, second.code, year.lastDay),
  };
  const code = params.firstNok === secondNok ? 'HALVES' : 'HALVES_ODD';
  return [...steps, step(`${id}/share`, code, params, [{ kind: 'step', step: `${id}/due` }, rule])];
}

/** Section 43 g: each standing decision has an amount and a term of its own. */
export function decisionAmountSteps({ record, subject, year, id }: ChapterInput): Step[] {
  return record.recipients.map((recipient, index) => {
    const row = rowOfLine(subject, 'decisions', recipient.line);
    const params = {
      decidedDay: isoDay(i32(subject.block.decisions.decidedOn, row)),
      amountNok: at(record.recipients, index).amountNok,
      place: placeText(subject, i32(subject.block.decisions.kommune, row), year.asOf),
      firstTerm: recipient.term,
    };
    return step(`${id}/decision/${index + 1}`, 'DECISION_AMOUNT', params, [
      cell(subject, 'decisions', row, 'kommune'),
      cell(subject, 'decisions', row, 'decided_on'),
      { kind: 'step', step: `${id}/rate` },
    ]);
  });
}
