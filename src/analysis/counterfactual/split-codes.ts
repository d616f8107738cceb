import { countDateOf } from '../../../rules';
import { asDay, asRecipientCode, type CodeTranslation, i32, isCounted, u8 } from '../../domain';
import { cutOffDate } from '../../engine';
import type { Trial } from './trial';

/** To the codes of the last day of the grant year, of the cut-off, and of the count date. */
function translationsOf(trial: Trial): readonly CodeTranslation[] {
  const known = KNOWN.get(trial);
  if (known) return known;
  const { question, plan } = trial;
  const { request, rules } = question;
  const cutOff = rules.places.translationTo(cutOffDate(request.grantYear, request.term));
  const counted = isCounted(plan.component)
    ? [rules.places.translationTo(asDay(countDateOf(plan.grantYear, rules.limits)))]
    : [];
  const all = [plan.context.translation, cutOff, ...counted];
  KNOWN.set(trial, all);
  return all;
}

const KNOWN = new WeakMap<Trial, readonly CodeTranslation[]>();

/** True for a code that cannot be paid: its kommune or fylke was split and has no unique successor. */
export function isSplit(trial: Trial, code: number): boolean {
  return translationsOf(trial).some(({ stopped }) => u8(stopped, code) === 1);
}

/** Numbers that a split kommune or fylke became and that can be paid, ascending; none for a code that was not split. */
export function successorsOf(trial: Trial, code: number): readonly number[] {
  const { places } = trial.question.rules;
  const found = new Set<number>();
  const seen = new Set<number>();
  const follow = (from: number): void => {
    if (seen.has(from)) return;
    seen.add(from);
    if (!isSplit(trial, from)) {
      found.add(from);
      return;
    }
    for (const { target, stopped } of translationsOf(trial)) {
      if (u8(stopped, from) === 0) continue;
      const split = asRecipientCode(i32(target, from));
      for (const place of places.places) if (place.code === split) for (const next of place.successors) follow(next);
    }
  };
  if (isSplit(trial, code)) follow(code);
  return [...found].sort((a, b) => a - b);
}
