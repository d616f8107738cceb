import { visiblePersonRow } from '../../../rules';
import { type Day, f64, type PersonView, type RegisterBlock, type RegisterSource, u8 } from '../../domain';

/**
 * Calls `visit` for everybody who exists at D and is not withheld, in ascending order of id. The view is the same
 * object each time and valid until the next call.
 */
export function eachPerson(
  register: RegisterSource,
  asOf: Day,
  visit: (person: PersonView, personId: number) => void,
): void {
  for (const block of register.blocks()) eachPersonOfBlock(block, asOf, visit);
}

/** The same for the persons of one block. */
export function eachPersonOfBlock(
  block: RegisterBlock,
  asOf: Day,
  visit: (person: PersonView, personId: number) => void,
): void {
  const person: PersonView = { block, index: 0, personRow: -1 };
  for (let index = 0; index < block.personCount; index += 1) {
    person.index = index;
    person.personRow = visiblePersonRow(block.persons, index, asOf);
    if (person.personRow < 0 || u8(block.withheld, index) === 1) continue;
    visit(person, f64(block.personIds, index));
  }
}
