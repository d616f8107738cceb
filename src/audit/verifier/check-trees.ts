import { ByteRows } from './columns';
import { type LineRow, PSEUDONYM_BYTES, type RunContents } from './contents';
import { hasFile, pathIn, readWhole } from './files';
import type { Findings } from './findings';
import { digest, hmac, i64, type Keys, u32 } from './hashes';
import { entryHash, rootOf } from './merkle';
import type { LeafReader, Trace } from './trace-file';
import type { TraceLeaf, TraceRecord } from './trace-record';
import { COMPONENTS, groupCode } from './vocabulary';

const HASH_BYTES = 32;
/** Entries under each hash of trace.tree in format 1. */
const SUBTREE_ENTRIES = 1024;
const [TREE_FILE, PAYOUTS] = ['trace.tree', 'payouts.csv'];

/** The root of the trace as trace.tree gives it: what can be checked without the pseudonym key (FORMAT.md, "Parts and tree"). */
export function checkTreeFile({ files, folder, manifest }: RunContents, findings: Findings): void {
  if (!manifest.trace || !hasFile(files, folder, TREE_FILE)) return;
  const tree = readWhole(files, pathIn(folder, TREE_FILE));
  const hashes = Math.ceil(manifest.trace.entries / (manifest.trace.format === 1 ? SUBTREE_ENTRIES : 1));
  findings.compare('VERIFY_FILE_SIZE', TREE_FILE, hashes * HASH_BYTES, tree.length);
  compareRoot(TREE_FILE, 'trace', manifest.trace.root_sha256, rootOf(hashesIn(tree)), findings);
}

function hashesIn(tree: Buffer): Buffer[] {
  return Array.from({ length: Math.floor(tree.length / HASH_BYTES) }, (_, place) =>
    tree.subarray(place * HASH_BYTES, (place + 1) * HASH_BYTES),
  );
}

function compareRoot(file: string, tree: string, expected: string, root: Buffer, findings: Findings): void {
  findings.compare('VERIFY_ROOT', file, expected, root.toString('hex'), { tree });
}

/** The tree of the trace again from every entry, which only the key gives. */
export function treeCheck(run: RunContents, trace: Trace, keys: Keys, findings: Findings): LeafReader {
  return trace.format === 1
    ? new TreeOfFormat1(run, trace, keys, findings)
    : new TreeOfRecipients(run, trace, keys, findings);
}

/** One entry over all of the trace, then one for each recipient: the hashes of its parts in their order. */
class TreeOfRecipients implements LeafReader {
  readonly #parts = new Map<number, ByteRows>();

  constructor(
    readonly run: RunContents,
    readonly trace: Trace,
    readonly keys: Keys,
    readonly findings: Findings,
  ) {}

  take(leaf: TraceLeaf): void {
    const pseudonym = this.trace.persons.subarray(leaf.number * PSEUDONYM_BYTES, (leaf.number + 1) * PSEUDONYM_BYTES);
    leaf.records.forEach((record, place) => {
      for (const part of record.parts) {
        const { salt, reference } = secretOf(this.keys, leaf.number, place, part.basis);
        const who = pseudonym.every((byte) => byte === 0)
          ? Buffer.alloc(PSEUDONYM_BYTES)
          : this.keys.ofRecipient(part.recipient, pseudonym);
        const known = this.#parts.get(part.recipient) ?? new ByteRows(HASH_BYTES);
        this.#parts.set(part.recipient, known);
        known.push(entryHash('PART', salt, who, reference, whatOf(record), bytesOf(leaf, part.from, part.to)));
      }
    });
  }

