import { join } from 'node:path';
import { type ErrorDetail, errorDetail } from '../../../domain';
import { isFolder, listFolder, readText } from '../../../effects';
import { programFolder } from '../../program-files';
import { FILL_IN } from './rule-templates';

/** What of a rules folder people fill in. */
const PLACES: readonly string[] = ['modules', 'data', 'examples', 'DECISIONS.md'];

/** That something of the rules folder still says FILL IN, with every file and line; empty where nothing does. */
export function leftToFillIn(folder = join(programFolder(), 'rules')): ErrorDetail[] {
  const places = PLACES.flatMap((name) => {
    const path = join(folder, name);
    return isFolder(path) ? listFolder(path).map((file) => `${name}/${file}`) : [name];
  }).flatMap((file) => {
    const lines = readText(join(folder, file))
      .split('\n')
      .flatMap((text, index) => (text.includes(FILL_IN) ? [index + 1] : []));
    return lines.length === 0 ? [] : [`${file}:${lines.join(',')}`];
  });
  return places.length === 0 ? [] : [errorDetail('RULE_TO_FILL_IN', { places: places.join(' ') })];
}
