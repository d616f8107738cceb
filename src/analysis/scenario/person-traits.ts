import type { RuleSet } from '../../../rules';
import { type Day, i32, type RegisterSource, u8, u16 } from '../../domain';
import { eachPerson } from '../facts/each-person';
import { ageGroup } from '../statistics/dimensions';

/** What an answer can be divided by of persons, by their place in the fact table of the same register and D. */
export interface PersonTraits {
  /** SEX_NAMES */
  readonly sex: Uint8Array;
  /** AGE_NAMES, on the last day of the grant year. */
  readonly age: Uint8Array;
  /** RATE_CLASS of the country; none outside the table. */
  readonly countryClass: Uint8Array;
}

/** Traits of everybody who exists at D and is not withheld, in the order of ids. */
export function personTraits(
  register: RegisterSource,
  { regions }: Pick<RuleSet, 'regions'>,
  grantYear: number,
  asOf: Day,
): PersonTraits {
  const [sex, age, countryClass]: [number[], number[], number[]] = [[], [], []];
  eachPerson(register, asOf, ({ block: { persons }, personRow }) => {
    sex.push(u8(persons.sex, personRow));
    age.push(ageGroup(i32(persons.birthDate, personRow), grantYear));
    countryClass.push(u8(regions.rateClass, u16(persons.country, personRow)));
  });
  return { sex: Uint8Array.from(sex), age: Uint8Array.from(age), countryClass: Uint8Array.from(countryClass) };
}
