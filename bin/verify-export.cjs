#!/usr/bin/env node
'use strict';
/*
 * Checks one recipient's export of a run (norsktilskudd export-trace) without norsktilskudd: plain Node, no packages,
 * none of the program's code; ten minutes to read, with src/audit/export/EXPORT.md beside it. In this order:
 *
 *   1. index    the files and no other, each with its hash; the roots are those of the manifest
 *   2. proofs   every entry leads to its root
 *   3. entries  payouts with their lines, and the parts of the trace, as the proofs hold them
 *   4. tables   netting, and the two tables, which are what the entries give and nothing else
 *
 *   node verify-export.cjs FOLDER --manifest manifest.json [--seal HASH] [--list] [--lang nb|en]
 *
 * --manifest  the published manifest of the run: the roots of its two hash trees are what everything is held to
 * --seal      SHA-256 of export.json as export-trace printed it: proofs show that what is here is true, the seal that all
 *             is here that was handed out
 * --list      prints the parts of the trace in the export as CSV
 *
 * Every problem is told with its place. Exit code 0: everything checks; 5: something does not; 2: wrong use.
 */
const { createHash } = require('node:crypto');
const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const { parseArgs } = require('node:util');

/** Everything that is checked, in the order of this file. */
function check(folder, { manifest, seal, list }) {
  const index = checkIndex(folder, manifest, seal);
  const { format, trace, recipients } = index;
  const rows = readProofs(folder, 'payout-proofs.json', recipients.entries, recipients.root_sha256);
  const payouts = rows.map((data, i) => payoutOf(data, `payout-proofs.json [${i}]`, format));
  const readParts = format === 1 ? readProofs : readRecipient;
  const proven = readParts(folder, 'part-proofs.json', trace.entries, trace.root_sha256, index);
  const parts = proven.map((data, i) => partOf(data, `part-proofs.json [${i}]`, format));
  for (const part of parts) {
    const mine = part.recipient === index.recipient_id || (format === 1 && part.basis === index.recipient_id);
    same(`part-proofs.json [${part.trace}] (recipient)`, true, mine);
  }
  checkPayouts(payouts, index);
  const expected = expectedTables(payouts, parts, index);
  checkTables(folder, expected);
  if (list) printParts(parts);
  if (expected.hidden > 0) console.log(say('hidden', { found: expected.hidden }));
}

// ------------------------------------------------------------------------------------------------------------ 1. index

/** What an export has beside its index and seal, and the columns of its tables. */
const FILES = ['lines.csv', 'part-proofs.json', 'payout-proofs.json', 'payouts.csv'];
const PAYOUTS = 'recipient_id,netting_group,lines_total,carried_in,paid,carried_out';
const LINES =
  'line_ref,grant_year,component,person_ref,recipient_id,basis_recipient_id,share_numerator,share_denominator,cumulative_due,previously_posted,amount,netting_group';

/** Hashes of every file, the seal, the one form of the index, and the roots of the manifest. */
function checkIndex(folder, manifestPath, seal) {
  const entries = readdirSync(folder, { withFileTypes: true });
  const other = entries.find((entry) => !entry.isFile());
  if (other) throw new Error(other.name); // a link leads elsewhere, and a pipe or a device never ends
  const bytesOfIndex = readFileSync(join(folder, 'export.json'));
  const [text, hash] = [bytesOfIndex.toString('utf8'), hex(sha256(bytesOfIndex))];
  same('export.sha256', `${hash}  export.json\n`, readFileSync(join(folder, 'export.sha256'), 'latin1'));
  if (seal) same('export.json (--seal)', seal, hash);
  else console.log(say('unsealed'));
  const index = JSON.parse(text);
  same('export.json (form)', true, text === `${JSON.stringify(index, sorted, 2)}\n`);
  const manifestBytes = readFileSync(manifestPath);
  const manifest = JSON.parse(manifestBytes.toString('utf8'));
  const rows = manifest.netting.reduce((sum, group) => sum + group.recipients, 0);
  const expected = {
    files: index.files,
    format: manifest.trace.format,
    kind: 'recipient',
    manifest_sha256: hex(sha256(manifestBytes)),
    mark: manifest.mark,
    protected_lines: index.protected_lines,
    recipient_id: index.recipient_id,
    recipients: { entries: rows, root_sha256: manifest.trace.recipients_root_sha256 },
    run_id: manifest.run_id,
    trace: { entries: manifest.trace.entries, root_sha256: manifest.trace.root_sha256 },
  };
  for (const name of new Set([...Object.keys(expected), ...Object.keys(index)])) {
    same(`export.json (${name})`, JSON.stringify(expected[name], sorted), JSON.stringify(index[name], sorted));
  }
  const names = index.files.map((file) => file.name);
  same('export.json (files)', FILES.join(), names.sort().join());
  const there = entries
    .map((entry) => entry.name)
    .sort()
    .join();
  same(folder, ['export.json', 'export.sha256', ...FILES].sort().join(), there);
  for (const { name, bytes, sha256: sealed, ...rest } of index.files) {
    if (!FILES.includes(name)) continue; // told above
    const content = readFileSync(join(folder, name));
    same(`${name} (bytes)`, bytes, content.length);
    same(`${name} (sha256)`, sealed, hex(sha256(content)));
    same(`export.json (${name})`, 0, Object.keys(rest).length);
  }
  return index;
}

