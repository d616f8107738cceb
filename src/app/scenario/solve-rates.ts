import { buildRateTable } from '../../../rules';
import { componentOfCell, priceListOf } from '../../analysis';
import { type Component, f64, NorsktilskuddError, type Rate, rateCell } from '../../domain';
import type { FactShelf } from '../facts/fact-shelf';
import type { LawChange, SizeCase } from '../facts/size-case';
import { lawSince } from './law-changes';
import { amountsAt, pricedCase, stopWithName } from './price-cases';
import type { PricedCase } from './scenario-side';
import { withPercent } from './set-words';

/** Rates of a component that meet a sum. */
export interface SolvedRates {
  readonly component: Component;
  readonly sumNok: number;
  /** The largest percentage by which the component does not come to more than the sum, in ten-thousandths of a percent. */
  readonly percentTenThousandths: number;
  /** What the component comes to at it. */
  readonly amountNok: number;
  /** The set of rates in steps of 50 kr whose sum is nearest: rates by cell, and what the component comes to at them. */
  readonly nearest: { readonly rates: readonly LawChange[]; readonly amountNok: number };
}

/** Millionths of a percent in the smallest step of an answer. */
const STEP = 100n;
/** From -100 to +10,000 percent, in steps. */
const LEAST = -1_000_000;
const MOST = 100_000_000;
const ROUND_NOK = 50;

/**
 * The percentage on all rates of a component that meets a sum (rulebook 8.4: each rate is rounded half up to whole kroner),
 * and the case at it.
 *
 * @throws NorsktilskuddError input SCENARIO_CANNOT_SOLVE where nobody triggers the component, or no rate can meet the sum
 */
export function solveRates(
  size: SizeCase,
  { component, sumNok }: { readonly component: Component; readonly sumNok: number },
  shelf: FactShelf,
): { readonly size: SizeCase; readonly rates: SolvedRates } {
  const priced = pricedCase(size, shelf);
  stopWithName(priced);
  const own = size.rates.rates.filter((rate) => isOf(component, rate) && rate.grantYear === size.grantYear);
  const at = (step: number, round: number): { readonly rates: Rate[]; readonly amountNok: number } => {
    const rates = own.map((rate) => ({
      ...rate,
      valueNok: rounded(withPercent(rate.valueNok, BigInt(step) * STEP), round),
    }));
    return { rates, amountNok: amountOf(priced, component, rates) };
  };
  if (at(0, 1).amountNok === 0 || at(MOST, 1).amountNok < sumNok) {
    const params = { scenario: size.label, component, sumNok };
    throw new NorsktilskuddError('input', 'SCENARIO_CANNOT_SOLVE', params);
  }
  const step = largest((one) => at(one, 1).amountNok <= sumNok);
  const exact = at(step, 1);
  const below = largest((one) => at(one, ROUND_NOK).amountNok <= sumNok);
  const [under, over] = [at(below, ROUND_NOK), at(below + 1, ROUND_NOK)];
  const nearest = over.amountNok - sumNok < sumNok - under.amountNok ? over : under;
  const solved = {
    ...{ component, sumNok, percentTenThousandths: step, amountNok: exact.amountNok },
    nearest: { amountNok: nearest.amountNok, rates: changesOf(own, nearest.rates) },
  };
  return { size: withRates(size, exact.rates, own), rates: solved };
}

/** The last step from LEAST on at which something still holds; it holds at LEAST. */
function largest(holds: (step: number) => boolean): number {
  let [low, high] = [LEAST, MOST];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

function rounded(nok: number, to: number): number {
  return Math.floor((2 * nok + to) / (2 * to)) * to;
}

function isOf(component: Component, { key }: Rate): boolean {
  return key === component || key.startsWith(`${component}.`);
}

function amountOf({ size, repricer }: PricedCase, component: Component, rates: readonly Rate[]): number {
  const prices = priceListOf(buildRateTable([size.rates.rates, rates]), size.grantYear);
  const amounts = amountsAt(repricer, { prices, basis: size.basis });
  return repricer.slots.reduce(
    (sum, { cell }, slot) => (componentOfCell(cell) === component ? sum + f64(amounts, slot) : sum),
    0,
  );
}

function withRates(size: SizeCase, rows: readonly Rate[], before: readonly Rate[]): SizeCase {
  const scenario = rows.map(
    (rate): Rate => ({ ...rate, status: 'scenario', source: '--solve', file: 'scenario', line: 0 }),
  );
  const rates = buildRateTable([size.rates.rates, scenario]);
  const law = lawSince(size.law, changesOf(before, rows));
  return { ...size, rates, prices: priceListOf(rates, size.grantYear), rules: { ...size.rules, rates }, law };
}

function changesOf(before: readonly Rate[], after: readonly Rate[]): LawChange[] {
  return after
    .map(({ key, grantYear, rateClass, valueNok }, index) => ({
      what: rateCell(key, grantYear, rateClass),
      from: String(before[index]?.valueNok ?? ''),
      to: String(valueNok),
    }))
    .filter(({ from, to }) => from !== to);
}
