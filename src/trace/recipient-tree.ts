import { createHash } from 'node:crypto';
import {
  at,
  COMPONENTS,
  codeOfOrdinal,
  groupCode,
  type Line,
  type NettingGroup,
  nettingGroupOf,
  type PayoutRow,
} from '../domain';
import { copyBytes, FixedHmac } from './fast-hash';
import { HASH_BYTES } from './format';
import { saltKey } from './keys';
import type { InclusionProof } from './merkle-proof';
import { treePath, treeRoot } from './merkle-proof';
import { orderOfBytes } from './part-hashes';
import { PartSecrets, REFERENCE_BYTES, SALT_BYTES } from './part-secrets';
import type { SealerKeys } from './sealer';

/** What the second tree is made of. */
export interface RecipientTreeInput {
  readonly payouts: readonly PayoutRow[];
  readonly lines: Iterable<LineOfTree>;
}

/** What the tree holds of a line, and by which it finds its row. */
type LineOfTree = Pick<
  Line,
  'grantYear' | 'component' | 'recipient' | 'basisRecipient' | 'amountNok' | 'traceLeaf' | 'traceRecord'
>;

/**
 * The second tree: one entry per row of payouts.csv, in its order, holding the row and every line that adds up to it
 * (FORMAT.md, "Tree of recipients"). With its entry and the root a recipient sees that no line of its own is missing
 * and that the sums are those of the run.
 */
export class RecipientTree {
  readonly #entries: readonly Buffer[];
  readonly #hashes: readonly Buffer[];

  constructor(input: RecipientTreeInput, keys: SealerKeys) {
    this.#entries = buildEntries(input, keys);
    this.#hashes = this.#entries.map((data) => createHash('sha256').update(ZERO).update(data).digest());
  }

  get size(): number {
    return this.#entries.length;
  }

  /** Root, 64 hexadecimal digits. */
  get root(): string {
    return (this.size === 0 ? createHash('sha256').digest() : treeRoot(this.#hashes)).toString('hex');
  }

  /** Data of a row's entry and its proof. */
  prove(index: number): { data: Buffer; proof: InclusionProof } {
    return { data: at(this.#entries, index), proof: { index, size: this.size, path: treePath(this.#hashes, index) } };
  }
}

const ZERO = Buffer.alloc(1);
/** Tag, salt, recipient, group, four sums of eight bytes, number of lines. */
const HEAD_BYTES = 4 + SALT_BYTES + 8 + 32 + 4;
/** Reference of the part, grant year and component, basis recipient, amount of eight bytes. */
const LINE_BYTES = 24;

function buildEntries(input: RecipientTreeInput, keys: SealerKeys): Buffer[] {
  const places = new Map(input.payouts.map((row, index) => [groupKey(row.recipient, row.group), index]));
  const counts = input.payouts.map(() => 0);
  for (const line of input.lines) {
    const place = placeOf(places, line);
    counts[place] = at(counts, place) + 1;
  }
  const salts = new FixedHmac(saltKey(keys.pseudonymKey, keys.runId), 8);
  salts.message.write('rcpt', 0, 'latin1');
  const entries = input.payouts.map((row, index) => headOf(row, index, at(counts, index), salts));
  const filled = entries.map(() => HEAD_BYTES);
  const secrets = new PartSecrets(keys);
  for (const line of input.lines) {
    const place = placeOf(places, line);
    writeLine(at(entries, place), at(filled, place), line, secrets);
    filled[place] = at(filled, place) + LINE_BYTES;
  }
  entries.forEach(sortLines);
  return entries;
}

/** Puts the lines of an entry into the order of their references: not even their order tells of persons. */
function sortLines(entry: Buffer): void {
  const lines = Buffer.from(entry.subarray(HEAD_BYTES));
  const order = orderOfBytes(lines, 0, LINE_BYTES, lines.length / LINE_BYTES, REFERENCE_BYTES);
  order.forEach((ordinal, place) => {
    copyBytes(lines, ordinal * LINE_BYTES, LINE_BYTES, entry, HEAD_BYTES + place * LINE_BYTES);
  });
}

const groupKey = (recipient: number, group: NettingGroup): number => recipient * 16 + groupCode(group);

function placeOf(places: ReadonlyMap<number, number>, line: LineOfTree): number {
  return places.get(groupKey(line.recipient, nettingGroupOf(at(COMPONENTS, line.component)))) ?? -1;
}

function headOf(row: PayoutRow, index: number, lines: number, salts: FixedHmac): Buffer {
  const entry = Buffer.alloc(HEAD_BYTES + lines * LINE_BYTES);
  const salt = Buffer.alloc(HASH_BYTES);
  salts.message.writeUInt32LE(index, 4);
  salts.digestInto(salt, 0);
  entry.write('RCPT', 0, 'latin1');
  salt.copy(entry, 4, 0, SALT_BYTES);
  let at = 4 + SALT_BYTES;
  at = entry.writeUInt32LE(row.recipient, at);
  at = entry.writeUInt32LE(groupCode(row.group), at);
  for (const sumNok of [row.linesTotalNok, row.carriedInNok, row.paidNok, row.carriedOutNok]) {
    at = entry.writeBigInt64LE(BigInt(sumNok), at);
  }
  entry.writeUInt32LE(lines, at);
  return entry;
}

function writeLine(entry: Buffer, from: number, line: LineOfTree, secrets: PartSecrets): void {
  secrets.copyReference(line.traceLeaf, line.traceRecord, line.basisRecipient, entry, from);
  let at = entry.writeUInt32LE(line.grantYear | (codeOfOrdinal(line.component) << 16), from + 8);
  at = entry.writeUInt32LE(line.basisRecipient, at);
  entry.writeBigInt64LE(BigInt(line.amountNok), at);
}
