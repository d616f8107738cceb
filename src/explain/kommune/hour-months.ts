import { rowEnd, rowStart, visiblePersonRow } from '../../../rules';
import { asDay, dayOf, f64, i32, u16 } from '../../domain';
import type { Snapshot } from '../../register';
import type { RunContext } from '../run/run-context';

/** Hours of a kommune in one month, in hundredths, with the number of rows that give them. */
export interface HourMonth {
  /** `2004-01` */
  readonly month: string;
  teachingHundredths: number;
  teachingRows: number;
  participantHundredths: number;
  participantRows: number;
}

/** What is asked for: rows of which extract, known when, of which kommune and year. */
export interface HourQuestion {
  readonly context: RunContext;
  readonly snapshot: Snapshot;
  /** D as a Day. */
  readonly asOf: number;
  /** Code in force at the end of the year. */
  readonly kommune: number;
  readonly grantYear: number;
  /** Months from January. */
  readonly months: number;
}

/** Hours of a kommune month by month, from the rows of an extract that were visible on D (rulebook 5.3). */
export function hourMonths(question: HourQuestion): readonly HourMonth[] {
  const { context, snapshot, asOf, kommune, grantYear } = question;
  const { target } = context.rules.places.translationTo(dayOf(grantYear, 12, 31));
  const months = Array.from(
    { length: question.months },
    (_, month): HourMonth => ({ ...EMPTY, month: nameOf(grantYear, month) }),
  );
  const monthOf = (code: number, month: number, registeredOn: number): HourMonth | undefined =>
    registeredOn <= asOf && i32(target, code) === kommune ? months[month - grantYear * 12] : undefined;
  for (const { persons, hours, personCount } of snapshot.blocks()) {
    for (let index = 0; index < personCount; index += 1) {
      if (visiblePersonRow(persons, index, asDay(asOf)) < 0) continue;
      for (let row = rowStart(hours, index); row < rowEnd(hours, index); row += 1) {
        const found = monthOf(i32(hours.kommune, row), i32(hours.month, row), i32(hours.registeredOn, row));
        if (!found) continue;
        found.participantHundredths += u16(hours.hoursHundredths, row);
        found.participantRows += 1;
      }
    }
  }
  const { teachingHours } = snapshot;
  for (let row = 0; row < teachingHours.line.length; row += 1) {
    const { month, registeredOn, hoursHundredths } = teachingHours;
    const found = monthOf(i32(teachingHours.kommune, row), i32(month, row), i32(registeredOn, row));
    if (!found) continue;
    found.teachingHundredths += f64(hoursHundredths, row);
    found.teachingRows += 1;
  }
  return months;
}

const EMPTY = { teachingHundredths: 0, teachingRows: 0, participantHundredths: 0, participantRows: 0 } as const;

function nameOf(grantYear: number, month: number): string {
  return `${grantYear}-${String(month + 1).padStart(2, '0')}`;
}
