import { COMPONENTS, type Component, HELD, STATUS, TABLE } from '../../../../src/domain';
import { whyNothing } from '../../../../src/explain/why-not/why-nothing';
import type { PersonTraceRecord, TraceLeaf } from '../../../../src/trace/trace-leaf';

function record(
  component: Component,
  failures: readonly number[],
  more: Partial<PersonTraceRecord> = {},
): PersonTraceRecord {
  const triggered = failures.includes(0);
  return {
    grantYear: 2018,
    component: COMPONENTS.indexOf(component),
    rateClass: 0,
    annualAmountNok: 0,
    cumulativeDueNok: 0,
    wholeHeld: HELD.none,
    wholeHeldNok: 0,
    parts: [],
    status: triggered ? STATUS.triggered : STATUS.notTriggered,
    sharing: 0,
    candidateTable: TABLE.targetGroup,
    yearNumber: 1,
    assumptions: 0,
    notes: 0,
    anchorLine: 0,
    decisionLine: 0,
    candidates: failures.map((each, place) => ({ line: place + 2, failures: each })),
    rateIndex: -1,
    chosenLine: 0,
    windowFrom: 0,
    windowTo: -1,
    daysWithoutRecipient: 0,
    dueDay: 0,
    missingCells: 0,
    segments: [],
    recipients: [],
    ...more,
  };
}
const person = (...records: PersonTraceRecord[]): TraceLeaf => ({ kind: 'person', leaf: 0, place: 2, records });
const [E1, E2, E4, E6] = [1, 2, 8, 32];

test('the first failed condition of the row that came furthest', () => {
  const why = whyNothing(person(record('persontilskudd', [E1 | E2, E4 | E6, E2])), 2018);
  expect(why).toEqual({ component: 'persontilskudd', reason: 'E4' });
});

test('nothing to tell of somebody who triggered something, or of another year alone', () => {
  expect(whyNothing(person(record('persontilskudd', [E4]), record('asylnorsk', [0])), 2018)).toBeUndefined();
  const before = record('persontilskudd', [0], { grantYear: 2017 });
  expect(whyNothing(person(before), 2018)).toEqual({ component: undefined, reason: 'no_row' });
});

test('a count for grunntilskudd triggers no amount of the person', () => {
  const why = whyNothing(person(record('persontilskudd', [E4]), record('grunntilskudd', [0])), 2018);
  expect(why).toEqual({ component: 'persontilskudd', reason: 'E4' });
});

test('an asylum seeker is asked about the asylum grant, not about the category of persontilskudd', () => {
  const why = whyNothing(person(record('persontilskudd', [E1 | E2]), record('asylnorsk', [8])), 2018);
  expect(why).toEqual({ component: 'asylnorsk', reason: 'entered_in_year' });
  expect(whyNothing(person(record('persontilskudd', [E1 | E2])), 2018)).toMatchObject({ reason: 'E1' });
});

test('held as a whole, absent, and without any row', () => {
  const nowhere = record('persontilskudd', [0], { status: STATUS.noRecipient, wholeHeld: HELD.noRecipient });
  expect(whyNothing(person(nowhere), 2018)).toEqual({ component: 'persontilskudd', reason: 'no_recipient' });
  const abroad = record('persontilskudd', [0], { status: STATUS.unknownCountry });
  expect(whyNothing(person(abroad), 2018)).toMatchObject({ reason: 'unknown_country' });
  expect(whyNothing({ kind: 'absentPerson', leaf: 0, place: 0, records: [] }, 2018)).toMatchObject({
    reason: 'missing_from_extract',
  });
  expect(whyNothing(person(), 2018)).toEqual({ component: undefined, reason: 'no_row' });
});
