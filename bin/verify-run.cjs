#!/usr/bin/env node
'use strict';
/*
 * Checks run folders of norsktilskudd without norsktilskudd: plain Node, no packages, none of the program's code. Read it
 * before you trust it, from top to bottom, in ten minutes. What the tables hold stands in AUDIT.md. In this order:
 *
 *   1. seal          the hash of the manifest, the hash of every file that it names, run_id, and the shipped tables
 *   2. lines         each is what is due minus what was posted before
 *   3. netting       per recipient and group, lines and what was carried in are paid; below zero they are carried out
 *   4. totals        the figures of the manifest are the sums of the tables
 *   5. conservation  posted before + lines + due later + held = annual amounts
 *   6. hash tree     trace.tree leads to the root in the manifest
 *   7. signatures    those beside the folder are over this very manifest
 *   8. chain         each folder names the one before it, and starts from the state that it left
 *
 *   node verify-run.cjs FOLDER... [--manifest HASH] [--lang nb|en]
 *
 * FOLDER...    run folders in the order in which they were posted
 * --manifest   hash of the last folder's manifest, as it was kept elsewhere
 *
 * Its neighbours: verify-trace.cjs (lines and hash trees, entry by entry), verify-figures.cjs (rates, sizes, hours,
 * accounts), verify-approval.cjs (who signed). Exit code 0: everything checks; 5: something does not; 2: wrong use.
 */
const { createHash, createPublicKey, verify } = require('node:crypto');
const { existsSync, lstatSync, readdirSync, readFileSync } = require('node:fs');
const { dirname, join, resolve } = require('node:path');
const { parseArgs } = require('node:util');

/** Everything that is checked of one folder; `before` is the run before it. */
function checkRun(folder, before) {
  const { content: manifest, hash } = readSealed(folder, 'manifest');
  checkFiles(folder, 'manifest', manifest.files);
  checkIdentity(manifest);
  checkTables(folder, manifest);
  const table = (name) => readTable(folder, `${name}.csv`);
  const [lines, payouts, held, posted] = ['payout_lines', 'payouts', 'held', 'posted_before'].map(table);
  const run = { folder, manifest, hash, lines, payouts, held, posted, balances: table('balances_before') };
  checkLines(run);
  checkNetting(run);
  checkTotals(run);
  checkConservation(run);
  checkTree(run);
  checkSignatures(run);
  checkChain(before, run);
  return run;
}

/** A folder holds plain files and nothing else: a link leads elsewhere, and a pipe or a device never ends. */
function readFolder(folder) {
  const entries = readdirSync(folder, { withFileTypes: true });
  const other = entries.find((entry) => !entry.isFile());
  if (other) throw new Error(`${other.name}: ${inWords('ikke en vanlig fil', 'no plain file')}`);
  return entries.map((entry) => entry.name);
}

/** A JSON file and the seal beside it: the hash of its bytes, and the one form that it has (names sorted, two blanks). */
function readSealed(folder, name) {
  readFolder(folder);
  const bytes = readFileSync(join(folder, `${name}.json`));
  const [text, hash] = [bytes.toString('utf8'), hex(sha256(bytes))];
  same(`${name}.sha256`, `${hash}  ${name}.json\n`, readFileSync(join(folder, `${name}.sha256`), 'latin1'));
  const content = JSON.parse(text);
  same(`${name}.json (form)`, true, text === `${JSON.stringify(content, sorted, 2)}\n`);
  return { content, hash };
}

/** Every file that is named is there, with its size and hash, and no other file is. */
function checkFiles(folder, name, files) {
  const there = readFolder(folder);
  const named = [`${name}.json`, `${name}.sha256`, ...files.map((file) => file.name)];
  for (const file of there) if (!named.includes(file)) extra(file);
  same(`${name}.json (files)`, new Set(named).size, named.length);
  for (const file of files) {
    const bytes = there.includes(file.name) ? readFileSync(join(folder, file.name)) : undefined;
    const found = bytes ? `${bytes.length} bytes ${hex(sha256(bytes))}` : 'missing';
    same(file.name, `${file.bytes} bytes ${file.sha256}`, found);
  }
}

