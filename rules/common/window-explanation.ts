import {
  actOfLine,
  asDay,
  asRecipientCode,
  at,
  type Cell,
  codedTexts,
  type Decided,
  type ExplanationStep,
  formatDay,
  formatRecipientCode,
  i32,
  isKommune,
  type PlaceColumns,
  RESIDENCE_KIND,
  STATUS,
  type StepSource,
  TABLE,
  u8,
  u32,
} from '../../src/domain';
import { dayText } from '../conditions/membership';
import { sayShares } from './shares';

/** What is told of a split over the days of the window: its days, each piece with its recipient, the shares (rulebook 4). */
export function sayWindow(decided: Decided): ExplanationStep[] {
  const { outcome, context } = decided;
  const { windowFrom, windowTo, daysWithoutRecipient: without, recipients, status } = outcome;
  const days = windowTo - windowFrom + 1;
  const window: ExplanationStep = {
    id: 'window',
    ...(outcome.weights.length > 0 ? SAY.WINDOW_MONTHS : SAY.WINDOW),
    params: { fromDay: dayText(windowFrom), toDay: dayText(windowTo), days },
    sources: [...boundCells(decided), { paragraph: 'rulebook 4' }],
  };
  const steps = [window, ...outcome.segmentRow.map((_, index) => saySegment(decided, index))];
  if (status === STATUS.noRecipient) return [...steps, { id: 'nobody', ...SAY.NO_RECIPIENT, params: {}, sources: [] }];
  if (without > 0)
    steps.push({ id: 'without', ...SAY.DAYS_WITHOUT, params: { days: without }, sources: [{ step: 'window' }] });
  steps.push(...sayTranslations(decided, outcome.segmentCode));
  if (recipients.length > 1) return [...steps, ...sayShares(decided, outcome.weights.length > 0 ? MONTHS : DAYS)];
  const params = { place: { place: at(recipients, 0), on: context.lastDay } };
  return [...steps, { id: 'share', ...SAY.ALL_TO_ONE, params, sources: [{ step: 'days' }] }];
}

/** What bounds the window where the grant year does not: entry, leaving, death, emigration. */
function boundCells({ person: { block, personRow }, outcome, context }: Decided): StepSource[] {
  const { persons, targetGroup } = block;
  const { chosenRow: row, windowFrom: from, windowTo: to } = outcome;
  const bounds: readonly (readonly [isBound: boolean, cell: Cell, row: number])[] = [
    [from > context.firstDay, 'targetGroup.enteredOn', row],
    [i32(targetGroup.leftOn, row) - 1 === to, 'targetGroup.leftOn', row],
    [i32(persons.deathDate, personRow) === to, 'persons.deathDate', personRow],
    [i32(persons.emigratedOn, personRow) === to, 'persons.emigratedOn', personRow],
  ];
  return bounds.filter(([isBound]) => isBound).map(([, cell, bound]) => ({ cell, row: bound }));
}

/** A piece of the window: its days, the row that gives their recipient, and where that is. */
function saySegment({ person: { block }, outcome }: Decided, index: number): ExplanationStep {
  const [from, to] = [at(outcome.segmentFrom, index), at(outcome.segmentTo, index)];
  const row = at(outcome.segmentRow, index);
  const { pinnedKommune } = block;
  const isPinned = at(outcome.segmentTable, index) === TABLE.pinnedKommune;
  const table = tableOfSegment(at(outcome.segmentTable, index));
  const isCentre =
    table === 'residence' && !isPinned && u8(block.residence.kind, row) === RESIDENCE_KIND.receptionCentre;
  return {
    id: `days/${index + 1}`,
    ...(to === from ? SAY.SEGMENT_DAY : SAY.SEGMENT),
    params: {
      fromDay: dayText(from),
      toDay: dayText(to),
      days: to - from + 1,
      tableWord: isPinned ? 'pinned_kommune' : isCentre ? 'reception_centre' : WORDS[table],
      place: { place: at(outcome.segmentCode, index), on: asDay(from) },
    },
    sources:
      isPinned && pinnedKommune
        ? [{ act: actOfLine(u32(pinnedKommune.line, row)) }]
        : segmentCells(block[table], table, { row, from, to }),
  };
}

