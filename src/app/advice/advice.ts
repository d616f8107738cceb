import { type Advice, collectAdvice, planFacts, Repricer, stopIfMissing } from '../../analysis';
import { plainCase, type SizeCase } from '../facts/size-case';
import type { SizingTools } from '../facts/sizing-tools';

/** What is missing or late in the register, and what it costs each kommune. */
export function adviceReport({ defaults, shelf }: SizingTools): { readonly size: SizeCase; readonly advice: Advice } {
  const { rules } = defaults;
  const size = plainCase('advice', defaults, shelf);
  const facts = shelf.facts(size.place, size.grantYear, size.asOf, size.rules);
  stopIfMissing(new Repricer(facts).missing(size.prices, size), rules.rates);
  const snapshot = shelf.snapshot(size.place);
  const plan = planFacts(rules, size.grantYear, size.asOf);
  return { size, advice: collectAdvice(snapshot, plan, facts, size, snapshot.takenAt) };
}