/** run_id follows from everything that decides the result; mark and payable must be true (data contract 4). */
function checkIdentity({ format, identity, run_id: runId, mark, payable, blocked_by: blockedBy }) {
  const hash = hex(sha256(JSON.stringify(identity, sorted))).slice(0, 12);
  same('manifest.json (run_id)', `${identity.grant_year}-T${identity.term}-${hash}`, runId);
  const known = format === 1 || format === 2 ? format : '1 | 2'; // of format 2 the identity names every table that decides
  same('manifest.json (format, mark)', `${known} ${identity.rehearsal ? 'REHEARSAL' : ''}`, `${format} ${mark}`);
  same('manifest.json (identity.format)', format, identity.format);
  same('manifest.json (payable)', blockedBy.length === 0, payable);
}

/** SHA-256 of the tables that releases of the program shipped, the newest last; whoever reads this compares them. */
const RELEASED = {
  'assumptions.csv': [
    '479359bd2b8402f33e7c8248c3ee95b4166ff451831050828f6a8c617c5a3f7a',
    '8a98621e4c826da562af343fc86f203a545938aff588cb8ff62bfc231141f0f4',
  ],
  'fylker.csv': ['3ac863f6a4452b02320009966d489bc36ea2b01b6ea65ce7667ea6c9a3f92cb7'],
  'kommuner.csv': ['0eff347132d4d6c3bbb2673c25082dd4d3dcae7bc1a9ec39b0e627798c50dff0'],
  'limits.csv': ['ce465b3d63ba8a083d83aedd0a3e0fc2b1edefcb45a9cdb457060c625058842f'],
  'rates.csv': ['7ef4021ab6d9ade69c871dde0e8056f15d4cb49285e745e52c447358f8baf886'],
  'regions.csv': ['d7f10dc1c161641ca54a096b3a222b59b0570a1f7c5be24237ed7406487c23cd'],
};

/** The tables that decided the run are those of a release; newer ones somebody stands behind, or it is a rehearsal. */
function checkTables(folder, { identity, run_id: runId }) {
  if (identity.format === 1)
    return note(
      inWords(
        'satser og antakelser IKKE KONTROLLERT mot dem som følger med (format 1)',
        'rates and assumptions NOT CHECKED against those that ship (format 1)',
      ),
    );
  const reference = identity.accepted.find((text) => text.startsWith('tables='));
  const list = join(besideOf(folder, runId), 'tables.json'); // its signatures are for verify-approval.cjs
  const listed = existsSync(list) && lstatSync(list).isFile() ? readFileSync(list, 'utf8') : '';
  for (const name of Object.keys(RELEASED))
    same(`manifest.json (${name})`, 1, identity.tables.filter((table) => table.name === name).length);
  for (const { name, sha256: hash } of identity.tables) {
    if (RELEASED[name]?.includes(hash)) continue;
    const other = inWords('er ikke den som følger med', 'is not the one that ships');
    if (identity.rehearsal) note(name, hash, other);
    else if (listed.includes(hash)) note(name, hash, other, '(tables.json)');
    else if (reference) note(name, hash, other, `(${reference})`);
    else problem(`manifest.json (${name})`, `${other}: ${hash}`);
  }
  return undefined;
}

// -------------------------------------------------------------------- 2. lines, 3. netting, 4. totals, 5. conservation

/** Netting groups (rulebook 7): their components, and how payment keys name them (data contract 4, payment_ref). */
const GROUPS = {
  asylum: { mark: 'ASYL', components: ['asylnorsk', 'kulturtilskudd', 'samfunnskunnskap_mottak'] },
  collective_protection: { mark: 'KOLL', components: ['persontilskudd37d', 'utvidet43g'] },
  grunntilskudd: { mark: 'GRUN', components: ['grunntilskudd'] },
  persontilskudd: { mark: 'PERS', components: ['persontilskudd'] },
  timetilskudd: { mark: 'TIME', components: ['timetilskudd'] },
};
const GROUP = ['netting_group'];
const RECIPIENT = ['recipient_id', 'netting_group'];
const COMPONENT = ['grant_year', 'component'];

