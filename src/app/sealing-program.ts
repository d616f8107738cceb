import { join } from 'node:path';
// Straight from the modules: the sealing thread shall start quickly, and a room's index brings the whole room.
import { pathExists } from '../effects/files';
import { readBytes } from '../effects/reading-door';

/** The build compiles src/trace/sealing-program into this file. */
const PROGRAM = join(__dirname, '..', 'trace', 'sealing-program.wasm');

/** The program that seals traces; undefined where norsktilskudd runs uncompiled (tests). */
export function sealingProgram(): Uint8Array | undefined {
  return pathExists(PROGRAM) ? readBytes(PROGRAM) : undefined;
}
