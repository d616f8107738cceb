import {
  asDay,
  asRecipientCode,
  at,
  formatRecipientCode,
  i32,
  isKommune,
  RESIDENCE_KIND,
  TABLE,
  u8,
} from '../../domain';
import type { Step } from '../../report';
import type { TraceSegment } from '../../trace';
import type { ChapterInput } from '../register/chapter-input';
import { BLOCK_KEY, cell, placeText, rowOfLine } from '../register/subject';
import { isoDay, step } from '../steps/step';

/** Tables whose rows give a recipient. */
type PlaceTable = 'residence' | 'training_kommune' | 'upper_secondary';

const TABLES: Readonly<Record<number, PlaceTable>> = {
  [TABLE.residence]: 'residence',
  [TABLE.trainingKommune]: 'training_kommune',
  [TABLE.upperSecondary]: 'upper_secondary',
};

/** Each piece of the window: days, the row that gives its recipient, and where that is. */
export function segmentSteps(input: ChapterInput): Step[] {
  const { record, subject, id } = input;
  return record.segments.map((segment, index) => {
    const { table, row } = segmentRow(input, segment);
    const centre = table === 'residence' && u8(subject.block.residence.kind, row) === RESIDENCE_KIND.receptionCentre;
    const params = {
      fromDay: isoDay(segment.from),
      toDay: isoDay(segment.to),
      days: segment.to - segment.from + 1,
      tableWord: centre ? 'reception_centre' : table,
      place: placeText(subject, segment.code, asDay(segment.from)),
    };
    const { fromDate, toDate } = subject.block[BLOCK_KEY[table]];
    const ends = [
      ...(i32(fromDate, row) === segment.from ? ['from_date'] : []),
      ...(i32(toDate, row) === segment.to ? ['to_date'] : []),
    ];
    const fields = [table === 'upper_secondary' ? 'fylke' : 'kommune', ...ends];
    return step(
      `${id}/days/${index + 1}`,
      params.days === 1 ? 'SEGMENT_DAY' : 'SEGMENT',
      params,
      fields.map((field) => cell(subject, table, row, field)),
    );
  });
}

/** The row that gives a piece its recipient. */
export function segmentRow(
  { subject }: Pick<ChapterInput, 'subject'>,
  segment: TraceSegment,
): { table: PlaceTable; row: number } {
  const table = TABLES[segment.table] ?? 'residence';
  return { table, row: rowOfLine(subject, table, segment.line) };
}

/**
 * Numbers that became others by the end of the grant year, step by step; the last may be a split. Nothing of a protected
 * person: in some years only one kommune was split, so the day alone would name it.
 */
export function translationSteps(input: ChapterInput): Step[] {
  if (input.subject.isProtected) return [];
  const codes = input.record.segments.length > 0 ? input.record.segments.map(({ code }) => code) : decisionCodes(input);
  return [...new Set(codes)].flatMap((code) => stepsOfCode(input, code));
}

function decisionCodes({ record, subject }: ChapterInput): number[] {
  return record.recipients
    .filter(({ line }) => line !== 0)
    .map(({ line }) => i32(subject.block.decisions.kommune, rowOfLine(subject, 'decisions', line)));
}

function stepsOfCode({ subject, year, id }: ChapterInput, code: number): Step[] {
  const { places } = subject.context.rules;
  return places.translationSteps(asRecipientCode(code), year.lastDay).map(({ from, to, on }) => {
    const [only, ...others] = to;
    const split = only === undefined || others.length > 0;
    const file = isKommune(from) ? 'kommuner.csv' : 'fylker.csv';
    const key = formatRecipientCode(from);
    const params = {
      fromPlace: placeText(subject, from, asDay(on - 1)),
      toPlace: split ? '' : placeText(subject, at(to, 0), on),
      onDay: isoDay(on),
    };
    return step(`${id}/translation/${key}`, split ? 'TRANSLATION_STOPS' : 'TRANSLATED', params, [
      { kind: 'register', file, key },
    ]);
  });
}
