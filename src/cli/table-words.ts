import { parseComponent, type RateClass, traitsOf } from '../domain';
import type { TextKey } from '../messages';
import { type CliContext, say } from './context';

const CLASS_NAMES: Readonly<Record<RateClass, TextKey>> = {
  low: 'word.low',
  high: 'word.high',
  single: 'word.single',
};

/** A grant by its name; the codes are for files and programs. */
export function componentName(code: string, context: Pick<CliContext, 'language'>): string {
  const component = parseComponent(code);
  return component === undefined ? code : traitsOf(component).column[context.language];
}

/** A class of rates by its name; empty for none. */
export function rateClassName(rateClass: RateClass | undefined, context: Pick<CliContext, 'language'>): string {
  return rateClass === undefined ? '' : say(context, CLASS_NAMES[rateClass]);
}
