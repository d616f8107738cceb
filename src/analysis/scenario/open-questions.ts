import type { Assumption } from '../../domain';
import type { FactTable, SplitBasis } from '../facts/fact-table';
import type { PriceList } from '../facts/price-list';
import { Repricer } from '../facts/reprice';
import { countedSlots, NO_FILTER, type RecipientTotal, recipientTotals } from './scenario';

/** What another answer to an open question would do. */
export interface Impact {
  readonly assumption: string;
  readonly value: string;
  readonly alternative: string;
  /** Change of the national size. */
  readonly totalNok: number;
  /** Kroner that come to recipients who gain; what the others lose is this less the change of the total. */
  readonly movedNok: number;
  readonly gain: number;
  readonly lose: number;
  /** Recipients whose size changes, in the order of their codes, with the change. */
  readonly recipients: readonly RecipientTotal[];
}

/**
 * Works out every other value that code can read of every assumption; so far that is the split by months in place of
 * days (A10).
 */
export function impactsOf(
  assumptions: readonly Assumption[],
  facts: FactTable,
  prices: PriceList,
  excluded: ReadonlySet<number>,
): Impact[] {
  const repricer = new Repricer(facts);
  const totalsFor = (basis: SplitBasis): RecipientTotal[] => {
    const amounts = repricer.amounts(prices, basis, new Float64Array(repricer.slots.length));
    return recipientTotals(repricer.slots, amounts, countedSlots(repricer.slots, excluded, NO_FILTER));
  };
  return assumptions.flatMap(({ id, value, alternatives }) =>
    alternatives
      .filter((alternative) => alternative !== value)
      .flatMap((alternative) => {
        const [now, other] = [splitOf(id, value), splitOf(id, alternative)];
        return now === undefined || other === undefined
          ? []
          : [impact(id, value, alternative, totalsFor(now), totalsFor(other))];
      }),
  );
}

function splitOf(id: string, value: string): SplitBasis | undefined {
  if (id !== 'A10') return undefined;
  return value === 'by_days' || value === 'by_months' ? value : undefined;
}

function impact(
  assumption: string,
  value: string,
  alternative: string,
  now: readonly RecipientTotal[],
  other: readonly RecipientTotal[],
): Impact {
  const before = new Map(now.map(({ recipient, amountNok }) => [recipient, amountNok]));
  const recipients = other
    .map(({ recipient, amountNok }) => ({ recipient, amountNok: amountNok - (before.get(recipient) ?? 0) }))
    .filter(({ amountNok }) => amountNok !== 0);
  const gains = recipients.filter(({ amountNok }) => amountNok > 0);
  return {
    assumption,
    value,
    alternative,
    totalNok: recipients.reduce((sum, { amountNok }) => sum + amountNok, 0),
    movedNok: gains.reduce((sum, { amountNok }) => sum + amountNok, 0),
    gain: gains.length,
    lose: recipients.length - gains.length,
    recipients,
  };
}
