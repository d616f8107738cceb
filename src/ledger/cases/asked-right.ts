import { type CaseActDetails, isClaimAct } from '../../domain';
import { fieldsOf } from '../journal';
import type { RightAsked, RightStep } from '../lists/rights';
import type { OpenLedger } from '../posting-reads';
import { allActs } from './case-reads';

/** Kroner of an adjustment or on a claim; persons of a count are none. */
function amountOf({ kind, amount }: CaseActDetails): number {
  return kind === 'adjustment' || isClaimAct(kind) ? amount : 0;
}

/** What an act asks for; the withdrawal of an act asks for what that act did. */
export function rightOf(ledger: OpenLedger, details: CaseActDetails, step: RightStep): RightAsked {
  const ended =
    details.kind === 'withdrawal' ? allActs(ledger).find(({ act }) => act === details.withdraws) : undefined;
  const said = ended?.details ?? details;
  return { act: said.kind, step, amountNok: amountOf(said) };
}

/** The same of an act that stands in the journal; undefined for acts of which lists say nothing. */
export function rightOfStored(ledger: OpenLedger, act: string, body: string): RightAsked | undefined {
  if (act === 'open-case' || act === 'close-case') return { act: 'case', step: 'propose', amountNok: 0 };
  if (act === 'decide-case') return { act: 'case', step: 'confirm', amountNok: 0 };
  const step = act === 'propose-act' ? 'propose' : 'confirm';
  if (!['propose-act', 'confirm-act', 'confirm-claim'].includes(act)) return undefined;
  const number = Number(fieldsOf(body, ['case_act']).case_act);
  const found = allActs(ledger).find((one) => one.act === number);
  return found && rightOf(ledger, found.details, step);
}
