import { type CaseActDetails, type ErrorDetail, errorDetail, isClaimAct, NETTING_GROUPS, parseDay } from '../../domain';
import { allActs } from '../cases/case-reads';
import type { CaseActInfo } from '../cases/case-types';
import { groupNumber } from '../codes';
import type { LaterActs } from '../later/later-act';
import { balancesAsOf, lastPosting, type OpenLedger } from '../posting-reads';
import { type Movement, movementsWhere } from '../postings/movements';
import { balancesAfter } from '../postings/post-figures';
import { recipientText } from '../rows-text';
import { balancesToNet, claimMovements, confirmClaimAct, movementBack, movementOf } from './claim-movements';
import { CLAIMS } from './tables';

/** Claims after some acts: what each act moved, and what is left of each claim that has not been withdrawn. */
export interface PlayedClaims {
  readonly moves: ReadonlyMap<CaseActInfo, Movement>;
  /** Kroner left by the number of the claim's act. */
  readonly open: ReadonlyMap<number, number>;
}

/** Plays acts on claims in the order in which they were confirmed; acts of other kinds move nothing. */
export function playClaims(acts: readonly CaseActInfo[]): PlayedClaims {
  const byNumber = new Map(acts.map((one) => [one.act, one]));
  const open = new Map<number, number>();
  const moves = new Map<CaseActInfo, Movement>();
  const add = (claim: string, amountNok: number): void => {
    const left = open.get(Number(claim));
    if (left !== undefined) open.set(Number(claim), left + amountNok);
  };
  for (const one of acts.filter(({ confirmedIn }) => confirmedIn > 0).sort((a, b) => a.confirmedIn - b.confirmedIn)) {
    const { act, details } = one;
    const ended = details.kind === 'withdrawal' ? byNumber.get(details.withdraws) : undefined;
    if (ended !== undefined && isClaimAct(ended.details.kind)) {
      const isClaim = ended.details.kind === 'claim';
      moves.set(one, movementBack(ended.details, isClaim ? open.get(ended.act) : undefined));
      if (isClaim) open.delete(ended.act);
      else add(ended.details.key, ended.details.amount);
    } else if (details.kind === 'claim') {
      moves.set(one, movementOf(details));
      open.set(act, details.amount);
    } else if (isClaimAct(details.kind)) {
      moves.set(one, movementOf(details));
      add(details.key, -details.amount);
    }
  }
  return { moves, open };
}

/** What an act moves if it is confirmed now; undefined for acts that concern no claim. */
export function moveOfConfirmation(ledger: OpenLedger, found: CaseActInfo): Movement | undefined {
  const now = { ...found, confirmedIn: Number.MAX_SAFE_INTEGER };
  const acts = allActs(ledger).map((one) => (one.act === found.act ? now : one));
  return playClaims(acts).moves.get(now);
}

/**
 * Why an act on a claim cannot be: of no group, more than is owed, of a claim that is not open, more than is left of it.
 *
 * @param today day of the act, `YYYY-MM-DD`: nobody has paid on a day to come
 */
export function claimFaults(ledger: OpenLedger, details: CaseActDetails, today: string): ErrorDetail[] {
  const { kind, recipient, code, amount: amountNok, fromDay: on } = details;
  if (!isClaimAct(kind)) return withdrawalOfClaimFaults(ledger, details);
  const group = NETTING_GROUPS.find((name) => name === code);
  if (group === undefined) return [errorDetail('LEDGER_CLAIM_GROUP', { code, groups: NETTING_GROUPS.join(', ') })];
  if (amountNok <= 0) return [errorDetail('LEDGER_CLAIM_AMOUNT', { amountNok })];
  if (kind !== 'claim') {
    const late = kind === 'claim_payment' && parseDay(on) !== undefined && on > today;
    return [...leftFaults(ledger, details), ...(late ? [errorDetail('LEDGER_CLAIM_DAY_TO_COME', { on })] : [])];
  }
  const cell = balancesToNet(ledger, lastPosting(ledger)).find(
    (row) => row.recipient === recipient && groupNumber(row.group) === groupNumber(group),
  );
  const owedNok = 0 - (cell?.balanceNok ?? 0);
  if (amountNok <= owedNok) return [];
  return [
    errorDetail('LEDGER_CLAIM_ABOVE_BALANCE', { recipient: recipientText(recipient), group, amountNok, owedNok }),
  ];
}

