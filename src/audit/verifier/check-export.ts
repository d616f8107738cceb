import { checkEntries, type Files, hasFile, pathIn, readWhole } from './files';
import type { Findings } from './findings';
import { sha256, u32 } from './hashes';
import { canonical, parseJson } from './json';
import { MANIFEST, type RunManifest } from './manifest-shape';
import { entryHash, leadsToRoot } from './merkle';
import { listOf, objectOf, oneOf, type Shaped, text, whole } from './shapes';
import { codeOf, codeText, componentOfCode, groupOfCode } from './vocabulary';

/** What an export has beside its index and seal, and the columns of its tables (EXPORT.md). */
const FILES = ['lines.csv', 'part-proofs.json', 'payout-proofs.json', 'payouts.csv'];
const PAYOUT_COLUMNS = 'recipient_id,netting_group,lines_total,carried_in,paid,carried_out';
const LINE_COLUMNS =
  'line_ref,grant_year,component,person_ref,recipient_id,basis_recipient_id,share_numerator,share_denominator,' +
  'cumulative_due,previously_posted,amount,netting_group';

const TREE = objectOf({ entries: whole(0), root_sha256: text(/^[0-9a-f]{64}$/) });
const HEAD = text(/^([0-9a-f]{64})?$/);
const INDEX = objectOf(
  {
    files: listOf(objectOf({ name: text(), bytes: whole(0), sha256: text() })),
    format: oneOf(1, 2),
    kind: oneOf('recipient'),
    manifest_sha256: text(),
    mark: text(),
    protected_lines: whole(0),
    recipient_id: text(/^(\d{2}|\d{4})$/),
    recipients: TREE,
    run_id: text(),
    trace: TREE,
  },
  // Exports of earlier versions name no heads.
  { journal_head: HEAD, posting_head: HEAD },
);
type ExportIndex = Shaped<typeof INDEX>;

const HEX = text(/^([0-9a-f]{2})*$/);
const HASH = text(/^[0-9a-f]{64}$/);
const PROOF = objectOf({ entry: whole(0), data: HEX, path: listOf(HASH) });
const WAY = objectOf({ entry: whole(0), path: listOf(HASH) });
const SHOWN = objectOf({ data: HEX });
const HIDDEN = objectOf({ hash: HASH });
const silent = (): void => undefined;

/** What of an export was laid open. */
export interface CheckedExport {
  /** Lines of protected addresses, which stand without a person. */
  readonly hidden: number;
  /** Hash of export.json. */
  readonly seal: string;
  readonly parts: readonly ExportPart[];
  readonly runId: string;
  /** As the export writes it. */
  readonly recipient: string;
  /** Lines that name a person or nobody can be named for: pseudonym (empty for none), grant year, component and amount. */
  readonly lines: readonly string[];
}

/** A part of the trace: what the recipient is due of a person's amount. */
export interface ExportPart {
  readonly trace: string;
  readonly person: string;
  readonly year: number;
  readonly component: string;
  readonly basis: string;
  readonly recipient: string;
  readonly numerator: number;
  readonly denominator: number;
  readonly due: number;
  readonly held: number;
  readonly posted: number;
}

interface ExportLine {
  readonly trace: string;
  readonly year: number;
  readonly component: number;
  readonly basis: string;
  readonly amount: number;
}
interface ExportPayout {
  readonly recipient: string;
  readonly group: string;
  readonly amounts: readonly number[];
  readonly lines: readonly ExportLine[];
}

/**
 * One recipient's export of a run against the published manifest: the files and no other, each with its hash; every entry
 * leads to its root; netting; and the two tables, which are what the entries give and nothing else.
 */
export function checkExport(
  files: Files,
  folder: string,
  manifestPath: string,
  findings: Findings,
): CheckedExport | undefined {
  if (!checkEntries(files, folder, findings)) return undefined;
  const manifestBytes = readWhole(files, manifestPath);
  const manifest = parseJson(manifestBytes.toString('utf8'));
  const tell = (path: string, reason: string): void =>
    findings.add('VERIFY_MANIFEST_SHAPE', manifestPath, { path, reason });
  if (!MANIFEST(manifest, tell)) return undefined;
  return new ExportCheck(files, folder, findings).check(manifest, sha256(manifestBytes));
}

