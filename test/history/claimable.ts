import type { OracleAct } from '../oracle/acts';
import { claimsOf } from '../oracle/claims';
import type { OracleLedger } from '../oracle/ledger';

/** The act of a claim on what the ledger then holds: a balance, or an open claim, and no more than that; undefined for none. */
export function claimable(act: OracleAct, ledger: OracleLedger): OracleAct | undefined {
  const isClaim = act.kind === 'claim';
  const owed: [balance: string, nok: number, claim: string][] = isClaim
    ? [...ledger.balances].filter(([, nok]) => nok < 0).map(([balance, nok]) => [balance, -nok, ''])
    : claimsOf(ledger)
        .filter(({ openNok }) => openNok > 0)
        .map(({ act: claim, balance, openNok }) => [balance, openNok, String(claim)]);
  const chosen = owed.sort(([a], [b]) => (a < b ? -1 : 1))[act.act % Math.max(1, owed.length)];
  if (chosen === undefined) return undefined;
  const [balance, nok, key] = chosen;
  const [recipient = '', code = ''] = balance.split('/');
  return { ...act, recipient, code, amount: Math.min(act.amount, nok), key };
}