// ----------------------------------------------------------------------------------------------------------- 2. proofs

/** Entries of a file of proofs, each led to its root; only strictly ascending entries and bytes in one form count. */
function readProofs(folder, file, size, root) {
  const text = readFileSync(join(folder, file), 'utf8');
  const rows = JSON.parse(text);
  const written = rows.map(({ entry, data, path }) => JSON.stringify({ entry, data, path }));
  same(`${file} (form)`, true, text === `[\n${written.join(',\n')}\n]\n`);
  let before = -1;
  return rows.map(({ entry, data, path }) => {
    const bytes = Buffer.from(data, 'hex');
    const siblings = path.map((hash) => Buffer.from(hash, 'hex'));
    const place = `${file} [${entry}]`;
    if (entry <= before || hex(bytes) !== data || siblings.some((hash, i) => hex(hash) !== path[i])) {
      problem(place, 'unreadable', { found: entry });
    }
    before = entry;
    if (!leads(bytes, entry, size, siblings, root)) problem(place, 'unproven');
    return bytes;
  });
}

/**
 * Format 2: one entry of the tree is the recipient's, and holds the hashes of all its parts. First the way from it to the
 * root, then each part, or the hash alone of a part of a protected address. Returns the parts that are laid open.
 */
function readRecipient(folder, file, size, root, index) {
  const text = readFileSync(join(folder, file), 'utf8');
  const rows = JSON.parse(text);
  const forms = [
    ({ entry, path }) => ({ entry, path }),
    ({ data, hash }) => (data === undefined ? { hash } : { data }),
  ];
  const written = rows.map((row, i) => JSON.stringify(forms[Math.min(i, 1)](row)));
  same(`${file} (form)`, true, text === `[\n${written.join(',\n')}\n]\n`);
  if (rows.length === 0) return [];
  const [{ entry, path }, ...parts] = rows;
  const shown = parts.filter(({ data }) => data !== undefined).map(({ data }) => Buffer.from(data, 'hex'));
  for (const [i, value] of [...path, ...parts.map(({ data, hash }) => data ?? hash)].entries()) {
    if (hex(Buffer.from(value, 'hex')) !== value) problem(`${file} [${i}]`, 'unreadable', { found: i });
  }
  const bytes = parts.map(({ data, hash }) =>
    data === undefined ? Buffer.from(hash, 'hex') : sha256(Buffer.of(0), Buffer.from(data, 'hex')),
  );
  if (bytes.some((hash) => hash.length !== 32)) problem(file, 'unproven');
  const mine = Buffer.concat([Buffer.from('PRTS'), u32(codeOf(index.recipient_id)), ...bytes]);
  const siblings = path.map((hash) => Buffer.from(hash, 'hex'));
  if (!leads(mine, entry, size, siblings, root)) problem(`${file} [${entry}]`, 'unproven');
  return shown;
}