/** Cells that make a piece what it is: its kommune, and the days on which it begins and ends where the row's are those. */
function segmentCells(
  { fromDate, toDate }: PlaceColumns,
  table: PlaceTable,
  { row, from, to }: { readonly row: number; readonly from: number; readonly to: number },
): StepSource[] {
  const bounds: readonly (readonly [isBound: boolean, cell: Cell])[] = [
    [true, `${table}.recipient`],
    [i32(fromDate, row) === from, `${table}.fromDate`],
    [i32(toDate, row) === to, `${table}.toDate`],
  ];
  return bounds.filter(([isBound]) => isBound).map(([, cell]) => ({ cell, row }));
}

type PlaceTable = 'residence' | 'trainingKommune' | 'upperSecondary';
const WORDS = {
  residence: 'residence',
  trainingKommune: 'training_kommune',
  upperSecondary: 'upper_secondary',
} as const;

function tableOfSegment(table: number): PlaceTable {
  if (table === TABLE.upperSecondary) return 'upperSecondary';
  return table === TABLE.trainingKommune ? 'trainingKommune' : 'residence';
}

/**
 * Numbers that became others by the end of the grant year, step by step; the last may be a split. Nothing of a protected
 * person: in some years only one kommune was split, so the day alone would name it.
 */
export function sayTranslations({ context }: Decided, codes: readonly number[]): ExplanationStep[] {
  return [...new Set(codes)].flatMap((code) =>
    context.places
      .translationSteps(asRecipientCode(code), context.lastDay)
      .map(({ from, to: [only, ...others], on }) => {
        const isSplit = only === undefined || others.length > 0;
        const key = formatRecipientCode(from);
        const params = {
          fromPlace: { place: from, on: asDay(on - 1) },
          toPlace: isSplit ? '' : { place: only, on },
          onDay: formatDay(on),
        };
        return {
          id: `translation/${key}`,
          ...(isSplit ? SAY.TRANSLATION_STOPS : SAY.TRANSLATED),
          params,
          sources: [{ file: isKommune(from) ? 'kommuner.csv' : 'fylker.csv', key }],
          ifProtected: null,
        };
      }),
  );
}

const SAY = codedTexts({
  WINDOW: {
    nb: 'Beløpet fordeles etter antall dager fra {fromDay} til {toDay}, {days}.',
    en: 'The amount is split by the days from {fromDay} to {toDay}, {days}.',
  },
  WINDOW_MONTHS: {
    nb: 'Beløpet fordeles etter kalendermånedene fra {fromDay} til {toDay}. En måned hører til den som har flest av dagene i den.',
    en: 'The amount is split by the calendar months from {fromDay} to {toDay}. A month belongs to whoever has most of its days.',
  },
  SEGMENT: {
    nb: 'Fra {fromDay} til {toDay}, {days}: {tableWord} {place}.',
    en: 'From {fromDay} to {toDay}, {days}: {tableWord} {place}.',
  },
  SEGMENT_DAY: { nb: '{fromDay}, {days}: {tableWord} {place}.', en: '{fromDay}, {days}: {tableWord} {place}.' },
  DAYS_WITHOUT: {
    nb: '{days} har ingen mottaker og teller ikke med.',
    en: 'Not counted, being without a recipient: {days}.',
  },
  NO_RECIPIENT: { nb: 'Ingen dag har en mottaker.', en: 'No day has a recipient.' },
  ALL_TO_ONE: {
    nb: 'Alle dagene hører til {place}, som får hele beløpet.',
    en: 'All days belong to {place}, which receives the whole amount.',
  },
  TRANSLATED: { nb: '{fromPlace} ble til {toPlace} {onDay}.', en: '{fromPlace} became {toPlace} on {onDay}.' },
  TRANSLATION_STOPS: {
    nb: '{fromPlace} ble delt {onDay} og har ingen entydig etterfølger. Delen holdes tilbake til registeret har det nye nummeret.',
    en: '{fromPlace} was split on {onDay} and has no unique successor. Its part is held until the register has the new number.',
  },
});
const DAYS = { nb: 'dagene', en: 'days' };
const MONTHS = { nb: 'månedene', en: 'months' };
