#!/usr/bin/env node
'use strict';
/*
 * Checks run folders of norsktilskudd without norsktilskudd: plain Node, no packages, none of the program's code. Read
 * it before you trust it; it takes a quarter of an hour. What columns mean stands in README.md and src/trace/FORMAT.md.
 *
 *   node verify-run.cjs FOLDER... [--key FILE] [--journal FILE] [--head HASH] [--lang nb|en]
 *
 * FOLDER...   run folders in the order in which they were posted
 * --key       the installation's pseudonym key: lets both hash trees be worked out again from their entries
 * --journal   the journal of the ledger, one act a line (norsktilskudd verify FOLDER --db LEDGER --journal FILE, or
 *             sqlite3 LEDGER "select body from journal order by sequence")
 * --head      a journal head that was kept elsewhere: the journal must have had it
 *
 * Every problem is told with file, line and column. Exit code 0: everything checks; 5: something does not; 2: wrong use.
 */
const { createHash, createHmac, createPublicKey, verify } = require('node:crypto');
const { existsSync, readdirSync, readFileSync } = require('node:fs');
const { basename, dirname, join } = require('node:path');

// ------------------------------------------------------------------------------------------------ words and problems

const COMPONENTS = (
  'asylnorsk grunntilskudd kulturtilskudd persontilskudd ' +
  'persontilskudd37d samfunnskunnskap_mottak timetilskudd utvidet43g'
).split(' ');
const GROUPS = ['asylum', 'collective_protection', 'grunntilskudd', 'persontilskudd', 'timetilskudd'];
const GROUP_OF = [0, 2, 0, 3, 1, 0, 4, 1]; // group of each component
const PER_KOMMUNE = new Set(['grunntilskudd', 'timetilskudd']);
const WITHHELD = new Set(['missing_from_extract', 'rejected_row']);

const TEXTS = {
  differs: { nb: 'er {found}, skulle vært {expected}', en: 'is {found}, should be {expected}' },
  missing: { nb: 'mangler', en: 'is missing' },
  extra: { nb: 'hører ikke til', en: 'does not belong here' },
  order: { nb: 'står ikke i rekkefølge', en: 'is out of order' },
  unreadable: { nb: 'kan ikke leses: {found}', en: 'cannot be read: {found}' },
  head: { nb: 'journalen har aldri hatt hodet {expected}', en: 'the journal has never had the head {expected}' },
  annulled: { nb: 'må være annullert (se hovedboken)', en: 'must have been annulled (see the ledger)' },
  start: { nb: 'bygger på {found}, som ikke er gitt', en: 'builds on {found}, which is not given' },
  noKey: { nb: 'uten --key: trærne ned til trace.tree', en: 'without --key: the trees down to trace.tree' },
  unsigned: { nb: 'ingen underskrifter ved siden av mappen', en: 'no signatures beside the folder' },
  anchor: { nb: 'første godkjennerliste {found}', en: 'first list of approvers {found}' },
  fine: { nb: 'Alt stemmer', en: 'Everything checks' },
  faults: { nb: '{found} feil', en: '{found} faults' },
};
let language = 'en';
let problems = 0;
const say = (name, values = {}) => TEXTS[name][language].replace(/\{(\w+)\}/g, (_, key) => values[key]);
const note = (place, name, values) => console.log(`  ${place}: ${say(name, values)}`);

/** Tells what is wrong and where; `place` is file, file:line or file:line (column). */
function problem(place, name, values) {
  problems += 1;
  if (problems <= 200) console.error(`- ${place}: ${say(name, values)}`);
}

function same(place, expected, found) {
  if (expected !== found) problem(place, 'differs', { expected, found });
}

// ------------------------------------------------------------------------------------------------ hashes and CSV

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const hex = (bytes) => bytes.toString('hex');
const hmac = (key, ...parts) => parts.reduce((mac, part) => mac.update(part), createHmac('sha256', key)).digest();
const u32 = (number) => Buffer.from(Uint32Array.of(number).buffer);
const i64 = (number) => Buffer.from(BigInt64Array.of(BigInt(number)).buffer);

