import {
  type CaseActDetails,
  type CaseActKind,
  type CaseDecision,
  type CaseKind,
  NO_PERSON,
  NO_RECIPIENT,
  NorsktilskuddError,
  type PersonId,
} from '../../domain';
import { secretBytes } from '../../effects';
import type { CaseActInfo, CaseInfo } from '../../ledger';
import { type Act, type ActingInstallation, withAct, withLedger } from '../acts/act';
import { shelfBeside } from '../privacy/known-protection';
import { writtenAct } from './written-act';

/** Bytes of the salt by which nobody finds out who is named in an act by trying. */
const SALT_BYTES = 16;

/** Acts that can be proposed: those that runs read today. */
export const CASE_ACTS_OFFERED = [
  'pin_kommune',
  'row_void',
  'row_standing',
  'pin_successor',
  'pin_count',
  'adjustment',
  'block',
  'keep',
  'correct',
  'block_payments',
] as const satisfies readonly CaseActKind[];

type Reasoned = Act & { readonly reason: string };

/** A case that is opened. */
export interface CaseRequest extends Reasoned {
  readonly kind: CaseKind;
  /** RecipientCode of the kommune or fylkeskommune that it is about. */
  readonly recipient?: number | undefined;
  readonly person?: PersonId | undefined;
  /** The document in the archive. */
  readonly reference: string;
}

/** What came of an act. */
export interface CaseAnswer {
  readonly already: boolean;
  readonly found: CaseInfo;
  readonly journalHead: string;
}

/** What came of an act within a case. */
export interface CaseActAnswer {
  readonly already: boolean;
  readonly found: CaseActInfo;
  readonly journalHead: string;
}

/** Drawn anew for every act. */
export const salt = (): string => secretBytes(SALT_BYTES).toString('hex');

/** Opens a case. */
export function openCase(installation: ActingInstallation, request: CaseRequest): CaseAnswer {
  const { kind, recipient = NO_RECIPIENT, person, reference, reason } = request;
  const personId = person?.revealNumber() ?? NO_PERSON;
  return withAct(installation, request, (ledger, by) => {
    const found = ledger.openCase({ ...by, kind, recipient, personId, reference, reason, salt: salt() });
    return { already: false, found };
  });
}

/** Decides a case, by another than the one who opened it. @throws NorsktilskuddError LEDGER_CASE_UNKNOWN, LEDGER_CASE_REFUSED */
export function decideCase(
  installation: ActingInstallation,
  caseNumber: number,
  decision: CaseDecision,
  act: Reasoned,
): CaseAnswer {
  return withAct(installation, act, (ledger, by) => {
    const found = ledger.decideCase(caseNumber, decision, { ...by, reason: act.reason });
    return { already: false, found };
  });
}

/** Closes a case that has been decided; the same again: "already". */
export function closeCase(installation: ActingInstallation, caseNumber: number, act: Reasoned): CaseAnswer {
  return withAct(installation, act, (ledger, by) => ledger.closeCase(caseNumber, { ...by, reason: act.reason }));
}

/**
 * Proposes an act of a case; it counts once another has confirmed it.
 *
 * @throws NorsktilskuddError usage CASE_ACT_NOT_OFFERED of a kind that no run reads yet; refused CASE_PERSON_UNKNOWN
 */
export function proposeCaseAct(
  installation: ActingInstallation,
  caseNumber: number,
  details: CaseActDetails,
  act: Reasoned,
): CaseActAnswer {
  const { kind } = details;
  if (!CASE_ACTS_OFFERED.some((offered) => offered === kind)) {
    throw new NorsktilskuddError('usage', 'CASE_ACT_NOT_OFFERED', { kind });
  }
  refuseStranger(installation.db, details);
  return withAct(installation, act, (ledger, by) => {
    const said = writtenAct(details);
    const found = ledger.proposeCaseAct({ ...by, caseNumber, details: said, reason: act.reason, salt: salt() });
    return { already: false, found };
  });
}

/** What is posted to somebody is kept or corrected: of a person whom neither postings nor extracts know there is nothing. */
function refuseStranger(db: string, { kind, personId }: CaseActDetails): void {
  if ((kind !== 'keep' && kind !== 'correct') || personId === NO_PERSON) return;
  if (withLedger(db, true, (ledger) => ledger.hasPostings(personId))) return;
  const shelf = shelfBeside(db);
  try {
    if (shelf.protection.of([personId]) !== undefined) return;
  } finally {
    shelf.close();
  }
  throw new NorsktilskuddError('refused', 'CASE_PERSON_UNKNOWN', { kind });
}

/** Confirms an act, by another than the one who proposed it; the same again: "already". */
export function confirmCaseAct(installation: ActingInstallation, number: number, act: Act): CaseActAnswer {
  return withAct(installation, act, (ledger, by) => ledger.confirmCaseAct(number, by));
}

/** Drops a proposal, or proposes to withdraw an act in force, which another confirms. */
export function withdrawCaseAct(installation: ActingInstallation, number: number, act: Reasoned): CaseActAnswer {
  return withAct(installation, act, (ledger, by) => {
    const found = ledger.withdrawCaseAct(number, { ...by, reason: act.reason, salt: salt() });
    return { already: false, found };
  });
}
