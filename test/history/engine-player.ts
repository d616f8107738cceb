import { NorsktilskuddError } from '../../src/domain';
import { EMPTY_LEDGER } from '../oracle/ledger';
import { engineLedgerOf } from './engine-ledger';
import { rulesWith, runEngine } from './engine-run';
import { missingText, type Played, type Player, REJECTED } from './player';

/** Register and engine with a ledger in memory. */
export function enginePlayer(workFolder: string): Player {
  let ledger = engineLedgerOf(EMPTY_LEDGER);
  let next = ledger;
  return {
    async open(opening) {
      ledger = engineLedgerOf(opening);
    },
    async confirm() {},
    async withdraw() {},
    async claimed(balance, amountNok) {
      const balances = new Map(ledger.balances);
      balances.set(balance, (balances.get(balance) ?? 0) + amountNok);
      ledger = { ...ledger, balances: new Map([...balances].filter(([, left]) => left !== 0)) };
    },
    async run(command, extractFolder, ratesPath): Promise<Played> {
      try {
        const run = runEngine(ledger, command, extractFolder, rulesWith(ratesPath), workFolder);
        if (run === undefined) return { stop: REJECTED };
        next = run.next;
        return { files: run.files };
      } catch (cause) {
        if (!(cause instanceof NorsktilskuddError) || cause.code !== 'PARAMETERS_MISSING') throw cause;
        return { stop: missingText(cause.details.map(({ params }) => `${params.cell} ${params.count}`)) };
      }
    },
    async post() {
      ledger = next;
    },
    async postAndAnnul() {},
  };
}
