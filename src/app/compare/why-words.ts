import { REASONS, type Reason } from '../../analysis';
import { type Language, type TextKey, textOf } from '../../messages';
import type { Why } from './why';

const WORDS: Readonly<Record<Reason, TextKey>> = {
  entered: 'why.entered',
  late: 'why.late',
  moved_on: 'why.moved_on',
  finished: 'why.finished',
  fell_away: 'why.fell_away',
  moved: 'why.moved',
  merged: 'why.merged',
  corrected: 'why.corrected',
  count: 'why.count',
  hours: 'why.hours',
};
const EFFECT_WORDS: Readonly<Record<Why['effect'], TextKey>> = {
  persons: 'why.persons',
  rule: 'why.rule',
  rate: 'why.rate',
};

/** Effect and reason in words; provisions and cells go by their keys. */
export function whyWords({ effect, what }: Pick<Why, 'effect' | 'what'>, language: Language): [string, string] {
  const reason = REASONS.find((one) => effect === 'persons' && one === what);
  const rules = what === 'rules' ? textOf('why.rules', language) : what;
  return [textOf(EFFECT_WORDS[effect], language), reason === undefined ? rules : textOf(WORDS[reason], language)];
}