/** A value with the names of its objects in the order of their characters: JSON has one form then. */
function ordered(value) {
  if (Array.isArray(value)) return value.map(ordered);
  if (value === null || typeof value !== 'object') return value;
  const names = Object.keys(value).sort();
  return Object.fromEntries(names.map((name) => [name, ordered(value[name])]));
}

const canonical = (value) => JSON.stringify(ordered(value));

/** Root of an RFC 6962 tree over hashes; a node without a neighbour rises as it is. */
function rootOf(hashes) {
  if (hashes.length === 0) return sha256(Buffer.alloc(0));
  let level = hashes;
  while (level.length > 1) {
    const above = [];
    for (let i = 0; i < level.length; i += 2) {
      above.push(i + 1 < level.length ? sha256(Buffer.of(1), level[i], level[i + 1]) : level[i]);
    }
    level = above;
  }
  return level[0];
}

/** Rows of a table (RFC 4180) as objects of texts, with the line on which each begins. */
function readTable(folder, file) {
  const text = readFileSync(join(folder, file), 'utf8');
  const [rows, row] = [[], { line: 1, cells: [] }];
  let [header, read, line] = [undefined, 0, 1];
  for (const [all, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))([,\n])/gy)) {
    row.cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    read += all.length;
    line += all.split('\n').length - 1;
    if (end === ',') continue;
    const cells = row.cells.splice(0);
    header ??= cells;
    same(`${file}:${row.line} (fields)`, header.length, cells.length);
    if (header !== cells)
      rows.push({ line: row.line, ...Object.fromEntries(header.map((name, i) => [name, cells[i]])) });
    row.line = line;
  }
  if (read !== text.length || row.cells.length > 0) problem(`${file}:${line}`, 'unreadable', { found: 'CSV' });
  return rows;
}

/** A whole number; an empty one is 0. */
function kroner(row, column, file) {
  const number = Number(row[column]);
  if (!/^(0|-?[1-9]\d*)?$/.test(row[column] ?? 'x') || !Number.isSafeInteger(number)) {
    problem(`${file}:${row.line} (${column})`, 'unreadable', { found: row[column] });
  }
  return number;
}

/** How much of a row counts: a column, or a function of the row. An empty cell is 0. */
const amountIn = (column) => (typeof column === 'function' ? column : (row) => Number(row[column]));
const one = () => 1;

/** Adds up by key. */
function sums(rows, keyOf, column) {
  const totals = new Map();
  const amountOf = amountIn(column);
  for (const row of rows) totals.set(keyOf(row), (totals.get(keyOf(row)) ?? 0) + amountOf(row));
  return totals;
}

/** Compares two maps of amounts; a key that only one side has counts as 0 there. */
function sameMaps(place, expected, found) {
  for (const key of new Set([...expected.keys(), ...found.keys()])) {
    same(`${place} [${key}]`, expected.get(key) ?? 0, found.get(key) ?? 0);
  }
}

/** Compares the sums of two lists of rows, key by key. */
function sameSums(place, keyOf, rows, column, sealedRows, sealedColumn) {
  sameMaps(place, sums(rows, keyOf, column), sums(sealedRows, keyOf, sealedColumn));
}

const componentKey = (row) => `${row.grant_year} ${row.component}`;
const recipientKey = (row) => `${row.recipient_id} ${row.netting_group}`;

/** 0301 is 3011, fylke 15 is 15000 (FORMAT.md). */
const codeOf = (text) => (text.length === 4 ? Number(text) * 10 + 1 : Number(text) * 1000);

// ------------------------------------------------------------------------------------------------ one run folder