class ExportCheck {
  constructor(
    readonly files: Files,
    readonly folder: string,
    readonly findings: Findings,
  ) {}

  check(manifest: RunManifest, manifestSha256: string): CheckedExport | undefined {
    const bytes = this.#bytes('export.json');
    const seal = sha256(bytes);
    this.#same(
      'export.sha256',
      'export.sha256',
      `${seal}  export.json\n`,
      this.#bytes('export.sha256').toString('latin1'),
    );
    const index = parseJson(bytes.toString('utf8'));
    const tell = (path: string, reason: string): void => this.#same('export.json', path, reason, '-');
    if (!INDEX(index, tell)) return undefined;
    this.#same('export.json', 'form', canonical(index, 2), bytes.toString('utf8'));
    this.#checkIndex(index, manifest, manifestSha256);
    this.#checkFiles(index);
    const payouts = this.#readProofs('payout-proofs.json', index.recipients).map((data, place) =>
      this.#payoutOf(data, `payout-proofs.json [${place}]`, index.format),
    );
    const proven = index.format === 1 ? this.#readProofs('part-proofs.json', index.trace) : this.#readRecipient(index);
    const parts = proven.map((data, place) => this.#partOf(data, `part-proofs.json [${place}]`, index.format));
    for (const part of parts) {
      const isMine = part.recipient === index.recipient_id || (index.format === 1 && part.basis === index.recipient_id);
      if (!isMine) this.#same('part-proofs.json', part.trace, index.recipient_id, part.recipient);
    }
    for (const payout of payouts) this.#checkPayout(payout, index);
    const { hidden, lines, told } = this.#lineRows(payouts, parts);
    this.#same('export.json', 'protected_lines', hidden, index.protected_lines);
    this.#checkTable('payouts.csv', [
      PAYOUT_COLUMNS,
      ...payouts.map((row) => [row.recipient, row.group, ...row.amounts].join()),
    ]);
    this.#checkTable('lines.csv', [
      index.format === 1 ? LINE_COLUMNS.replace('line_ref', 'trace_id') : LINE_COLUMNS,
      ...lines,
    ]);
    const { run_id: runId, recipient_id: recipient } = index;
    return { hidden, seal, parts, runId, recipient, lines: told };
  }

  #bytes(name: string): Buffer {
    return hasFile(this.files, this.folder, name) ? readWhole(this.files, pathIn(this.folder, name)) : Buffer.alloc(0);
  }

  #same(file: string, what: string, expected: string | number, found: string | number): void {
    this.findings.compare('EXPORT_DIFFERS', file, expected, found, { what });
  }

  /** The roots are those of the manifest. */
  #checkIndex(index: ExportIndex, manifest: RunManifest, manifestSha256: string): void {
    const rows = manifest.netting.reduce((sum, group) => sum + group.recipients, 0);
    const { trace } = manifest;
    const expected = {
      format: trace?.format,
      manifest_sha256: manifestSha256,
      mark: manifest.mark,
      run_id: manifest.run_id,
      recipients: { entries: rows, root_sha256: trace?.recipients_root_sha256 },
      trace: { entries: trace?.entries, root_sha256: trace?.root_sha256 },
    };
    const found = new Map<string, unknown>(Object.entries(index));
    for (const [name, value] of Object.entries(expected)) {
      this.#same('export.json', name, canonical(value ?? null), canonical(found.get(name) ?? null));
    }
  }

  #checkFiles({ files: named }: ExportIndex): void {
    const there = this.files.entries(this.folder).map(({ name }) => name);
    this.#same(
      'export.json',
      'files',
      FILES.join(),
      named
        .map(({ name }) => name)
        .sort()
        .join(),
    );
    this.#same(this.folder, this.folder, ['export.json', 'export.sha256', ...FILES].sort().join(), there.sort().join());
    for (const { name, bytes, sha256: sealed } of named) {
      if (!FILES.includes(name)) continue; // told above
      const content = this.#bytes(name);
      this.findings.compare('VERIFY_FILE_SIZE', name, bytes, content.length);
      this.findings.compare('VERIFY_FILE_CHANGED', name, sealed, sha256(content));
    }
  }

  /** Rows of a file of proofs, one a line, in the one form that they have. */
  #rowsOf(file: string): unknown[] {
    const bytes = this.#bytes(file).toString('utf8');
    const rows = parseJson(bytes);
    if (!Array.isArray(rows)) return [];
    const written = rows.map((row) => JSON.stringify(row));
    this.#same(file, 'form', `[\n${written.join(',\n')}\n]\n`, bytes);
    return rows;
  }

  #unproven(file: string, what: string): void {
    this.findings.add('EXPORT_UNPROVEN', file, { what });
  }

  /** Entries of a file of proofs, each led to its root; only strictly ascending entries in one form count. */
  #readProofs(file: string, { entries, root_sha256: root }: ExportIndex['trace']): Buffer[] {
    let before = -1;
    return this.#rowsOf(file).flatMap((row, place) => {
      if (!PROOF(row, silent) || Object.keys(row).join() !== 'entry,data,path' || row.entry <= before) {
        this.#unproven(file, `[${place}]`);
        return [];
      }
      before = row.entry;
      const data = Buffer.from(row.data, 'hex');
      const path = row.path.map((hash) => Buffer.from(hash, 'hex'));
      if (!leadsToRoot(data, row.entry, entries, path, root)) this.#unproven(file, `[${row.entry}]`);
      return [data];
    });
  }

  /**
   * Format 2: one entry of the tree is the recipient's, and holds the hashes of all its parts. First the way from it to the
   * root, then each part, or the hash alone of a part of a protected address. Returns the parts that are laid open.
   */
  #readRecipient({ recipient_id: recipient, trace }: ExportIndex): Buffer[] {
    const file = 'part-proofs.json';
    const [way, ...rows] = this.#rowsOf(file);
    if (way === undefined) return [];
    const shown: Buffer[] = [];
    const hashes = rows.map((row, place) => {
      if (HIDDEN(row, silent)) return Buffer.from(row.hash, 'hex');
      if (!SHOWN(row, silent)) {
        this.#unproven(file, `[${place}]`);
        return Buffer.alloc(0);
      }
      shown.push(Buffer.from(row.data, 'hex'));
      return entryHash(Buffer.from(row.data, 'hex'));
    });
    const mine = Buffer.concat([Buffer.from('PRTS'), u32(codeOf(recipient)), ...hashes]);
    const isWay = WAY(way, silent) && Object.keys(way).join() === 'entry,path';
    const path = isWay ? way.path.map((hash) => Buffer.from(hash, 'hex')) : [];
    if (!isWay || !leadsToRoot(mine, way.entry, trace.entries, path, trace.root_sha256))
      this.#unproven(file, recipient);
    return shown;
  }

  /** A payouts row and its lines, as the tree of recipients holds them. */
  #payoutOf(data: Buffer, place: string, format: 1 | 2): ExportPayout {
    this.#same(place, 'tag', 'RCPT', data.toString('latin1', 0, 4));
    const lines: ExportLine[] = [];
    for (let at = 64; at + 24 <= data.length; at += 24) {
      const what = data.readUInt32LE(at + 8);
      const basis = codeText(data.readUInt32LE(at + 12));
      const line = { trace: nameOf(data, at, format), year: what & 0xffff, component: what >>> 16, basis };
      lines.push({ ...line, amount: Number(data.readBigInt64LE(at + 16)) });
    }
    this.#same(
      place,
      'lines',
      `${data.readUInt32LE(60)}, ${64 + lines.length * 24}`,
      `${lines.length}, ${data.length}`,
    );
    const amounts = [28, 36, 44, 52].map((at) => Number(data.readBigInt64LE(at)));
    return { recipient: codeText(data.readUInt32LE(20)), group: groupOfCode(data.readUInt32LE(24)), amounts, lines };
  }

  #partOf(data: Buffer, place: string, format: 1 | 2): ExportPart {
    this.#same(place, 'tag', 'PART', data.toString('latin1', 0, 4));
    const words = data.subarray(48);
    const isWide = words.length === 36;
    if (!isWide) this.#same(place, 'bytes', 24, words.length);
    const amount = (number: number): number =>
      isWide ? Number(words.readBigInt64LE(12 + number * 8)) : words.readInt32LE(12 + number * 4);
    const what = data.readUInt32LE(44);
    return {
      ...{ trace: nameOf(data, 36, format), person: data.toString('hex', 20, 36), year: what & 0xffff },
      ...{ component: componentOfCode(what >>> 16)?.name ?? '', basis: codeText(words.readInt32LE(0) & 0xfffff) },
      ...{
        recipient: codeText(words.readInt32LE(4)),
        numerator: words.readUInt16LE(8),
        denominator: words.readUInt16LE(10),
      },
      ...{ due: amount(0), held: amount(1), posted: amount(2) },
    };
  }

  /** Lines add up, and what is below zero is carried out (rulebook 7). */
  #checkPayout({ recipient, group, amounts, lines }: ExportPayout, index: ExportIndex): void {
    const [total = 0, carriedIn = 0, paid = 0, carriedOut = 0] = amounts;
    const same = (column: string, expected: string | number, found: string | number): void =>
      this.#same('payouts.csv', `${recipient} ${group} ${column}`, expected, found);
    const sum = lines.reduce((all, line) => all + line.amount, 0);
    same('recipient_id', index.recipient_id, recipient);
    same('lines_total', sum, total);
    same('paid', Math.max(total + carriedIn, 0), paid);
    same('carried_out', Math.min(total + carriedIn, 0), carriedOut);
  }

  /** The rows of the lines that the proven entries give; one without its part is of a protected address. */
  #lineRows(payouts: readonly ExportPayout[], parts: readonly ExportPart[]) {
    const partOf = new Map(parts.map((part) => [`${part.trace} ${part.basis}`, part]));
    let hidden = 0;
    const told: string[] = [];
    const lines = payouts.flatMap(({ recipient, group, lines: own }) =>
      own.map((line) => {
        const place = `${line.trace} ${line.basis}`;
        const { name = '', group: netted = '', isPerKommune = false } = componentOfCode(line.component) ?? {};
        const part = partOf.get(place);
        if (!part && isPerKommune) this.#unproven('lines.csv', place);
        if (!part) hidden += 1;
        const same = (column: string, expected: string | number, found: string | number): void =>
          this.#same('lines.csv', `${place} ${column}`, expected, found);
        if (part) same('amount', line.amount, part.due - part.posted);
        if (part) same('recipient_id', recipient, part.recipient);
        if (part) same('component', `${line.year} ${name}`, `${part.year} ${part.component}`);
        same('netting_group', group, netted);
        const person = part && !isPerKommune ? part.person : '';
        if (part) told.push([person, line.year, name, line.amount].join());
        const cells = part ? [part.numerator, part.denominator, part.due, part.posted] : ['', '', '', ''];
        const what = [line.trace, line.year, name, person, recipient, line.basis];
        return [...what, ...cells, line.amount, group].join();
      }),
    );
    return { hidden, lines, told };
  }

  /** A table is just these rows. */
  #checkTable(file: string, rows: readonly string[]): void {
    const found = this.#bytes(file).toString('utf8').split('\n');
    for (let line = 0; line < Math.max(rows.length + 1, found.length); line += 1) {
      this.findings.compare('VERIFY_CELL', file, rows[line] ?? '', found[line] ?? '-', { line: line + 1, column: '' });
    }
  }
}

/** How lines and parts name each other: by a reference of eight bytes; in format 1 by leaf and record. */
function nameOf(data: Buffer, at: number, format: 1 | 2): string {
  if (format === 1) return `${data.readUInt32LE(at)}.${data.readUInt32LE(at + 4)}`;
  return data.toString('hex', at, at + 8);
}
