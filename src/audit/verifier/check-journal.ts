import { isSamePerson } from '../../domain/person-key';
import type { SignedRun } from './approval-index';
import { SignatureCheck } from './check-signatures';
import { type Files, readWhole } from './files';
import type { Findings } from './findings';
import { sha256 } from './hashes';
import { type Act, compareFact, factOf, ROLE_OF } from './journal-acts';
import { canonical, JsonFault, parseJson } from './json';
import type { SignedList } from './signed-lists';

/** A journal as it was read. */
export interface Journal {
  readonly path: string;
  readonly acts: readonly Act[];
  readonly head: string;
  /** Hashes of lists whose file is not at hand: what they signed was not held to them. */
  readonly missingLists: readonly string[];
  /** Acts that a list limits and whose kroner neither the journal nor a folder says: those limits were not checked. */
  readonly unlimitedActs: number;
}

const START = sha256('norsktilskudd journal\n');

/**
 * The acts of a journal, one a line; each hash is over the hash before and the bytes of the act. What follows from an act
 * alone and from those before it is checked.
 *
 * @param head one that was kept elsewhere: the journal must have had it
 * @param lists lists of approvers by their hashes
 * @param amounts kroner of adjustments by the numbers of their acts, as far as runs say them
 */
export function readJournal(
  files: Files,
  path: string,
  head: string | undefined,
  lists: ReadonlyMap<string, SignedList>,
  findings: Findings,
  amounts: ReadonlyMap<string, number> = new Map(),
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
  const signatures = new SignatureCheck(path, lists, missing, findings, amounts);
  signatures.check(acts);
  return { path, acts, head: before, missingLists: [...missing], unlimitedActs: signatures.unlimited };
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
      if (!isSamePerson(factOf(act, 'actor'), factOf(draft, 'actor'))) continue;
      findings.add('APPROVAL_SAME_PERSON', path, { line: act.line, column: 'actor', name: factOf(act, 'actor') });
    }
    if (kind !== 'post') continue;
    compareFact(path, act, 'previous_posting_head', head, findings);
    if (!approved.has(runId)) findings.add('JOURNAL_NOT_APPROVED', path, { line: act.line, runId });
    head = factOf(act, 'posting_head');
  }
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
