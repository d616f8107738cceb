import type { Row } from './csv';
import { dayText, monthLength, monthsLater, yearOf } from './dates';
import { sharesByDays } from './day-grants';
import { tried } from './law';
import { inOrder, type Person } from './person';
import { translate } from './places';
import { entryYear, triggeringRow } from './qualifying';

export interface HoursBasisRow {
  readonly texts: readonly string[];
}

/** Everything about one person that the hours basis of a year needs. */
interface Member {
  readonly person: Person;
  readonly trigger: Row | undefined;
  readonly yearNumber: string;
  /** Empty for a person without a visible target-group row. */
  readonly law: string;
  /** Code with most days in W; empty for none. */
  readonly home: string;
  /** Hours rows of the year. */
  readonly rows: readonly Row[];
}

/** Hours per kommune, law and year number (rulebook 8.2). */
export function hoursBasis(persons: readonly Person[], asOf: string, year: number): HoursBasisRow[] {
  const members = persons.map((person) => memberOf(person, year));
  const kommuneOf = (row: Row): string => translate(row.text('kommune'), dayText(year, 12, 31)).code;
  const kommuner = new Set(
    members.flatMap((member) => [...member.rows.map(kommuneOf), member.home]).filter((code) => code !== ''),
  );
  const result: HoursBasisRow[] = [];
  for (const kommune of [...kommuner, 'ALL']) {
    for (const law of ['introduksjonsloven', 'integreringsloven', 'all']) {
      for (const yearNumber of ['1', '2', '3', 'other', 'all']) {
        const group = members.filter(
          (member) =>
            (law === 'all' || member.law === law) && (yearNumber === 'all' || member.yearNumber === yearNumber),
        );
        const isHere = (code: string): boolean => kommune === 'ALL' || code === kommune;
        const numbers = figures(
          group.map((member) => ({ ...member, rows: member.rows.filter((row) => isHere(kommuneOf(row))) })),
          group.filter((member) => member.trigger && isHere(member.home)),
          year,
        );
        if (numbers.every((text) => text === '' || Number(text) === 0)) continue;
        result.push({ texts: [String(year), asOf, kommune, law, yearNumber, ...numbers] });
      }
    }
  }
  return result;
}

function memberOf(person: Person, year: number): Member {
  const trigger = triggeringRow(person, year);
  const byDays = trigger ? sharesByDays(person, trigger, year, trigger.text('law')) : [];
  const [most] = byDays.sort((a, b) => inOrder([-a.days, a.recipient], [-b.days, b.recipient]));
  return {
    person,
    trigger,
    yearNumber: trigger ? String(year - (entryYear(person) ?? 0) + 1) : 'other',
    law: (trigger ?? person.targetGroup[0])?.text('law') ?? '',
    home: most?.recipient ?? '',
    rows: person.hours.filter((row) => row.text('month').startsWith(`${year}-`)),
  };
}

function sum(rows: readonly Row[], column: string): number {
  return rows.reduce((total, row) => total + Number(row.text(column) || '0'), 0);
}

/** Hundredths with two decimals. */
function hours(hundredths: number): string {
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
}

/** Figures of the members with their rows here, and of those who have their home here. */
function figures(members: readonly Member[], atHome: readonly Member[], year: number): string[] {
  const rows = members.flatMap((member) => member.rows);
  const participants = members.filter((member) => sum(member.rows, 'hours') > 0);
  const total = sum(rows, 'hours');
  const starters = atHome.filter((member) => yearOf(member.trigger?.text('entered_on') ?? '') === year);
  const withoutHours = atHome.filter((member) => !member.person.hours.some((row) => isInYear(row, year)));
  const withoutDecision = participants.filter(
    ({ person }) => !person.decisions.some((row) => row.text('outcome') === 'granted'),
  );
  return [
    String(participants.length),
    hours(
      sum(
        rows.filter((row) => row.text('category') === 'norwegian'),
        'hours',
      ),
    ),
    hours(
      sum(
        rows.filter((row) => row.text('category') === 'social_studies'),
        'hours',
      ),
    ),
    hours(sum(rows, 'absence_hours')),
    participants.length === 0 ? '' : hours(Math.floor((2 * total + participants.length) / (2 * participants.length))),
    String(rows.length),
    String(rows.filter(isOnTime).length),
    String(starters.length),
    String(starters.filter(startedWithinThreeMonths).length),
    String(withoutHours.length),
    String(withoutDecision.length),
  ];
}

function isInYear(row: Row, year: number): boolean {
  return row.text('month').startsWith(`${year}-`) && Number(row.text('hours')) > 0;
}

/** Registered no later than the last day of the second month after its own. */
function isOnTime(row: Row): boolean {
  const month = monthsLater(row.text('month'), Number(tried('hours.on_time_months') ?? 2));
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
  return row.text('registered_on') <= dayText(year, number, monthLength(year, number));
}

function startedWithinThreeMonths({ person, trigger }: Member): boolean {
  const [first] = person.hours
    .filter((row) => Number(row.text('hours')) > 0)
    .map((row) => row.text('month'))
    .sort();
  return (
    first !== undefined &&
    first <= monthsLater((trigger?.text('entered_on') ?? '').slice(0, 7), Number(tried('starters.months') ?? 3))
  );
}
