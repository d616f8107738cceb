import { randomBytes } from 'node:crypto';
import { faultPoint } from './faults';

/** Random bytes for keys; never for anything that a run hashes. */
export function secretBytes(count: number): Buffer {
  faultPoint('random.bytes');
  return randomBytes(count);
}
