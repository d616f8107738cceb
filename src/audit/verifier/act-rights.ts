import type { SignedList } from './signed-lists';

/** An act of a case, as far as the journal tells it. */
export interface CaseAct {
  /** `propose-act`, `confirm-act`, ... */
  readonly act: string;
  /** Number of the act in its case, empty for acts of the case itself; of a deletion its kind and number. */
  readonly number: string;
  /** Kind that a proposal says. */
  readonly kind: string;
  /** Kroner that a confirmation moves. */
  readonly amountNok: number;
  readonly actor: string;
}

/** Who opens, decides and closes a case, proposes and confirms its acts: what a right is called, and its step. */
const CASE_STEPS: Readonly<Record<string, 'propose' | 'confirm'>> = {
  'open-case': 'propose',
  'close-case': 'propose',
  'decide-case': 'confirm',
  'propose-act': 'propose',
  'confirm-act': 'confirm',
  'confirm-claim': 'confirm',
};
const CLAIM_KINDS: readonly string[] = ['claim', 'claim_payment', 'write_off'];

/**
 * Whose word acts of cases take (LEDGER.md, "Rights"), followed through a journal. The journal names no recipient and no
 * amount of an act but of those that move claims, nor which act a withdrawal ends: there the role alone is held to the list,
 * and the limit of adjustments where a run that read them says their kroner.
 */
export class ActRights {
  readonly #proposals = new Map<string, CaseAct>();
  /** Confirmed adjustments for which the list has a limit and whose kroner nothing says. */
  unlimited = 0;

  /** @param amounts kroner of adjustments by the numbers of their acts */
  constructor(readonly amounts: ReadonlyMap<string, number>) {}

  /** Who proposed the act, or the deletion of contents, that is confirmed here. */
  proposerOf({ act, number }: CaseAct): string | undefined {
    return act.startsWith('confirm-') || act.startsWith('delete-') ? this.#proposals.get(number)?.actor : undefined;
  }

  /** Whether somebody with these roles may do an act, by the list in force. */
  mayDo(one: CaseAct, roles: readonly string[], { rights = [] }: SignedList): boolean {
    const step = CASE_STEPS[one.act];
    if (step === undefined) return true;
    const kind = one.number === '' ? 'case' : (this.#proposals.get(one.number)?.kind ?? one.kind);
    const rules = rights.filter((right) => right.step === step && (kind === 'withdrawal' || right.act === kind));
    const isPlain = step === 'propose' || roles.includes('approver');
    const amountNok = this.#amountOf(one, kind);
    const isLimited = rules.some(({ limit_nok: limit }) => limit !== null);
    if (isLimited && kind === 'adjustment' && !this.amounts.has(one.number)) this.unlimited += 1;
    const isRuled = rules.some(
      ({ role, limit_nok: limit }) => roles.includes(role) && (limit === null || amountNok <= limit),
    );
    // Which act a withdrawal ends is not told: whoever a right or the role lets do any act may do it.
    return kind === 'withdrawal' ? isPlain || isRuled : rules.length === 0 ? isPlain : isRuled;
  }

  #amountOf({ number, amountNok }: CaseAct, kind: string): number {
    if (kind === 'adjustment') return Math.abs(this.amounts.get(number) ?? 0);
    return CLAIM_KINDS.includes(kind) ? Math.abs(amountNok) : 0;
  }

  take(one: CaseAct): void {
    if (one.act === 'propose-act' || one.act.endsWith('-deletion')) this.#proposals.set(one.number, one);
  }
}