function leftFaults(
  ledger: OpenLedger,
  { key: claim, recipient, code, amount: amountNok }: CaseActDetails,
): ErrorDetail[] {
  const acts = allActs(ledger);
  const found = acts.find(({ act, details }) => String(act) === claim && details.kind === 'claim');
  const leftNok = found && playClaims(acts).open.get(found.act);
  if (found?.state !== 'in_force' || leftNok === undefined) return [errorDetail('LEDGER_CLAIM_NOT_OPEN', { claim })];
  if (found.details.recipient !== recipient || found.details.code !== code) {
    return [errorDetail('LEDGER_CLAIM_OF_OTHERS', { claim })];
  }
  return amountNok <= leftNok ? [] : [errorDetail('LEDGER_CLAIM_ABOVE_OPEN', { claim, amountNok, leftNok })];
}

/** A claim of which nothing is left has ended by itself; what was paid on one that was withdrawn stands. */
function withdrawalOfClaimFaults(ledger: OpenLedger, { withdraws }: CaseActDetails): ErrorDetail[] {
  const acts = allActs(ledger);
  const ended = acts.find(({ act }) => act === withdraws);
  if (ended === undefined || !isClaimAct(ended.details.kind)) return [];
  const claim = ended.details.kind === 'claim' ? String(ended.act) : ended.details.key;
  const leftNok = playClaims(acts).open.get(Number(claim));
  const isOver = leftNok === undefined || (ended.details.kind === 'claim' && leftNok === 0);
  return isOver ? [errorDetail('LEDGER_CLAIM_NOT_OPEN', { claim })] : [];
}

/** Acts on claims, held to the money that they moved. */
export const CLAIM_ACTS: LaterActs = {
  tables: CLAIMS,
  contentOf: {
    'confirm-claim': (ledger, { journal }) => {
      const row = ledger.db.prepare('SELECT act FROM case_confirmations WHERE journal = ?').get(journal);
      const [movement, ...more] = movementsWhere(ledger, 'posting = 0 AND journal = ?', journal);
      return row && movement && more.length === 0 ? confirmClaimAct(Number(row[0]), movement) : undefined;
    },
  },
  rows: {},
  faults: claimsFaults,
};

/** Each act has moved what it says, and no claim more than was owed when it was confirmed. */
function claimsFaults(ledger: OpenLedger): ErrorDetail[] {
  const faults: ErrorDetail[] = [];
  const { moves } = playClaims(allActs(ledger));
  for (const [{ act, confirmedIn }, movement] of moves) {
    const fault = (): number => faults.push(errorDetail('LEDGER_CLAIMS_DIFFER', { act }));
    const [stored] = movementsWhere(ledger, 'posting = 0 AND journal = ?', confirmedIn);
    if (JSON.stringify(stored) !== JSON.stringify(movement)) fault();
    const named = ledger.db
      .prepare('SELECT case_number FROM movements WHERE posting = 0 AND journal = ?')
      .get(confirmedIn);
    if (named?.[0] !== act) fault();
    const posting = Number(
      ledger.db.prepare('SELECT coalesce(max(posting), 0) FROM posting_chain WHERE journal < ?').get(confirmedIn)?.[0],
    );
    const balances = balancesAfter(balancesAsOf(ledger, posting), claimMovements(ledger, confirmedIn + 1));
    const cell = balances.find(
      (row) => row.recipient === movement.recipient && groupNumber(row.group) === movement.groupNumber,
    );
    if ((cell?.balanceNok ?? 0) > 0) fault();
  }
  const moved = claimMovements(ledger).length;
  if (moved !== moves.size) faults.push(errorDetail('LEDGER_CLAIMS_DIFFER', { act: 0 }));
  return faults;
}
