import { asDay, type Day, FAR_FUTURE, NO_DAY, NO_RECIPIENT, type RecipientCode } from '../domain';

/** Why a person stands in the register. */
export const KIND = {
  /** Settled refugee or family: an ordinary target-group row. */
  settled: 0,
  /** Lives in a reception centre as asylum seeker, nothing more. */
  asylum: 1,
  /** First asylum seeker, then settled. */
  asylumSettled: 2,
  /** Collective protection, chapter 6A. */
  collective: 3,
} as const;

/**
 * The true facts of one made-up person, whatever the register knew of them when. Drawn anew for every extract from the
 * person's own streams; one object is used again for person after person.
 */
export interface Person {
  ordinal: number;
  kind: number;
  /** BOND */
  bond: number;
  /** Home on 15 January of the grant year, or the first home of a person who enters later. */
  home: RecipientCode;
  /** Whole number that settles choices between predecessors or successors of a kommune. */
  pick: number;

  birth: Day;
  nationalId: string;
  country: string;
  sex: string;
  /** Begins of address protection and its level, FAR_FUTURE for none. */
  protectedOn: Day;
  protection: string;
  upperSecondaryBefore: string;

  /** First day in the ordinary target group or under chapter 6A; for `asylum` as asylumOn. */
  enteredOn: Day;
  /** Entry as asylum seeker, NO_DAY for none. */
  asylumOn: Day;
  /** First day at the first address that is not a reception centre. */
  arrivedOn: Day;
  permitOn: Day;
  leftOn: Day;
  diedOn: Day;
  emigratedOn: Day;
  isLawOf2021: boolean;

  /** Day on which the person's own row was registered: no row of the person is older. */
  registeredOn: Day;
  /** Day from which the person is gone from the register, and the day from which the person is back. */
  deletedOn: Day;
  returnedOn: Day;
  /** Days on which the DUF number changed, FAR_FUTURE for none. */
  idChangedOn: Day;
  idChangedAgainOn: Day;
  /** True where rows from before the change stay under the old number. */
  keepsOldRows: boolean;
  applicationYear: number;
  /** Kind of fault in the person's rows, -1 for none, and the day on which it is put right. */
  fault: number;
  faultMendedOn: Day;
}

/** A person without facts, to draw into. */
export function emptyPerson(): Person {
  return {
    ordinal: 0,
    kind: KIND.settled,
    bond: 0,
    home: NO_RECIPIENT,
    pick: 0,
    birth: NO_DAY,
    nationalId: '',
    country: '',
    sex: '',
    protectedOn: FAR_FUTURE,
    protection: '',
    upperSecondaryBefore: '',
    enteredOn: NO_DAY,
    asylumOn: NO_DAY,
    arrivedOn: NO_DAY,
    permitOn: NO_DAY,
    leftOn: FAR_FUTURE,
    diedOn: FAR_FUTURE,
    emigratedOn: FAR_FUTURE,
    isLawOf2021: false,
    registeredOn: NO_DAY,
    deletedOn: FAR_FUTURE,
    returnedOn: FAR_FUTURE,
    idChangedOn: FAR_FUTURE,
    idChangedAgainOn: FAR_FUTURE,
    keepsOldRows: false,
    applicationYear: 0,
    fault: -1,
    faultMendedOn: FAR_FUTURE,
  };
}

/** Last day on which the person lives in Norway. */
export function lastDayOf(person: Person): Day {
  return asDay(Math.min(person.diedOn, person.emigratedOn));
}
