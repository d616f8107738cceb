import {
  blockOfFacts,
  dayOf,
  FAR_FUTURE,
  FAR_PAST,
  NO_DAY,
  type PersonView,
  packCountry,
  parseRecipientCode,
} from '../../../src/domain';

interface TargetGroupRow {
  readonly law?: number;
  readonly category?: number;
  readonly permitGrantedOn?: number | null;
}

/** A person with one row in the target group and one granted decision, for conditions to be asked about row 0. */
export function personWith({ law = 1, category = 0, permitGrantedOn = dayOf(2022, 2, 1) }: TargetGroupRow): PersonView {
  const known = { line: 2, registeredOn: FAR_PAST };
  const kommune = parseRecipientCode('0301') ?? 0;
  const block = blockOfFacts({
    personId: 200012345600,
    rows: {
      persons: [
        {
          ...known,
          personId: 200012345600,
          birthDate: dayOf(1990, 5, 17),
          country: packCountry('SYR'),
          deathDate: FAR_FUTURE,
          emigratedOn: FAR_FUTURE,
          addressProtection: 0,
        },
      ],
      targetGroup: [
        {
          ...known,
          law,
          category,
          enteredOn: dayOf(2022, 3, 1),
          permitGrantedOn: permitGrantedOn ?? NO_DAY,
          leftOn: FAR_FUTURE,
        },
      ],
      decisions: [{ ...known, decision: 0, kommune, kind: 0, outcome: 0, decidedOn: dayOf(2022, 5, 1) }],
      residence: [{ ...known, recipient: kommune, kind: 0, fromDate: dayOf(2022, 1, 1), toDate: FAR_FUTURE }],
      trainingKommune: [],
      upperSecondary: [],
    },
  });
  return { block, index: 0, personRow: 0 };
}
