import { basename, dirname, join } from 'node:path';
import type { z } from 'zod';
import type { ErrorDetail } from '../../domain';
import { sha256Hex } from '../../domain';
import { entryAt, listFolder, pathExists, readBytes } from '../../effects';
import { actorKey, type ListKind, listFaults, listHash, SIGNING_ROLES, type SignedList } from '../../ledger';
import { MANIFEST_FILE } from '../../payout';
import { APPROVAL_INDEX, APPROVAL_SEAL, approvalFolderOf } from '../approval-folder';
import type { Manifest } from '../manifest-schema';
import { type ApprovalIndex, approvalIndexSchema, listsSchema } from './approval-shape';
import { checkEntries } from './folder-entries';
import { Problems } from './problems';
import { manifestOf } from './read-manifest';
import { signedTextFaults } from './signed-text-faults';

/** What stands beside a run folder about who signed it. */
export interface ApprovalsReport {
  /** undefined where nobody has signed. */
  readonly folder: string | undefined;
  readonly signatures: readonly { readonly role: string; readonly name: string; readonly at: string }[];
  /** True when runner, attestant and approver have all signed. */
  readonly complete: boolean;
  /** Hash of the first list of approvers: compare it with the one that the ledger was made with. */
  readonly anchor: string;
  /** Hashes on the signed lists of tables. */
  readonly tables: readonly string[];
  readonly problems: readonly ErrorDetail[];
}

const NOTHING: ApprovalsReport = {
  folder: undefined,
  signatures: [],
  complete: false,
  anchor: '',
  tables: [],
  problems: [],
};

/**
 * Checks the signatures beside a run folder without the ledger: seal, index, every signed text against the manifest and its
 * figures, every signature against the list of approvers that it names, the lists from the first version on, that approver,
 * attestant and runner are who they must be, and that the rates files of the run were approved.
 */
export function verifyApprovals(runFolder: string): ApprovalsReport {
  const manifestBytes = readBytes(join(runFolder, MANIFEST_FILE));
  const manifest = manifestOf(manifestBytes.toString('utf8'));
  const folder = approvalFolderOf(runFolder, manifest.run_id);
  if (!pathExists(folder)) return NOTHING;
  const problems = new Problems();
  const { kind } = entryAt(dirname(folder), basename(folder));
  if (kind !== 'folder') problems.add(kind === 'link' ? 'VERIFY_ENTRY_LINK' : 'VERIFY_ENTRY_NOT_FILE', folder);
  if (problems.count > 0 || !checkEntries(folder, problems)) return { ...NOTHING, folder, problems: problems.list() };
  const index = readIndex(folder, problems);
  if (index === undefined) return { ...NOTHING, folder, problems: problems.list() };
  problems.compare('APPROVAL_OTHER_RUN', APPROVAL_INDEX, manifest.run_id, index.run_id);
  problems.compare('APPROVAL_OTHER_RUN', APPROVAL_INDEX, sha256Hex(manifestBytes), index.manifest_sha256);
  const lists = { approvers: readLists(folder, 'approvers', [], problems), rates: [] as SignedList[] };
  lists.rates = readLists(folder, 'rates', lists.approvers, problems);
  const tables = readLists(folder, 'tables', lists.approvers, problems);
  checkSignatures(folder, index, manifest, lists, problems);
  checkPersons(index, problems);
  const roles = new Set(index.signatures.map(({ role }) => role));
  return {
    folder,
    signatures: index.signatures.map(({ role, name, at }) => ({ role, name, at })),
    complete: SIGNING_ROLES.every((role) => roles.has(role)),
    anchor: lists.approvers[0] === undefined ? '' : listHash(lists.approvers[0]),
    tables: tables.flatMap(({ files }) => files.map(({ sha256: hash }) => hash)),
    problems: problems.list(),
  };
}

