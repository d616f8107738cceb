import { dirname, join, resolve } from 'node:path';
import { checkEntries, type Files, hasFile, pathIn, readWhole } from './files';
import type { Findings } from './findings';
import { sha256 } from './hashes';
import { canonical, JsonFault, parseJson } from './json';
import type { RunManifest } from './manifest-shape';
import { listOf, objectOf, oneOf, type Shape, type Shaped, text, whole } from './shapes';
import { isSignedBy } from './signing-keys';

const [INDEX, SEAL] = ['index.json', 'index.sha256'];
const SHA256 = text(/^[0-9a-f]{64}$/);
const SIGNATURE = objectOf({
  role: oneOf('runner', 'attestant', 'approver'),
  name: text(),
  at: text(),
  file: text(),
  public_key: SHA256,
  signature: text(/^[0-9a-f]{128}$/),
});
const APPROVAL_INDEX = objectOf({
  format: oneOf(1),
  run_id: text(),
  manifest_sha256: SHA256,
  signatures: listOf(SIGNATURE),
  files: listOf(objectOf({ name: text(), bytes: whole(0), sha256: SHA256 })),
});
export type ApprovalIndex = Shaped<typeof APPROVAL_INDEX>;
export type SignatureEntry = Shaped<typeof SIGNATURE>;

/** Facts of a signed text, in the order of its rows. */
const FACTS = [
  ...['norsktilskudd approval', 'run', 'role', 'name', 'at', 'manifest', 'posting_head', 'rule_lock', 'parameters'],
  ...['payments', 'paid', 'corrections', 'persons_corrected', 'held', 'approvers', 'rates'],
];

/** A run, as far as signatures are about it. */
export interface SignedRun {
  readonly files: Files;
  readonly folder: string;
  readonly manifest: RunManifest;
  readonly sha256: string;
}

/** A signature beside a run folder, and the facts that it stands on. */
export interface SignedText {
  readonly entry: SignatureEntry;
  readonly facts: ReadonlyMap<string, string>;
}

/** What lies beside a run folder. */
export interface ApprovalFolder {
  readonly beside: string;
  readonly index: ApprovalIndex;
  readonly signed: readonly SignedText[];
}

/** Where the signatures of a run lie: beside its folder. */
export function approvalFolderOf({ folder, manifest }: Pick<SignedRun, 'folder' | 'manifest'>): string {
  return join(dirname(resolve(folder)), `${manifest.run_id}.approval`);
}

/**
 * The signatures beside a run folder: seal and index, every file that it names and no other, and that each is over a text
 * that names this very manifest (LEDGER.md, "Lists and signatures"). undefined where nobody has signed or the folder cannot
 * be read.
 */
export function readApproval(run: SignedRun, findings: Findings): ApprovalFolder | undefined {
  const { files } = run;
  const beside = approvalFolderOf(run);
  const kind = files.entry(beside)?.kind;
  if (kind === undefined) return undefined;
  if (kind !== 'folder') {
    findings.add(kind === 'link' ? 'VERIFY_ENTRY_LINK' : 'VERIFY_ENTRY_NOT_FILE', beside);
    return undefined;
  }
  if (!checkEntries(files, beside, findings)) return undefined;
  const index = readShaped(files, beside, INDEX, APPROVAL_INDEX, findings);
  if (!index) return undefined;
  checkSealed(files, beside, index, findings);
  findings.compare('APPROVAL_OTHER_RUN', INDEX, run.manifest.run_id, index.run_id);
  findings.compare('APPROVAL_OTHER_RUN', INDEX, run.sha256, index.manifest_sha256);
  const signed = index.signatures.flatMap((entry) => {
    const facts = readSignedText(run, beside, entry, findings);
    return facts ? [{ entry, facts }] : [];
  });
  return { beside, index, signed };
}

/** The value of a JSON file in its one written form; undefined, and told, where it has another or no such shape. */
export function readShaped<T>(
  files: Files,
  folder: string,
  name: string,
  shape: Shape<T>,
  findings: Findings,
): T | undefined {
  const text = hasFile(files, folder, name) ? readWhole(files, pathIn(folder, name)).toString('utf8') : '';
  try {
    const value = parseJson(text);
    if (shape(value, () => undefined) && canonical(value, 2) === text) return value;
  } catch (cause) {
    if (!(cause instanceof JsonFault)) throw cause;
  }
  findings.add('APPROVAL_FILE_CHANGED', name);
  return undefined;
}

function checkSealed(files: Files, beside: string, index: ApprovalIndex, findings: Findings): void {
  const bytesOf = (name: string): Buffer | undefined =>
    hasFile(files, beside, name) ? readWhole(files, pathIn(beside, name)) : undefined;
  const seal = `${sha256(bytesOf(INDEX) ?? '')}  ${INDEX}\n`;
  if (bytesOf(SEAL)?.toString('latin1') !== seal) findings.add('APPROVAL_FILE_CHANGED', SEAL);
  for (const { name, bytes, sha256: hash } of index.files) {
    const found = bytesOf(name);
    if (found?.length !== bytes || sha256(found) !== hash) findings.add('APPROVAL_FILE_CHANGED', name);
  }
  const known = [INDEX, SEAL, ...index.files.map(({ name }) => name)];
  for (const { name } of files.entries(beside)) if (!known.includes(name)) findings.add('APPROVAL_FILE_UNKNOWN', name);
}

/** Facts of a signed text by name, held to what its entry in the index says; undefined where its rows are others. */
function readSignedText(
  { files, manifest, sha256: manifestSha256 }: SignedRun,
  beside: string,
  entry: SignatureEntry,
  findings: Findings,
): ReadonlyMap<string, string> | undefined {
  const { file, role, name, at, public_key: publicKey, signature } = entry;
  const text = hasFile(files, beside, file) ? readWhole(files, pathIn(beside, file)).toString('utf8') : '';
  const rows = text.split('\n').map((row) => row.split('\t'));
  const isInOrder = FACTS.every((fact, place) => rows[place]?.[0] === fact && rows[place]?.length === 2);
  if (!isInOrder || rows.length !== FACTS.length + 1 || rows.at(-1)?.join('') !== '') {
    findings.add('APPROVAL_TEXT_UNREADABLE', file);
    return undefined;
  }
  const facts = new Map(rows.map(([fact = '', value = '']) => [fact, value]));
  const expected = { 'norsktilskudd approval': '1', run: manifest.run_id, role, name, at, manifest: manifestSha256 };
  compareFacts(file, facts, expected, findings);
  if (!isSignedBy(publicKey, text, signature)) findings.add('APPROVAL_SIGNATURE_WRONG', file, { name });
  return facts;
}

/** Tells facts of a signed text that are others than they must be. */
export function compareFacts(
  file: string,
  facts: ReadonlyMap<string, string>,
  expected: Readonly<Record<string, string>>,
  findings: Findings,
): void {
  for (const [fact, value] of Object.entries(expected)) {
    findings.compare('APPROVAL_TEXT_DIFFERS', file, value, facts.get(fact) ?? '', { fact });
  }
}