/** Each line is the difference between what is due and what is posted, numbered in order (data contract 4). */
function checkLines({ manifest: { run_id: runId, identity }, lines }) {
  let number = 0;
  for (const line of lines) {
    const cell = (column, expected) => same(`${line.place} (${column})`, expected, line[column]);
    const isThisYear = line.grant_year === identity.grant_year;
    cell('line_id', `${runId}-${number + 1}`);
    number = Number(String(line.line_id).split('-').at(-1)); // after a gap it goes on from there, so that one is told once
    cell('run_id', runId);
    cell('term', identity.term);
    cell('grant_year', isThisYear ? identity.grant_year : identity.grant_year - 1);
    cell('amount', line.cumulative_due - line.previously_posted);
    cell('reason', line.amount < 0 ? 'correction' : isThisYear ? 'regular' : 'arrears');
    if (line.amount === 0) extra(`${line.place} (amount)`);
    if (!GROUPS[line.netting_group]?.components.includes(line.component)) extra(`${line.place} (netting_group)`);
  }
}

/** Netting per recipient and group (rulebook 7): paid = max(0, lines + carried in), the rest is carried out. */
function checkNetting({ manifest, lines, payouts, balances }) {
  const { grant_year: year, term, supplement, rehearsal } = manifest.identity;
  const [linesOf, owedBy] = [sums(lines, RECIPIENT, 'amount'), sums(balances, RECIPIENT, 'balance')];
  sameSums('payouts.csv lines_total', linesOf, sums(payouts, RECIPIENT, 'lines_total'));
  for (const row of payouts) {
    const cell = (column, expected) => same(`${row.place} (${column})`, expected, row[column]);
    const net = row.lines_total + row.carried_in;
    const key = `NT${year}T${term}S${supplement}-${row.recipient_id}-${GROUPS[row.netting_group]?.mark}`;
    cell('run_id', manifest.run_id);
    cell('term', term);
    cell('carried_in', Math.min(row.carried_in, owedBy.get(keyOf(row, RECIPIENT)) ?? 0)); // no less than is owed
    cell('paid', Math.max(net, 0));
    cell('carried_out', Math.min(net, 0));
    cell('payment_ref', row.paid === 0 ? '' : `${rehearsal ? 'REHEARSAL-' : ''}${key}`);
    if (row.carried_in === 0 && !linesOf.has(keyOf(row, RECIPIENT))) extra(row.place);
  }
  for (const [key, rows] of sums(payouts, RECIPIENT, one)) same(`payouts.csv rows [${key}]`, 1, rows);
  // What is owed under a code that holds no more has moved to another, so in all it is compared per group.
  sameSums('payouts.csv carried_in', sums(balances, GROUP, 'balance'), sums(payouts, GROUP, 'carried_in'));
}

/** Figures of a list in the manifest are the sums of a table (data contract 4, control totals). */
function sameTotals(manifest, list, key, rows, figures) {
  for (const [figure, amount] of Object.entries(figures)) {
    sameSums(`manifest.json ${list}.${figure}`, sums(rows, key, amount), sums(manifest[list], key, figure));
  }
}

function checkTotals({ manifest, lines, payouts, held }) {
  const ofLines = { lines: one, sum_nok: 'amount', absolute_nok: (row) => Math.abs(row.amount) };
  sameTotals(manifest, 'control_totals', [...COMPONENT, 'netting_group'], lines, ofLines);
  const ofPayments = { recipients: one, payments: (row) => (row.paid > 0 ? 1 : 0), paid_nok: 'paid' };
  const ofNetting = { lines_total_nok: 'lines_total', carried_in_nok: 'carried_in', carried_out_nok: 'carried_out' };
  sameTotals(manifest, 'netting', GROUP, payouts, { ...ofPayments, ...ofNetting });
  sameTotals(manifest, 'held', [...COMPONENT, 'reason'], held, { rows: one, sum_nok: 'held_amount' });
}