/** Seal, manifest, list of files, every hash. Returns the manifest, or nothing where it cannot be used. */
function checkFiles(folder) {
  const manifestPath = join(folder, 'manifest.json');
  for (const name of ['manifest.json', 'manifest.sha256']) {
    if (!existsSync(join(folder, name))) return problem(`${folder}/${name}`, 'missing');
  }
  const bytes = readFileSync(manifestPath);
  const hash = hex(sha256(bytes));
  same('manifest.sha256', `${hash}  manifest.json\n`, readFileSync(join(folder, 'manifest.sha256'), 'latin1'));
  let manifest;
  try {
    manifest = JSON.parse(bytes.toString('utf8'));
    const runId = `${manifest.identity.grant_year}-T${manifest.identity.term}-${hex(sha256(canonical(manifest.identity))).slice(0, 12)}`;
    same('manifest.json (run_id)', runId, manifest.run_id);
    same('manifest.json (form)', `${JSON.stringify(ordered(manifest), null, 2)}\n` === bytes.toString('utf8'), true);
  } catch (cause) {
    return problem('manifest.json', 'unreadable', { found: cause.message });
  }
  const named = new Set(['manifest.json', 'manifest.sha256', ...manifest.files.map((file) => file.name)]);
  for (const name of readdirSync(folder)) if (!named.has(name)) problem(name, 'extra');
  for (const { name, bytes: size, sha256: sealed } of manifest.files) {
    if (name !== basename(name) || !existsSync(join(folder, name))) {
      problem(name, 'missing');
      continue;
    }
    const content = readFileSync(join(folder, name));
    same(`${name} (bytes)`, size, content.length);
    same(`${name} (sha256)`, sealed, hex(sha256(content)));
  }
  return { manifest, hash };
}

/** Lines: each is the difference between due and posted, in order, numbered through (data contract 4). */
function checkLines(lines, manifest) {
  const file = 'payout_lines.csv';
  let [before, ordinal] = ['', 0];
  for (const row of lines) {
    const cell = (column, expected) => same(`${file}:${row.line} (${column})`, String(expected), row[column]);
    const [due, was, amount] = ['cumulative_due', 'previously_posted', 'amount'].map((name) => kroner(row, name, file));
    const current = Number(row.grant_year) === manifest.identity.grant_year;
    ordinal += 1;
    cell('line_id', `${manifest.run_id}-${ordinal}`);
    ordinal = Math.max(ordinal, Number(row.line_id.slice(manifest.run_id.length + 1)) || 0); // a gap is told once
    cell('run_id', manifest.run_id);
    cell('amount', due - was || 'not 0');
    cell('reason', amount < 0 ? 'correction' : current ? 'regular' : 'arrears');
    cell('netting_group', GROUPS[GROUP_OF[COMPONENTS.indexOf(row.component)]]);
    const key = [row.grant_year, row.component, row.person_ref, row.basis_recipient_id].join(' ');
    if (key <= before) problem(`${file}:${row.line}`, 'order');
    before = key;
  }
  const total = manifest.control_totals;
  sameSums('manifest.json control_totals.lines', componentKey, lines, one, total, 'lines');
  sameSums('manifest.json control_totals.sum_nok', componentKey, lines, 'amount', total, 'sum_nok');
  const absolute = (row) => Math.abs(row.amount);
  sameSums('manifest.json control_totals.absolute_nok', componentKey, lines, absolute, total, 'absolute_nok');
}

/** Netting per recipient and group (rulebook 7): paid = max(0, lines + carried in), the rest is carried out. */
function checkPayouts(payouts, lines, balances, manifest) {
  const file = 'payouts.csv';
  for (const row of payouts) {
    const net = kroner(row, 'lines_total', file) + kroner(row, 'carried_in', file);
    same(`${file}:${row.line} (paid)`, Math.max(net, 0), kroner(row, 'paid', file));
    same(`${file}:${row.line} (carried_out)`, Math.min(net, 0), kroner(row, 'carried_out', file));
    same(`${file}:${row.line} (carried_in)`, Math.min(row.carried_in, 0), Number(row.carried_in));
  }
  same(`${file} (rows)`, new Set(payouts.map(recipientKey)).size, payouts.length);
  sameSums(`${file} lines_total`, recipientKey, lines, 'amount', payouts, 'lines_total');
  const group = (row) => row.netting_group; // balances may have moved to new kommune codes, so per group
  sameSums(`${file} carried_in`, group, balances, 'balance', payouts, 'carried_in');
  for (const column of ['lines_total', 'carried_in', 'paid', 'carried_out']) {
    sameSums(`manifest.json netting.${column}_nok`, group, payouts, column, manifest.netting, `${column}_nok`);
  }
}

