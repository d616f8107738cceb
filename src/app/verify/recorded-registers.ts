import { dirname, join } from 'node:path';
import { SHIPPED_FILES, type ShippedTexts } from '../../../rules';
import type { DecidingFile } from '../../audit';
import { sha256Hex } from '../../domain';
import { pathExists, readBytes } from '../../effects';
import { readShippedTexts } from '../shipped-rules';
import { shippedDataFolder } from '../tables/read-tables';

/** The registers that a run used, byte for byte. */
export interface RecordedRegisters {
  /** What ships with this program, with the run's own registers in place of those that have been extended since. */
  readonly texts: ShippedTexts;
  /** Registers of the run that are nowhere to be found; the text is then this program's. */
  readonly missing: readonly DecidingFile[];
}

/**
 * Finds the kommuner, fylker and regions of a run by their hashes: among the files of this program, else in the dossier
 * that the run folder lies in. Numbers of kommuner are added to them every year.
 *
 * @param newer folder given with --tables
 */
export function recordedRegisters(
  folder: string,
  registers: readonly DecidingFile[],
  newer?: string,
): RecordedRegisters {
  const folders = [
    ...(newer === undefined ? [] : [newer]),
    shippedDataFolder(),
    join(dirname(dirname(folder)), 'rules', 'data'),
  ];
  const missing: DecidingFile[] = [];
  const found: Partial<Record<keyof ShippedTexts, string>> = {};
  for (const name of ['kommuner', 'fylker', 'regions'] as const) {
    const register = registers.find((file) => file.name === SHIPPED_FILES[name]);
    const text = register && textOf(register, folders);
    if (text !== undefined) found[name] = text;
    else if (register) missing.push(register);
  }
  return { texts: { ...readShippedTexts(), ...found }, missing };
}

function textOf({ name, sha256 }: DecidingFile, folders: readonly string[]): string | undefined {
  for (const path of folders.map((folder) => join(folder, name))) {
    if (!pathExists(path)) continue;
    const bytes = readBytes(path);
    if (sha256Hex(bytes) === sha256) return bytes.toString('utf8');
  }
  return undefined;
}
