import {
  asRecipientCode,
  type CaseAct,
  type CodeTranslation,
  type Finding,
  finding,
  formatRecipientCode,
  i32,
  type PayoutRow,
} from '../domain';

/**
 * Recipients who are paid while a claim on them is open or has been written off (rulebook 9a): nothing of it is netted, and
 * somebody should know. A claim under an earlier number counts as the recipient's.
 *
 * @param cases acts that the run started from
 * @param cutOff translation to the codes in force on the cut-off date
 */
export function claimFindings(
  payouts: readonly PayoutRow[],
  cases: readonly CaseAct[],
  cutOff: CodeTranslation,
): Finding[] {
  const claims = new Map<number, { openNok: number; writtenOffNok: number }>();
  const inForce = new Set(cases.filter(({ kind }) => kind === 'claim').map(({ act }) => String(act)));
  for (const { kind, recipient, amount, key } of cases) {
    const isLess = kind === 'claim_payment' || kind === 'write_off';
    if (kind !== 'claim' && !isLess) continue;
    const now = i32(cutOff.target, recipient);
    const before = claims.get(now) ?? { openNok: 0, writtenOffNok: 0 };
    const openNok = before.openNok + (kind === 'claim' ? amount : inForce.has(key) ? -amount : 0);
    claims.set(now, { openNok, writtenOffNok: before.writtenOffNok + (kind === 'write_off' ? amount : 0) });
  }
  const paid = new Set(payouts.filter(({ paidNok }) => paidNok > 0).map(({ recipient }) => recipient));
  return [...claims]
    .filter(([recipient, { openNok, writtenOffNok }]) => paid.has(recipient) && openNok + writtenOffNok > 0)
    .map(([recipient, amounts]) => {
      const kommune = formatRecipientCode(asRecipientCode(recipient));
      return finding('warning', 'CLAIM_OF_PAID_RECIPIENT', { kommune }, { kommune, ...amounts });
    });
}
