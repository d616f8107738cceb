import { isSamePerson } from '../../domain/person-key';
import {
  type ApprovalFolder,
  compareFacts,
  readShaped,
  type SignatureEntry,
  type SignedRun,
  type SignedText,
} from './approval-index';
import { checkLists } from './check-lists';
import { hasFile } from './files';
import type { Findings } from './findings';
import type { RunManifest } from './manifest-shape';
import { LIST_KINDS, LISTS, listHash, maySignBatch, personOn, type SignedList } from './signed-lists';
import { ROLES } from './vocabulary';

/** The lists beside a run folder, every version from the first on. */
export type ListsBeside = Readonly<Record<(typeof LIST_KINDS)[number], readonly SignedList[]>>;

/**
 * Each signer had the role on that day, and signed the figures of this run with rates that two have approved; the lists
 * hold from their first version on; runner, attestant and approver are who they must be.
 */
export function checkSigners(
  run: SignedRun,
  { beside, index, signed }: ApprovalFolder,
  findings: Findings,
): ListsBeside {
  const lists = readLists(run, beside, findings);
  for (const text of signed) checkSigner(run.manifest, text, lists, findings);
  index.signatures.forEach(({ at, file }, place) => {
    const before = index.signatures[place - 1]?.at ?? '';
    if (at < before) findings.add('APPROVAL_DATED_BACK', file, { at, before });
  });
  checkPersons(index.signatures, findings);
  return lists;
}

function readLists({ files }: SignedRun, beside: string, findings: Findings): ListsBeside {
  const lists: Record<keyof ListsBeside, readonly SignedList[]> = {
    approvers: [],
    rates: [],
    tables: [],
    assumptions: [],
  };
  for (const kind of LIST_KINDS) {
    const name = `${kind}.json`;
    if (kind !== 'approvers' && !hasFile(files, beside, name)) continue;
    const read = readShaped(files, beside, name, LISTS, findings);
    if (read) checkLists(kind, read, lists.approvers, findings);
    lists[kind] = read?.versions ?? [];
  }
  return lists;
}

function checkSigner(
  manifest: RunManifest,
  { entry, facts }: SignedText,
  lists: ListsBeside,
  findings: Findings,
): void {
  const { file, role, name, at, public_key: publicKey } = entry;
  const { identity, netting } = manifest;
  const expected = {
    posting_head: identity.posting_head,
    rule_lock: identity.rule_lock_sha256,
    parameters: identity.parameters_sha256,
    payments: String(netting.reduce((sum, row) => sum + row.payments, 0)),
    paid: String(netting.reduce((sum, row) => sum + row.paid_nok, 0)),
  };
  compareFacts(file, facts, expected, findings);
  const day = at.slice(0, 10);
  const list = lists.approvers.find((one) => listHash(one) === facts.get('approvers'));
  const person = personOn(list, name, day);
  const isAllowed = list && list.valid_from <= day && person?.roles.includes(role) && person.public_key === publicKey;
  const paidNok = netting.reduce((sum, row) => sum + row.paid_nok, 0);
  const isWithin =
    list === undefined || person === undefined || maySignBatch(list, person, role, { act: 'run', amountNok: paidNok });
  if (!isAllowed || !isWithin) findings.add('APPROVAL_NOT_ALLOWED', file, { name, role });
  const hash = facts.get('rates') ?? '';
  const rates = lists.rates.find((one) => listHash(one) === hash);
  if (hash !== '' && !rates) findings.add('APPROVAL_RATES_UNKNOWN', file, { hash });
  else checkRates(manifest, rates, file, findings);
}

/** Rates files are every input but the recipients; as soon as there is a list it covers the shipped table, too. */
function checkRates(manifest: RunManifest, rates: SignedList | undefined, file: string, findings: Findings): void {
  const { identity, inputs, rates_used: used } = manifest;
  const approved = rates?.files.map((one) => one.sha256) ?? [];
  for (const { name, sha256 } of inputs) {
    if (sha256 === identity.recipients_sha256 || approved.includes(sha256)) continue;
    findings.add('RATES_NOT_APPROVED', file, { name, sha256 });
  }
  if (!rates || used.length === 0 || identity.format === 1) return;
  for (const { name, sha256 } of identity.tables) {
    if (name !== 'rates.csv' || approved.includes(sha256)) continue;
    findings.add('SHIPPED_RATES_NOT_APPROVED', file, { name: 'rules/data/rates.csv', sha256 });
  }
}

/** One signature a role; the approver is neither attestant nor runner, by name or key. */
function checkPersons(signatures: readonly SignatureEntry[], findings: Findings): void {
  const ofRole = (role: string): SignatureEntry[] => signatures.filter((entry) => entry.role === role);
  for (const role of ROLES) if (ofRole(role).length > 1) findings.add('APPROVAL_ROLE_TWICE', 'index.json', { role });
  const others = [...ofRole('runner'), ...ofRole('attestant')];
  for (const { name, public_key: key } of ofRole('approver')) {
    const isOther = others.some((other) => isSamePerson(other.name, name) || other.public_key === key);
    if (isOther) findings.add('APPROVAL_SAME_PERSON', 'index.json', { name });
  }
}

/** A run in a chain, as far as it is signed. */
export interface RunInChain {
  readonly runId: string;
  /** Hash of its manifest, and of the one that it names as the batch before. */
  readonly sha256: string;
  readonly previous: string | undefined;
  readonly isComplete: boolean;
}

/** Whether runner, attestant and approver have all signed. */
export function hasAllRoles(signatures: readonly { readonly role: string }[]): boolean {
  return ROLES.every((role) => signatures.some((entry) => entry.role === role));
}

/**
 * Runs without all signatures that a later run goes on from, though one before them has all: the ledger required them by
 * then. The last run may be a draft that still waits for its signatures.
 */
export function checkUnsignedBetween(runs: readonly RunInChain[], findings: Findings): void {
  const first = runs.findIndex((run) => run.isComplete);
  const goneOnFrom = runs.map((run) => run.previous);
  runs.forEach(({ runId, sha256, isComplete }, place) => {
    if (first < 0 || place <= first || isComplete || !goneOnFrom.includes(sha256)) return;
    findings.add('APPROVAL_UNSIGNED_BETWEEN', runId, { runId, signed: runs[first]?.runId ?? '' });
  });
}
