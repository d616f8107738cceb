import { createHash } from 'node:crypto';
import { stringify } from 'csv-stringify/sync';
import {
  asRecipientCode,
  assert,
  at,
  COMPONENTS,
  formatRecipientCode,
  type Line,
  NO_PERSON,
  nettingGroupOf,
} from '../../domain';
import type { InclusionProof } from '../../trace/merkle-proof';
import { proveEntries } from '../../trace/prove-entries';
import { RecipientTree } from '../../trace/recipient-tree';
import { TraceReader, type TraceStore } from '../../trace/trace-reader';
import { type Canonical, canonicalJson } from '../canonical-json';
import type { ReadPayout, RunContents } from '../verify/run-contents';
import { type PartPlace, partsOfRecipient } from './entries-of-recipient';

/** Number of the format of an export. EXPORT.md beside this file says what its files hold. */
const EXPORT_FORMAT = 1;
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
  readonly store: TraceStore;
  readonly pseudonymKey: Uint8Array;
  /** RecipientCode. */
  readonly recipient: number;
  /** Leaves of persons with a protected address: their lines stand without person and part. */
  readonly protectedLeaves: ReadonlySet<number>;
}

/** One recipient's part of a run: its payouts, lines and parts of the trace, each with its proof. */
export interface RecipientExport {
  /** Name and content of each file, the seal last. */
  readonly files: readonly { readonly name: string; readonly text: string }[];
  /** SHA-256 of export.json: kept elsewhere it shows that nothing was taken out. */
  readonly seal: string;
  readonly payouts: number;
  readonly lines: number;
  readonly parts: number;
  readonly protectedLines: number;
}

/** Builds an export. It holds only what the trees prove, and of others nothing but hashes. */
export function recipientExport(source: ExportSource): RecipientExport {
  const { contents, store, recipient } = source;
  const keys = { pseudonymKey: source.pseudonymKey, runId: contents.manifest.run_id };
  const tree = new RecipientTree({ payouts: contents.payouts, lines: contents.lines }, keys);
  const rows = [...contents.payouts.entries()].filter(([, row]) => row.recipient === recipient);
  const reader = new TraceReader(store);
  const parts = [...partsOfRecipient(reader, recipient)].filter(({ leaf }) => !source.protectedLeaves.has(leaf));
  const lines = linesOf(contents, recipient);
  const partOf = new Map(parts.map((part) => [partKey(part.leaf, part.record, part.part.basisRecipient), part]));
  const told = rows.flatMap(([, row]) =>
    lines
      .filter((line) => nettingGroupOf(at(COMPONENTS, line.component)) === row.group)
      .map((line) => lineCells(line, reader, partOf)),
  );
  const proven = proveEntries(
    store,
    keys,
    parts.map(({ entry }) => entry),
  );
  const files = [
    {
      name: EXPORT_FILES.payouts,
      text: csv(
        PAYOUT_COLUMNS,
        rows.map(([, row]) => payoutCells(row)),
      ),
    },
    { name: EXPORT_FILES.lines, text: csv(LINE_COLUMNS, told) },
    { name: EXPORT_FILES.payoutProofs, text: proofsText(rows.map(([index]) => tree.prove(index))) },
    { name: EXPORT_FILES.partProofs, text: proofsText(proven) },
  ];
  const protectedLines = told.filter((cells) => cells[LINE_COLUMNS.indexOf('cumulative_due')] === '').length;
  const index = canonicalJson(indexOf(source, files, tree.size, protectedLines), 'lines');
  const seal = sha256(index);
  const sealText = `${seal}  ${EXPORT_FILES.index}\n`;
  return {
    files: [...files, { name: EXPORT_FILES.index, text: index }, { name: EXPORT_FILES.seal, text: sealText }],
    seal,
    payouts: rows.length,
    lines: told.length,
    parts: parts.length,
    protectedLines,
  };
}

const PAYOUT_COLUMNS = ['recipient_id', 'netting_group', 'lines_total', 'carried_in', 'paid', 'carried_out'];
const LINE_COLUMNS = [
  'trace_id',
  'grant_year',
  'component',
  'person_ref',
  'recipient_id',
  'basis_recipient_id',
  'share_numerator',
  'share_denominator',
  'cumulative_due',
  'previously_posted',
  'amount',
  'netting_group',
];

const code = (recipient: number): string => formatRecipientCode(asRecipientCode(recipient));
const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const partKey = (leaf: number, record: number, basis: number): string => `${leaf}.${record}.${basis}`;
const csv = (columns: readonly string[], rows: readonly (readonly string[])[]): string => stringify([columns, ...rows]);

function linesOf({ lines }: RunContents, recipient: number): Line[] {
  const found: Line[] = [];
  // The table gives the same object each time.
  for (const line of lines) if (line.recipient === recipient) found.push({ ...line });
  return found;
}

function payoutCells(row: ReadPayout): string[] {
  const sums = [row.linesTotalNok, row.carriedInNok, row.paidNok, row.carriedOutNok];
  return [code(row.recipient), row.group, ...sums.map(String)];
}

function lineCells(line: Line, reader: TraceReader, parts: ReadonlyMap<string, PartPlace>): string[] {
  const component = at(COMPONENTS, line.component);
  const found = parts.get(partKey(line.traceLeaf, line.traceRecord, line.basisRecipient));
  const person = found && line.personId !== NO_PERSON ? reader.pseudonym(line.traceLeaf) : '';
  const { part } = found ?? {};
  const amounts = part
    ? [part.shareNumerator, part.shareDenominator, part.dueNok, part.postedNok].map(String)
    : ['', '', '', ''];
  return [
    `${line.traceLeaf}.${line.traceRecord}`,
    String(line.grantYear),
    component,
    person,
    code(line.recipient),
    code(line.basisRecipient),
    ...amounts,
    String(line.amountNok),
    nettingGroupOf(component),
  ];
}

/** One proof a line, so that the file of a large kommune can be read line by line. */
function proofsText(proofs: Iterable<{ readonly data: Buffer; readonly proof: InclusionProof }>): string {
  const rows = Array.from(proofs, ({ data, proof }) =>
    JSON.stringify({
      entry: proof.index,
      data: data.toString('hex'),
      path: proof.path.map((hash) => hash.toString('hex')),
    }),
  );
  return `[\n${rows.join(',\n')}\n]\n`;
}

function indexOf(
  { contents, recipient }: ExportSource,
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
    recipient_id: code(recipient),
    manifest_sha256: manifestHash,
    trace: { root_sha256: manifest.trace.root_sha256, entries: manifest.trace.entries },
    recipients: { root_sha256: manifest.trace.recipients_root_sha256, entries: treeSize },
    protected_lines: protectedLines,
    files: files.map(({ name, text }) => ({ name, bytes: Buffer.byteLength(text), sha256: sha256(text) })),
  };
}
