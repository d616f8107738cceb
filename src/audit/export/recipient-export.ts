import { assert, type Canonical, canonicalJson, errorDetail, NorsktilskuddError, sha256Hex } from '../../domain';
import { type InclusionProof, RecipientTree, type TraceStore } from '../../trace';
import type { RunContents } from '../verify/run-contents';
import { partsOfRecipient, type RecipientParts, type ShownPart } from './recipient-parts';
import { codeText, linesText, payoutsText } from './recipient-tables';

/** Number of the format of an export. EXPORT.md beside this file says what its files hold. */
const EXPORT_FORMAT = 2;
/** Names of the files of an export. */
const EXPORT_FILES = {
  index: 'export.json',
  seal: 'export.sha256',
  payouts: 'payouts.csv',
  lines: 'lines.csv',
  payoutProofs: 'payout-proofs.json',
  partProofs: 'part-proofs.json',
} as const;

/** What an export is made from. */
export interface ExportSource {
  readonly contents: RunContents;
  /** Heads of the ledger when the run was posted; empty of a draft. */
  readonly heads: { readonly postingHead: string; readonly journalHead: string };
  readonly store: TraceStore;
  readonly pseudonymKey: Uint8Array;
  /** RecipientCode. */
  readonly recipient: number;
  /** Leaves of persons with a protected address: their lines stand without person and part. */
  readonly protectedLeaves: ReadonlySet<number>;
}

/** One recipient's part of a run: its payouts, lines and parts of the trace, with their proofs. */
export interface RecipientExport {
  /** Name and content of each file, the seal last. */
  readonly files: readonly { readonly name: string; readonly text: string }[];
  /** SHA-256 of export.json: kept elsewhere it shows that nothing was taken out. */
  readonly seal: string;
  readonly payouts: number;
  readonly lines: number;
  /** Parts that are shown. */
  readonly parts: number;
  readonly protectedLines: number;
}

/**
 * Builds an export. It holds only what the trees prove, of others nothing but hashes, and persons by pseudonyms that no
 * other recipient knows.
 *
 * @throws NorsktilskuddError refused EXPORT_OF_OLDER_TRACE where the trace has no pseudonyms of its recipients;
 *   verification VERIFICATION_FAILED where the trace does not lead to the root in the manifest
 */
export function recipientExport(source: ExportSource): RecipientExport {
  const { contents, store, recipient } = source;
  const { run_id: runId, trace } = contents.manifest;
  if (trace?.format !== 2) throw new NorsktilskuddError('refused', 'EXPORT_OF_OLDER_TRACE', { runId });
  const keys = { pseudonymKey: source.pseudonymKey, runId };
  const shown = partsOfRecipient(store, keys, recipient, source.protectedLeaves);
  const tree = new RecipientTree({ payouts: contents.payouts, lines: contents.lines }, keys);
  checkRoots(contents, shown, tree);
  const places = [...contents.payouts.keys()].filter((place) => contents.payouts[place]?.recipient === recipient);
  const rows = places.map((place) => tree.prove(place));
  const reported = linesText(
    recipient,
    rows.map(({ data }) => data),
    shown.parts,
  );
  const payouts = contents.payouts.filter((row) => row.recipient === recipient);
  const files = [
    { name: EXPORT_FILES.payouts, text: payoutsText(payouts) },
    { name: EXPORT_FILES.lines, text: reported.text },
    { name: EXPORT_FILES.payoutProofs, text: rowsText(rows.map(proofCells)) },
    { name: EXPORT_FILES.partProofs, text: rowsText(partRows(shown)) },
  ];
  const index = canonicalJson(indexOf(source, files, tree.size, reported.hidden), 'lines');
  const seal = sha256Hex(index);
  const sealText = `${seal}  ${EXPORT_FILES.index}\n`;
  return {
    files: [...files, { name: EXPORT_FILES.index, text: index }, { name: EXPORT_FILES.seal, text: sealText }],
    seal,
    payouts: payouts.length,
    lines: reported.lines,
    parts: shown.parts.filter(({ data }) => data !== undefined).length,
    protectedLines: reported.hidden,
  };
}

/** What is handed out leads to the roots of the manifest, or nothing is. */
function checkRoots({ manifest }: RunContents, shown: RecipientParts, tree: RecipientTree): void {
  const { root_sha256: traceRoot, recipients_root_sha256: recipientsRoot } = manifest.trace ?? {};
  if (shown.root === traceRoot && tree.root === recipientsRoot) return;
  const params = { file: 'manifest.json', tree: 'trace', expected: traceRoot ?? '', found: shown.root };
  const faults = [errorDetail('VERIFY_ROOT', params)];
  throw new NorsktilskuddError('verification', 'VERIFICATION_FAILED', { faults: faults.length }, faults);
}

function proofCells({ data, proof }: { readonly data: Buffer; readonly proof: InclusionProof }): object {
  return { entry: proof.index, data: data.toString('hex'), path: pathCells(proof) };
}

function pathCells({ path }: InclusionProof): string[] {
  return path.map((hash) => hash.toString('hex'));
}

function partRows({ proof, parts }: RecipientParts): object[] {
  const cells = ({ data, hash }: ShownPart): object =>
    data ? { data: data.toString('hex') } : { hash: hash.toString('hex') };
  return proof ? [{ entry: proof.index, path: pathCells(proof) }, ...parts.map(cells)] : [];
}

/** One object a line, so that the file of a large kommune can be read line by line. */
function rowsText(rows: readonly object[]): string {
  return `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`;
}

function indexOf(
  { contents, heads, recipient }: ExportSource,
  files: readonly { readonly name: string; readonly text: string }[],
  treeSize: number,
  protectedLines: number,
): Canonical {
  const { manifest, sha256: manifestHash } = contents;
  assert(manifest.trace !== null && manifest.trace !== undefined, 'a run has a trace');
  return {
    format: EXPORT_FORMAT,
    kind: 'recipient',
    run_id: manifest.run_id,
    mark: manifest.mark,
    recipient_id: codeText(recipient),
    manifest_sha256: manifestHash,
    posting_head: heads.postingHead,
    journal_head: heads.journalHead,
    trace: { root_sha256: manifest.trace.root_sha256, entries: manifest.trace.entries },
    recipients: { root_sha256: manifest.trace.recipients_root_sha256, entries: treeSize },
    protected_lines: protectedLines,
    files: files.map(({ name, text }) => ({ name, bytes: Buffer.byteLength(text), sha256: sha256Hex(text) })),
  };
}
