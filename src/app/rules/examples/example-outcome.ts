import { asRecipientCode, formatRecipientCode, type RunResult } from '../../../domain';

/** Texts in one order, so that a table may list them in any. */
export function sortedTexts(texts: readonly string[]): string[] {
  return [...texts].sort((a, b) => (a < b ? -1 : 1));
}

/**
 * What a run came to, in the words of the tables: `0301 31900` a recipient (`2023 0301 31900` for the year before),
 * `holdt 31900 no_recipient` a reason, `betalt 0301 2000` a transfer, `ingenting` where there is nothing.
 */
export function outcomeOf(result: RunResult, grantYear: number, showsPayouts: boolean): string[] {
  const sums = new Map<string, number>();
  const add = (name: string, amountNok: number): void => void sums.set(name, (sums.get(name) ?? 0) + amountNok);
  const yearOf = (year: number): string => (year === grantYear ? '' : `${year} `);
  for (const line of result.lines) {
    const recipient = formatRecipientCode(asRecipientCode(line.recipient));
    add(`${yearOf(line.grantYear)}${recipient} AMOUNT`, line.amountNok);
  }
  for (const row of result.held) add(`holdt ${yearOf(row.grantYear)}AMOUNT ${row.reason}`, row.heldAmountNok ?? 0);
  if (showsPayouts) {
    for (const row of result.payouts)
      add(`betalt ${formatRecipientCode(asRecipientCode(row.recipient))} AMOUNT`, row.paidNok);
  }
  if (sums.size === 0) return ['ingenting'];
  return sortedTexts([...sums].map(([name, amountNok]) => name.replace('AMOUNT', String(amountNok))));
}
