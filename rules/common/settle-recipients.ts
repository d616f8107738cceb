import {
  ASSUMPTION,
  type ExplainedReading,
  FAR_FUTURE,
  type GrantYearContext,
  i32,
  type LimitKey,
  type Outcome,
  type PersonView,
  STATUS,
  type Turn,
} from '../../src/domain';
import { eitherSide, ifSplit, notAfter, notBefore } from '../conditions/turns';
import { limitsOf } from '../parameters/limit-values';
import { weighByMonths } from './month-weights';
import { partOfRate, prorated } from './proration';
import { shareWindow } from './window';
import { sayWindow } from './window-explanation';

/** Amount and split of a triggered row over the recipients of its window (rulebook 4). */
export type Split = (
  person: PersonView,
  row: number,
  withUpperSecondary: boolean,
  rateNok: number,
  outcome: Outcome,
) => void;

/**
 * The split of a grant year, by the unit that its limits name (A10).
 *
 * @param proration limit that says what part of the rate is the annual amount; without it, all
 */
export function prepareSplit(context: GrantYearContext, proration?: LimitKey): Split {
  const unit = limitsOf(context).oneOf('split.unit', ['by_days', 'by_months']);
  const partOf = proration && partOfRate(context, proration);
  return (person, row, withUpperSecondary, rateNok, outcome) => {
    outcome.dueDay = i32(person.block.targetGroup.enteredOn, row);
    shareWindow(person, context, row, withUpperSecondary, outcome);
    const part = partOf?.(outcome);
    if (part) [outcome.partAbove, outcome.partBelow] = part;
    outcome.annualAmountNok = part ? prorated(rateNok, part) : rateNok;
    if (outcome.recipients.length > 1) outcome.assumptions |= ASSUMPTION.A10;
    if (outcome.recipients.length > 1 && unit === 'by_months') weighByMonths(outcome, context);
    if (isShortened(person, row)) outcome.assumptions |= ASSUMPTION.A3;
    if (outcome.recipients.length === 0 && outcome.status === STATUS.triggered) outcome.status = STATUS.noRecipient;
  };
}

/** True where an end of the membership, a death or an emigration is registered. */
function isShortened({ block, personRow }: PersonView, row: number): boolean {
  const { persons, targetGroup } = block;
  return (
    i32(targetGroup.leftOn, row) !== FAR_FUTURE ||
    i32(persons.deathDate, personRow) !== FAR_FUTURE ||
    i32(persons.emigratedOn, personRow) !== FAR_FUTURE
  );
}

const PLACES = ['residence', 'trainingKommune', 'upperSecondary'] as const;
/** Days on which a row gives way to another, or another to it. */
const BESIDE_OTHERS = PLACES.flatMap((table) =>
  PLACES.flatMap((other) => [
    ifSplit(eitherSide(`${table}.fromDate`, `${other}.fromDate`)),
    ifSplit(eitherSide(`${table}.fromDate`, `${other}.toDate`, 1)),
    ifSplit(eitherSide(`${table}.toDate`, `${other}.toDate`)),
  ]),
);

/** What the split reads: the window of the triggering row, and the places that cover its days. */
export const WINDOW_READING: ExplainedReading = {
  about: 'recipients',
  say: sayWindow,
  cells: [
    ...(['targetGroup.enteredOn', 'targetGroup.leftOn', 'persons.deathDate', 'persons.emigratedOn'] as const),
    ...PLACES.flatMap((table) => [`${table}.recipient`, `${table}.fromDate`, `${table}.toDate`] as const),
  ],
  limits: ['split.unit'],
  turns: (context) => [...PLACES.flatMap((table) => placeTurns(table, context)), ...BESIDE_OTHERS],
};

/**
 * A row gives somebody a day where it begins by the end of the window and ends after its beginning. Where its code
 * cannot be paid, it may also have to leave a day of the window to another row.
 */
function placeTurns(table: (typeof PLACES)[number], { firstDay, lastDay }: GrantYearContext): Turn[] {
  const from = `${table}.fromDate` as const;
  const to = `${table}.toDate` as const;
  const firsts = [firstDay, 'targetGroup.enteredOn'] as const;
  const lasts = [
    { last: lastDay, plusDays: 0 },
    { last: 'targetGroup.leftOn', plusDays: -1 },
    { last: 'persons.deathDate', plusDays: 0 },
    { last: 'persons.emigratedOn', plusDays: 0 },
  ] as const;
  return [
    ...firsts.flatMap((first) => [notBefore(to, first), ifSplit(notBefore(from, first, 1))]),
    ...lasts.flatMap(({ last, plusDays }) => [
      notAfter(from, last, plusDays),
      ifSplit(notAfter(to, last, plusDays - 1)),
    ]),
  ];
}
