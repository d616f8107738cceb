import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Months of entry, three persons each. */
const PERSONS_A_MONTH = 3;

export interface FlowExtract {
  /** `2023-01` to `2025-12`, or more. */
  readonly months: readonly string[];
  readonly takenAt: string;
  /** Persons beside those, who all enter on one day. */
  readonly more?: { readonly persons: number; readonly enteredOn: string };
}

/** Months from one January to the December of a later year. */
export function monthsOf(from: number, to: number): string[] {
  return Array.from({ length: (to - from + 1) * 12 }, (_, index) => {
    return `${from + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
  });
}

/**
 * An extract of persons of Bergen under integreringsloven who enter on the tenth of each month, are registered and have their
 * decision on that day, and stay: whatever becomes of them is known from the beginning.
 */
export function writeFlow(folder: string, { months, takenAt, more }: FlowExtract): void {
  mkdirSync(folder, { recursive: true });
  const days = months.flatMap((month) => Array.from({ length: PERSONS_A_MONTH }, () => `${month}-10`));
  days.push(...Array.from({ length: more?.persons ?? 0 }, () => more?.enteredOn ?? ''));
  const people = days.map((day, index) => ({ id: `20${String(2_212_300_001 + index)}`, day }));
  const write = (name: string, head: string, rows: readonly string[]): void =>
    writeFileSync(join(folder, `${name}.csv`), `${[head, ...rows].join('\n')}\n`);
  write(
    'persons',
    'person_id,birth_date,country_background,address_protection,registered_on',
    people.map(({ id, day }) => `${id},1990-05-17,SYR,,${day}`),
  );
  write(
    'target_group',
    'target_group_id,person_id,law,category,permit_granted_on,entered_on,registered_on',
    people.map(({ id, day }) => `T${id},${id},integreringsloven,right_and_duty,${day},${day},${day}`),
  );
  write(
    'decisions',
    'decision_id,person_id,kommune,kind,outcome,decided_on,registered_on',
    people.map(({ id, day }) => `V${id},${id},4601,norwegian_and_social_studies,granted,${day},${day}`),
  );
  write(
    'residence',
    'person_id,kommune,kind,from_date,to_date,registered_on',
    people.map(({ id, day }) => `${id},4601,registered,${day},,${day}`),
  );
  write('hours', 'hours_id,person_id,kommune,month,category,hours,registered_on', []);
  writeFileSync(join(folder, 'extract.json'), JSON.stringify({ taken_at: takenAt }));
}