/** Conservation (rulebook 9): R = posted before + lines + due later + held, per grant year and component. */
function checkConservation({ conservation, held: totals }, lines, held, posted) {
  const computed = new Set(conservation.map(componentKey));
  for (const row of conservation) {
    const sum = row.posted_before_nok + row.lines_nok + row.due_later_nok + row.held_nok;
    same(`manifest.json conservation [${componentKey(row)}]`, sum, row.annual_nok);
  }
  const place = 'manifest.json conservation';
  sameSums(`${place}.lines_nok`, componentKey, lines, 'amount', conservation, 'lines_nok');
  // What stands posted for withheld persons is outside conservation; their held rows are its negative.
  const withheld = held.filter((row) => WITHHELD.has(row.reason));
  const known = held.filter((row) => !WITHHELD.has(row.reason));
  const before = [...posted, ...withheld.map((row) => ({ ...row, amount: row.held_amount }))];
  const mine = before.filter((row) => computed.has(componentKey(row)));
  sameSums(`${place}.held_nok`, componentKey, known, 'held_amount', conservation, 'held_nok');
  sameSums(`${place}.posted_before_nok`, componentKey, mine, 'amount', conservation, 'posted_before_nok');
  const reason = (row) => `${componentKey(row)} ${row.reason}`;
  sameSums('manifest.json held.sum_nok', reason, held, 'held_amount', totals, 'sum_nok');
  sameSums('manifest.json held.rows', reason, held, one, totals, 'rows');
}

// ------------------------------------------------------------------------------------------------ the trace

/** Words of the trace files. Words of trace.bin are signed, all others unsigned. */
function readTrace(folder) {
  const words = (name, Type) => new Type(Uint8Array.from(readFileSync(join(folder, name))).buffer);
  return {
    bin: words('trace.bin', Int32Array),
    index: words('trace.index', Uint32Array),
    lines: words('trace.lines', Uint32Array),
    persons: readFileSync(join(folder, 'trace.persons')),
    tree: readFileSync(join(folder, 'trace.tree')),
  };
}

/** Leaves of trace.bin with their records and parts (FORMAT.md); offsets are words. */
function* leavesOf({ bin, index }) {
  same('trace.bin (header)', 'NTTRACE1', Buffer.from(bin.buffer, 0, 8).toString('latin1'));
  for (let at = 4, number = 0; at < bin.length; number += 1) {
    const end = at + (bin[at] & 0xffffff);
    const kommune = bin[at] >>> 24 === 2;
    if (end < at + 3 || end > bin.length) return problem(`trace.bin byte ${at * 4}`, 'unreadable', { found: bin[at] });
    same(`trace.bin byte ${at * 4 + 4}`, number, bin[at + 1]);
    same(`trace.index byte ${number * 8}`, at, index[number * 2]);
    const records = [];
    for (let record = at + 3; record < end; ) {
      const length = bin[record] & 0xffff;
      const wide = (bin[record] >>> 29) & 1;
      const long = (bin[record] >>> 30) & 1;
      const candidates = bin[record + 3] & 0xffff;
      const count = kommune ? candidates : long ? bin[record + 6 + candidates * 2 + 7] & 0xffff : 0;
      const size = wide ? 9 : 6;
      const partsAt = record + length - count * size;
      if (length < 6 || partsAt < record + 6 || record + length > end) {
        return problem(`trace.bin byte ${record * 4}`, 'unreadable', { found: bin[record] });
      }
      const year = bin[record + 1] & 0xffff;
      const component = (bin[record] >>> 16) & 15;
      const amount = (word) => (wide ? (bin[word] >>> 0) + bin[word + 1] * 2 ** 32 : bin[word]);
      const parts = Array.from({ length: count }, (_, i) => {
        const part = partsAt + i * size;
        const [basis, held, recipient] = [bin[part] & 0xfffff, bin[part] >>> 20, bin[part + 1]];
        return {
          at: part,
          end: part + size,
          basis,
          held,
          recipient,
          due: amount(part + 3),
          was: amount(part + size - (wide ? 2 : 1)),
        };
      });
      records.push({ at: record, partsAt, year, component, parts });
      record += length;
    }
    yield { number, at, records };
    at = end;
  }
}

