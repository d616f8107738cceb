import { type Impact, impactsOf, Repricer, stopIfMissing } from '../../analysis';
import { componentOrdinal } from '../../domain';
import { plainCase, type SizeCase } from '../facts/size-case';
import type { SizingTools } from '../facts/sizing-tools';

/** What every other answer to an open question would move. */
export function impactReport({ defaults, shelf }: SizingTools): {
  readonly size: SizeCase;
  readonly impacts: readonly Impact[];
} {
  const { rules } = defaults;
  const size = plainCase('impact', defaults, shelf);
  const facts = shelf.facts(size.place, size.grantYear, size.asOf);
  stopIfMissing(new Repricer(facts).missing(size.prices, size), rules.rates);
  const excluded = new Set(size.excluded.map(componentOrdinal));
  return { size, impacts: impactsOf(rules.assumptions.assumptions, facts, size.prices, excluded) };
}
