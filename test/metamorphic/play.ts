import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type EngineLedger, engineLedgerOf } from '../history/engine-ledger';
import { rulesWith, runEngine } from '../history/engine-run';
import type { History } from '../history/register';
import { writeHistory } from '../history/write-history';
import type { OracleFiles } from '../oracle/files';
import { EMPTY_LEDGER, openLedger } from '../oracle/ledger';
import { temporaryFolder } from '../support/temporary-folder';

/** What register and engine made of each run of a history, and the ledger that is left. */
export interface PlayedHistory {
  /** undefined for a run whose rows were rejected. */
  readonly runs: readonly (OracleFiles | undefined)[];
  readonly ledger: EngineLedger;
}

/** Plays a history through register and engine, every run posted. */
export function play(history: History): PlayedHistory {
  const folder = temporaryFolder();
  try {
    writeHistory(folder, history);
    const hasOpening = history.opening.length > 0;
    const opening = hasOpening
      ? openLedger(join(folder, 'opening_postings.csv'), join(folder, 'opening_balances.csv'))
      : EMPTY_LEDGER;
    let ledger = engineLedgerOf(opening);
    const rules = rulesWith(join(folder, 'rates.csv'));
    const runs = history.runs.map((run, index) => {
      const name = `${index + 1}-${run.year}-T${run.term}${run.supplement ? '-supplement' : ''}`;
      const played = runEngine(ledger, { ...run, acts: [] }, join(folder, name), rules, join(folder, 'work'));
      ledger = played?.next ?? ledger;
      return played?.files;
    });
    return { runs, ledger };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Postings added up over the batches by grant year, component, person and recipient; what is 0 is left out. */
export function postedSums(ledger: EngineLedger): Record<string, number> {
  const sums = new Map<string, number>();
  for (const { grantYear, component, person, recipient, amount } of [
    ...ledger.opening,
    ...ledger.batches.flatMap((batch) => batch.postings),
  ]) {
    const key = `${grantYear} ${component} ${person} ${recipient}`;
    sums.set(key, (sums.get(key) ?? 0) + amount);
  }
  return Object.fromEntries([...sums].filter(([, sum]) => sum !== 0).sort(([a], [b]) => (a < b ? -1 : 1)));
}
