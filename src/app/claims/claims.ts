import {
  asRecipientCode,
  type CaseActDetails,
  type Day,
  EMPTY_CASE_ACT,
  formatDay,
  formatRecipientCode,
  type NettingGroup,
  NorsktilskuddError,
} from '../../domain';
import type { CaseActInfo, Ledger, SignedActBy } from '../../ledger';
import { type Act, type ActingInstallation, withAct, withLedger } from '../acts/act';
import { type CaseActAnswer, salt } from '../cases/case-acts';

type Reasoned = Act & { readonly reason: string };

export type ClaimState = 'proposed' | 'open' | 'settled' | 'withdrawn' | 'dropped';

/** A claim (tilbakebetalingskrav) as it stands. Interest is never calculated. */
export interface ClaimView {
  /** Number of the act that made it. */
  readonly claim: number;
  readonly caseNumber: number;
  readonly recipientId: string;
  readonly group: string;
  readonly state: ClaimState;
  readonly amountNok: number;
  readonly paidNok: number;
  readonly writtenOffNok: number;
  /** Kroner that are still owed: 0 of a claim that is not open. */
  readonly openNok: number;
  /** Day on which it lapses, as whoever proposed it said; empty where nobody has. */
  readonly limitationDay: string;
}

/** Every claim, the oldest first. */
export function claimsOf(db: string): ClaimView[] {
  return withLedger(db, true, (ledger) => {
    ledger.prove();
    return claimsIn(ledger);
  });
}

/** The same of a ledger that is open. */
export function claimsIn(ledger: Ledger): ClaimView[] {
  const acts = ledger.cases().flatMap((one) => one.acts);
  return acts.filter(({ details }) => details.kind === 'claim').map((one) => viewOf(one, acts));
}

const STATES = { proposed: 'proposed', withdrawn: 'withdrawn', dropped: 'dropped' } as const;

function viewOf({ act, caseNumber, details, state }: CaseActInfo, acts: readonly CaseActInfo[]): ClaimView {
  const sumOf = (kind: CaseActDetails['kind']): number =>
    acts
      .filter((one) => one.details.kind === kind && one.state === 'in_force' && one.details.key === String(act))
      .reduce((sum, one) => sum + one.details.amount, 0);
  const [paidNok, writtenOffNok] = [sumOf('claim_payment'), sumOf('write_off')];
  const openNok = state === 'in_force' ? details.amount - paidNok - writtenOffNok : 0;
  return {
    claim: act,
    caseNumber,
    recipientId: formatRecipientCode(asRecipientCode(details.recipient)),
    group: details.code,
    state: state === 'in_force' ? (openNok > 0 ? 'open' : 'settled') : STATES[state],
    amountNok: details.amount,
    paidNok,
    writtenOffNok,
    openNok,
    limitationDay: details.toDay,
  };
}

/** A claim that is proposed. */
export interface ClaimRequest extends Reasoned {
  readonly caseNumber: number;
  /** RecipientCode under which the balance stands. */
  readonly recipient: number;
  readonly group: NettingGroup;
  /** Kroner; all that is owed where none are given. */
  readonly amountNok?: number | undefined;
  /** Day on which it lapses (foreldelse), by whoever knows it: no rule here says it. */
  readonly limitationDay?: Day | undefined;
}

/**
 * Proposes a claim of a balance; once another has confirmed it, that part is netted no more.
 *
 * @throws NorsktilskuddError usage LEDGER_CASE_UNKNOWN; refused LEDGER_CASE_REFUSED with the reasons
 */
export function proposeClaim(installation: ActingInstallation, request: ClaimRequest): CaseActAnswer {
  const { recipient, group, limitationDay } = request;
  const toDay = limitationDay === undefined ? '' : formatDay(limitationDay);
  return withAct(installation, request, (ledger, by) => {
    const cell = ledger.postedState().balances.find((row) => row.recipient === recipient && row.group === group);
    const amount = request.amountNok ?? 0 - (cell?.balanceNok ?? 0);
    return proposed(ledger, by, request, { kind: 'claim', recipient, code: group, amount, toDay });
  });
}

/** Money that came on a claim. */
export interface ClaimPaymentRequest extends Reasoned {
  readonly claim: number;
  readonly amountNok: number;
  readonly on: Day;
}

/** Proposes that money came on a claim; another confirms it. @throws as proposeClaim() */
export function proposeClaimPayment(installation: ActingInstallation, request: ClaimPaymentRequest): CaseActAnswer {
  return withAct(installation, request, (ledger, by) => {
    const { caseNumber, recipient, code } = knownClaim(ledger, request.claim);
    const said = {
      recipient,
      code,
      amount: request.amountNok,
      fromDay: formatDay(request.on),
      key: String(request.claim),
    };
    return proposed(ledger, by, { ...request, caseNumber }, { kind: 'claim_payment', ...said });
  });
}

/** A write-off in a case. */
export interface WriteOffRequest extends Reasoned {
  readonly claim: number;
  readonly caseNumber: number;
  /** Kroner; all that is left where none are given. */
  readonly amountNok?: number | undefined;
}

/** Proposes to write off what is left of a claim, or a part of it; another confirms it. @throws as proposeClaim() */
export function proposeWriteOff(installation: ActingInstallation, request: WriteOffRequest): CaseActAnswer {
  return withAct(installation, request, (ledger, by) => {
    const { recipient, code } = knownClaim(ledger, request.claim);
    const left = claimsIn(ledger).find(({ claim }) => claim === request.claim)?.openNok ?? 0;
    const said = { recipient, code, amount: request.amountNok ?? left, key: String(request.claim) };
    return proposed(ledger, by, request, { kind: 'write_off', ...said });
  });
}

function proposed(
  ledger: Ledger,
  by: SignedActBy,
  { caseNumber, reason }: { readonly caseNumber: number; readonly reason: string },
  said: Partial<CaseActDetails> & Pick<CaseActDetails, 'kind'>,
): Omit<CaseActAnswer, 'journalHead'> {
  const details = { ...EMPTY_CASE_ACT, ...said };
  return { already: false, found: ledger.proposeCaseAct({ ...by, caseNumber, details, reason, salt: salt() }) };
}

/** What a claim is on. @throws NorsktilskuddError usage LEDGER_CLAIM_UNKNOWN */
function knownClaim(ledger: Ledger, claim: number): { caseNumber: number; recipient: number; code: string } {
  const acts = ledger.cases().flatMap((one) => one.acts);
  const found = acts.find(({ act, details }) => act === claim && details.kind === 'claim');
  if (found === undefined) throw new NorsktilskuddError('usage', 'LEDGER_CLAIM_UNKNOWN', { claim });
  return { caseNumber: found.caseNumber, recipient: found.details.recipient, code: found.details.code };
}