/** Every difference that the trace holds and does not hold back is one line, and there are no other lines. */
function checkTrace(trace, leaves, lines, posted) {
  const differences = new Map();
  const before = sums(posted, (row) => `${row.person_ref} ${row.grant_year} ${row.component}`, 'amount');
  for (const { number, records } of leaves) {
    const person = hex(trace.persons.subarray(number * 16, number * 16 + 16));
    for (const [record, { year, component, parts }] of records.entries()) {
      const name = COMPONENTS[component];
      for (const part of parts.filter(({ due, was, held }) => due !== was && held === 0)) {
        differences.set(`${number}.${record} ${part.basis}`, { ...part, year, name });
      }
      const traced = parts.reduce((sum, part) => sum + part.was, 0);
      const key = `${person} ${year} ${name}`;
      if (!PER_KOMMUNE.has(name)) same(`posted_before.csv [${key}]`, traced, before.get(key) ?? 0);
    }
  }
  same('trace.lines (bytes)', lines.length * 8, trace.lines.byteLength);
  for (const [index, row] of lines.entries()) {
    const place = `payout_lines.csv:${row.line}`;
    const stands = `${trace.lines[index * 2]}.${trace.lines[index * 2 + 1]}`;
    if (lines.length * 8 === trace.lines.byteLength) same(`trace.lines byte ${index * 8}`, row.trace_id, stands);
    const key = `${row.trace_id} ${codeOf(row.basis_recipient_id)}`;
    const found = differences.get(key);
    differences.delete(key);
    if (!found) problem(`${place} (trace_id)`, 'extra');
    const cells = [found?.year, found?.name, found?.recipient, found?.due, found?.was].join(' ');
    const { grant_year: year, component, recipient_id: recipient, cumulative_due: due, previously_posted: was } = row;
    if (found) same(place, cells, [year, component, codeOf(recipient), due, was].join(' '));
  }
  for (const key of differences.keys()) problem(`payout_lines.csv [${key}]`, 'missing');
}

/** Root of trace.tree; with the key every entry of both trees again, and the persons' pseudonyms (FORMAT.md). */
function checkTrees(trace, leaves, lines, payouts, manifest, key) {
  const sealed = manifest.trace;
  const nodes = Array.from({ length: trace.tree.length / 32 }, (_, i) => trace.tree.subarray(i * 32, i * 32 + 32));
  same('trace.tree (root)', sealed.root_sha256, hex(rootOf(nodes)));
  same('trace.bin (leaves)', sealed.leaves, leaves.length);
  if (!key) return note(manifest.run_id, 'noKey');
  const keyId = hex(hmac(key, 'norsktilskudd/key-id/v1\n')).slice(0, 16);
  if (keyId !== manifest.identity.pseudonym_key_id) return same('--key', manifest.identity.pseudonym_key_id, keyId);
  const saltKey = hmac(key, 'norsktilskudd/trace-salt/v1\n', manifest.run_id);
  const bytes = Buffer.from(trace.bin.buffer);
  const words = (from, to) => bytes.subarray(from * 4, to * 4);
  const hashes = [];
  for (const { number, at, records } of leaves) {
    const pseudonym = trace.persons.subarray(number * 16, number * 16 + 16);
    const salt = (i) => hmac(saltKey, 'leaf', u32(number), u32(i >> 1)).subarray((i & 1) * 16, (i & 1) * 16 + 16);
    const kept = records.map((record) => words(record.at, record.partsAt));
    hashes.push(sha256(Buffer.of(0), 'HEAD', salt(0), pseudonym, words(at, at + 3), ...kept));
    let part = 0;
    records.forEach(({ year, component, parts }, record) => {
      for (const { at: from, end } of parts) {
        part += 1;
        const place = [u32(number), u32(record), u32(year + component * 65536)];
        hashes.push(sha256(Buffer.of(0), 'PART', salt(part), pseudonym, ...place, words(from, end)));
      }
    });
  }
  same('trace.bin (entries)', sealed.entries, hashes.length);
  nodes.forEach((node, i) => {
    same(`trace.tree byte ${i * 32}`, hex(rootOf(hashes.slice(i * 1024, i * 1024 + 1024))), hex(node));
  });
  same('trace.bin (root)', sealed.root_sha256, hex(rootOf(hashes)));
  const linesOf = new Map(payouts.map((row) => [recipientKey(row), []]));
  for (const line of lines) linesOf.get(recipientKey(line))?.push(line);
  const entries = payouts.map((row, i) => {
    const mine = linesOf.get(recipientKey(row));
    const salt = hmac(saltKey, 'rcpt', u32(i)).subarray(0, 16);
    const head = ['RCPT', salt, u32(codeOf(row.recipient_id)), u32(GROUPS.indexOf(row.netting_group))];
    const amounts = [row.lines_total, row.carried_in, row.paid, row.carried_out].map((text) => i64(Number(text)));
    const ofLines = mine.flatMap((line) => {
      const [leaf, record] = line.trace_id.split('.').map(Number);
      const what = Number(line.grant_year) + COMPONENTS.indexOf(line.component) * 65536;
      return [u32(leaf), u32(record), u32(what), u32(codeOf(line.basis_recipient_id)), i64(Number(line.amount))];
    });
    return sha256(Buffer.of(0), ...head, ...amounts, u32(mine.length), ...ofLines);
  });
  same('payouts.csv (root)', sealed.recipients_root_sha256, hex(rootOf(entries)));
  for (const line of lines.filter((row) => row.person_ref !== '')) {
    const leaf = Number(line.trace_id.split('.')[0]) * 16;
    const pseudonym = hmac(key, 'norsktilskudd/pseudonym/v1\n', line.person_ref).subarray(0, 16);
    same(`payout_lines.csv:${line.line} (person_ref)`, hex(pseudonym), hex(trace.persons.subarray(leaf, leaf + 16)));
  }
}

