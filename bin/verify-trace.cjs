#!/usr/bin/env node
'use strict';
/*
 * Holds run folders of norsktilskudd to their trace without norsktilskudd: lines and sizes follow from the trace, and every
 * entry of the trace is in the hash trees. Plain Node, no packages, none of the program's code; ten minutes to read. Open
 * src/trace/FORMAT.md beside it: words in quotation marks are its headings.
 *
 *   node verify-trace.cjs FOLDER... [--key FILE] [--lang nb|en]
 *
 * --key   the installation's pseudonym key: without it nobody can tell the entries of the trees
 *
 * Seals, sums, netting, conservation and chain are checked by verify-run.cjs; run that first.
 * Exit code 0: everything checks; 5: something does not; 2: wrong use.
 */
const { createHash, createHmac } = require('node:crypto');
const { existsSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const { parseArgs } = require('node:util');

/** Everything that is checked in one folder, in the order of this file. */
function checkTrace(folder, key) {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const run = { manifest, key, trace: readTrace(folder) };
  run.lines = readTable(folder, 'payout_lines.csv');
  run.payouts = readTable(folder, 'payouts.csv');
  run.held = readTable(folder, 'held.csv');
  run.posted = readTable(folder, 'posted_before.csv');
  run.sizing = readTable(folder, 'sizing.csv');
  run.rates = readTable(folder, 'parameters.csv').filter((row) => row.kind === 'rate');
  run.leaves = readLeaves(run.trace);
  checkCounts(run);
  checkLines(run);
  checkPostings(run);
  checkConservation(run);
  checkHeld(run);
  checkSizing(run);
  if (!key) console.log(`  ${say('noKey')}`);
  else if (checkKey(run)) {
    checkEntries(run);
    checkRecipients(run);
    checkPersons(run);
  }
}

// ---------------------------------------------------------------------------------------------- the bytes of the trace

/** Components, groups and reasons for holding, each at its number in the trace. */
const COMPONENTS = [
  'asylnorsk',
  'grunntilskudd',
  'kulturtilskudd',
  'persontilskudd',
  'persontilskudd37d',
  'samfunnskunnskap_mottak',
  'timetilskudd',
  'utvidet43g',
];
/** Payout codes (rulebook 6), in the same order. */
const CODES = [
  'ASYL-NORSK',
  'Grunntilskudd-{class}',
  'ASYL-KULTUR',
  'P-AR{k}-{class}',
  'P37D-AR1',
  'ASYL-SAMF',
  'TIME-2004',
  'UN43G',
];
const GROUPS = ['asylum', 'collective_protection', 'grunntilskudd', 'persontilskudd', 'timetilskudd'];
const REASONS = [
  '',
  'difference_no_unique_successor',
  'missing_from_extract',
  'no_recipient',
  'no_unique_successor',
  'rejected_row',
  'unknown_country',
  'waits_for_held_correction',
];
const [ABSENT, KOMMUNE] = [1, 2]; // kinds of leaves
const [TRIGGERED, UNKNOWN_COUNTRY, NO_RECIPIENT] = [1, 2, 3]; // states of a record
const [BY_DAYS, SEPARATE] = [0, 2]; // how recipients share

/** The five files. Words of trace.bin are signed, all others unsigned. */
function readTrace(folder) {
  const bytes = (name) => Uint8Array.from(readFileSync(join(folder, name)));
  const [bin, persons, tree] = ['trace.bin', 'trace.persons', 'trace.tree'].map((name) =>
    Buffer.from(bytes(name).buffer),
  );
  const [index, lines] = ['trace.index', 'trace.lines'].map((name) => new Uint32Array(bytes(name).buffer));
  return { bin, words: new Int32Array(bin.buffer), index, lines, persons, tree };
}

/** All leaves with their records; `at` and `end` count words. Their numbers, places and persons must be in step. */
function readLeaves({ bin, words, index, persons }) {
  same('trace.bin (header)', 'NTTRACE1 1 0', `${bin.toString('latin1', 0, 8)} ${words[2]} ${words[3]}`);
  const leaves = [];
  let entry = 0;
  for (let at = 4; at < words.length; at = leaves.at(-1).end) {
    const number = leaves.length;
    const leaf = { number, at, end: at + (words[at] & 0xffffff), kind: words[at] >>> 24, records: [] };
    if (leaf.end < at + 3 || leaf.end > words.length) throw new Error(`trace.bin byte ${at * 4}`);
    for (let next = at + 3; next < leaf.end; next = leaf.records.at(-1).end) {
      leaf.records.push(readRecord(words, next, leaf.kind === KOMMUNE));
    }
    leaf.person = personOf(persons, number);
    same(`trace.bin byte ${at * 4 + 4}`, number, words[at + 1]);
    same(`trace.index byte ${number * 8}`, `${at} ${entry}`, `${index[number * 2]} ${index[number * 2 + 1]}`);
    if (leaf.kind === KOMMUNE) same(`trace.persons byte ${number * 16}`, '0'.repeat(32), leaf.person);
    entry += 1 + leaf.records.flatMap((record) => record.parts).length;
    leaves.push(leaf);
  }
  same('trace.index (bytes)', leaves.length * 8, index.byteLength);
  same('trace.persons (bytes)', leaves.length * 16, persons.length);
  return leaves;
}

/** One grant year and component of a leaf ("Record of a person", "Record of a kommune"). */
function readRecord(words, at, isKommune) {
  const head = words[at];
  const isLong = isKommune || ((head >>> 30) & 1) === 1;
  const size = ((head >>> 29) & 1) === 1 ? 2 : 1; // words of an amount: two where the record is wide
  const amount = (word) => (size === 2 ? (words[word] >>> 0) + words[word + 1] * 2 ** 32 : words[word]);
  const counts = isKommune ? at + 3 : at + 6 + (words[at + 3] & 0xffff) * 2 + 7; // behind the head and the candidates
  const amounts = isKommune ? at + 8 : counts + 2;
  const rateClass = isKommune ? (head >>> 20) & 3 : (words[at + 3] >>> 24) & 3;
  const sharing = isKommune ? 0 : (head >>> 24) & 3;
  const end = at + (head & 0xffff);
  const partsAt = end - (isLong ? words[counts] & 0xffff : 0) * (3 + size * 3);
  if (partsAt < at + 6 || end > words.length) throw new Error(`trace.bin byte ${at * 4}`);
  const parts = [];
  for (let part = partsAt; part < end; part = parts.at(-1).end) parts.push(readPart(words, part, size, amount));
  const recipients = [];
  if (isLong && !isKommune) {
    const first = amounts + size * 3 + (words[counts - 1] & 0xffff) * 4; // behind the segments
    const hasWeight = (words[counts] >>> 24) & 1;
    const length = 2 + hasWeight + (sharing === SEPARATE ? size + 2 : 0);
    for (let place = 0; place < words[counts - 1] >>> 16; place += 1) {
      const from = first + place * length;
      const isStopped = ((words[from] >>> 20) & 1) === 1;
      const [days, own] = [words[from + 1], sharing === SEPARATE ? amount(from + 2 + hasWeight) : 0];
      recipients.push({ code: words[from] & 0xfffff, isStopped, days, weight: words[from + 1 + hasWeight], own });
    }
    same(`trace.bin byte ${at * 4} (recipients)`, partsAt, first + recipients.length * length);
  }
  return {
    at,
    partsAt,
    end,
    parts,
    isKommune,
    grant_year: words[at + 1] & 0xffff,
    component: COMPONENTS[(head >>> 16) & 15],
    status: isKommune ? TRIGGERED : (head >>> 20) & 15,
    sharing,
    recipients,
    rate: isLong && !isKommune ? words[counts - 7] : -1,
    k: sharing === SEPARATE ? 0 : words[at + 1] >>> 16,
    rate_class: ['', 'low', 'high', 'single'][rateClass],
    code: CODES[(head >>> 16) & 15]
      .replace('{k}', words[at + 1] >>> 16)
      .replace('{class}', rateClass === 1 ? 'L' : 'H'),
    annual: isLong ? amount(amounts) : 0,
    due: isLong ? amount(amounts + size) : 0,
    held: isLong ? amount(amounts + size * 2) : 0,
    heldReason: REASONS[isLong ? (words[counts] >>> 16) & 255 : 0],
  };
}

/** What one basis recipient is due of it ("Part"). */
function readPart(words, at, size, amount) {
  return {
    at,
    end: at + 3 + size * 3,
    basis: words[at] & 0xfffff,
    heldReason: REASONS[words[at] >>> 20],
    recipient: words[at + 1],
    share: `${words[at + 2] & 0xffff}/${words[at + 2] >>> 16}`,
    due: amount(at + 3),
    dueHeld: amount(at + 3 + size),
    posted: amount(at + 3 + size * 2),
  };
}

/** Whether there is an amount now; a correction down to nothing bears the code of the posting before it (rulebook 6). */
function hasCode({ isKommune, status, parts }) {
  if (isKommune) return parts.some((part) => !part.share.startsWith('0/'));
  return status === TRIGGERED || status === NO_RECIPIENT;
}

/** The annual amount R of a record: null where the country is outside the region table, 0 for one who has none. */
function annualOf({ status, annual }) {
  if (status === UNKNOWN_COUNTRY) return null;
  return status === TRIGGERED || status === NO_RECIPIENT ? annual : 0;
}

// ------------------------------------------------------------------------------------ the tables follow from the trace

/** The manifest counts leaves, persons and entries ("Entries and tree"). */
function checkCounts({ manifest, leaves }) {
  const parts = leaves.flatMap((leaf) => leaf.records.flatMap((record) => record.parts));
  const persons = leaves.filter((leaf) => leaf.kind !== ABSENT && leaf.kind !== KOMMUNE);
  same('manifest.json (trace.leaves)', leaves.length, manifest.trace.leaves);
  same('manifest.json (trace.entries)', leaves.length + parts.length, manifest.trace.entries);
  same('manifest.json (counts.leaves)', leaves.length, manifest.counts.leaves);
  same('manifest.json (counts.persons)', persons.length, manifest.counts.persons);
}

/** Each difference in the trace that is not held is one line, with the same figures; there are no other lines ("Part"). */
function checkLines({ leaves, trace, lines }) {
  const traced = new Map();
  for (const { number, records } of leaves) {
    records.forEach((record, place) => {
      for (const part of record.parts.filter(({ due, posted, heldReason }) => due !== posted && heldReason === '')) {
        traced.set(`${number}.${place} ${part.basis}`, { record, part });
      }
    });
  }
  same('trace.lines (bytes)', lines.length * 8, trace.lines.byteLength);
  for (const [i, line] of lines.entries()) {
    same(`trace.lines byte ${i * 8}`, line.trace_id, `${trace.lines[i * 2]}.${trace.lines[i * 2 + 1]}`);
    const key = `${line.trace_id} ${codeOf(line.basis_recipient_id)}`;
    const { record, part } = traced.get(key) ?? {};
    traced.delete(key);
    if (!part) {
      problem(`${line.place} (trace_id)`, 'extra');
      continue;
    }
    const cell = (column, expected, found) => same(`${line.place} (${column})`, expected, found);
    cell('grant_year', record.grant_year, line.grant_year);
    cell('component', record.component, line.component);
    cell('recipient_id', part.recipient, codeOf(line.recipient_id));
    cell('annual_amount', annualOf(record), line.annual_amount);
    if (hasCode(record)) cell('code', record.code, line.code);
    cell('share', part.share, `${line.share_numerator}/${line.share_denominator}`);
    cell('cumulative_due', part.due, line.cumulative_due);
    cell('previously_posted', part.posted, line.previously_posted);
  }
  for (const key of traced.keys()) problem(`payout_lines.csv [${key}]`, 'missing');
}

/** What the parts say was posted before the run is what posted_before.csv says, person by person ("Part"). */
function checkPostings({ manifest, leaves, posted }) {
  const key = (row) => `${row.person_ref} ${componentKey(row)}`;
  const traced = leaves.flatMap(({ kind, person, records }) =>
    records.map((record) => ({ ...record, person_ref: kind === KOMMUNE ? '' : person })),
  );
  const postedIn = (record) => record.parts.reduce((sum, part) => sum + part.posted, 0);
  const persons = new Set(leaves.map((leaf) => leaf.person));
  const absent = new Set(leaves.filter((leaf) => leaf.kind === ABSENT).map((leaf) => leaf.person));
  const computed = new Set(manifest.conservation.map(componentKey)); // postings of others are left as they are
  // What stands for absent persons is withheld; verify-run.cjs holds it to their held rows.
  const rows = posted.filter((row) => computed.has(componentKey(row)) && !absent.has(row.person_ref));
  sameSums(
    'posted_before.csv',
    sums(traced, key, postedIn),
    sums(rows, key, (row) => row.amount),
  );
  for (const row of posted) if (row.person_ref !== '' && !persons.has(row.person_ref)) problem(row.place, 'extra');
}

/** R and what is due later, in conservation (rulebook 9); of a kommune it counts what is due, and nothing later. */
function checkConservation({ manifest, leaves }) {
  const records = leaves.flatMap((leaf) => leaf.records);
  const sealed = (name) => sums(manifest.conservation, componentKey, (row) => row[name]);
  const annual = (record) => (record.isKommune ? record.due : annualOf(record));
  const later = (record) => annual(record) - record.due;
  sameSums('manifest.json conservation.annual_nok', sums(records, componentKey, annual), sealed('annual_nok'));
  sameSums('manifest.json conservation.due_later_nok', sums(records, componentKey, later), sealed('due_later_nok'));
}

/** What is held, and why: as a whole, of a part that is due, or the difference of a part (data contract 4, held.csv). */
function checkHeld({ leaves, held }) {
  const traced = [];
  for (const { grant_year, component, heldReason, held: whole, parts } of leaves.flatMap(recordsOfKnown)) {
    const add = (reason, amount) => traced.push({ grant_year, component, reason, held_amount: amount });
    add(heldReason, whole);
    for (const part of parts) add('no_unique_successor', part.dueHeld);
    for (const part of parts) add(part.heldReason, part.due - part.posted);
  }
  const key = (row) => `${componentKey(row)} ${row.reason}`;
  const amount = (row) => row.held_amount;
  const expected = traced.filter((row) => row.reason !== '');
  const found = held.filter((row) => !['missing_from_extract', 'rejected_row'].includes(row.reason)); // of absent persons
  sameSums('held.csv', sums(expected, key, amount), sums(found, key, amount));
  const unknown = (rows, name) => rows.filter((row) => row[name] === 'unknown_country').length;
  same('held.csv (unknown_country)', unknown(leaves.flatMap(recordsOfKnown), 'heldReason'), unknown(held, 'reason'));
}

/** The annual size of the grants per person (rulebook 8.1): each at the full R, over all recipients of the year. */
function checkSizing({ manifest, leaves, sizing, rates }) {
  const keyOf = (row) => [row.recipient_id, row.component, row.year_number, row.rate_class].join(' ');
  const isPerPerson = ({ component }) => component !== 'grunntilskudd' && component !== 'timetilskudd';
  const records = leaves.flatMap((leaf) => (leaf.kind === 0 ? leaf.records.filter(isPerPerson) : []));
  const expected = records.filter((row) => row.grant_year === manifest.identity.grant_year).flatMap(sizesOf);
  const found = sizing.filter(isPerPerson);
  for (const name of ['persons', 'days', 'annual_amount']) {
    const amount = (row) => Number(row[name]);
    sameSums(`sizing.csv ${name}`, sums(expected, keyOf, amount), sums(found, keyOf, amount));
  }
  const rateOf = new Map(expected.map((row) => [keyOf(row), rates[row.rate]?.value]));
  for (const row of found) same(`${row.place} (rate)`, rateOf.get(keyOf(row)), row.rate);
}

/** The rows that a record adds to; what has no recipient, or a code that was split, stands under HELD. */
function sizesOf({ status, grant_year, component, k, rate_class, rate, annual, sharing, recipients }) {
  const row = { grant_year, component, year_number: k === 0 ? '' : String(k), rate_class, rate };
  if (status === NO_RECIPIENT) return [{ ...row, recipient_id: 'HELD', persons: 1, days: 0, annual_amount: annual }];
  if (status !== TRIGGERED) return [];
  const half = Math.floor(annual / 2); // the odd krone goes to the first
  const halves = recipients.length === 1 ? [annual] : [annual - half, half];
  const amounts = sharing === SEPARATE ? recipients.map(({ own }) => own) : sharing === BY_DAYS ? undefined : halves;
  const parts = amounts ?? apportioned(annual, recipients);
  const ids = recipients.map(({ code, isStopped }) => (isStopped ? 'HELD' : textOf(code)));
  return recipients.map(({ days }, i) => {
    const persons = ids.indexOf(ids[i]) === i ? 1 : 0; // a person counts once in each row
    return { ...row, recipient_id: ids[i], persons, days, annual_amount: parts[i] };
  });
}

/** Whole kroner by weight; what is left over goes to the largest remainders, then weights, then codes (rulebook 4). */
function apportioned(amount, recipients) {
  const sum = recipients.reduce((total, { weight }) => total + weight, 0);
  const parts = recipients.map(({ weight }) => Math.floor((amount * weight) / sum));
  const left = amount - parts.reduce((total, part) => total + part, 0);
  const remainder = (i) => (amount * recipients[i].weight) % sum;
  const order = [...recipients.keys()].sort(
    (a, b) => remainder(b) - remainder(a) || recipients[b].weight - recipients[a].weight || a - b,
  );
  return parts.map((part, i) => part + (order.indexOf(i) < left ? 1 : 0));
}

const recordsOfKnown = (leaf) => (leaf.kind === ABSENT ? [] : leaf.records);

// ---------------------------------------------------------------------- hash trees ("Pseudonyms and salts" to the end)

/** Only the key of the installation gives the salts of the entries. */
function checkKey({ manifest, key }) {
  const [expected, found] = [
    manifest.identity.pseudonym_key_id,
    hmac(key, 'norsktilskudd/key-id/v1\n').toString('hex', 0, 8),
  ];
  same('--key', expected, found);
  return expected === found;
}

/** The tree of the trace from its entries: for each leaf what is not in a part, then every part. */
function checkEntries({ manifest, key, trace, leaves }) {
  const saltKey = hmac(key, 'norsktilskudd/trace-salt/v1\n', manifest.run_id);
  const words = (from, to) => trace.bin.subarray(from * 4, to * 4);
  const hashes = [];
  for (const { number, at, person, records } of leaves) {
    const salt = (i) => hmac(saltKey, 'leaf', u32(number), u32(i >> 1)).subarray((i % 2) * 16, (i % 2) * 16 + 16);
    const pseudonym = Buffer.from(person, 'hex');
    const heads = records.map((record) => words(record.at, record.partsAt));
    hashes.push(entryHash('HEAD', salt(0), pseudonym, words(at, at + 3), ...heads));
    const parts = records.flatMap((record, place) => record.parts.map((part) => ({ record, place, part })));
    parts.forEach(({ record, place, part }, i) => {
      const where = [u32(number), u32(place), whatOf(record)];
      hashes.push(entryHash('PART', salt(i + 1), pseudonym, ...where, words(part.at, part.end)));
    });
  }
  subtreesOf(trace.tree).forEach((found, i) => {
    const expected = rootOf(hashes.slice(i * 1024, i * 1024 + 1024));
    same(`trace.tree byte ${i * 32}`, expected.toString('hex'), found.toString('hex'));
  });
  same('trace.bin (root)', manifest.trace.root_sha256, rootOf(hashes).toString('hex'));
}

/** The tree of recipients: an entry for each row of payouts.csv, with its lines. */
function checkRecipients({ manifest, key, payouts, lines }) {
  const saltKey = hmac(key, 'norsktilskudd/trace-salt/v1\n', manifest.run_id);
  const linesOf = new Map(payouts.map((row) => [recipientKey(row), []]));
  for (const line of lines) linesOf.get(recipientKey(line))?.push(line);
  const hashes = payouts.map((row, i) => {
    const mine = linesOf.get(recipientKey(row));
    const salt = hmac(saltKey, 'rcpt', u32(i)).subarray(0, 16);
    const who = [u32(codeOf(row.recipient_id)), u32(GROUPS.indexOf(row.netting_group))];
    const amounts = [row.lines_total, row.carried_in, row.paid, row.carried_out].map(i64);
    const ofLines = mine.flatMap((line) => {
      const [leaf, record] = line.trace_id.split('.').map(Number);
      return [u32(leaf), u32(record), whatOf(line), u32(codeOf(line.basis_recipient_id)), i64(line.amount)];
    });
    return entryHash('RCPT', salt, ...who, ...amounts, u32(mine.length), ...ofLines);
  });
  same('payouts.csv (root)', manifest.trace.recipients_root_sha256, rootOf(hashes).toString('hex'));
}

/** The person of each line is the person of its leaf, and whoever is held is a person of the trace. */
function checkPersons({ key, trace, leaves, lines, held }) {
  const pseudonymOf = (id) => hmac(key, 'norsktilskudd/pseudonym/v1\n', id).toString('hex', 0, 16);
  for (const line of lines.filter((row) => row.person_ref !== '')) {
    const leaf = Number.parseInt(line.trace_id, 10);
    same(`${line.place} (person_ref)`, pseudonymOf(line.person_ref), personOf(trace.persons, leaf));
  }
  const persons = new Set(leaves.map((leaf) => leaf.person));
  for (const row of held.filter(({ person_ref: id }) => id !== '' && !persons.has(pseudonymOf(id)))) {
    problem(`${row.place} (person_ref)`, 'extra');
  }
}

/** Root over the hashes of entries (RFC 6962, 2.1): pairs from below; one without a neighbour rises as it is. */
function rootOf(hashes) {
  if (hashes.length === 0) return sha256('');
  if (hashes.length === 1) return hashes[0];
  const above = [];
  for (let i = 0; i < hashes.length; i += 2) {
    above.push(i + 1 < hashes.length ? sha256(Buffer.of(1), hashes[i], hashes[i + 1]) : hashes[i]);
  }
  return rootOf(above);
}

const entryHash = (...parts) => sha256(Buffer.of(0), ...parts);
const subtreesOf = (tree) => Array.from({ length: tree.length / 32 }, (_, i) => tree.subarray(i * 32, i * 32 + 32));
const personOf = (persons, leaf) => persons.toString('hex', leaf * 16, leaf * 16 + 16);
const codeOf = (text) => (text.length === 4 ? Number(text) * 10 + 1 : Number(text) * 1000); // 0301: 3011, fylke 15: 15000
const textOf = (code) =>
  code % 10 === 1 ? String((code - 1) / 10).padStart(4, '0') : String(code / 1000).padStart(2, '0');
const whatOf = (row) => u32(row.grant_year + COMPONENTS.indexOf(row.component) * 65536);
const u32 = (number) => Buffer.from(Uint32Array.of(number).buffer);
const i64 = (number) => Buffer.from(BigInt64Array.of(BigInt(number)).buffer);

// ----------------------------------------------------------------------------------------------- tables and their sums

/** Columns of whole numbers; an empty cell is null. Every other cell is text. */
const WHOLE = (
  'grant_year annual_amount share_numerator share_denominator cumulative_due previously_posted amount lines_total ' +
  'carried_in paid carried_out held_amount'
).split(' ');

/** Rows of a table (RFC 4180) as objects, each with its place. */
function readTable(folder, file) {
  const text = readFileSync(join(folder, file), 'utf8');
  const [records, cells] = [[], []];
  let line = 1;
  for (const [all, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))([,\n])/gy)) {
    cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\n') records.push({ place: `${file}:${line}`, cells: cells.splice(0) });
    line += all.split('\n').length - 1;
  }
  const [header, ...rows] = records;
  const parsed = (column, cell) => (!WHOLE.includes(column) ? cell : cell === '' ? null : Number(cell));
  return rows.map(({ place, cells: found }) => ({
    place,
    ...Object.fromEntries(header.cells.map((column, i) => [column, parsed(column, found[i])])),
  }));
}

