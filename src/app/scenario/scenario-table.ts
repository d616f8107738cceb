import { formatDay } from '../../domain';
import { RunFolder, writeTableForPeople } from '../../payout';
import { recipientText } from '../recipient-text';
import type { ScenarioResult } from './execute-scenarios';

/** One recipient in a scenario and in its base. */
export interface RecipientPair {
  readonly recipient: number;
  readonly amountNok: number;
  readonly baseNok: number;
}

/** Recipients of a scenario or of its base, in the order of their codes; without a base only those of the scenario. */
export function recipientPairs({ recipients, base }: ScenarioResult): RecipientPair[] {
  const pairs = new Map<number, { amountNok: number; baseNok: number }>();
  for (const { recipient, amountNok } of recipients) pairs.set(recipient, { amountNok, baseNok: 0 });
  for (const { recipient, amountNok: baseNok } of base?.recipients ?? []) {
    pairs.set(recipient, { amountNok: pairs.get(recipient)?.amountNok ?? 0, baseNok });
  }
  return [...pairs].sort(([a], [b]) => a - b).map(([recipient, pair]) => ({ recipient, ...pair }));
}

const COLUMNS = ['mark', 'scenario', 'grant_year', 'as_of', 'recipient_id', 'amount', 'base_amount', 'difference'];

/** Writes scenarios.csv into a new folder: one row a scenario and recipient, every row marked. */
export function writeScenarios(results: readonly ScenarioResult[], folder: string): void {
  const rows = results.flatMap((result) =>
    recipientPairs(result).map(({ recipient, amountNok, baseNok }) => {
      const compared = result.base === undefined ? [null, null] : [baseNok, amountNok - baseNok];
      const { name, grantYear, asOf } = result;
      return ['SCENARIO', name, grantYear, formatDay(asOf), recipientText(recipient), amountNok, ...compared];
    }),
  );
  RunFolder.write(folder, (out) => writeTableForPeople(out.createFile('scenarios.csv'), COLUMNS, rows));
}