// ------------------------------------------------------------------------------------------------ signatures

/** `<run_id>.approval/` beside the folder: every file hashed, chained to the manifest, every signature of another person. */
function checkSignatures(folder, run) {
  const approval = join(dirname(folder), `${run.manifest.run_id}.approval`);
  if (!existsSync(approval)) return note(run.manifest.run_id, 'unsigned');
  const text = readFileSync(join(approval, 'index.json'));
  const index = JSON.parse(text);
  same('index.sha256', `${hex(sha256(text))}  index.json\n`, readFileSync(join(approval, 'index.sha256'), 'latin1'));
  same('index.json (manifest_sha256)', run.hash, index.manifest_sha256);
  same('index.json (run_id)', run.manifest.run_id, index.run_id);
  const named = new Set(['index.json', 'index.sha256', ...index.files.map((file) => file.name)]);
  for (const name of readdirSync(approval)) if (!named.has(name)) problem(`${basename(approval)}/${name}`, 'extra');
  for (const file of index.files) {
    const path = join(approval, basename(file.name));
    same(`${file.name} (sha256)`, file.sha256, existsSync(path) ? hex(sha256(readFileSync(path))) : '-');
  }
  const lists = checkApprovers(approval);
  for (const { role, name, file, public_key: publicKey, signature } of index.signatures) {
    const signed = readFileSync(join(approval, basename(file)));
    same(`${file} (signature)`, true, isSignedBy(publicKey, signed, signature));
    const facts = Object.fromEntries(
      String(signed)
        .split('\n')
        .map((row) => row.split('\t')),
    );
    same(`${file} (manifest)`, run.hash, facts.manifest);
    same(`${file} (role)`, `${role} ${name}`, `${facts.role} ${facts.name}`);
    const person = lists
      .find((list) => list.hash === facts.approvers)
      ?.persons.find((who) => nameKey(who.name) === nameKey(name));
    same(`${file} (approvers)`, `${publicKey} ${person?.roles.includes(role)}`, `${person?.public_key} true`);
  }
  const nameOf = (role) => index.signatures.filter((row) => row.role === role).map((row) => nameKey(row.name));
  for (const role of ROLES) if (nameOf(role).length > 1) problem(`index.json (${role})`, 'extra');
  const [approver] = nameOf('approver');
  if ([...nameOf('runner'), ...nameOf('attestant')].includes(approver)) problem('index.json (approver)', 'extra');
  note(run.manifest.run_id, 'anchor', { found: lists[0]?.hash });
}

const ROLES = ['runner', 'attestant', 'approver'];
const nameKey = (name) => name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();

