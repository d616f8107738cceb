import { asDay, type Day, dayOf, FAR_FUTURE, monthIndex } from '../domain';
import { KIND, lastDayOf, type Person } from './person';
import type { Random } from './random';
import type { SnapshotWriter } from './snapshot-writer';
import type { Stay } from './timeline';

/** Texts of quarters of an hour up to the 250 hours that a month holds at most. */
const QUARTERS: readonly string[] = Array.from({ length: 1001 }, (_, quarters) => String(quarters / 4));
const SOURCES = ['nir_web', 'municipal_system', 'municipal_system', ''];
const ROWS_MAX = 128;

/** How one person trains: months as monthIndex(), amounts in quarters of an hour. */
interface Course {
  readonly firstMonth: number;
  readonly lastMonth: number;
  readonly quarters: number;
  readonly hasSocialStudies: boolean;
}

/**
 * Hours by month and category, in the kommune of the person's address. Rows come within two months of the month as a
 * rule, one in twelve later; some are corrected in place under the same id, a few are deleted.
 */
export function writeHoursRows(random: Random, person: Person, stays: readonly Stay[], out: SnapshotWriter): void {
  const course = drawCourse(random, person, out.takenOn);
  let row = person.ordinal * ROWS_MAX;
  let stayIndex = 0;
  for (let month = course.firstMonth; month <= course.lastMonth; month += 1) {
    const monthFrom = dayOf(Math.floor(month / 12), (month % 12) + 1, 1);
    while (stayIndex < stays.length && (stays[stayIndex]?.to ?? FAR_FUTURE) < monthFrom) stayIndex += 1;
    const stay = stays[stayIndex];
    const attends = random.below(100) < (month % 12 === 6 ? 20 : 94);
    const sinceStart = month - course.firstMonth;
    const isSocial = course.hasSocialStudies && random.below(100) < (sinceStart < 12 ? 75 : 25);
    if (stay === undefined || stay.from > monthFrom || !attends) continue;
    const kommune = out.kommuner.text(out.kommuner.codeOn(stay.code, monthFrom, person.pick));
    const lastOfMonth = dayOf(Math.floor((month + 1) / 12), ((month + 1) % 12) + 1, 1) - 1;
    const place = `,${kommune},${monthText(month)},`;
    writeHours(random, out, row, month, place, 'norwegian', lastOfMonth, course.quarters);
    if (isSocial) writeHours(random, out, row + 1, month, place, 'social_studies', lastOfMonth, 48);
    row += 2;
  }
}

/** When and how much a person trains; nothing after what the extract can know. */
function drawCourse(random: Random, person: Person, takenOn: Day): Course {
  const starts = random.below(100) < 94;
  const from = person.enteredOn + (random.chance(850) ? random.between(10, 90) : random.between(90, 260));
  const long = random.between(30, 63);
  const months =
    person.kind === KIND.asylum ? 3 + (long >> 3) : person.kind === KIND.collective ? 12 + (long >> 3) : long;
  const quarters = random.between(24, 380);
  const hasSocialStudies = random.chance(900);
  const firstMonth = monthIndex(asDay(from));
  const end = Math.min(lastDayOf(person), person.leftOn, takenOn);
  const lastMonth = Math.min(firstMonth + months, monthIndex(asDay(end)), firstMonth + ROWS_MAX / 2 - 1);
  return { firstMonth, lastMonth: starts ? lastMonth : firstMonth - 1, quarters, hasSocialStudies };
}

function writeHours(
  random: Random,
  out: SnapshotWriter,
  row: number,
  month: number,
  place: string,
  category: string,
  lastOfMonth: number,
  quarters: number,
): void {
  const bits = random.bits();
  const fate = random.below(4096);
  const isLate = (bits & 15) === 0 || (bits & 240) === 0;
  const lag = isLate ? 60 + ((bits >>> 8) % 200) : 1 + ((bits >>> 8) % 50);
  const registered = out.registration(lastOfMonth + lag);
  const changedOn = registered + 10 + ((bits >>> 16) % 300);
  const isChanged = fate < 60 && out.takenOn >= changedOn;
  if (!out.shows(registered, fate >= 4082 ? changedOn : FAR_FUTURE)) return;
  const amount = (((bits >>> 4) % 64) * quarters) >> 5;
  const hours = QUARTERS[Math.min(1000, isChanged ? amount + 2 : amount)] ?? '0';
  const absence = (bits & 0x3000000) === 0 ? (QUARTERS[((bits >>> 16) % 20) * 2] ?? '') : '';
  const source = SOURCES[(bits >>> 26) & 3] ?? '';
  const shownRegistration = isChanged && (fate & 1) === 0 ? changedOn : registered;
  out.addHours(
    month,
    `H${String(row).padStart(9, '0')},${out.idOf(registered)}${place}${category},${hours},${absence},${source},` +
      `${out.day(shownRegistration)}\n`,
  );
}

const MONTH_TEXTS = new Map<number, string>();

function monthText(month: number): string {
  const known = MONTH_TEXTS.get(month);
  if (known !== undefined) return known;
  const text = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  MONTH_TEXTS.set(month, text);
  return text;
}
