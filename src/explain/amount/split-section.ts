import { at, i32, SHARING, STATUS } from '../../domain';
import type { Section, Source, Step } from '../../report';
import { assumption, type ChapterInput, ruleSource } from '../register/chapter-input';
import { cell, placeText, rowOfLine } from '../register/subject';
import { isoDay, step } from '../steps/step';
import { decisionAmountSteps, halvesSteps } from './other-splits';
import { segmentSteps, translationSteps } from './segment-steps';
import { shareSteps } from './share-steps';

/** Who receives the amount, and how it is shared. */
export function splitSection(input: ChapterInput): Section {
  return { id: `${input.id}/split`, title: 'SECTION_SPLIT', steps: splitSteps(input) };
}

function splitSteps(input: ChapterInput): Step[] {
  const { record, subject, year, id } = input;
  if (record.status !== STATUS.triggered && record.status !== STATUS.noRecipient) return [];
  if (record.sharing === SHARING.separate) return [...decisionAmountSteps(input), ...translationSteps(input)];
  if (record.sharing === SHARING.halves) return halvesSteps(input);
  const days = record.windowTo - record.windowFrom + 1;
  const window = step(
    `${id}/window`,
    'WINDOW',
    { fromDay: isoDay(record.windowFrom), toDay: isoDay(record.windowTo), days },
    [...windowCells(input), ruleSource(input, 'rulebook 4')],
  );
  const steps = [window, ...segmentSteps(input)];
  if (record.status === STATUS.noRecipient) return [...steps, step(`${id}/nobody`, 'NO_RECIPIENT')];
  if (record.daysWithoutRecipient > 0) {
    steps.push(
      step(`${id}/without`, 'DAYS_WITHOUT', { days: record.daysWithoutRecipient }, [
        { kind: 'step', step: `${id}/window` },
      ]),
    );
  }
  steps.push(...translationSteps(input));
  if (record.recipients.length === 1) {
    const place = placeText(subject, at(record.recipients, 0).code, year.lastDay);
    return [...steps, step(`${id}/share`, 'ALL_TO_ONE', { place }, [{ kind: 'step', step: `${id}/days` }])];
  }
  return [...steps, ...shareSteps(input, assumption(input, 'A10'))];
}

/** What ends the window where the grant year does not: entry, leaving, death, emigration. */
function windowCells({ record, subject, year }: ChapterInput): Source[] {
  const { persons, targetGroup } = subject.block;
  const row = rowOfLine(subject, 'target_group', record.chosenLine);
  const { windowFrom: from, windowTo: to } = record;
  const person = subject.personRow;
  return [
    ...(from > year.firstDay ? [cell(subject, 'target_group', row, 'entered_on')] : []),
    ...(i32(targetGroup.leftOn, row) - 1 === to ? [cell(subject, 'target_group', row, 'left_on')] : []),
    ...(i32(persons.deathDate, person) === to ? [cell(subject, 'persons', person, 'death_date')] : []),
    ...(i32(persons.emigratedOn, person) === to ? [cell(subject, 'persons', person, 'emigrated_on')] : []),
  ];
}