/** The text of a list without its signatures: what is hashed and signed (src/ledger/LEDGER.md). */
function listText(list) {
  const row = (...fields) => `${fields.join('\t')}\n`;
  const roles = (person) => ROLES.filter((role) => person.roles.includes(role)).join(',');
  return [
    row('norsktilskudd list', 1),
    row('list', list.kind, list.version, list.valid_from, list.previous, list.approvers),
    ...list.persons.map((who) => row('person', who.name, who.public_key, roles(who), who.valid_from, who.valid_to)),
    ...list.files.map((file) => row('file', file.name, file.sha256)),
  ].join('');
}

/** The lists of approvers: each names the hash of the one before and is signed by two of its persons. */
function checkApprovers(approval) {
  const path = join(approval, 'approvers.json');
  const lists = JSON.parse(readFileSync(path)).versions.map((list) => ({ ...list, hash: hex(sha256(listText(list))) }));
  lists.forEach((list, i) => {
    same(
      `approvers.json (version ${i + 1})`,
      [i + 1, lists[i - 1]?.hash ?? ''].join(' '),
      `${list.version} ${list.previous}`,
    );
    if (i === 0) return; // the first is anchored by its hash in the ledger's first act
    const good = list.signatures.filter(({ name, signature }) => {
      const person = lists[i - 1].persons.find((who) => nameKey(who.name) === nameKey(name));
      return person && isSignedBy(person.public_key, listText(list), signature);
    });
    if (new Set(good.map((row) => nameKey(row.name))).size < 2)
      problem(`approvers.json (version ${list.version})`, 'missing');
  });
  return lists;
}

function isSignedBy(publicKey, signed, signature) {
  const der = Buffer.from(`302a300506032b6570032100${publicKey}`, 'hex'); // an Ed25519 key in its public form (RFC 8410)
  const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
  return verify(null, Buffer.from(signed), key, Buffer.from(signature, 'hex'));
}

// ------------------------------------------------------------------------------------------------ chain and journal

/** What a run started from, or leaves behind once it is posted: kroner per person and recipient, balances per group. */
function stateOf(run, isAfter) {
  const key = (row) => `${row.person_ref} ${row.grant_year} ${row.component} ${row.basis_recipient_id}`;
  const posted = sums(run.posted, key, 'amount');
  if (!isAfter) return { posted, balances: sums(run.balances, recipientKey, 'balance') };
  for (const line of run.lines) {
    const leaf = Number(line.trace_id.split('.')[0]) * 16;
    const person = line.person_ref === '' ? '' : hex(run.trace.persons.subarray(leaf, leaf + 16));
    const name = key({ ...line, person_ref: person });
    posted.set(name, (posted.get(name) ?? 0) + Number(line.amount));
  }
  return { posted, balances: sums(run.payouts, recipientKey, 'carried_out') };
}

/**
 * Differences between a state that was left and the state in which the next run began, for the grant years that it reads.
 * A person may have got another id in between: then nothing is left under the old pseudonym, and sums per recipient stay.
 */
function stateDifferences(left, run) {
  const years = [run.manifest.identity.grant_year - 1, run.manifest.identity.grant_year].map(String);
  const wanted = [...left.posted].filter(([key]) => years.includes(key.split(' ')[1]));
  const found = stateOf(run, false);
  const persons = new Set([...found.posted.keys()].map((key) => key.split(' ')[0]));
  const gone = wanted.some(([key]) => !persons.has(key.split(' ')[0]));
  const place = ([key]) => key.split(' ').slice(1).join(' ');
  const differences = [];
  const compare = (file, expected, stands) => {
    for (const key of new Set([...expected.keys(), ...stands.keys()])) {
      const pair = [expected.get(key) ?? 0, stands.get(key) ?? 0];
      if (pair[0] !== pair[1]) differences.push([`${file} [${key}]`, ...pair]);
    }
  };
  const amount = ([, value]) => value;
  compare('posted_before.csv', sums(wanted, place, amount), sums([...found.posted], place, amount));
  if (!gone) compare('posted_before.csv', new Map(wanted), found.posted);
  compare('balances_before.csv', left.balances, found.balances);
  return differences;
}

