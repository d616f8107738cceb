import type { RuleSet } from '../../../rules';
import {
  AGE_NAMES,
  componentOfCell,
  type FactTable,
  PersonValuer,
  personTraits,
  rateClassOfCell,
  rateOfCell,
  SEX_NAMES,
  type SizeView,
  yearNumberOfCell,
} from '../../analysis';
import { accessLogPath, logAccess, pseudonymsOf, readPseudonymKeyInUse } from '../../audit';
import { type Day, f64, isProtectedPerson, NorsktilskuddError, RATE_CLASSES, u8 } from '../../domain';
import { nowUtc } from '../../effects';
import type { Cell } from '../../payout';
import type { Snapshot } from '../../register';
import type { Installation } from '../installation';
import { keyIdsInUse } from '../privacy/keys-in-use';
import { recipientText } from '../recipient-text';
import type { TableFile } from '../table-files/table-file';

/** Stands for all persons with a protected address together, in the place of a pseudonym. */
const PROTECTED = 'protected';

/** Columns of a micro file: one row a person, component and recipient. */
export const MICRO_COLUMNS = [
  'person_ref',
  'component',
  'year_number',
  'rate_class',
  'sex',
  'age_group',
  'country_class',
  'recipient_id',
  'days',
  'rate',
  'part',
] as const;

/** A sizing whose persons are to be listed. */
export interface MicroSource {
  readonly facts: FactTable;
  readonly view: SizeView;
  /** Under the protection of all that stands beside the ledger. */
  readonly snapshot: Snapshot;
  readonly rules: RuleSet;
  readonly grantYear: number;
  readonly asOf: Day;
}

/** Who looks at persons, and by which key they are named. */
export type MicroActor = Pick<Installation, 'db' | 'pseudonymKeyFile' | 'as'>;

/**
 * Opens a micro file: the look stands in the access log before anybody is named, by pseudonym alone.
 *
 * @param what that the log says was looked at
 * @returns pseudonym of a person
 * @throws NorsktilskuddError usage FLAG_MISSING without somebody who looks
 */
export function openMicroFile(
  { db, pseudonymKeyFile, as }: MicroActor,
  what: readonly string[],
): (personId: number) => string {
  if (as === undefined || as === '') throw new NorsktilskuddError('usage', 'FLAG_MISSING', { flag: '--as' });
  const { of } = pseudonymsOf(readPseudonymKeyInUse(pseudonymKeyFile, keyIdsInUse(db)));
  logAccess(accessLogPath(db), { kind: 'export', actor: as, at: nowUtc(), runId: '', subjects: [...what, 'micro'] });
  return of;
}

/**
 * Shares of every person in a sizing. Persons with a protected address, by this register or a newer one, are one row a
 * component without recipient and traits. What has no person (grunntilskudd, hours) stands in no micro file.
 */
export function microTable(source: MicroSource, pseudonym: (personId: number) => string): TableFile {
  const { facts, view, snapshot, rules, grantYear, asOf } = source;
  const traits = personTraits(snapshot, rules, grantYear, asOf);
  const valuer = new PersonValuer(facts, view);
  const hidden = new Map<string, number>();
  const rows: Cell[][] = [];
  for (let person = 0; person < facts.personIds.length; person += 1) {
    const id = f64(facts.personIds, person);
    const place = snapshot.blockOf(id);
    const isHidden = place === undefined || isProtectedPerson(place.block, place.index);
    const own = [SEX_NAMES[u8(traits.sex, person)] ?? '', AGE_NAMES[u8(traits.age, person)] ?? ''];
    const country = RATE_CLASSES[u8(traits.countryClass, person) - 1] ?? '';
    const ref = isHidden ? '' : pseudonym(id);
    valuer.value(person, (cell, recipient, days, partNok) => {
      const component = componentOfCell(cell);
      if (isHidden) {
        hidden.set(component, (hidden.get(component) ?? 0) + partNok);
        return;
      }
      const what = [component, yearNumberOfCell(cell) || null, RATE_CLASSES[rateClassOfCell(cell) - 1] ?? ''];
      const nok = f64(view.prices.nokByCell, cell);
      const rate = rateOfCell(cell) === undefined || nok < 0 ? null : nok;
      rows.push([ref, ...what, ...own, country, recipientText(recipient), days, rate, partNok]);
    });
  }
  const joined = [...hidden].map(([component, partNok]): Cell[] => {
    return [PROTECTED, component, null, '', '', '', '', '', null, null, partNok];
  });
  return { name: 'micro', columns: MICRO_COLUMNS, rows: [...rows, ...joined], isRestricted: true };
}
