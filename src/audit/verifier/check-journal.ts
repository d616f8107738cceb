import type { SignedRun } from './approval-index';
import { type Files, readWhole } from './files';
import type { Findings } from './findings';
import { sha256 } from './hashes';
import { canonical, JsonFault, parseJson } from './json';
import { isSignedBy, nameKey, personOn, type SignedList, textOf } from './signed-lists';
import { ROLES } from './vocabulary';

/** An act of the journal (LEDGER.md, "The journal"): names and their values, and where it stands. */
export interface Act {
  readonly line: number;
  /** Hash of the act before. */
  readonly before: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A journal as it was read. */
export interface Journal {
  readonly path: string;
  readonly acts: readonly Act[];
  readonly head: string;
  /** Hashes of lists whose file is not at hand: what they signed was not held to them. */
  readonly missingLists: readonly string[];
}

const START = sha256('norsktilskudd journal\n');
const ROLE_OF: Readonly<Record<string, string>> = { sign: 'runner', attest: 'attestant', approve: 'approver' };
const ACTS_TO_SIGN = ['outcome', 'withdraw', 'forget', 'prune'];

/**
 * The acts of a journal, one a line; each hash is over the hash before and the bytes of the act. What follows from an act
 * alone and from those before it is checked.
 *
 * @param head one that was kept elsewhere: the journal must have had it
 * @param lists lists of approvers by their hashes
 */
export function readJournal(
  files: Files,
  path: string,
  head: string | undefined,
  lists: ReadonlyMap<string, SignedList>,
  findings: Findings,
): Journal {
  const bodies = readWhole(files, path).toString('utf8').split('\n');
  if (bodies.pop() !== '') findings.add('VERIFY_CUT_OFF', path, { line: bodies.length + 1 });
  const acts: Act[] = [];
  const heads: string[] = [];
  let before = START;
  bodies.forEach((text, place) => {
    const body = objectOfText(text);
    if (!body || canonical(body) !== text) findings.add('JOURNAL_ACT_FORM', path, { line: place + 1 });
    acts.push({ line: place + 1, before, body: body ?? {} });
    before = sha256(Buffer.from(before, 'hex'), text);
    heads.push(before);
  });
  if (head !== undefined && !heads.includes(head)) findings.add('JOURNAL_HEAD_UNKNOWN', path, { head });
  const missing = new Set<string>();
  checkPosts(path, acts, findings);
  new SignatureCheck(path, lists, missing, findings).check(acts);
  return { path, acts, head: before, missingLists: [...missing] };
}

function objectOfText(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value = parseJson(text);
    return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : undefined;
  } catch (cause) {
    if (!(cause instanceof JsonFault)) throw cause;
    return undefined;
  }
}

/** A value of an act as text; empty where it has none. */
export function factOf(act: Act | undefined, name: string): string {
  const value = act?.body[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function compareFact(path: string, act: Act, name: string, expected: string, findings: Findings): void {
  findings.compare('VERIFY_CELL', path, expected, factOf(act, name), { line: act.line, column: name });
}

/** Only what another than its maker approved is posted, and each posting goes on from the head before ("Posted batches"). */
function checkPosts(path: string, acts: readonly Act[], findings: Findings): void {
  const mark = factOf(acts[0], 'rehearsal') === '1' ? ' REHEARSAL' : '';
  let head = sha256(`norsktilskudd postings${mark}\n`);
  const [drafts, approved] = [new Map<string, Act>(), new Set<string>()];
  const figures = ['manifest_hash', 'payments', 'paid', 'corrections', 'persons_corrected', 'held'];
  for (const act of acts) {
    const [kind, runId] = [factOf(act, 'act'), factOf(act, 'run_id')];
    const draft = drafts.get(runId);
    if (kind === 'draft') {
      drafts.set(runId, act);
      compareFact(path, act, 'posting_head', head, findings);
    }
    if (ROLE_OF[kind]) for (const name of figures) compareFact(path, act, name, factOf(draft, name), findings);
    if (kind === 'approve') {
      approved.add(runId);
      if (nameKey(factOf(act, 'actor')) !== nameKey(factOf(draft, 'actor'))) continue;
      findings.add('APPROVAL_SAME_PERSON', path, { line: act.line, column: 'actor', name: factOf(act, 'actor') });
    }
    if (kind !== 'post') continue;
    compareFact(path, act, 'previous_posting_head', head, findings);
    if (!approved.has(runId)) findings.add('JOURNAL_NOT_APPROVED', path, { line: act.line, runId });
    head = factOf(act, 'posting_head');
  }
}

/** A draft that waits, and who has signed it. */
interface OpenDraft {
  readonly draft: Act;
  readonly signers: Map<string, string>;
  /** When it was made or signed last. */
  at: string;
}

/**
 * From its first list of approvers on, a ledger takes no batch without three signatures, and no outcome of a payment,
 * withdrawal or deletion without one; every signature of the journal is over what its act says.
 */
class SignatureCheck {
  /** Lists of approvers, the oldest first: hash and first day. */
  readonly #adopted: { readonly hash: string; readonly validFrom: string }[] = [];
  readonly #drafts = new Map<string, OpenDraft>();
  /** When a list was adopted or a batch posted last: no later act may be dated before it. */
  #since = '';

  constructor(
    readonly path: string,
    readonly lists: ReadonlyMap<string, SignedList>,
    readonly missing: Set<string>,
    readonly findings: Findings,
  ) {}

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
      if (ACTS_TO_SIGN.includes(kind)) this.#checkAct(act);
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
    this.#checkSignature(act, approvalText(act, open?.draft, role), role, after);
    if (!open) return;
    open.signers.set(role, nameKey(factOf(act, 'actor')));
    open.at = factOf(act, 'at');
  }

  #checkAct(act: Act): void {
    if (factOf(act, 'signature') !== '') this.#checkSignature(act, actText(act), '', this.#since);
    else if (this.#adopted.length > 0) this.#unsigned(act, `(${factOf(act, 'act')})`);
  }

  #checkPost(act: Act, open: OpenDraft | undefined): void {
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
  #checkSignature(act: Act, text: string, role: string, after: string): void {
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
    const isAllowed = person?.public_key === key && (role === '' || person?.roles.some((own) => own === role));
    if (list && !isAllowed) {
      this.findings.add('APPROVAL_NOT_ALLOWED', this.path, {
        ...where,
        name: name ?? '',
        role: role || factOf(act, 'act'),
      });
    }
  }
}

