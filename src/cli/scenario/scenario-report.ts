import { recipientText, type ScenarioResult } from '../../app';
import { formatDay, formatKroner, NO_RECIPIENT } from '../../domain';
import { RunFolder, writeTableForPeople } from '../../payout';
import { type CliContext, say } from '../context';
import { percentText, withSign } from '../percent-text';
import { textTable } from '../text-table';

/** One recipient in a scenario and in its base. */
interface RecipientPair {
  readonly recipient: number;
  readonly amountNok: number;
  readonly baseNok: number;
}

/** Recipients of a scenario or of its base, in the order of their codes; without a base only those of the scenario. */
function recipientPairs({ recipients, base }: ScenarioResult): RecipientPair[] {
  const pairs = new Map<number, { amountNok: number; baseNok: number }>();
  for (const { recipient, amountNok } of recipients) pairs.set(recipient, { amountNok, baseNok: 0 });
  for (const { recipient, amountNok: baseNok } of base?.recipients ?? []) {
    pairs.set(recipient, { amountNok: pairs.get(recipient)?.amountNok ?? 0, baseNok });
  }
  return [...pairs].sort(([a], [b]) => a - b).map(([recipient, pair]) => ({ recipient, ...pair }));
}

/** The scenarios for people: one row each, and what may not be done with them. */
export function scenarioReportText(results: readonly ScenarioResult[], context: CliContext): string {
  const words = say(context, 'scenario.columns_scenario');
  const rows = results.map((result) => {
    const { name, grantYear, asOf, sizeNok, heldNok, base } = result;
    const change = base === undefined ? undefined : sizeNok - base.sizeNok;
    const pairs =
      base === undefined ? [] : recipientPairs(result).filter(({ recipient }) => recipient !== NO_RECIPIENT);
    return [
      name,
      String(grantYear),
      formatDay(asOf),
      formatKroner(sizeNok),
      formatKroner(heldNok),
      change === undefined ? '-' : withSign(formatKroner(change), change),
      change === undefined ? '-' : percentText(change, base?.sizeNok ?? 0, context.language),
      String(pairs.filter(({ amountNok, baseNok }) => amountNok > baseNok).length),
      String(pairs.filter(({ amountNok, baseNok }) => amountNok < baseNok).length),
    ];
  });
  const mark = say(context, 'scenario.scenario_cannot_paid');
  return `${mark}\n\n${textTable(words.split('|'), 'lllrrrrrr', rows)}`;
}

/** The scenarios for programs. */
export function scenarioReportJson(results: readonly ScenarioResult[]): string {
  const scenarios = results.map((result) => ({
    name: result.name,
    grant_year: result.grantYear,
    as_of: formatDay(result.asOf),
    size: result.sizeNok,
    held: result.heldNok,
    warnings: result.warnings,
    base_size: result.base?.sizeNok ?? null,
    difference: result.base === undefined ? null : result.sizeNok - result.base.sizeNok,
    recipients: recipientPairs(result).map(({ recipient, amountNok, baseNok }) => ({
      recipient_id: recipientText(recipient),
      amount: amountNok,
      base_amount: result.base === undefined ? null : baseNok,
    })),
  }));
  return `${JSON.stringify({ mark: 'SCENARIO', payable: false, scenarios })}\n`;
}

/** Writes scenarios.csv: one row a scenario and recipient, every row marked. */
export function writeScenarioFolder(results: readonly ScenarioResult[], folder: string): void {
  RunFolder.write(folder, (out) => {
    const rows = results.flatMap((result) =>
      recipientPairs(result).map(({ recipient, amountNok, baseNok }) => {
        const compared = result.base === undefined ? [null, null] : [baseNok, amountNok - baseNok];
        return [
          'SCENARIO',
          result.name,
          result.grantYear,
          formatDay(result.asOf),
          recipientText(recipient),
          amountNok,
          ...compared,
        ];
      }),
    );
    const columns = ['mark', 'scenario', 'grant_year', 'as_of', 'recipient_id', 'amount', 'base_amount', 'difference'];
    writeTableForPeople(out.createFile('scenarios.csv'), columns, rows);
  });
}
