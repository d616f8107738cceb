import { dirname, join } from 'node:path';
import { type Canonical, canonicalJson, sha256Hex } from '../domain';
import {
  folderEntries,
  isFolder,
  isLink,
  makeFolder,
  makePartFolder,
  pathExists,
  readText,
  removePartFolders,
  renameInto,
  writeWholeFile,
} from '../effects';
import {
  type AdoptedList,
  approvalPayload,
  type BatchInfo,
  type BatchSignature,
  type Ledger,
  LIST_KINDS,
  type ListKind,
  type SignedList,
} from '../ledger';

/** Format of the folder. */
const APPROVAL_FORMAT = 1;
/** Names every other file of the folder with its hash. */
export const APPROVAL_INDEX = 'index.json';
/** Hash of the index. */
const APPROVAL_SEAL = 'index.sha256';

/** Where the signatures of a run lie. */
export interface ApprovalFolder {
  /** undefined where nothing has been signed. */
  readonly folder: string | undefined;
  /** Where that was put which stood in its place and never was what the ledger says; undefined for nothing. */
  readonly setAside: string | undefined;
}

/** Folder of a run's signatures: beside the run folder, whatever that is called. */
export function approvalFolderOf(runFolder: string, runId: string): string {
  return join(dirname(runFolder), `${runId}.approval`);
}

/**
 * Writes the signatures of a run beside its folder, so that they can be checked without the ledger: the signed texts, the
 * lists from the first version on, and an index chained to the manifest. All of it stands in the ledger, so the folder can
 * be written again at any time with the same bytes. It appears whole: broken off it is the one before, this one, or none.
 * The lock of the ledger keeps two who sign at once from writing over each other.
 */
export function writeApprovalFolder(ledger: Ledger, runId: string, folder: string): ApprovalFolder {
  return ledger.whileLocked(() => {
    const batch = ledger.batch(runId);
    const signatures = ledger.signaturesOf(runId);
    if (batch === undefined || signatures.length === 0) return { folder: undefined, setAside: undefined };
    const earlier = signatures.map((_, place) => filesOf(ledger, batch, signatures.slice(0, place)));
    return { folder, setAside: putFolder(folder, filesOf(ledger, batch, signatures), earlier.slice(1)) };
  });
}

/** Files of the folder by name. */
function filesOf(ledger: Ledger, batch: BatchInfo, signatures: readonly BatchSignature[]): Map<string, string> {
  const last = Math.max(...signatures.map(({ journal }) => journal));
  const files = new Map<string, string>();
  for (const signature of signatures) files.set(`${signature.role}.txt`, signedText(batch, signature));
  for (const kind of LIST_KINDS) {
    const lists = ledger.adoptedLists(kind).filter(({ journal }) => journal < last);
    if (lists.length > 0) files.set(`${kind}.json`, canonicalJson(listsJson(kind, lists), 'lines'));
  }
  files.set(APPROVAL_INDEX, canonicalJson(indexJson(batch, signatures, files), 'lines'));
  files.set(APPROVAL_SEAL, `${sha256Hex(files.get(APPROVAL_INDEX) ?? '')}  ${APPROVAL_INDEX}\n`);
  return files;
}

/**
 * Puts a folder in its place in one step; one that holds the same bytes is left alone. One that never was what the ledger
 * says is evidence, whatever it is: it is put aside under another name and stays. Returns that name.
 *
 * @param earlier what the folder held after each signature before the last
 */
function putFolder(
  folder: string,
  files: ReadonlyMap<string, string>,
  earlier: readonly ReadonlyMap<string, string>[],
): string | undefined {
  if (holds(folder, files)) {
    removePartFolders(folder);
    return undefined;
  }
  const part = makePartFolder(folder);
  const [built, replaced] = [join(part, 'new'), join(part, 'old')];
  makeFolder(built);
  for (const [name, text] of files) writeWholeFile(join(built, name), text);
  const isOurs = earlier.some((before) => holds(folder, before));
  const foreign = isThere(folder) && !isOurs ? freeName(`${folder}.set-aside`) : undefined;
  if (isThere(folder)) renameInto(folder, foreign ?? replaced);
  renameInto(built, folder);
  removePartFolders(folder);
  return foreign;
}

function freeName(name: string): string {
  let number = 1;
  while (isThere(`${name}-${number}`)) number += 1;
  return `${name}-${number}`;
}

/** A link that leads nowhere is something, too. */
function isThere(path: string): boolean {
  return isLink(path) || pathExists(path);
}

function holds(folder: string, files: ReadonlyMap<string, string>): boolean {
  if (!isFolder(folder)) return false;
  const entries = folderEntries(folder);
  if (entries.length !== files.size || entries.some(({ kind }) => kind !== 'file')) return false;
  return entries.every(({ name }) => readText(join(folder, name)) === files.get(name));
}

function signedText(batch: BatchInfo, signature: BatchSignature): string {
  return approvalPayload({ ...signature, runId: batch.runId, postingHead: batch.postingHead, reviewed: batch });
}

function indexJson(
  batch: BatchInfo,
  signatures: readonly BatchSignature[],
  files: ReadonlyMap<string, string>,
): Canonical {
  return {
    format: APPROVAL_FORMAT,
    run_id: batch.runId,
    manifest_sha256: batch.manifestHash,
    signatures: signatures.map(({ role, actor, at, publicKey, signature }) => ({
      role,
      name: actor,
      at,
      file: `${role}.txt`,
      public_key: publicKey,
      signature,
    })),
    files: [...files]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, text]) => ({ name, bytes: Buffer.byteLength(text), sha256: sha256Hex(text) })),
  };
}

function listsJson(kind: ListKind, lists: readonly AdoptedList[]): Canonical {
  return {
    format: APPROVAL_FORMAT,
    kind,
    versions: lists.map(({ list, hash }) => ({ ...listJson(list), sha256: hash })),
  };
}

/** A list as it stands in files. */
export function listJson(list: SignedList): { readonly [name: string]: Canonical } {
  return {
    kind: list.kind,
    version: list.version,
    valid_from: list.validFrom,
    previous: list.previous,
    approvers: list.approvers,
    persons: list.persons.map(({ name, publicKey, roles, validFrom, validTo }) => ({
      name,
      public_key: publicKey,
      roles: [...roles],
      valid_from: validFrom,
      valid_to: validTo,
    })),
    ...(list.rights && {
      rights: list.rights.map(({ act, step, role, limitNok }) => ({ act, step, role, limit_nok: limitNok })),
    }),
    files: list.files.map(({ name, sha256: hash }) => ({ name, sha256: hash })),
    ...(list.accepted && { accepted: list.accepted.map(({ name, reference }) => ({ name, reference })) }),
    signatures: list.signatures.map(({ name, signature }) => ({ name, signature })),
  };
}