/** Each run names the manifest before it and starts from the state that run left. */
function checkChain(before, run) {
  const link = run.manifest.previous_batch;
  if (!before) {
    if (link) note(run.manifest.run_id, 'start', { found: link.run_id });
    return;
  }
  same(`${run.manifest.run_id} manifest.json (previous_batch)`, before.hash, link?.manifest_sha256);
  const differences = stateDifferences(stateOf(before, true), run);
  if (differences.length === 0) return;
  if (stateDifferences(stateOf(before, false), run).length === 0) {
    note(before.manifest.run_id, 'annulled');
    return;
  }
  for (const [place, expected, found] of differences) same(place, expected, found);
}

/** The journal: hash of each act over the hash before it and its bytes; the head must occur, and each run be approved. */
function checkJournal(path, head, runs) {
  const acts = readFileSync(path, 'utf8').trimEnd().split('\n');
  let hash = sha256('norsktilskudd journal\n');
  const heads = acts.map((act) => {
    hash = sha256(hash, act);
    return hex(hash);
  });
  if (head !== undefined && !heads.includes(head)) problem(path, 'head', { expected: head });
  const approved = acts.map((act) => JSON.parse(act)).filter((act) => act.act === 'approve');
  for (const run of runs) {
    const act = approved.find((candidate) => candidate.manifest_hash === run.hash);
    const paid = run.payouts.reduce((sum, row) => sum + Number(row.paid), 0);
    same(`${path} [approve ${run.manifest.run_id}]`, paid, act?.paid);
  }
  console.log(`journal: ${acts.length}, head ${heads.at(-1)}`);
}

// ------------------------------------------------------------------------------------------------ all together

function checkRun(folder, key) {
  const files = checkFiles(folder);
  if (!files) return undefined;
  const { manifest, hash } = files;
  const table = (name) => readTable(folder, name);
  const run = { folder, manifest, hash, lines: table('payout_lines.csv'), payouts: table('payouts.csv') };
  Object.assign(run, {
    posted: table('posted_before.csv'),
    balances: table('balances_before.csv'),
    trace: readTrace(folder),
  });
  checkLines(run.lines, manifest);
  checkPayouts(run.payouts, run.lines, run.balances, manifest);
  checkConservation(manifest, run.lines, table('held.csv'), run.posted);
  const parameters = table('parameters.csv').map(({ line, used, ...row }) => Object.values(row));
  same('parameters.csv', manifest.identity.parameters_sha256, hex(sha256(canonical(parameters))));
  const leaves = [...leavesOf(run.trace)];
  checkTrace(run.trace, leaves, run.lines, run.posted);
  checkTrees(run.trace, leaves, run.lines, run.payouts, manifest, key);
  checkSignatures(folder, run);
  return run;
}

/** Checks what the arguments name; returns the exit code. */
function main(argv) {
  problems = 0;
  const flags = {};
  const folders = [];
  for (let i = 0; i < argv.length; i += 1) {
    if (!argv[i].startsWith('--')) folders.push(argv[i]);
    else {
      flags[argv[i].slice(2)] = argv[i + 1];
      i += 1;
    }
  }
  if (flags.lang === 'nb') language = 'nb';
  if (folders.length === 0 || (flags.head && !flags.journal)) {
    console.error('node verify-run.cjs FOLDER... [--key FILE] [--journal FILE [--head HASH]] [--lang nb|en]');
    return 2;
  }
  const key = flags.key && Buffer.from(readFileSync(flags.key, 'latin1').trim(), 'hex');
  const runs = [];
  for (const folder of folders) {
    console.log(folder);
    const before = problems;
    try {
      const run = checkRun(folder, key);
      if (run) checkChain(runs.at(-1), run);
      if (run) runs.push(run);
    } catch (cause) {
      problem(folder, 'unreadable', { found: cause.message });
    }
    console.log(
      problems === before
        ? `  ${say('fine')}: ${runs.at(-1)?.hash}`
        : `  ${say('faults', { found: problems - before })}`,
    );
  }
  const before = problems;
  if (flags.journal) checkJournal(flags.journal, flags.head, runs);
  if (problems > before) console.log(`journal: ${say('faults', { found: problems - before })}`);
  return problems === 0 ? 0 : 5;
}

module.exports = { main };
if (require.main === module) process.exitCode = main(process.argv.slice(2));
