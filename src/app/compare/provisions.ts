import { withLimits } from '../../../rules';
import type { SizeView, Stage } from '../../analysis';
import { NorsktilskuddError } from '../../domain';
import type { FactShelf } from '../facts/fact-shelf';
import type { SizeCase } from '../facts/size-case';

/** A stage of the way from A's law to B's, with the provision that it takes over. */
export interface ProvisionStage extends Stage {
  /** Key of a limit; `exclude`, or `rules` for what is left: modules, calendar, split, regions, components left out. */
  readonly provision: string;
}

/**
 * From B's facts under A's law to those under its own, one limit after the other in the order of their keys; what is left is
 * that of the rules themselves.
 *
 * @param view B's facts are valued at A's rates
 * @param after B's facts under its own law, in its own view, at A's rates
 */
export function provisionStages(
  a: SizeCase,
  b: SizeCase,
  view: SizeView,
  after: Stage,
  shelf: FactShelf,
): readonly ProvisionStage[] {
  const stages: ProvisionStage[] = [];
  let law = a.rules;
  for (const { key, value } of differingLimits(a, b)) {
    try {
      law = withLimits(law, a.grantYear, { [key]: value });
    } catch (cause) {
      // A value that A's rules cannot have is taken over with the rules.
      if (!(cause instanceof NorsktilskuddError)) throw cause;
      continue;
    }
    const facts = shelf.factsOf({ ...b, rules: law }, a.grantYear);
    stages.push({ provision: key, facts, view });
  }
  return [...stages, { provision: 'rules', ...after }];
}

/** Limits of which B's year has another value than A's. */
function differingLimits(a: SizeCase, b: SizeCase): readonly { readonly key: string; readonly value: string }[] {
  const valueIn = (
    { rules: { limits }, grantYear }: SizeCase,
    key: Parameters<typeof limits.find>[0],
  ): string | undefined => limits.limits[limits.find(key, grantYear)]?.value;
  const keys = [...new Set(b.rules.limits.limits.map(({ key }) => key))].sort();
  return keys.flatMap((key) => {
    const [before, now] = [valueIn(a, key), valueIn(b, key)];
    return before === undefined || now === undefined || before === now ? [] : [{ key, value: now }];
  });
}