/** Adds up by key; nothing counts as 0. */
function sums(rows, keyOf, amountOf) {
  const totals = new Map();
  for (const row of rows) totals.set(keyOf(row), (totals.get(keyOf(row)) ?? 0) + (amountOf(row) ?? 0));
  return totals;
}

/** Compares two sums; a key that only one of them has counts as 0 in the other. */
function sameSums(place, expected, found) {
  const keys = new Set([...expected.keys(), ...found.keys()]);
  for (const key of keys) same(`${place} [${key}]`, expected.get(key) ?? 0, found.get(key) ?? 0);
}

const recipientKey = (row) => `${row.recipient_id} ${row.netting_group}`;
const componentKey = (row) => `${row.grant_year} ${row.component}`;

// -------------------------------------------------------------------------------------- hashes, words, the whole of it

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const hmac = (key, ...parts) => parts.reduce((mac, part) => mac.update(part), createHmac('sha256', key)).digest();

const TEXTS = {
  differs: { nb: 'er {found}, skulle vært {expected}', en: 'is {found}, should be {expected}' },
  missing: { nb: 'mangler', en: 'is missing' },
  extra: { nb: 'hører ikke til', en: 'does not belong here' },
  unreadable: { nb: 'kan ikke leses: {found}', en: 'cannot be read: {found}' },
  noKey: {
    nb: 'IKKE KONTROLLERT uten --key: hver post i trærne og personene bak pseudonymene',
    en: 'NOT CHECKED without --key: each entry of the trees, and the persons behind the pseudonyms',
  },
  fine: { nb: 'Alt stemmer', en: 'Everything checks' },
  faults: { nb: '{found} feil', en: '{found} faults' },
};
let language = 'en';
let problems = 0;
const masked = (text) => String(text).replace(/\b\d{12,}\b/g, '************'); // it may be an id in a wrong column
const say = (name, values = {}) => TEXTS[name][language].replace(/\{(\w+)\}/g, (_, key) => masked(values[key]));