function readIndex(folder: string, problems: Problems): ApprovalIndex | undefined {
  const index = parsed(folder, APPROVAL_INDEX, approvalIndexSchema, problems);
  if (index === undefined) return undefined;
  const seal = `${sha256Hex(readBytes(join(folder, APPROVAL_INDEX)))}  ${APPROVAL_INDEX}\n`;
  const stored = pathExists(join(folder, APPROVAL_SEAL))
    ? readBytes(join(folder, APPROVAL_SEAL)).toString('latin1')
    : '';
  problems.compare('APPROVAL_FILE_CHANGED', APPROVAL_SEAL, seal, stored);
  for (const { name, bytes, sha256: hash } of index.files) {
    const found = bytesOf(folder, name);
    if (found === undefined || found.length !== bytes || sha256Hex(found) !== hash)
      problems.add('APPROVAL_FILE_CHANGED', name);
  }
  const known = new Set([APPROVAL_INDEX, APPROVAL_SEAL, ...index.files.map(({ name }) => name)]);
  for (const name of listFolder(folder)) if (!known.has(name)) problems.add('APPROVAL_FILE_UNKNOWN', name);
  return index;
}

function readLists(folder: string, kind: ListKind, approvers: readonly SignedList[], problems: Problems): SignedList[] {
  const name = `${kind}.json`;
  if (kind !== 'approvers' && !pathExists(join(folder, name))) return [];
  const lists = parsed(folder, name, listsSchema, problems);
  if (lists === undefined) return [];
  lists.versions.forEach((list, place) => {
    const before = {
      previous: lists.versions[place - 1],
      approvers: approvers.find((candidate) => listHash(candidate) === list.approvers),
    };
    const faults = listFaults(list, before);
    if (lists.kind !== kind || list.kind !== kind || list.sha256 !== listHash(list) || faults.length > 0) {
      problems.add('APPROVAL_LIST_BROKEN', name, { version: list.version, reason: faults[0]?.code ?? 'sha256' });
    }
  });
  return lists.versions;
}

function checkSignatures(
  folder: string,
  index: ApprovalIndex,
  manifest: Manifest,
  lists: { readonly approvers: readonly SignedList[]; readonly rates: readonly SignedList[] },
  problems: Problems,
): void {
  for (const entry of index.signatures) {
    const text = bytesOf(folder, entry.file)?.toString('utf8') ?? '';
    for (const { code, params } of signedTextFaults(text, entry, { index, manifest, ...lists })) {
      problems.add(code, entry.file, params);
    }
  }
}

/** One signature a role, and the approver is neither attestant nor runner. */
function checkPersons(index: ApprovalIndex, problems: Problems): void {
  const named = (role: string): string[] =>
    index.signatures.filter((entry) => entry.role === role).map(({ name }) => actorKey(name));
  const others = [...named('runner'), ...named('attestant')];
  for (const role of SIGNING_ROLES)
    if (named(role).length > 1) problems.add('APPROVAL_ROLE_TWICE', APPROVAL_INDEX, { role });
  for (const name of named('approver')) {
    if (others.includes(name)) problems.add('APPROVAL_SAME_PERSON', APPROVAL_INDEX, { name });
  }
  for (const { role, name, public_key: key } of index.signatures) {
    const same = index.signatures.find((other) => other.public_key === key && actorKey(other.name) !== actorKey(name));
    if (role === 'approver' && same !== undefined) problems.add('APPROVAL_SAME_PERSON', APPROVAL_INDEX, { name });
  }
  checkTimes(index, problems);
}

/** Runner, attestant and approver sign in this order, so that none can be dated back before those before it. */
function checkTimes({ signatures }: ApprovalIndex, problems: Problems): void {
  signatures.forEach(({ at, file }, place) => {
    const before = signatures[place - 1]?.at ?? '';
    if (at < before) problems.add('APPROVAL_DATED_BACK', file, { at, before });
  });
}

/** A file of the folder; undefined where it holds none of that name, also for a name that leads elsewhere. */
function bytesOf(folder: string, name: string): Buffer | undefined {
  return listFolder(folder).includes(name) ? readBytes(join(folder, name)) : undefined;
}

function parsed<T>(folder: string, name: string, shape: z.ZodType<T>, problems: Problems): T | undefined {
  const path = join(folder, name);
  try {
    const result = shape.safeParse(pathExists(path) ? JSON.parse(readBytes(path).toString('utf8')) : undefined);
    if (result.success) return result.data;
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
  }
  problems.add('APPROVAL_FILE_CHANGED', name);
  return undefined;
}
