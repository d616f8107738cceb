import { type Day, dayOf, FAR_FUTURE, NO_DAY } from '../domain';
import { BOND } from './home-plan';
import { KIND, type Person } from './person';
import type { Random } from './random';
import type { SnapshotWriter } from './snapshot-writer';

const LEGAL_BASES = [
  'utlendingsloven § 28',
  'utlendingsloven § 35',
  'utlendingsloven § 38',
  'utlendingsloven § 40',
  'utlendingsloven § 53',
];
const LAW_OF_2021 = dayOf(2021, 1, 1);

/** One target-group row before it is written; an end of FAR_FUTURE is none. */
interface Membership {
  readonly id: number;
  readonly category: string;
  readonly legalBasis: string;
  readonly permitOn: Day;
  readonly enteredOn: number;
  readonly leftOn: number;
}

/** Target-group rows: asylum seekers, chapter 6A, right and duty; sometimes a second row or a correction in place. */
export function writeTargetGroupRows(random: Random, person: Person, out: SnapshotWriter): void {
  const id = person.ordinal * 4;
  if (person.asylumOn !== NO_DAY) {
    const leaves = random.chance(400) ? person.asylumOn + random.between(150, 600) : FAR_FUTURE;
    const leftOn = person.kind === KIND.asylumSettled ? person.enteredOn : leaves;
    const asylum = { category: 'asylum_seeker', legalBasis: '', permitOn: NO_DAY, enteredOn: person.asylumOn, leftOn };
    writeMembership(random, person, out, { id, ...asylum });
  }
  if (person.kind === KIND.asylum) return;
  const category = drawCategory(random, person);
  const legalBasis = person.kind === KIND.collective ? 'utlendingsloven § 34' : basisOf(random);
  const main = { category, legalBasis, permitOn: person.permitOn, enteredOn: person.enteredOn, leftOn: person.leftOn };
  writeMembership(random, person, out, { id: id + 1, ...main });
  if (person.bond !== BOND.counted) writeSecondMembership(random, person, out, { id: id + 2, ...main });
}

function drawCategory(random: Random, person: Person): string {
  const draw = random.below(1000);
  if (person.kind === KIND.collective) return 'right_norwegian_6a';
  if (person.bond === BOND.counted || draw < 830) return 'right_and_duty';
  return draw < 920 ? 'right' : 'duty';
}

function basisOf(random: Random): string {
  const draw = random.below(10);
  return draw < 5 ? (LEGAL_BASES[0] ?? '') : (LEGAL_BASES[draw % LEGAL_BASES.length] ?? '');
}

/** A right that became a right and duty, or a return to the group after having left it. */
function writeSecondMembership(random: Random, person: Person, out: SnapshotWriter, first: Membership): void {
  const draw = random.below(1000);
  const later = random.between(60, 500);
  const returns = person.leftOn !== FAR_FUTURE && draw < 300;
  const grows = first.category === 'right' && draw < 200;
  if (!returns && !grows) return;
  const enteredOn = (returns ? person.leftOn : person.enteredOn) + later;
  writeMembership(random, person, out, { ...first, category: 'right_and_duty', enteredOn, leftOn: FAR_FUTURE });
}

function writeMembership(random: Random, person: Person, out: SnapshotWriter, row: Membership): void {
  const isCounted = person.bond === BOND.counted;
  const isLate = random.chance(40) && !isCounted;
  const registered = out.registration(row.enteredOn + random.below(isCounted ? 10 : 30) + (isLate ? 180 : 0));
  const leftKnownOn = row.leftOn + random.below(60);
  const edit = random.below(1000);
  const editedOn = registered + random.between(20, 400);
  const shift = random.between(-12, 12);
  const isDeleted = edit >= 996 && !isCounted;
  if (!out.shows(registered, isDeleted ? editedOn : FAR_FUTURE)) return;
  const isShifted = edit < 7 && out.takenOn < editedOn && !isCounted && row.leftOn === FAR_FUTURE;
  const enteredOn = isShifted ? row.enteredOn + shift : row.enteredOn;
  const law = row.enteredOn >= LAW_OF_2021 ? 'integreringsloven' : 'introduksjonsloven';
  const left = row.leftOn !== FAR_FUTURE && out.shows(leftKnownOn) ? out.day(row.leftOn) : '';
  out.add(
    'target_group',
    `T${String(row.id).padStart(8, '0')},${out.idOf(registered)},${law},${row.category},${row.legalBasis},` +
      `${out.day(row.permitOn)},${out.day(enteredOn)},${left},${out.day(registered)}\n`,
  );
}
