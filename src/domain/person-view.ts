import { f64, u8, u32 } from './columns';
import type { Day } from './day';
import type { AssumptionTable, LimitTable, RateTable } from './parameter';
import type { CodeTranslation, PlaceRegister, RegionTable } from './places';
import type { RegisterBlock } from './register-block';
import { ADDRESS_PROTECTION } from './vocabulary';

/** One person within a block, as rules see it. The same object is moved from person to person. */
export interface PersonView {
  block: RegisterBlock;
  /** Index within the block. */
  index: number;
  /** Row of the persons table that counts at D (index into block.persons). */
  personRow: number;
}

/** What is the same for every person of a grant year in a run. */
export interface GrantYearContext {
  readonly grantYear: number;
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** D: rows registered after it do not exist. */
  readonly asOf: Day;
  /** To the codes in force on the last day of the grant year. */
  readonly translation: CodeTranslation;
  readonly places: PlaceRegister;
  readonly regions: RegionTable;
  readonly rates: RateTable;
  readonly assumptions: AssumptionTable;
  readonly limits: LimitTable;
  /** Grant year whose limits hold: the year itself, or another one to see what a change of law does. */
  readonly lawYear: number;
}

/** What of a block decides whose address is protected. */
type ProtectionColumns = Pick<RegisterBlock, 'persons' | 'personIds' | 'isProtectedElsewhere'>;

/**
 * True where no output but the restricted files may tell the person's kommune: some persons row under any of the
 * person's ids says that the address is protected, or a newer extract does (`isProtectedElsewhere`). Rows that do not
 * count, and rows registered after D, say it too: it is a matter of life, not of what a run may know.
 */
export function isProtectedPerson(block: ProtectionColumns, index: number): boolean {
  if (hasProtectedRow(block, index)) return true;
  return block.isProtectedElsewhere?.(f64(block.personIds, index)) ?? false;
}

/** What the rows of this block alone say of a person. */
export function hasProtectedRow({ persons }: Pick<RegisterBlock, 'persons'>, index: number): boolean {
  const end = u32(persons.offsets, index + 1);
  for (let row = u32(persons.offsets, index); row < end; row += 1) {
    if (u8(persons.addressProtection, row) !== ADDRESS_PROTECTION.none) return true;
  }
  return false;
}
