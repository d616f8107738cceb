import { asRecipientCode, type CaseAct, type Finding, finding, formatRecipientCode } from '../domain';

/** Kommuner whose count is pinned for a grant year, with the act that does it; of two acts the one confirmed later holds. */
export function pinnedCounts(cases: readonly CaseAct[], grantYear: number): ReadonlyMap<number, CaseAct> {
  const pins = cases.filter((act) => act.kind === 'pin_count' && act.grantYear === grantYear);
  return new Map([...pins].sort((a, b) => a.order - b.order).map((act) => [act.recipient, act]));
}

/** A finding of a pinned count; its kommune is nobody's home. */
export function pinFinding(
  code: 'CASE_PIN_NOT_COMPUTED' | 'CASE_PIN_AGREES',
  { act, caseNumber, grantYear, recipient }: CaseAct,
): Finding {
  const kommune = formatRecipientCode(asRecipientCode(recipient));
  return finding('info', code, { kommune }, { caseNumber, act, year: grantYear, kommune });
}
