import { sha256Hex } from '../../domain';

/**
 * Hash of what an opening takes over, of which its run id is made. What an earlier system paid is part of it where it was
 * told; without it the hash is that of openings before it could be.
 *
 * @param payments hash of the payments, empty for none
 */
export function openingHash(rehearsal: boolean, linesHash: string, payoutsHash: string, payments: string): string {
  const paid = payments === '' ? '' : `payments\t${payments}\n`;
  return sha256Hex(`opening\t${rehearsal ? 1 : 0}\t${linesHash}\t${payoutsHash}\n${paid}`);
}
