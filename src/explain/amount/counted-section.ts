import { countDateOf, grunntilskuddTermOf } from '../../../rules';
import { asDay, COUNT_COMPONENT, STATUS, u8 } from '../../domain';
import type { Section, Step } from '../../report';
import type { TraceSegment } from '../../trace';
import { assumption, type ChapterInput, ruleSource } from '../register/chapter-input';
import { cell, placeText } from '../register/subject';
import { isoDay, step } from '../steps/step';
import { segmentRow, translationSteps } from './segment-steps';

/** Where a person counts for grunntilskudd, and whether this run's count is the one that matters. */
export function countedSection(input: ChapterInput): Section {
  const { record, id } = input;
  const title = 'SECTION_COUNTED_WHERE';
  if (record.status === STATUS.notTriggered) return { id: `${id}/counted`, title, steps: [] };
  const [segment] = record.segments;
  const countDay = isoDay(countDateOf(record.grantYear, input.year.limits));
  const where = segment
    ? placeSteps(input, segment, countDay)
    : [step(`${id}/nowhere`, 'COUNTED_NOWHERE', { countDay })];
  return { id: `${id}/counted`, title, steps: [...where, ...timeSteps(input)] };
}

function placeSteps(input: ChapterInput, segment: TraceSegment, countDay: string): Step[] {
  const { record, subject, year, id } = input;
  const { table, row } = segmentRow(input, segment);
  const params = { place: placeText(subject, segment.code, year.firstDay), countDay };
  const sources = [
    ...['kommune', 'from_date', 'to_date'].map((field) => cell(subject, table, row, field)),
    ruleSource(input, 'rulebook 5.1'),
  ];
  const translation = subject.context.rules.places.translationTo(asDay(countDateOf(record.grantYear, year.limits)));
  if (u8(translation.stopped, segment.code) === 1) {
    const code = subject.isProtected ? 'COUNTED_PROTECTED' : 'COUNTED_SPLIT';
    return [step(`${id}/counted`, code, params, sources)];
  }
  return [step(`${id}/counted`, 'COUNTED', params, sources), ...translationSteps(input)];
}

/** Before the term in which it is due the count is a forecast; once posted it is not done again (A12). */
function timeSteps(input: ChapterInput): Step[] {
  const { record, subject, id } = input;
  const { request, manifest } = subject.context;
  const year = record.grantYear;
  const firstTerm = grunntilskuddTermOf(year, input.year.limits);
  if (request.term < firstTerm) {
    return [step(`${id}/later`, 'COUNT_LATER', { firstTerm }, [ruleSource(input, 'rulebook 6')])];
  }
  const counts = manifest.modules.some((row) => row.grant_year === year && row.component === COUNT_COMPONENT);
  return counts ? [] : [step(`${id}/frozen`, 'COUNT_FROZEN', {}, [assumption(input, 'A12')])];
}
