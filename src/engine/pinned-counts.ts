import { asRecipientCode, type CaseAct, type Finding, finding, formatRecipientCode, i32 } from '../domain';

/**
 * Kommuner whose count is pinned for a grant year, with the act that does it: of two acts on one kommune the one confirmed later
 * holds, whichever of its numbers they name.
 *
 * @param target translation to the codes in force on the count date
 */
export function pinnedCounts(
  cases: readonly CaseAct[],
  grantYear: number,
  target: Int32Array,
): ReadonlyMap<number, CaseAct> {
  const pins = cases.filter((act) => act.kind === 'pin_count' && act.grantYear === grantYear);
  return new Map([...pins].sort((a, b) => a.order - b.order).map((act) => [i32(target, act.recipient), act]));
}

/** Whether a case has pinned any count of a grant year. */
export function hasPinnedCounts(cases: readonly CaseAct[], grantYear: number): boolean {
  return cases.some((act) => act.kind === 'pin_count' && act.grantYear === grantYear);
}

/** A finding of a pinned count; its kommune is nobody's home. */
export function pinFinding(
  code: 'CASE_PIN_NOT_COMPUTED' | 'CASE_PIN_AGREES',
  { act, caseNumber, grantYear, recipient }: CaseAct,
): Finding {
  const kommune = formatRecipientCode(asRecipientCode(recipient));
  return finding('info', code, { kommune }, { caseNumber, act, year: grantYear, kommune });
}
