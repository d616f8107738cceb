import {
  CATEGORY,
  DECISION_KIND,
  FAR_FUTURE,
  knownDay,
  LAW,
  NO_DAY,
  OUTCOME,
  packCountry,
  parseRecipientCode,
  RESIDENCE_KIND,
  type RegisterBlock,
} from '../../../src/domain';

/** A person in words, as a test writes it; dates as text, '' for none. */
export interface PersonSketch {
  readonly id: number;
  readonly line?: number;
  readonly birth?: string;
  readonly country?: string;
  readonly death?: string;
  readonly emigrated?: string;
  readonly protection?: number;
  readonly registered?: string;
  readonly targetGroup?: readonly TargetSketch[];
  readonly decisions?: readonly DecisionSketch[];
  readonly residence?: readonly PlaceSketch[];
  readonly training?: readonly PlaceSketch[];
  readonly upperSecondary?: readonly PlaceSketch[];
}
export interface TargetSketch {
  readonly line: number;
  readonly law?: keyof typeof LAW;
  readonly category?: keyof typeof CATEGORY;
  readonly permit?: string;
  readonly entered: string;
  readonly left?: string;
  readonly registered?: string;
}
export interface DecisionSketch {
  readonly line: number;
  readonly decision?: number;
  readonly kommune: string;
  readonly kind?: keyof typeof DECISION_KIND;
  readonly outcome?: keyof typeof OUTCOME;
  readonly decided: string;
  readonly registered?: string;
}
export interface PlaceSketch {
  readonly line: number;
  readonly code: string;
  readonly kind?: keyof typeof RESIDENCE_KIND;
  readonly from: string;
  readonly to?: string;
  readonly registered?: string;
}

const day = (text: string | undefined, empty: number): number => (text ? knownDay(text) : empty);
const code = (text: string): number => parseRecipientCode(text) ?? 0;

/** Offsets of the rows of each person and all rows in one list. */
function spread<T>(persons: readonly PersonSketch[], rows: (person: PersonSketch) => readonly T[] | undefined) {
  const offsets = [0];
  const all: T[] = [];
  for (const person of persons) {
    all.push(...(rows(person) ?? []));
    offsets.push(all.length);
  }
  return { offsets: Uint32Array.from(offsets), all };
}

function places(persons: readonly PersonSketch[], rows: (person: PersonSketch) => readonly PlaceSketch[] | undefined) {
  const { offsets, all } = spread(persons, rows);
  return {
    offsets,
    line: Uint32Array.from(all, (row) => row.line),
    registeredOn: Int32Array.from(all, (row) => day(row.registered ?? row.from, 0)),
    recipient: Int32Array.from(all, (row) => code(row.code)),
    kind: Uint8Array.from(all, (row) => RESIDENCE_KIND[row.kind ?? 'registered']),
    fromDate: Int32Array.from(all, (row) => day(row.from, 0)),
    toDate: Int32Array.from(all, (row) => day(row.to, FAR_FUTURE)),
  };
}

/** A block of the persons sketched, in the order given (ascending ids, rows in the order of the contract). */
export function sketchBlock(persons: readonly PersonSketch[]): RegisterBlock {
  const own = spread(persons, (person) => [person]);
  const targets = spread(persons, (person) => person.targetGroup);
  const decisions = spread(persons, (person) => person.decisions);
  return {
    firstOrdinal: 0,
    personCount: persons.length,
    personIds: Float64Array.from(persons, (person) => person.id),
    withheld: new Uint8Array(persons.length),
    persons: {
      offsets: own.offsets,
      line: Uint32Array.from(persons, (person, index) => person.line ?? index + 2),
      registeredOn: Int32Array.from(persons, (person) => day(person.registered ?? '2016-01-01', 0)),
      personId: Float64Array.from(persons, (person) => person.id),
      birthDate: Int32Array.from(persons, (person) => day(person.birth ?? '1990-05-17', 0)),
      country: Uint16Array.from(persons, (person) => packCountry(person.country ?? 'SYR')),
      sex: new Uint8Array(persons.length),
      deathDate: Int32Array.from(persons, (person) => day(person.death, FAR_FUTURE)),
      emigratedOn: Int32Array.from(persons, (person) => day(person.emigrated, FAR_FUTURE)),
      addressProtection: Uint8Array.from(persons, (person) => person.protection ?? 0),
      upperSecondaryBefore: new Uint8Array(persons.length),
    },
    targetGroup: {
      offsets: targets.offsets,
      line: Uint32Array.from(targets.all, (row) => row.line),
      registeredOn: Int32Array.from(targets.all, (row) => day(row.registered ?? row.entered, 0)),
      law: Uint8Array.from(targets.all, (row) => LAW[row.law ?? 'introduksjonsloven']),
      category: Uint8Array.from(targets.all, (row) => CATEGORY[row.category ?? 'rightAndDuty']),
      permitGrantedOn: Int32Array.from(targets.all, (row) => day(row.permit, NO_DAY)),
      enteredOn: Int32Array.from(targets.all, (row) => day(row.entered, 0)),
      leftOn: Int32Array.from(targets.all, (row) => day(row.left, FAR_FUTURE)),
    },
    decisions: {
      offsets: decisions.offsets,
      line: Uint32Array.from(decisions.all, (row) => row.line),
      registeredOn: Int32Array.from(decisions.all, (row) => day(row.registered ?? row.decided, 0)),
      decision: Uint32Array.from(decisions.all, (row, index) => row.decision ?? index),
      kommune: Int32Array.from(decisions.all, (row) => code(row.kommune)),
      kind: Uint8Array.from(decisions.all, (row) => DECISION_KIND[row.kind ?? 'norwegianAndSocialStudies']),
      outcome: Uint8Array.from(decisions.all, (row) => OUTCOME[row.outcome ?? 'granted']),
      decidedOn: Int32Array.from(decisions.all, (row) => day(row.decided, 0)),
      trainingStartsOn: Int32Array.from(decisions.all, () => NO_DAY),
    },
    residence: places(persons, (person) => person.residence),
    trainingKommune: places(persons, (person) => person.training),
    upperSecondary: places(persons, (person) => person.upperSecondary),
    hours: {
      offsets: new Uint32Array(persons.length + 1),
      line: new Uint32Array(0),
      registeredOn: new Int32Array(0),
      kommune: new Int32Array(0),
      month: new Int32Array(0),
      category: new Uint8Array(0),
      hoursHundredths: new Uint16Array(0),
      absenceHundredths: new Uint32Array(0),
      source: new Uint8Array(0),
    },
  };
}
