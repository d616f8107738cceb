import { dirname, resolve } from 'node:path';
import { NorsktilskuddError } from '../../domain';
import { kindOfPath } from '../../effects';
import type { ConfigValues } from '../declare/source';
import { readConfigFile } from './config-file';

/** Name of the configuration file that is looked for in the current folder. */
export const CONFIG_FILE_NAME = 'norsktilskudd.json';

/**
 * The file that is named, else the one in the current folder; undefined where there is none.
 *
 * @throws NorsktilskuddError usage CONFIG_MISSING; those of readConfigFile()
 */
export function findConfigFile(named: string | undefined, cwd: string): ConfigValues | undefined {
  const file = resolve(cwd, named ?? CONFIG_FILE_NAME);
  if (kindOfPath(file) === 'none') {
    if (named === undefined) return undefined;
    throw new NorsktilskuddError('usage', 'CONFIG_MISSING', { file: named });
  }
  return { folder: dirname(file), values: readConfigFile(file) };
}