/** Tells what is wrong and where: file, file:line or file:line (column). */
function problem(place, name, values) {
  problems += 1;
  if (problems <= 200) console.error(`- ${place}: ${say(name, values)}`);
}

function same(place, expected, found) {
  if (expected !== found) problem(place, 'differs', { expected, found });
}

/** Folders and flags with their values; nothing where they are wrong. */
function flagsOf(args, names) {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' }]));
  try {
    const { values, positionals: folders } = parseArgs({ args, options, allowPositionals: true });
    return folders.length > 0 ? { ...values, folders } : undefined;
  } catch {
    return undefined;
  }
}

/** Checks the folders one by one; returns the exit code. */
function main(args) {
  const flags = flagsOf(args, ['key', 'lang']);
  if (!flags) {
    console.error('node verify-trace.cjs FOLDER... [--key FILE] [--lang nb|en]');
    return 2;
  }
  [language, problems] = [flags.lang === 'nb' ? 'nb' : 'en', 0];
  if (flags.key && !existsSync(flags.key)) {
    console.error(`--key ${flags.key}: ${say('missing')}`);
    return 2;
  }
  const key = flags.key && Buffer.from(readFileSync(flags.key, 'latin1').trim(), 'hex');
  for (const folder of flags.folders) {
    console.log(folder);
    const before = problems;
    try {
      checkTrace(folder, key);
    } catch (cause) {
      problem(folder, 'unreadable', { found: cause.message });
    }
    console.log(problems === before ? `  ${say('fine')}` : `  ${say('faults', { found: problems - before })}`);
  }
  return problems === 0 ? 0 : 5;
}

module.exports = { main };
if (require.main === module) process.exitCode = main(process.argv.slice(2));
