import type { SignedRun } from './approval-index';
import { recordsOf } from './csv';
import { hasFile, pathIn, readWhole } from './files';
import { sha256 } from './hashes';
import { type Act, factOf } from './journal-acts';
import type { SignedList } from './signed-lists';

/** An act of a case, as far as the journal tells it. */
export interface CaseAct {
  /** `propose-act`, `confirm-act`, ... */
  readonly act: string;
  /** Number of the act in its case, empty for acts of the case itself; of a deletion its kind and number. */
  readonly number: string;
  /** Kind that a proposal says. */
  readonly kind: string;
  /** Kroner that a confirmation moves on a claim, and from and to what (`claimed`, `repaid`); 0 and none of other acts. */
  readonly amountNok: number;
  readonly places: readonly string[];
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
/** Acts on a claim by the place that they alone move kroner from or to. */
const CLAIM_KINDS: Readonly<Record<string, string>> = {
  carried: 'claim',
  repaid: 'claim_payment',
  written_off: 'write_off',
};
const ON_CLAIMS = Object.values(CLAIM_KINDS);

/**
 * Whose word acts of cases take (LEDGER.md, "Rights"), followed through a journal. The journal says what acts on claims and
 * their withdrawals move. Of others it says no kroner, nor which act a withdrawal ends: there the role alone is held to the
 * list, and the limit of adjustments where a run that read them says their kroner; what is left unheld is counted.
 */
export class ActRights {
  readonly #proposals = new Map<string, CaseAct>();
  /** Acts that a list may limit and whose kroner nothing says: adjustments, withdrawals, and what is proposed of claims. */
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
    const kind = this.#kindOf(one);
    const isWithdrawal = kind === 'withdrawal'; // Of which act is not told: whoever may do any may do it.
    const isMeant = (act: string): boolean =>
      act === kind || (isWithdrawal && !(step === 'confirm' && ON_CLAIMS.includes(act)));
    const rules = rights.filter((right) => right.step === step && isMeant(right.act));
    const isPlain = step === 'propose' || roles.includes('approver');
    const isTold =
      kind === 'adjustment' ? this.amounts.has(one.number) : step === 'confirm' || !ON_CLAIMS.includes(kind);
    if ((isWithdrawal || !isTold) && rules.some(({ limit_nok: limit }) => limit !== null)) this.unlimited += 1;
    const amountNok = Math.abs(kind === 'adjustment' ? (this.amounts.get(one.number) ?? 0) : one.amountNok);
    const isRuled = rules.some(
      ({ role, limit_nok: limit }) => roles.includes(role) && (limit === null || amountNok <= limit),
    );
    return isWithdrawal ? isPlain || isRuled : rules.length === 0 ? isPlain : isRuled;
  }

  /** Kind of an act; of the withdrawal of one on a claim, which is told by what it moves, the kind of that one. */
  #kindOf({ number, kind, places }: CaseAct): string {
    const onClaim = places.map((place) => CLAIM_KINDS[place]).find((found) => found !== undefined);
    return onClaim ?? (number === '' ? 'case' : (this.#proposals.get(number)?.kind ?? kind));
  }

  take(one: CaseAct): void {
    if (one.act === 'propose-act' || one.act.endsWith('-deletion')) this.#proposals.set(one.number, one);
  }
}

/** Deletions of contents, proposed and done, by what they are of. */
const DELETIONS: Readonly<Record<string, string>> = {
  'propose-receipt-deletion': 'receipts',
  'delete-receipts': 'receipts',
  'propose-case-deletion': 'cases',
  'delete-cases': 'cases',
};

/** What an act of the journal says of a case or of contents deleted. */
export function caseActOf(act: Act): CaseAct {
  const [name, number, kind, amount, actor] = ['act', 'case_act', 'kind', 'amount', 'actor'].map((fact) =>
    factOf(act, fact),
  );
  const deleted = DELETIONS[name ?? ''];
  const own = deleted === undefined ? (number ?? '') : `${deleted} ${factOf(act, 'deletion')}`;
  const texts = { act: name ?? '', number: own, kind: kind ?? '', actor: actor ?? '' };
  const places = ['from', 'to'].map((fact) => factOf(act, fact));
  return { ...texts, amountNok: Number(amount ?? 0), places };
}

const CASES_FILE = 'cases_before.csv';

/**
 * Kroner of adjustments by the numbers of their acts, from the sealed tables of runs that read them: the journal hides what an
 * act says behind a hash. Verify-run holds the tables themselves to their seals; one that has not its hash is left out here.
 */
export function caseAmounts(runs: readonly SignedRun[]): ReadonlyMap<string, number> {
  const amounts = new Map<string, number>();
  for (const { files, folder, manifest } of runs) {
    const sealed = manifest.files.find(({ name }) => name === CASES_FILE);
    if (sealed === undefined || !hasFile(files, folder, CASES_FILE)) continue;
    const bytes = readWhole(files, pathIn(folder, CASES_FILE));
    if (sha256(bytes) !== sealed.sha256) continue;
    for (const { cell } of recordsOf(bytes.toString('utf8'))) {
      if (cell('kind') === 'adjustment') amounts.set(cell('act'), Number(cell('amount')));
    }
  }
  return amounts;
}