/** Conservation (rulebook 9): R = posted before + lines + due later + held, per grant year and component. */
function checkConservation({ manifest, lines, held, posted }) {
  for (const row of manifest.conservation) {
    const sum = row.posted_before_nok + row.lines_nok + row.due_later_nok + row.held_nok;
    same(`manifest.json conservation [${keyOf(row, COMPONENT)}]`, sum, row.annual_nok);
  }
  // What stands posted for persons of whom the extract says nothing is held back: their held rows are its negative.
  const isHeldBack = (row) => ['missing_from_extract', 'rejected_row'].includes(row.reason);
  const heldBack = held.filter(isHeldBack).map((row) => ({ ...row, amount: row.held_amount }));
  const computed = sums(manifest.conservation, COMPONENT, one); // postings of other components are left as they are
  const standing = [...posted, ...heldBack].filter((row) => computed.has(keyOf(row, COMPONENT)));
  sameTotals(manifest, 'conservation', COMPONENT, standing, { posted_before_nok: 'amount' });
  sameTotals(manifest, 'conservation', COMPONENT, lines, { lines_nok: 'amount' });
  const heldNow = held.filter((row) => !isHeldBack(row));
  sameTotals(manifest, 'conservation', COMPONENT, heldNow, { held_nok: 'held_amount' });
}

// ------------------------------------------------------------------------------- 6. hash tree, 7. signatures, 8. chain

/** trace.tree holds the hash of each entry, in format 1 the roots of 1024 each: they give the root (FORMAT.md). */
function checkTree({ folder, manifest: { trace } }) {
  const tree = readFileSync(join(folder, 'trace.tree'));
  const nodes = [];
  for (let at = 0; at < tree.length; at += 32) nodes.push(tree.subarray(at, at + 32));
  same('trace.tree (bytes)', Math.ceil(trace.entries / (trace.format === 1 ? 1024 : 1)) * 32, tree.length);
  same('trace.tree (root)', trace.root_sha256, hex(rootOf(nodes)));
}

/** Root of a hash tree (RFC 6962, 2.1): neighbours are hashed in pairs, level by level; an odd last one rises as it is. */
function rootOf(hashes) {
  if (hashes.length === 0) return sha256('');
  if (hashes.length === 1) return hashes[0];
  const above = [];
  for (let i = 0; i < hashes.length; i += 2) {
    above.push(i + 1 < hashes.length ? sha256(Buffer.of(1), hashes[i], hashes[i + 1]) : hashes[i]);
  }
  return rootOf(above);
}

/** Where the signatures of a run lie: beside its folder, in no link. */
function besideOf(folder, runId) {
  if (!/^\d{4}-T[1-4]-[0-9a-f]{12}$/.test(runId)) throw new Error(`run_id: ${runId}`);
  const beside = join(dirname(resolve(folder)), `${runId}.approval`);
  const isThere = lstatSync(beside, { throwIfNoEntry: false });
  if (isThere && !isThere.isDirectory()) throw new Error(`${beside}: ${inWords('ikke en mappe', 'no folder')}`);
  return beside;
}

/** Each signature beside the folder is over a text that names this manifest (LEDGER.md, "Lists and signatures"). */
function checkSignatures({ folder, hash, manifest: { run_id: runId } }) {
  const beside = besideOf(folder, runId);
  const none = inWords('godkjenning IKKE KONTROLLERT, ingen', 'approval NOT CHECKED, there is no');
  if (!existsSync(beside)) return note(none, beside);
  const { content: index } = readSealed(beside, 'index');
  checkFiles(beside, 'index', index.files);
  same('index.json (run_id)', `${runId} ${hash}`, `${index.run_id} ${index.manifest_sha256}`);
  for (const { role, name, file, public_key: publicKey, signature } of index.signatures) {
    const text = readFolder(beside).includes(file) ? readFileSync(join(beside, file), 'utf8') : '';
    const signed = Object.fromEntries(text.split('\n').map((row) => row.split('\t')));
    same(`${file} (manifest)`, hash, signed.manifest);
    same(`${file} (role, name)`, `${role} ${name}`, `${signed.role} ${signed.name}`);
    same(`${file} (signature)`, true, isSignedBy(publicKey, text, signature));
    note(inWords('underskrift i navnet', 'signature in the name of'), `${name} (${role})`);
  }
}