/** Whether a proof leads from an entry to the root (RFC 9162, 2.1.3.2). */
function leads(data, entry, size, path, root) {
  if (!(Number.isSafeInteger(entry) && entry >= 0 && entry < size)) return false;
  let place = entry;
  let last = size - 1;
  let hash = sha256(Buffer.of(0), data);
  for (const sibling of path) {
    if (last === 0 || sibling.length !== 32) return false;
    if (place % 2 === 1 || place === last) {
      hash = sha256(Buffer.of(1), sibling, hash);
      while (place % 2 === 0 && place !== 0) {
        place = Math.floor(place / 2);
        last = Math.floor(last / 2);
      }
    } else hash = sha256(Buffer.of(1), hash, sibling);
    place = Math.floor(place / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && hex(hash) === root;
}

// ---------------------------------------------------------------------------------------------------------- 3. entries

/** Components and netting groups, each at its number in the trace. */
const COMPONENTS = (
  'asylnorsk grunntilskudd kulturtilskudd persontilskudd persontilskudd37d samfunnskunnskap_mottak ' +
  'timetilskudd utvidet43g'
).split(' ');
const GROUPS = ['asylum', 'collective_protection', 'grunntilskudd', 'persontilskudd', 'timetilskudd'];
const GROUP_OF = [0, 2, 0, 3, 1, 0, 4, 1]; // group of each component
const PER_KOMMUNE = [1, 6]; // components without persons

/** A payouts row and its lines, as the tree of recipients holds them. */
function payoutOf(data, place, format) {
  same(`${place} (tag)`, 'RCPT', data.toString('latin1', 0, 4));
  const amounts = [28, 36, 44, 52].map((at) => Number(data.readBigInt64LE(at)));
  const lines = [];
  for (let at = 64; at < data.length; at += 24) {
    const what = data.readUInt32LE(at + 8);
    lines.push({
      trace: nameOf(data, at, format),
      year: what & 0xffff,
      component: what >>> 16,
      basis: codeText(data.readUInt32LE(at + 12)),
      amount: Number(data.readBigInt64LE(at + 16)),
    });
  }
  same(`${place} (lines)`, data.readUInt32LE(60), lines.length);
  return { recipient: codeText(data.readUInt32LE(20)), group: GROUPS[data.readUInt32LE(24)], amounts, lines };
}

/** A part of the trace: what one recipient is due of a person's amount. */
function partOf(data, place, format) {
  same(`${place} (tag)`, 'PART', data.toString('latin1', 0, 4));
  const words = data.subarray(48);
  const wide = words.length === 36;
  if (!wide) same(`${place} (bytes)`, 24, words.length);
  const amount = (i) => (wide ? Number(words.readBigInt64LE(12 + i * 8)) : words.readInt32LE(12 + i * 4));
  const what = data.readUInt32LE(44);
  return {
    trace: nameOf(data, 36, format),
    person: hex(data.subarray(20, 36)),
    year: what & 0xffff,
    component: what >>> 16,
    basis: codeText(words.readInt32LE(0) & 0xfffff),
    recipient: codeText(words.readInt32LE(4)),
    numerator: words.readUInt16LE(8),
    denominator: words.readUInt16LE(10),
    due: amount(0),
    held: amount(1),
    posted: amount(2),
  };
}

/** How lines and parts name each other: by a reference of eight bytes; in format 1 by leaf and record. */
const nameOf = (data, at, format) =>
  format === 1 ? `${data.readUInt32LE(at)}.${data.readUInt32LE(at + 4)}` : hex(data.subarray(at, at + 8));

const codeOf = (id) => (id.length === 4 ? Number(id) * 10 + 1 : Number(id) * 1000);
const u32 = (number) => Buffer.from(Uint32Array.of(number).buffer);

/** 3011 is 0301, 15000 is fylke 15 (FORMAT.md). */
const codeText = (code) =>
  code % 10 === 1 ? String((code - 1) / 10).padStart(4, '0') : String(code / 1000).padStart(2, '0');

// ----------------------------------------------------------------------------------------------------------- 4. tables

/** Lines add up, and what is below zero is carried out (rulebook 7). */
function checkPayouts(payouts, index) {
  for (const { recipient, group, amounts, lines } of payouts) {
    const [total, carriedIn, paid, carriedOut] = amounts;
    const place = `payouts.csv [${recipient} ${group}]`;
    same(`${place} (recipient_id)`, index.recipient_id, recipient);
    same(
      `${place} (lines_total)`,
      lines.reduce((sum, line) => sum + line.amount, 0),
      total,
    );
    same(`${place} (paid)`, Math.max(total + carriedIn, 0), paid);
    same(`${place} (carried_out)`, Math.min(total + carriedIn, 0), carriedOut);
  }
}

/** The whole text of the lines and payouts that the proven entries give; the files must be just that. */
function expectedTables(payouts, parts, index) {
  const byPlace = new Map(parts.map((part) => [`${part.trace} ${part.basis}`, part]));
  const payoutRows = payouts.map((row) => [row.recipient, row.group, ...row.amounts].join());
  let hidden = 0;
  const lineRows = payouts.flatMap((row) =>
    row.lines.map((line) => {
      const part = byPlace.get(`${line.trace} ${line.basis}`);
      const place = `lines.csv [${line.trace} ${line.basis}]`;
      if (!part && PER_KOMMUNE.includes(line.component)) problem(place, 'unproven');
      if (!part) hidden += 1;
      if (part) {
        same(`${place} (amount)`, line.amount, part.due - part.posted);
        same(`${place} (recipient_id)`, row.recipient, part.recipient);
        same(`${place} (component)`, `${line.year} ${line.component}`, `${part.year} ${part.component}`);
      }
      same(`${place} (netting_group)`, row.group, GROUPS[GROUP_OF[line.component]]);
      const person = part && !PER_KOMMUNE.includes(line.component) ? part.person : '';
      const cells = part ? [part.numerator, part.denominator, part.due, part.posted] : ['', '', '', ''];
      const what = [line.trace, line.year, COMPONENTS[line.component], person, row.recipient, line.basis];
      return [...what, ...cells, line.amount, row.group].join();
    }),
  );
  same('export.json (protected_lines)', hidden, index.protected_lines);
  const columns = index.format === 1 ? LINES.replace('line_ref', 'trace_id') : LINES;
  return { hidden, payouts: [PAYOUTS, ...payoutRows], lines: [columns, ...lineRows] };
}

/** The files are just these rows. */
function checkTables(folder, expected) {
  for (const [file, rows] of [
    ['payouts.csv', expected.payouts],
    ['lines.csv', expected.lines],
  ]) {
    const text = readFileSync(join(folder, file), 'utf8');
    const found = text.split('\n');
    for (const [i, row] of rows.entries()) same(`${file}:${i + 1}`, row, found[i]);
    same(`${file} (form)`, true, text === rows.map((row) => `${row}\n`).join(''));
  }
}

/** The parts as CSV. */
function printParts(parts) {
  const columns = Object.keys(parts[0] ?? {});
  const cell = (part, name) => (name === 'component' ? COMPONENTS[part[name]] : part[name]);
  for (const row of [columns, ...parts.map((part) => columns.map((name) => cell(part, name)))]) console.log(row.join());
}

// ------------------------------------------------------------------------------- hashes and words, and the whole of it

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const hex = (bytes) => bytes.toString('hex');

/** For JSON.stringify: the names of every object in the order of their characters, so that a value has one form. */
function sorted(_, value) {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  const names = Object.keys(value).sort();
  return Object.fromEntries(names.map((name) => [name, value[name]]));
}

const TEXTS = {
  differs: { nb: 'er {found}, skulle vært {expected}', en: 'is {found}, should be {expected}' },
  unproven: {
    nb: 'beviset fører ikke til roten i manifestet',
    en: 'the proof does not lead to the root in the manifest',
  },
  unreadable: { nb: 'kan ikke leses: {found}', en: 'cannot be read: {found}' },
  unsealed: {
    nb: 'IKKE KONTROLLERT uten --seal: om alt som ble utlevert, er her',
    en: 'NOT CHECKED without --seal: whether all that was handed out is here',
  },
  hidden: {
    nb: 'linjer om vernede adresser, uten person: {found}',
    en: 'lines of protected addresses, without a person: {found}',
  },
  fine: { nb: 'Alt stemmer', en: 'Everything checks' },
  faults: { nb: '{found} feil', en: '{found} faults' },
};
let language = 'en';
let problems = 0;
const say = (name, values = {}) => TEXTS[name][language].replace(/\{(\w+)\}/g, (_, key) => values[key]);

/** Text from a file as a terminal may show it. */
const shown = (text) =>
  text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (sign) => `<U+${sign.codePointAt(0).toString(16).padStart(4, '0')}>`);

function problem(place, name, values) {
  problems += 1;
  if (problems <= 200) console.error(shown(`- ${place}: ${say(name, values)}`));
}

function same(place, expected, found) {
  if (expected !== found) problem(place, 'differs', { expected, found });
}

/** Checks what the arguments name; returns the exit code. */
function main(args) {
  const text = { type: 'string' };
  const options = { manifest: text, seal: text, lang: text, list: { type: 'boolean' } };
  let flags = {};
  let folders = [];
  try {
    ({ values: flags, positionals: folders } = parseArgs({ args, options, allowPositionals: true }));
  } catch {}
  if (folders.length !== 1 || !flags.manifest) {
    console.error('node verify-export.cjs FOLDER --manifest manifest.json [--seal HASH] [--list] [--lang nb|en]');
    return 2;
  }
  [language, problems] = [flags.lang === 'nb' ? 'nb' : 'en', 0];
  try {
    check(folders[0], flags);
  } catch (cause) {
    problem(folders[0], 'unreadable', { found: cause.message });
  }
  console.log(problems === 0 ? say('fine') : say('faults', { found: problems }));
  return problems === 0 ? 0 : 5;
}

module.exports = { main };
if (require.main === module) process.exitCode = main(process.argv.slice(2));