  finish(): void {
    const { run, trace, keys, findings } = this;
    const hashOf = (name: string): Buffer => Buffer.from(run.hashes.get(name)?.sha256 ?? '', 'hex');
    const salt = hmac(keys.saltKey, 'head').subarray(0, 16);
    const head = entryHash('HEAD', salt, hashOf('trace.bin'), hashOf('trace.persons'));
    const codes = [...this.#parts.keys()].sort((a, b) => a - b);
    const entries = codes.map((code) => entryHash('PRTS', u32(code), ...(this.#parts.get(code)?.inOrder() ?? [])));
    compareTree(run, trace, [head, ...entries], 1, findings);
  }
}

/** In format 1 every leaf has an entry of what is not in a part, and every part one of its own. */
class TreeOfFormat1 implements LeafReader {
  readonly #entries: Buffer[] = [];

  constructor(
    readonly run: RunContents,
    readonly trace: Trace,
    readonly keys: Keys,
    readonly findings: Findings,
  ) {}

  take(leaf: TraceLeaf): void {
    const { number } = leaf;
    const pseudonym = this.trace.persons.subarray(number * PSEUDONYM_BYTES, (number + 1) * PSEUDONYM_BYTES);
    const saltOf = (place: number): Buffer => {
      const pair = hmac(this.keys.saltKey, 'leaf', u32(number), u32(Math.floor(place / 2)));
      return pair.subarray((place % 2) * 16, (place % 2) * 16 + 16);
    };
    const heads = leaf.records.map((record) => bytesOf(leaf, record.from, record.partsFrom));
    this.#entries.push(entryHash('HEAD', saltOf(0), pseudonym, bytesOf(leaf, 0, 3), ...heads));
    let place = 0;
    leaf.records.forEach((record, number) => {
      for (const part of record.parts) {
        place += 1;
        const where = [u32(leaf.number), u32(number), whatOf(record)];
        this.#entries.push(entryHash('PART', saltOf(place), pseudonym, ...where, bytesOf(leaf, part.from, part.to)));
      }
    });
  }

  finish(): void {
    compareTree(this.run, this.trace, this.#entries, SUBTREE_ENTRIES, this.findings);
  }
}

function bytesOf({ words }: TraceLeaf, from: number, to: number): Buffer {
  return Buffer.from(words.buffer, words.byteOffset + from * 4, (to - from) * 4);
}

function compareTree(
  { manifest }: RunContents,
  { tree }: Trace,
  entries: readonly Buffer[],
  perHash: number,
  findings: Findings,
): void {
  hashesIn(tree).forEach((hash, place) => {
    const expected = rootOf(entries.slice(place * perHash, (place + 1) * perHash)).toString('hex');
    const params = { byte: place * HASH_BYTES, firstEntry: place * perHash };
    findings.compare('VERIFY_SUBTREE', TREE_FILE, expected, hash.toString('hex'), params);
  });
  compareRoot('trace.bin', 'trace', manifest.trace?.root_sha256 ?? '', rootOf(entries), findings);
}

/** Salt of a part, and the reference by which a line names it. */
function secretOf({ partKey }: Keys, leaf: number, record: number, basis: number): { salt: Buffer; reference: Buffer } {
  const secret = digest(partKey, u32(leaf, record, basis));
  return { salt: secret.subarray(0, 16), reference: secret.subarray(16, 24) };
}

function whatOf({ grantYear, component }: Pick<TraceRecord, 'grantYear' | 'component'>): Buffer {
  return u32(grantYear + (COMPONENTS[component]?.code ?? 0) * 65_536);
}

/** The tree of recipients: an entry for each row of payouts.csv, with its lines ("Tree of recipients"). */
export function checkRecipientTree(run: RunContents, { format }: Trace, keys: Keys, findings: Findings): void {
  const { manifest, payouts, lines } = run;
  const cellOf = (recipient: number, group: string): string => `${recipient} ${group}`;
  const places = new Map<string, number[]>(payouts.map((row) => [cellOf(row.recipient, row.group), []]));
  for (let place = 0; place < lines.length; place += 1) {
    const { recipient, component } = lines.at(place);
    places.get(cellOf(recipient, COMPONENTS[component]?.group ?? ''))?.push(place);
  }
  const hashes = payouts.map((row, index) => {
    const mine = places.get(cellOf(row.recipient, row.group)) ?? [];
    const ofLines = mine.map((place) => lineEntry(lines.at(place), keys, format));
    if (format !== 1) ofLines.sort(Buffer.compare); // in the order of their references
    const salt = hmac(keys.saltKey, 'rcpt', u32(index)).subarray(0, 16);
    const amounts = i64(row.linesTotalNok, row.carriedInNok, row.paidNok, row.carriedOutNok);
    return entryHash('RCPT', salt, u32(row.recipient, groupCode(row.group)), amounts, u32(mine.length), ...ofLines);
  });
  compareRoot(PAYOUTS, 'recipients', manifest.trace?.recipients_root_sha256 ?? '', rootOf(hashes), findings);
}

function lineEntry(line: LineRow, keys: Keys, format: 1 | 2): Buffer {
  const { traceLeaf, traceRecord, basisRecipient, amountNok } = line;
  const { reference } = secretOf(keys, traceLeaf, traceRecord, basisRecipient);
  const name = format === 1 ? u32(traceLeaf, traceRecord) : reference;
  return Buffer.concat([name, whatOf(line), u32(basisRecipient), i64(amountNok)]);
}
