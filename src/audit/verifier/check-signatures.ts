import { isSamePerson, personKey } from '../../domain/person-key';
import { ActRights, caseActOf } from './act-rights';
import type { Findings } from './findings';
import { type Act, actText, approvalText, compareFact, factOf, ROLE_OF } from './journal-acts';
import { type ListedPerson, maySignBatch, personOn, type SignedBatch, type SignedList } from './signed-lists';
import { isSignedBy } from './signing-keys';
import { ROLES } from './vocabulary';

/** Acts that belong to a batch or a list, with signatures of their own, or that the program writes beside another. */
const NOT_SIGNED_ALONE = [
  'create',
  'draft',
  'supersede',
  'approve',
  'post',
  'attest',
  'sign',
  'adopt',
  'migrate',
  'extend',
];

/** A draft that waits, and who has signed it. */
interface OpenDraft {
  readonly draft: Act;
  readonly signers: Map<string, string>;
  /** When it was made or signed last. */
  at: string;
}

/** What is signed as, and whether a list lets somebody who stands on it do that. */
interface Allowance {
  readonly what: string;
  readonly mayDo: (person: ListedPerson, list: SignedList) => boolean;
}

/**
 * From its first list of approvers on, a ledger takes no batch without three signatures, and no outcome of a payment,
 * withdrawal, deletion or act of a case without one; every signature of the journal is over what its act says.
 */
export class SignatureCheck {
  /** Lists of approvers, the oldest first: hash and first day. */
  readonly #adopted: { readonly hash: string; readonly validFrom: string }[] = [];
  readonly #drafts = new Map<string, OpenDraft>();
  /** What posted batches paid, by the numbers of their postings. */
  readonly #paidNok = new Map<string, number>();
  readonly #rights: ActRights;
  /** When a list was adopted or a batch posted last: no later act may be dated before it. */
  #since = '';

  constructor(
    readonly path: string,
    readonly lists: ReadonlyMap<string, SignedList>,
    readonly missing: Set<string>,
    readonly findings: Findings,
    amounts: ReadonlyMap<string, number>,
  ) {
    this.#rights = new ActRights(amounts);
  }

  /** Adjustments and withdrawals under a limit whose kroner nothing says. */
  get unlimited(): number {
    return this.#rights.unlimited;
  }

  check(acts: readonly Act[]): void {
    for (const act of acts) {
      const [kind, runId, at] = [factOf(act, 'act'), factOf(act, 'run_id'), factOf(act, 'at')];
      const isFirst = kind === 'create' && factOf(act, 'approvers') !== '';
      if (isFirst) this.#adopted.push({ hash: factOf(act, 'approvers'), validFrom: '' });
      if (kind === 'adopt' && factOf(act, 'kind') === 'approvers') {
        this.#adopted.push({ hash: factOf(act, 'hash'), validFrom: factOf(act, 'valid_from') });
      }
      if (kind === 'draft') this.#drafts.set(runId, { draft: act, signers: new Map(), at });
      this.#checkRole(act, this.#drafts.get(runId));
      if (!NOT_SIGNED_ALONE.includes(kind)) this.#checkAct(act);
      if (kind === 'post') this.#checkPost(act, this.#drafts.get(runId));
      if (kind === 'adopt' && at < this.#since) this.#datedBack(act, this.#since);
      const isAnchor = isFirst || kind === 'adopt' || kind === 'post';
      if (isAnchor && at > this.#since) this.#since = at;
    }
  }

  #checkRole(act: Act, open: OpenDraft | undefined): void {
    const role = ROLE_OF[factOf(act, 'act')];
    if (role === undefined || factOf(act, 'signature') === '') return;
    const after = open && open.at > this.#since ? open.at : this.#since;
    this.#checkSignature(act, approvalText(act, open?.draft, role), after, {
      what: role,
      mayDo: (person, list) =>
        person.roles.some((own) => own === role) && maySignBatch(list, person, role, this.#asks(open?.draft)),
    });
    if (!open) return;
    open.signers.set(role, personKey(factOf(act, 'actor')));
    open.at = factOf(act, 'at');
  }

  /** As the ledger asks: an annulment takes back its lines or what was to be paid, whichever is more. */
  #asks(draft: Act | undefined): SignedBatch {
    const kroner = (name: string): number => Number(factOf(draft, name));
    if (factOf(draft, 'kind') !== 'annulment') return { act: 'run', amountNok: kroner('paid') };
    const annulledNok = this.#paidNok.get(factOf(draft, 'annuls')) ?? 0;
    return { act: 'annulment', amountNok: Math.max(Math.abs(kroner('lines_total')), annulledNok) };
  }

  #checkAct(act: Act): void {
    const one = caseActOf(act);
    if (factOf(act, 'signature') !== '') {
      this.#checkSignature(act, actText(act), this.#since, {
        what: one.act,
        mayDo: ({ roles }, list) => this.#rights.mayDo(one, roles, list),
      });
    } else if (this.#adopted.length > 0) this.#unsigned(act, `(${one.act})`);
    const name = factOf(act, 'actor');
    if (isSamePerson(name, this.#rights.proposerOf(one) ?? '')) {
      this.findings.add('APPROVAL_SAME_PERSON', this.path, { line: act.line, column: 'actor', name });
    }
    this.#rights.take(one);
  }

  #checkPost(act: Act, open: OpenDraft | undefined): void {
    this.#paidNok.set(factOf(act, 'posting'), Number(factOf(open?.draft, 'paid')));
    if (this.#adopted.length === 0) return;
    const absent = ROLES.filter((role) => !open?.signers.has(role));
    for (const role of absent) this.#unsigned(act, `[post ${factOf(act, 'run_id')}] (${role})`);
    const [runner, attestant, approver] = ROLES.map((role) => open?.signers.get(role));
    if (absent.length > 0 || (approver !== runner && approver !== attestant)) return;
    this.findings.add('APPROVAL_SAME_PERSON', this.path, { line: act.line, column: 'approver', name: approver ?? '' });
  }

  #unsigned(act: Act, what: string): void {
    this.findings.add('JOURNAL_UNSIGNED', this.path, { line: act.line, what });
  }

  #datedBack(act: Act, before: string): void {
    this.findings.add('APPROVAL_DATED_BACK', this.path, { line: act.line, at: factOf(act, 'at'), before });
  }

  /** A signature by somebody of the list in force on that day, dated after what it stands on. */
  #checkSignature(act: Act, text: string, after: string, { what, mayDo }: Allowance): void {
    const [name, at, key, hash] = ['actor', 'at', 'public_key', 'approvers'].map((fact) => factOf(act, fact));
    const day = (at ?? '').slice(0, 10);
    const where = { line: act.line };
    if (!isSignedBy(key ?? '', text, factOf(act, 'signature'))) {
      this.findings.add('APPROVAL_SIGNATURE_WRONG', this.path, { ...where, name: name ?? '' });
    }
    const inForce = this.#adopted.findLast((list) => list.validFrom <= day);
    compareFact(this.path, act, 'approvers', inForce?.hash ?? '', this.findings);
    if ((at ?? '') < after) this.#datedBack(act, after);
    const list = this.lists.get(hash ?? '');
    if (!list) this.missing.add(hash ?? '');
    const person = personOn(list, name ?? '', day);
    if (list && !(person && person.public_key === key && mayDo(person, list))) {
      this.findings.add('APPROVAL_NOT_ALLOWED', this.path, { ...where, name: name ?? '', role: what });
    }
  }
}
