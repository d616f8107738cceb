import { u8, u32 } from './columns';
import type { RegisterBlock } from './register-block';
import { ADDRESS_PROTECTION } from './vocabulary';

/**
 * True where no output but the restricted files may tell the person's kommune: some persons row under any of the
 * person's ids says that the address is protected. Rows that do not count, and rows registered after D, say it too: it
 * is a matter of life, not of what a run may know.
 */
export function isProtectedPerson({ persons }: Pick<RegisterBlock, 'persons'>, index: number): boolean {
  const end = u32(persons.offsets, index + 1);
  for (let row = u32(persons.offsets, index); row < end; row += 1) {
    if (u8(persons.addressProtection, row) !== ADDRESS_PROTECTION.none) return true;
  }
  return false;
}
