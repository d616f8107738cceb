import { AGE_NAMES, recipientText, type ScenarioResult, SEX_NAMES, SIZE_NAMES } from '../../app';
import { NO_RECIPIENT, RATE_CLASSES } from '../../domain';
import type { TextKey } from '../../messages';
import { type CliContext, say } from '../context';
import { rateClassName } from '../table-words';

/** A group of an answer, by what that was divided by. */
export interface Group {
  readonly group: number;
  readonly by: ScenarioResult['answer']['by'];
  readonly nameOf: ScenarioResult['nameOf'];
}

/** A group as programs know it; empty for what belongs to none. */
export function groupCode({ group, by }: Group): string {
  if (by === 'fylke') return recipientText(group);
  if (group < 0) return '';
  if (by === 'size') return SIZE_NAMES[group] ?? '';
  if (by === 'class') return RATE_CLASSES[group - 1] ?? 'none';
  return (by === 'sex' ? SEX_NAMES : AGE_NAMES)[group] ?? '';
}

const SEXES: Readonly<Record<string, TextKey>> = {
  unknown: 'statistics.unknown',
  K: 'scenario.women',
  M: 'scenario.men',
};

/** A group by its name. */
export function groupName(one: Group, context: Pick<CliContext, 'language'>): string {
  const { group, by, nameOf } = one;
  const code = groupCode(one);
  if (by === 'fylke') return group === NO_RECIPIENT ? say(context, 'common.held') : nameOf(group);
  if (code === '') return say(context, by === 'size' ? 'common.held' : 'scenario.without_persons');
  if (by === 'size') return say(context, 'scenario.persons_each', { range: code });
  if (by === 'class')
    return rateClassName(RATE_CLASSES[group - 1], context) || say(context, 'scenario.outside_the_table');
  return by === 'sex' ? say(context, SEXES[code] ?? 'statistics.unknown') : code;
}
