import { type ErrorDetail, errorDetail, i32, isClaimAct, lastDayOfYear, NO_PERSON, NO_RECIPIENT } from '../../domain';
import type { CaseActInfo, CaseInfo } from '../../ledger';
import { withLedger } from '../acts/act';
import { loadShippedRules } from '../shipped-rules';

/** After every change of numbers that is known. */
const LATE = lastDayOfYear(2100);

/**
 * Warnings about an act of something else than its case is about: a slip of the pen, or the other side of a complaint (what one
 * kommune gets another may lose). Neither kommune nor person is named: an address may be protected.
 */
export function strayNotes(db: string, found: CaseActInfo): ErrorDetail[] {
  const about = withLedger(db, true, (ledger) => ledger.cases()).find((one) => one.caseNumber === found.caseNumber);
  if (about === undefined || found.details.kind === 'withdrawal') return [];
  const params = { act: found.act, caseNumber: found.caseNumber };
  return [
    ...(isOfOtherRecipient(about, found) ? [errorDetail('CASE_ACT_OF_OTHER_RECIPIENT', params)] : []),
    ...(isOfOtherPerson(about, found) ? [errorDetail('CASE_ACT_OF_OTHER_PERSON', params)] : []),
  ];
}

/** Acts on persons are left out: where somebody is decided to belong is what such a case is about. */
function isOfOtherRecipient({ recipient: own }: CaseInfo, { details }: CaseActInfo): boolean {
  const { kind, recipient, basisRecipient, personId } = details;
  const isOfCase = own === NO_RECIPIENT || recipient === NO_RECIPIENT || personId !== NO_PERSON;
  if (isOfCase || (isClaimAct(kind) && kind !== 'claim')) return false;
  const { target } = loadShippedRules().places.translationTo(LATE);
  const now = (code: number): number => (code === NO_RECIPIENT ? NO_RECIPIENT : i32(target, code));
  return now(recipient) !== now(own) && now(basisRecipient) !== now(own);
}

function isOfOtherPerson({ personId: own }: CaseInfo, { details: { personId } }: CaseActInfo): boolean {
  return own !== NO_PERSON && personId !== NO_PERSON && personId !== own;
}
