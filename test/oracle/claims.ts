import type { OracleAct } from './acts';
import type { OracleLedger } from './ledger';

/** A claim (tilbakebetalingskrav) that stands: what it named, and what of it is neither paid nor written off. */
export interface OracleClaim {
  readonly act: number;
  /** `recipient/group` */
  readonly balance: string;
  readonly openNok: number;
}

/** Kroner that an act moves back into netting, or out of it where above 0, for a `recipient/group`. */
export interface Moved {
  readonly ledger: OracleLedger;
  readonly balance: string;
  readonly amountNok: number;
}

/** A claim moves that part of a balance out of netting; what is paid on it and written off only ends it (rulebook 9a). */
export function confirmClaim(ledger: OracleLedger, { act, kind, recipient, code, amount, key }: OracleAct): Moved {
  const balance = `${recipient}/${code}`;
  if (kind !== 'claim') return { ledger: open(ledger, Number(key), -amount), balance, amountNok: 0 };
  const claims = [...claimsOf(ledger), { act, balance, openNok: amount }];
  return { ledger: { ...moveBalance(ledger, balance, amount), claims }, balance, amountNok: amount };
}

/**
 * Withdrawn, the open part of a claim is carried again; a payment withdrawn is open again. Undefined where it cannot be: a claim of
 * which nothing is left has ended by itself.
 */
export function withdrawClaim(
  ledger: OracleLedger,
  { act, kind, recipient, code, amount, key }: OracleAct,
): Moved | undefined {
  const claim = claimsOf(ledger).find((one) => one.act === (kind === 'claim' ? act : Number(key)));
  if (!claim || (kind === 'claim' && claim.openNok === 0)) return undefined;
  const balance = `${recipient}/${code}`;
  if (kind !== 'claim') return { ledger: open(ledger, claim.act, amount), balance, amountNok: 0 };
  const claims = claimsOf(ledger).filter((one) => one !== claim);
  return { ledger: { ...moveBalance(ledger, balance, -claim.openNok), claims }, balance, amountNok: -claim.openNok };
}

export function claimsOf({ claims = [] }: OracleLedger): readonly OracleClaim[] {
  return claims;
}

function open(ledger: OracleLedger, act: number, amountNok: number): OracleLedger {
  const claims = claimsOf(ledger).map((one) => (one.act === act ? { ...one, openNok: one.openNok + amountNok } : one));
  return { ...ledger, claims };
}

function moveBalance(ledger: OracleLedger, balance: string, amountNok: number): OracleLedger {
  const balances = new Map(ledger.balances);
  balances.set(balance, (balances.get(balance) ?? 0) + amountNok);
  return { ...ledger, balances };
}