/** What is signed of a batch, from its draft and the act ("Lists and signatures"). */
function approvalText(act: Act, draft: Act | undefined, role: string): string {
  const own = (name: string): string => factOf(act, name);
  return textOf([
    ['norsktilskudd approval', 1],
    ['run', own('run_id')],
    ['role', role],
    ['name', own('actor')],
    ['at', own('at')],
    ['manifest', own('manifest_hash')],
    ['posting_head', factOf(draft, 'posting_head')],
    ['rule_lock', factOf(draft, 'rule_lock_hash')],
    ['parameters', factOf(draft, 'parameters_hash')],
    ...['payments', 'paid', 'corrections', 'persons_corrected', 'held', 'approvers', 'rates'].map((name) => [
      name,
      own(name),
    ]),
  ]);
}

/** What is signed of an outcome, a withdrawal or a deletion: its place in the journal and its bytes without signature. */
function actText({ before, body }: Act): string {
  const { public_key: _, approvers, signature: __, ...rest } = body;
  return textOf([
    ['norsktilskudd act', 1],
    ['approvers', String(approvers)],
    ['previous', before],
    ['body', canonical(rest)],
  ]);
}

/** Every version of the lists beside a run was adopted by an act of the journal, or came with the ledger. */
export function checkAdopted(lists: readonly SignedList[], { acts }: Journal, findings: Findings): void {
  const adopted = acts.flatMap((act) => {
    const kind = factOf(act, 'act');
    return kind === 'create' ? [factOf(act, 'approvers')] : kind === 'adopt' ? [factOf(act, 'hash')] : [];
  });
  for (const { kind, version, sha256: hash } of lists) {
    if (!adopted.includes(hash)) findings.add('JOURNAL_LIST_NOT_ADOPTED', `${kind}.json`, { version });
  }
}

/** The journal approved this very manifest, with what it pays, by the very signatures that lie beside the folder. */
export function checkRunInJournal(
  { manifest, sha256: hash }: SignedRun,
  { path, acts }: Journal,
  signatures: readonly { readonly role: string; readonly signature: string }[],
  findings: Findings,
): void {
  const { run_id: runId, identity, netting, counts } = manifest;
  const signed = acts.filter(
    (act) => ROLE_OF[factOf(act, 'act')] && factOf(act, 'run_id') === runId && factOf(act, 'signature'),
  );
  const ofJournal = signed.map((act) => `${ROLE_OF[factOf(act, 'act')]} ${factOf(act, 'signature')}`);
  const beside = signatures.map(({ role, signature }) => `${role} ${signature}`);
  if (ofJournal.join() !== beside.join()) {
    findings.add('JOURNAL_OTHER_SIGNATURES', path, { runId, expected: ofJournal.length, found: beside.length });
  }
  const isOf =
    (kind: string) =>
    (act: Act): boolean =>
      factOf(act, 'act') === kind && factOf(act, 'manifest_hash') === hash;
  const [draft, approval] = [acts.find(isOf('draft')), acts.find(isOf('approve'))];
  if (!approval || !draft) {
    findings.add('JOURNAL_NOT_APPROVED', path, { runId });
    return;
  }
  const paid = netting.reduce((sum, row) => sum + row.paid_nok, 0);
  compareFact(path, approval, 'run_id', runId, findings);
  compareFact(path, approval, 'paid', String(paid), findings);
  compareFact(path, approval, 'payments', String(counts.payments), findings);
  compareFact(path, draft, 'posting_head', identity.posting_head, findings);
  compareFact(path, draft, 'lines', String(counts.lines), findings);
}