/** An Ed25519 signature (RFC 8032); the key is 64 hex digits. */
function isSignedBy(publicKey, text, signature) {
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey, 'hex').toString('base64url') };
  return verify(null, Buffer.from(text), createPublicKey({ key: jwk, format: 'jwk' }), Buffer.from(signature, 'hex'));
}

/** A run names the manifest before it and starts from the state which that one left, unless that one was annulled. */
function checkChain(before, run) {
  const { run_id: runId, previous_batch: link } = run.manifest;
  if (!before) return link && note(inWords('bygger på en som ikke er gitt:', 'builds on one not given:'), link.run_id);
  same(`${runId}/manifest.json (previous_batch)`, before.hash, link?.manifest_sha256);
  const carried = before.payouts.map((row) => ({ ...row, balance: row.carried_out }));
  const differences = stateDifferences([...before.posted, ...before.lines], carried, before, run);
  if (differences.length === 0) return undefined;
  const isAnnulled = stateDifferences(before.posted, before.balances, before, run).length === 0;
  if (isAnnulled) return note(inWords('må være annullert:', 'must have been annulled:'), before.manifest.run_id);
  for (const [place, left, found] of differences) same(`${runId}/${place}`, left, found);
}

/** Where a run starts from something else than what is posted, in the two grant years that it reads, or carried. */
function stateDifferences(posted, carried, { manifest }, run) {
  const [last, year] = [manifest.identity.grant_year, run.manifest.identity.grant_year];
  // Of years after that of the run before, only the opening batch has posted; of that the components are known.
  const openings = manifest.opening_coverage.filter((row) => row.grant_year > last);
  const left = [...posted, ...openings.map((row) => ({ ...row, amount: row.sum_nok }))];
  const placed = (row) => ({ ...row, place: row.grant_year > last ? '' : row.basis_recipient_id });
  const isRead = (row) => row.grant_year === year || row.grant_year === year - 1;
  const stateOf = (rows) => sums(rows.map(placed), [...COMPONENT, 'place'], 'amount'); // by person: verify-trace.cjs
  const balances = [carried, run.balances].map((rows) => sums(rows, RECIPIENT, 'balance'));
  return [
    ...differencesOf('posted_before.csv', stateOf(left.filter(isRead)), stateOf(run.posted)),
    ...differencesOf('balances_before.csv', ...balances),
  ];
}

// ------------------------------------------------------------------------------------------------ tables, sums, hashes

/** Rows of a table (CSV, RFC 4180) as objects by column, each with its place. Every row ends with a line feed. */
function readTable(folder, file) {
  const text = readFileSync(join(folder, file), 'utf8');
  const rows = [];
  let [cells, line, read] = [[], 1, 0];
  for (const [all, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))([,\n])/gy)) {
    cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\n') rows.push({ place: `${file}:${line}`, cells: cells.splice(0) });
    line += all.split('\n').length - 1;
    read += all.length;
  }
  same(`${file}:${line} (CSV)`, text.length, read);
  const [header, ...body] = rows;
  for (const row of body) {
    same(`${row.place} (cells)`, header.cells.length, row.cells.length);
    for (const [i, column] of header.cells.entries()) row[column] = numberOrText(row.cells[i]);
  }
  return body;
}

/** A whole number in its one form is a number, unless it is as long as a pseudonym; everything else is text. */
const numberOrText = (cell) => (/^(0|-?[1-9]\d{0,14})$/.test(cell) ? Number(cell) : cell);

