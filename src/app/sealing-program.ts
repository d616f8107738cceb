import { join } from 'node:path';
import { pathExists } from '../effects/files';
import { readBytes } from '../effects/reading-door';

/** The build compiles src/trace/sealing-program into this file, beside the bundles. */
const PROGRAM = join(__dirname, 'sealing-program.wasm');

/** The program that seals traces; undefined where norsktilskudd runs uncompiled (tests). */
export function sealingProgram(): Uint8Array | undefined {
  return pathExists(PROGRAM) ? readBytes(PROGRAM) : undefined;
}
