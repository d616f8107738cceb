import { f64, u8, u32 } from './columns';
import type { RegisterBlock } from './register-block';
import { ADDRESS_PROTECTION } from './vocabulary';

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