/** Adds up a column, or what a function says of a row, by the columns of the key; an empty cell counts as 0. */
function sums(rows, key, amount) {
  const totals = new Map();
  for (const row of rows) {
    const value = typeof amount === 'function' ? amount(row) : row[amount];
    if (typeof value !== 'number' && value !== '') unreadable(`${row.place ?? 'manifest.json'} (${amount})`, value);
    totals.set(keyOf(row, key), (totals.get(keyOf(row, key)) ?? 0) + Number(value));
  }
  return totals;
}

/** Where two sums differ; a key that only one of them has counts as 0 in the other. */
function differencesOf(place, expected, found) {
  const keys = [...new Set([...expected.keys(), ...found.keys()])];
  const pairs = keys.map((key) => [`${place} [${key}]`, expected.get(key) ?? 0, found.get(key) ?? 0]);
  return pairs.filter(([, left, right]) => left !== right);
}

function sameSums(place, expected, found) {
  for (const [key, left, right] of differencesOf(place, expected, found)) same(key, left, right);
}

const one = () => 1;
const keyOf = (row, columns) => columns.map((column) => row[column]).join(' ');
const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const hex = (bytes) => bytes.toString('hex');

/** For JSON.stringify: the names of every object in the order of their characters, so that a value has one form. */
function sorted(_, value) {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  const names = Object.keys(value).sort();
  return Object.fromEntries(names.map((name) => [name, value[name]]));
}

// ------------------------------------------------------------------------------------------ words, and the whole of it

let [language, problems] = ['en', 0];
const inWords = (nb, en) => (language === 'nb' ? nb : en);
/** Text from a file as a terminal may show it. */
const shown = (text) =>
  text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (sign) => `<U+${sign.codePointAt(0).toString(16).padStart(4, '0')}>`);
const note = (...texts) => console.log(shown(`  ${texts.join(' ')}`));

/** Tells what is wrong and where; what may be a person's id, in a wrong column, is masked. */
function problem(place, text) {
  problems += 1;
  if (problems <= 200) console.error(shown(`- ${place}: ${text}`).replace(/(?<![\w-])\d{12,}(?!\w)/g, '************'));
}

function same(place, expected, found) {
  if (expected === found) return;
  problem(place, inWords(`er ${found}, skulle vært ${expected}`, `is ${found}, should be ${expected}`));
}

const extra = (place) => problem(place, inWords('hører ikke til', 'does not belong here'));
const unreadable = (place, found) => problem(place, inWords(`kan ikke leses: ${found}`, `cannot be read: ${found}`));

/** Checks the folders one by one, each against the one before it; returns the exit code. */
function main(args) {
  const options = { manifest: { type: 'string' }, lang: { type: 'string' } };
  let given;
  try {
    given = parseArgs({ args, options, allowPositionals: true });
  } catch {}
  if (!given || given.positionals.length === 0) {
    console.error('node verify-run.cjs FOLDER... [--manifest HASH] [--lang nb|en]');
    return 2;
  }
  [language, problems] = [given.values.lang === 'nb' ? 'nb' : 'en', 0];
  let last;
  for (const folder of given.positionals) {
    console.log(folder);
    const before = problems;
    try {
      last = checkRun(folder, last);
    } catch (cause) {
      unreadable(folder, cause.message);
    }
    if (problems > before) note(problems - before, inWords('feil', 'faults'));
    else note(`${inWords('Alt stemmer', 'Everything checks')}: ${last.hash}`);
  }
  const unanchored = inWords('IKKE KONTROLLERT uten --manifest', 'NOT CHECKED without --manifest');
  if (given.values.manifest) same('--manifest', given.values.manifest, last?.hash);
  else console.log(`${unanchored}: ${inWords('om alt er forseglet på nytt', 'whether all was sealed anew')}`);
  return problems === 0 ? 0 : 5;
}

module.exports = { main };
if (require.main === module) process.exitCode = main(process.argv.slice(2));
