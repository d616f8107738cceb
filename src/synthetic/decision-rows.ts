import { asDay, type Day, dayOf, yearOf } from '../domain';
import { BOND } from './home-plan';
import { KIND, type Person } from './person';
import type { Random } from './random';
import type { SnapshotWriter } from './snapshot-writer';

/** From this day on an entry needs a decision (rulebook 2, E4). */
const DECISION_NEEDED = dayOf(2018, 1, 1);
const EXTENSION_FROM = dayOf(2023, 7, 1);

/** A decision with the changes of its outcome: [days after the registration before, outcome]. */
interface Decision {
  readonly id: number;
  readonly kind: string;
  readonly decidedOn: Day;
  readonly registeredOn: number;
  readonly outcomes: readonly (readonly [number, string])[];
}

/** Decisions: in time, late or missing; some withdrawn, granted on appeal, or recurring with a new outcome. */
export function writeDecisionRows(random: Random, person: Person, out: SnapshotWriter): void {
  if (person.kind === KIND.asylum) return;
  const draw = random.below(1000);
  const missing = person.bond === BOND.counted ? 0 : person.enteredOn < DECISION_NEEDED ? 400 : 30;
  const isLate = random.chance(50);
  const decidedOn = asDay(person.enteredOn + (isLate ? random.between(100, 400) : random.between(4, 80)));
  const registeredOn = decidedOn + random.below(14) + (random.chance(60) ? random.between(60, 300) : 0);
  const outcomes = drawOutcomes(random);
  const kind = person.kind === KIND.collective ? 'norwegian_6a' : 'norwegian_and_social_studies';
  if (draw >= missing) {
    writeDecision(random, person, out, { id: person.ordinal * 4, kind, decidedOn, registeredOn, outcomes });
  }
  if (person.kind === KIND.collective) writeExtensions(random, person, out);
}

function drawOutcomes(random: Random): readonly (readonly [number, string])[] {
  const draw = random.below(1000);
  const wait = random.between(30, 300);
  if (draw < 950) return [[0, 'granted']];
  if (draw < 965) return [[0, 'refused']];
  if (draw < 975)
    return [
      [0, 'refused'],
      [wait, 'granted'],
    ];
  if (draw < 994)
    return [
      [0, 'granted'],
      [wait, 'withdrawn'],
    ];
  return [
    [0, 'granted'],
    [wait, 'withdrawn'],
    [wait >> 1, 'granted'],
  ];
}

/** Extended training, section 43 g: a year after entry, from 1 July 2023, at times twice. */
function writeExtensions(random: Random, person: Person, out: SnapshotWriter): void {
  const isExtended = random.chance(550);
  const isExtendedTwice = random.chance(200);
  let decidedOn = asDay(person.enteredOn + random.between(330, 420));
  for (const [index, wanted] of [isExtended, isExtended && isExtendedTwice].entries()) {
    const registeredOn = decidedOn + random.below(30);
    const id = person.ordinal * 4 + 1 + index;
    const outcomes = drawOutcomes(random);
    if (wanted && decidedOn >= EXTENSION_FROM) {
      writeDecision(random, person, out, { id, kind: 'extended_43g', decidedOn, registeredOn, outcomes });
    }
    decidedOn = asDay(decidedOn + random.between(90, 180));
  }
}

function writeDecision(random: Random, person: Person, out: SnapshotWriter, decision: Decision): void {
  const startsOn = random.chance(800) ? decision.decidedOn + random.between(0, 60) : undefined;
  const isDeleted = random.below(1000) < 2 && person.bond !== BOND.counted;
  const deletedOn = isDeleted ? decision.registeredOn + random.between(40, 400) : undefined;
  const kommune = out.kommuner.codeOn(person.home, decision.decidedOn, person.pick);
  const prefix = `V${yearOf(decision.decidedOn)}-${String(decision.id).padStart(8, '0')},`;
  const middle = `,${out.kommuner.text(kommune)},${decision.kind},`;
  const dates = `,${out.day(decision.decidedOn)},${startsOn === undefined ? '' : out.day(startsOn)},`;
  let registered = decision.registeredOn;
  for (const [wait, outcome] of decision.outcomes) {
    registered += wait;
    const registeredOn = out.registration(registered);
    if (!out.shows(registeredOn, deletedOn)) continue;
    out.add('decisions', `${prefix + out.idOf(registeredOn) + middle + outcome + dates}${out.day(registeredOn)}\n`);
  }
}
