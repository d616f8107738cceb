#!/usr/bin/env node
'use strict';
/*
 * Checks run folders of norsktilskudd without norsktilskudd: plain Node, no packages, none of the program's code. Read it
 * before you trust it, from top to bottom, in ten minutes. Each check names the rule that it holds the folder to; what the
 * columns mean stands in README.md.
 *
 *   node verify-run.cjs FOLDER... [--manifest HASH] [--lang nb|en]
 *
 * FOLDER...    run folders in the order in which they were posted
 * --manifest   hash of the last folder's manifest, as it was kept elsewhere
 *
 * NOT CHECKED here, and said so: whether all was sealed anew (give --manifest), and whether a run without signatures beside
 * it was approved (verify-approval.cjs --journal tells).
 *
 * Beside it: verify-trace.cjs holds every line to the trace and every entry to the hash trees, verify-approval.cjs the
 * signers to their lists and the runs to the journal. Every problem is told with file, line and column.
 * Exit code 0: everything checks; 5: something does not; 2: wrong use.
 */
const { createHash, createPublicKey, verify } = require('node:crypto');
const { existsSync, readdirSync, readFileSync } = require('node:fs');
const { dirname, join, resolve } = require('node:path');
const { parseArgs } = require('node:util');

/** Everything that is checked in one folder, in the order of this file. */
function checkRun(folder) {
  const { content: manifest, hash } = readSealed(folder, 'manifest');
  checkFiles(folder, 'manifest', manifest.files);
  checkNames(manifest);
  checkIdentity(manifest);
  const table = (file, order) => readTable(folder, file, order?.split(' '));
  const run = { folder, manifest, hash };
  run.lines = table('payout_lines.csv', 'grant_year component person_ref basis_recipient_id');
  run.payouts = table('payouts.csv', 'recipient_id recipient_name org_number account_number netting_group');
  run.held = table('held.csv', 'grant_year component person_ref annual_amount held_amount reason');
  run.sizing = table('sizing.csv', 'grant_year as_of recipient_id component year_number rate_class');
  run.hours = table('hours_basis.csv', 'grant_year as_of kommune law year_number');
  run.posted = table('posted_before.csv', 'person_ref grant_year component basis_recipient_id');
  run.balances = table('balances_before.csv', 'recipient_id netting_group');
  run.parameters = table('parameters.csv', 'kind key grant_year rate_class');
  run.findings = table('findings.csv');
  checkParameters(run);
  checkLines(run);
  checkPayouts(run);
  checkAccounts(run);
  checkTotals(run);
  checkConservation(run);
  checkHours(run);
  checkTreeFile(run);
  checkSignatures(run);
  return run;
}

/** The files of a run folder beside the manifest and its seal (data contract 4). */
const FILES =
  'balances_before.csv findings.csv held.csv hours_basis.csv parameters.csv payout_lines.csv payouts.csv posted_before.csv ' +
  'rejected.csv sizing.csv trace.bin trace.index trace.lines trace.persons trace.tree';

// --------------------------------------------------------------------------------------- seal, files, what was decided

/** A JSON file and its seal beside it: the hash of its bytes, and the one form that it has (names sorted, two blanks). */
function readSealed(folder, name) {
  const bytes = readFileSync(join(folder, `${name}.json`));
  const hash = sha256(bytes).toString('hex');
  same(`${name}.sha256`, `${hash}  ${name}.json\n`, readFileSync(join(folder, `${name}.sha256`), 'latin1'));
  const content = JSON.parse(bytes.toString('utf8'));
  const expected = `${JSON.stringify(ordered(content), null, 2)}\n`.split('\n');
  const found = bytes.toString('utf8').split('\n');
  const line = expected.findIndex((text, i) => text !== found[i]);
  if (line >= 0 || found.length > expected.length) same(`${name}.json:${line + 1}`, expected[line], found.at(line));
  return { content, hash };
}

/** Every file that is named is there, with its size and hash, and no other file is (data contract 4, manifest.json). */
function checkFiles(folder, name, files) {
  const there = readdirSync(folder);
  const named = [`${name}.json`, `${name}.sha256`, ...files.map((file) => file.name)];
  for (const file of there) if (!named.includes(file)) problem(file, 'extra');
  same(`${name}.json (files)`, new Set(named).size, named.length);
  for (const file of files) {
    const bytes = there.includes(file.name) ? readFileSync(join(folder, file.name)) : undefined;
    if (!bytes) problem(file.name, 'missing');
    else
      same(file.name, `${file.bytes} bytes ${file.sha256}`, `${bytes.length} bytes ${sha256(bytes).toString('hex')}`);
  }
}

/** The files of the data contract and no other; beside them, where a recipients file was read, the copy of it. */
function checkNames({ files, identity }) {
  const names = files
    .map((file) => file.name)
    .filter((name) => name !== 'recipients.csv' || !identity.recipients_sha256);
  same('manifest.json (files)', FILES, names.join(' '));
  const copy = files.find((file) => file.name === 'recipients.csv');
  if (copy) same('recipients.csv', identity.recipients_sha256, copy.sha256);
}

/** run_id follows from everything that decides the result; mark and payable must be true (data contract 4). */
function checkIdentity(manifest) {
  const { identity } = manifest;
  const hash = sha256(JSON.stringify(ordered(identity))).toString('hex', 0, 6);
  same('manifest.json (run_id)', `${identity.grant_year}-T${identity.term}-${hash}`, manifest.run_id);
  same('manifest.json (mark)', identity.rehearsal ? 'REHEARSAL' : '', manifest.mark);
  same('manifest.json (payable)', manifest.blocked_by.length === 0, manifest.payable);
}

/** All parameters are part of run_id, and those that decided something stand in the manifest (data contract 4). */
function checkParameters({ manifest, parameters }) {
  const hash = sha256(JSON.stringify(parameters.map((row) => row.cells.slice(0, -1)))).toString('hex');
  same('parameters.csv', manifest.identity.parameters_sha256, hash);
  const text = (row) =>
    [row.key, row.grant_year, row.rate_class, row.value, row.status, row.source, row.note].join('|');
  const rates = manifest.rates_used.map((row) => text({ ...row, value: row.value_nok }));
  const used = [...rates, ...manifest.assumptions_used.map((row) => text({ ...row, key: row.id }))];
  for (const row of parameters) same(`${row.place} (used)`, used.includes(text(row)) ? 'yes' : 'no', row.used);
  same('parameters.csv (used)', used.length, parameters.filter((row) => row.used === 'yes').length);
}

// -------------------------------------------------------------------------------- lines, netting, totals, conservation

/** Netting group of each component (rulebook 7). */
const GROUP_OF = {
  asylnorsk: 'asylum',
  grunntilskudd: 'grunntilskudd',
  kulturtilskudd: 'asylum',
  persontilskudd: 'persontilskudd',
  persontilskudd37d: 'collective_protection',
  samfunnskunnskap_mottak: 'asylum',
  timetilskudd: 'timetilskudd',
  utvidet43g: 'collective_protection',
};

/** Netting groups as payment keys have them (data contract 4, payment_ref). */
const MARK_OF = {
  asylum: 'ASYL',
  collective_protection: 'KOLL',
  grunntilskudd: 'GRUN',
  persontilskudd: 'PERS',
  timetilskudd: 'TIME',
};

/** Each line is the difference between what is due and what is posted, numbered in order (data contract 4). */
function checkLines({ manifest, lines }) {
  const { run_id: runId, identity } = manifest;
  let number = 0;
  for (const line of lines) {
    const cell = (column, expected) => same(`${line.place} (${column})`, expected, line[column]);
    const isCurrent = line.grant_year === identity.grant_year;
    cell('line_id', `${runId}-${number + 1}`);
    number = Number(line.line_id.split('-').at(-1)); // after a gap it goes on from there, so that one is told once
    cell('run_id', runId);
    cell('term', identity.term);
    cell('grant_year', isCurrent ? identity.grant_year : identity.grant_year - 1);
    cell('amount', line.cumulative_due - line.previously_posted || 'not 0');
    cell('reason', line.amount < 0 ? 'correction' : isCurrent ? 'regular' : 'arrears');
    cell('netting_group', GROUP_OF[line.component]);
  }
}

/** Netting per recipient and group (rulebook 7): paid = max(0, lines + carried in), the rest is carried out. */
function checkPayouts({ manifest, lines, payouts, balances }) {
  const { grant_year: year, term, supplement, rehearsal } = manifest.identity;
  const linesOf = sums(lines, recipientKey, amountOf);
  sameSums(
    'payouts.csv lines_total',
    linesOf,
    sums(payouts, recipientKey, (row) => row.lines_total),
  );
  for (const row of payouts) {
    const cell = (column, expected) => same(`${row.place} (${column})`, expected, row[column]);
    const net = row.lines_total + row.carried_in;
    const key = `NT${year}T${term}S${supplement}-${row.recipient_id}-${MARK_OF[row.netting_group]}`;
    cell('run_id', manifest.run_id);
    cell('term', term);
    cell('carried_in', Math.min(row.carried_in, 0));
    cell('paid', Math.max(net, 0));
    cell('carried_out', Math.min(net, 0));
    cell('payment_ref', row.paid === 0 ? '' : `${rehearsal ? 'REHEARSAL-' : ''}${key}`);
    if (row.carried_in === 0 && !linesOf.has(recipientKey(row))) problem(row.place, 'extra');
  }
  for (const [key, rows] of sums(payouts, recipientKey, one)) same(`payouts.csv rows [${key}]`, 1, rows);
  // A balance may have moved to a new kommune code since it was carried out, so balances are compared per group.
  const before = sums(balances, groupKey, (row) => row.balance);
  sameSums(
    'payouts.csv carried_in',
    before,
    sums(payouts, groupKey, (row) => row.carried_in),
  );
}

/** Accounts are those of the recipients file that run_id names; a run without one has none (data contract 3). */
function checkAccounts({ folder, manifest, payouts }) {
  const path = join(folder, 'recipients.csv');
  const isGiven = manifest.identity.recipients_sha256 !== '';
  if (isGiven && !existsSync(path)) return; // a run of an earlier build
  const text = isGiven ? readFileSync(path, 'latin1').replace(/[\0 .]/g, '') : '';
  for (const { place, recipient_id: id, account_number: account } of payouts) {
    const isKnown = text.split('\n').some((row) => row.includes(id) && row.includes(account));
    if (account !== '' && !isKnown) problem(`${place} (account_number)`, 'extra');
  }
}

/** The figures of the manifest are the sums of the tables (data contract 4, control totals). */
function checkTotals({ manifest, lines, payouts, held, sizing, findings }) {
  const total = (list, figure, rows, key, amount) => {
    const sealed = sums(manifest[list], key, (row) => row[figure]);
    sameSums(`manifest.json ${list}.${figure}`, sums(rows, key, amount), sealed);
  };
  const lineKey = (row) => `${componentKey(row)} ${row.netting_group}`;
  const heldKey = (row) => `${componentKey(row)} ${row.reason}`;
  const sizingKey = (row) => row.component;
  total('control_totals', 'lines', lines, lineKey, one);
  total('control_totals', 'sum_nok', lines, lineKey, amountOf);
  total('control_totals', 'absolute_nok', lines, lineKey, (row) => Math.abs(row.amount));
  total('netting', 'recipients', payouts, groupKey, one);
  total('netting', 'payments', payouts, groupKey, (row) => (row.paid > 0 ? 1 : 0));
  total('netting', 'lines_total_nok', payouts, groupKey, (row) => row.lines_total);
  total('netting', 'carried_in_nok', payouts, groupKey, (row) => row.carried_in);
  total('netting', 'paid_nok', payouts, groupKey, (row) => row.paid);
  total('netting', 'carried_out_nok', payouts, groupKey, (row) => row.carried_out);
  total('held', 'rows', held, heldKey, one);
  total('held', 'sum_nok', held, heldKey, (row) => row.held_amount);
  total('sizing', 'rows', sizing, sizingKey, one);
  total('sizing', 'annual_amount_nok', sizing, sizingKey, (row) => row.annual_amount);
  const { counts } = manifest;
  same('manifest.json (counts.lines)', lines.length, counts.lines);
  same('manifest.json (counts.corrections)', lines.filter((row) => row.amount < 0).length, counts.corrections);
  same('manifest.json (counts.payments)', payouts.filter((row) => row.paid > 0).length, counts.payments);
  same('manifest.json (counts.held)', held.length, counts.held);
  const severities = new Map(Object.entries(counts.findings));
  sameSums(
    'manifest.json counts.findings',
    sums(findings, (row) => row.severity, one),
    severities,
  );
}

/** Conservation (rulebook 9): R = posted before + lines + due later + held, per grant year and component. */
function checkConservation({ manifest, lines, held, posted }) {
  for (const row of manifest.conservation) {
    const sum = row.posted_before_nok + row.lines_nok + row.due_later_nok + row.held_nok;
    same(`manifest.json conservation [${componentKey(row)}]`, sum, row.annual_nok);
  }
  const figure = (name, rows, amount) => {
    const sealed = sums(manifest.conservation, componentKey, (row) => row[name]);
    sameSums(`manifest.json conservation.${name}`, sums(rows, componentKey, amount), sealed);
  };
  const computed = new Set(manifest.conservation.map(componentKey)); // postings of others are left as they are
  // What stands posted for persons of whom the extract says nothing is left, too: their held rows are its negative.
  const isWithheld = (row) => ['missing_from_extract', 'rejected_row'].includes(row.reason);
  const withheld = held.filter(isWithheld).map((row) => ({ ...row, amount: row.held_amount }));
  const standing = [...posted, ...withheld].filter((row) => computed.has(componentKey(row)));
  const heldRows = held.filter((row) => !isWithheld(row));
  figure('posted_before_nok', standing, amountOf);
  figure('lines_nok', lines, amountOf);
  figure('held_nok', heldRows, (row) => row.held_amount);
}

/** Hours (rulebook 8.2): year numbers and laws add up to `all`, kommuner to `ALL`; a row that is not there is zeros. */
function checkHours({ hours }) {
  const key = (row) => `${row.kommune} ${row.law} ${row.year_number}`;
  const number = (text) => Number(text.replace('.', '')); // of hours the hundredths
  for (const column of Object.keys(hours[0] ?? {})
    .slice(7)
    .filter((name) => name !== 'average_hours')) {
    for (const [name, all] of Object.entries({ year_number: 'all', law: 'all', kommune: 'ALL' })) {
      const parts = hours.filter((row) => row[name] !== all).map((row) => ({ ...row, [name]: all }));
      const wholes = hours.filter((row) => row[name] === all);
      const [expected, stands] = [parts, wholes].map((rows) => sums(rows, key, (row) => number(row[column])));
      for (const [place, sum, found] of differencesOf(`hours_basis.csv ${column}`, expected, stands)) {
        const isOfTriggering = /start|trigger/.test(column); // one without a recipient stands under ALL alone
        const isWithoutLaw = name === 'law' && /(other|all)\]$/.test(place) && !isOfTriggering; // under `all` alone
        const mayBeMore = isWithoutLaw || (name === 'kommune' && isOfTriggering);
        const mayBeLess = name === 'kommune' && /participants|decision/.test(column); // somebody counts in two kommuner
        if (found > sum ? !mayBeMore : !mayBeLess) same(place, sum, found);
      }
    }
  }
}

// ---------------------------------------------------------------------------------------- hash tree, signatures, chain

/** trace.tree holds the roots of 1024 entries each; together they give the root in the manifest (FORMAT.md). */
function checkTreeFile({ folder, manifest }) {
  const tree = readFileSync(join(folder, 'trace.tree'));
  const nodes = [];
  for (let at = 0; at < tree.length; at += 32) nodes.push(tree.subarray(at, at + 32));
  same('trace.tree (bytes)', Math.ceil(manifest.trace.entries / 1024) * 32, tree.length);
  same('trace.tree (root)', manifest.trace.root_sha256, rootOf(nodes).toString('hex'));
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

/** Each signature beside the folder is over a text that names this manifest, by a person of the list (LEDGER.md). */
function checkSignatures({ folder, hash, manifest }) {
  const beside = join(dirname(resolve(folder)), `${manifest.run_id}.approval`);
  if (!existsSync(beside)) return note(manifest.run_id, 'unsigned', { found: `${manifest.run_id}.approval` });
  const { content: index } = readSealed(beside, 'index');
  checkFiles(beside, 'index', index.files);
  same('index.json (run_id)', `${manifest.run_id} ${hash}`, `${index.run_id} ${index.manifest_sha256}`);
  const lists = JSON.parse(readFileSync(join(beside, 'approvers.json'), 'utf8')).versions;
  for (const { role, name, file, public_key: publicKey, signature } of index.signatures) {
    const text = readFileSync(join(beside, file), 'utf8');
    const rows = text.split('\n').map((row) => row.split('\t'));
    const signed = Object.fromEntries(rows);
    const persons = lists.find((list) => list.sha256 === signed.approvers)?.persons ?? [];
    const person = persons.find((candidate) => candidate.public_key === publicKey);
    same(`${file} (manifest)`, hash, signed.manifest);
    same(`${file} (role, name)`, `${role} ${nameKey(name)}`, `${signed.role} ${nameKey(signed.name)}`);
    same(`${file} (approvers)`, `true ${nameKey(name)}`, `${person?.roles.includes(role)} ${nameKey(person?.name)}`);
    same(`${file} (signature)`, true, isSignedBy(publicKey, text, signature));
  }
  const named = (role) => index.signatures.filter((row) => row.role === role).map((row) => nameKey(row.name));
  const [runners, attestants, approvers] = ['runner', 'attestant', 'approver'].map(named);
  if (Math.max(runners.length, attestants.length, approvers.length) > 1) problem('index.json (role)', 'extra');
  if ([...runners, ...attestants].includes(approvers[0])) problem('index.json (approver)', 'extra');
  return note(manifest.run_id, 'signed', {
    found: index.signatures.map((row) => `${row.name} (${row.role})`).join(', '),
  });
}

/** An Ed25519 signature (RFC 8032); the key is 64 hex digits. */
function isSignedBy(publicKey, text, signature) {
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey, 'hex').toString('base64url') };
  const key = createPublicKey({ key: jwk, format: 'jwk' });
  return verify(null, Buffer.from(text), key, Buffer.from(signature, 'hex'));
}

const nameKey = (name = '') => name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();

/** Each run names the manifest before it and starts from the state that run left, unless that one was annulled. */
function checkChain(before, run) {
  const { run_id: runId, previous_batch: link } = run.manifest;
  if (!before) return link && note(runId, 'start', { found: link.run_id });
  same(`${runId}/manifest.json (previous_batch)`, before.hash, link?.manifest_sha256);
  const carriedOut = before.payouts.map((row) => ({ ...row, balance: row.carried_out }));
  const differences = stateDifferences([...before.posted, ...underPseudonyms(before)], carriedOut, run);
  if (differences.length === 0) return undefined;
  const isAnnulled = stateDifferences(before.posted, before.balances, run).length === 0;
  if (isAnnulled) return note(before.manifest.run_id, 'annulled');
  for (const [place, left, found] of differences) same(`${runId}/${place}`, left, found);
  return undefined;
}

/** The lines of a run with the pseudonyms of their persons: 16 bytes of trace.persons for each leaf (FORMAT.md). */
function underPseudonyms({ folder, lines }) {
  const persons = readFileSync(join(folder, 'trace.persons'));
  return lines.map((line) => {
    const at = Number.parseInt(line.trace_id, 10) * 16;
    return { ...line, person_ref: line.person_ref === '' ? '' : persons.toString('hex', at, at + 16) };
  });
}

/** Where a run did not start from what stood posted in the two grant years that it reads, or from what was carried. */
function stateDifferences(posted, balances, run) {
  const year = run.manifest.identity.grant_year;
  const left = posted.filter((row) => row.grant_year === year || row.grant_year === year - 1);
  const persons = new Set(run.posted.map((row) => row.person_ref));
  // Somebody may have got another id since: then nothing stands under the old one, and only sums per recipient are kept.
  const isSameIds = left.every((row) => persons.has(row.person_ref));
  const key = (row) => `${isSameIds ? row.person_ref : '*'} ${componentKey(row)} ${row.basis_recipient_id}`;
  const balanceOf = (row) => row.balance;
  const [carried, started] = [balances, run.balances].map((rows) => sums(rows, recipientKey, balanceOf));
  return [
    ...differencesOf('posted_before.csv', sums(left, key, amountOf), sums(run.posted, key, amountOf)),
    ...differencesOf('balances_before.csv', carried, started),
  ];
}

// ----------------------------------------------------------------------------------------------- tables and their sums

/** Columns of whole numbers; an empty cell is null. Every other cell is text. */
const WHOLE = (
  'grant_year term annual_amount share_numerator share_denominator cumulative_due previously_posted amount lines_total ' +
  'carried_in paid carried_out held_amount balance code_order persons days rate'
).split(' ');

/** Rows of a table (RFC 4180) as objects, with their cells and their place; they ascend by the columns of `order`. */
function readTable(folder, file, order) {
  const text = readFileSync(join(folder, file), 'utf8');
  const [records, cells] = [[], []];
  let [read, line] = [0, 1];
  for (const [all, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))([,\n])/gy)) {
    read += all.length;
    cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\n') records.push({ place: `${file}:${line}`, cells: cells.splice(0) });
    line += all.split('\n').length - 1;
  }
  same(`${file}:${line} (CSV)`, text.length, read);
  const [{ cells: header }, ...rows] = records;
  for (const row of rows) {
    same(`${row.place} (cells)`, header.length, row.cells.length);
    for (const [i, column] of header.entries()) {
      row[column] = WHOLE.includes(column) ? whole(row.cells[i], `${row.place} (${column})`) : row.cells[i];
    }
  }
  rows.forEach((row, i) => {
    if (order && i > 0 && !ascends(rows[i - 1], row, order)) problem(row.place, 'order');
  });
  return rows;
}

function whole(text, place) {
  const isWhole = /^(0|-?[1-9]\d*)?$/.test(text) && Number.isSafeInteger(Number(text));
  if (!isWhole) problem(place, 'unreadable', { found: text });
  return text === '' ? null : Number(text);
}

/** Whole numbers go by value, an empty one first, texts character by character (data contract 4). */
function ascends(before, row, columns) {
  const column = columns.find((name) => before[name] !== row[name]);
  return column !== undefined && (before[column] === null || (row[column] !== null && before[column] < row[column]));
}

/** Adds up by key; nothing counts as 0. */
function sums(rows, keyOf, amount) {
  const totals = new Map();
  for (const row of rows) totals.set(keyOf(row), (totals.get(keyOf(row)) ?? 0) + (amount(row) ?? 0));
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
const amountOf = (row) => row.amount;
const groupKey = (row) => row.netting_group;
const recipientKey = (row) => `${row.recipient_id} ${row.netting_group}`;
const componentKey = (row) => `${row.grant_year} ${row.component}`;

// -------------------------------------------------------------------------------------- hashes, words, the whole of it

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

/** A value with the names of its objects in the order of their characters: JSON has one form then. */
function ordered(value) {
  if (Array.isArray(value)) return value.map(ordered);
  if (value === null || typeof value !== 'object') return value;
  const names = Object.keys(value).sort();
  return Object.fromEntries(names.map((name) => [name, ordered(value[name])]));
}

const TEXTS = {
  differs: { nb: 'er {found}, skulle vært {expected}', en: 'is {found}, should be {expected}' },
  missing: { nb: 'mangler', en: 'is missing' },
  extra: { nb: 'hører ikke til', en: 'does not belong here' },
  order: { nb: 'står ikke i rekkefølge', en: 'is out of order' },
  unreadable: { nb: 'kan ikke leses: {found}', en: 'cannot be read: {found}' },
  annulled: { nb: 'må være annullert (se hovedboken)', en: 'must have been annulled (see the ledger)' },
  start: { nb: 'bygger på {found}, som ikke er gitt', en: 'builds on {found}, which is not given' },
  unsigned: { nb: 'ingen {found}: godkjenning IKKE KONTROLLERT', en: 'no {found}: approval NOT CHECKED' },
  noAnchor: {
    nb: 'IKKE KONTROLLERT uten --manifest: ny forsegling; navn, kontoer, timer og tekster hviler på koden alene.',
    en: 'NOT CHECKED without --manifest: sealed anew or not; names, accounts, hours and texts rest on the hash alone.',
  },
  signed: { nb: 'underskrevet av {found}', en: 'signed by {found}' },
  fine: { nb: 'Alt stemmer', en: 'Everything checks' },
  faults: { nb: '{found} feil', en: '{found} faults' },
};
let language = 'en';
let problems = 0;
const masked = (text) => String(text).replace(/\b\d{12,}\b/g, '************'); // it may be an id in a wrong column
const say = (name, values = {}) => TEXTS[name][language].replace(/\{(\w+)\}/g, (_, key) => masked(values[key]));
const note = (place, name, values) => console.log(`  ${place}: ${say(name, values)}`);

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

/** Checks the folders one by one, and each against the one before it; returns the exit code. */
function main(args) {
  const flags = flagsOf(args, ['manifest', 'lang']);
  if (!flags) {
    console.error('node verify-run.cjs FOLDER... [--manifest HASH] [--lang nb|en]');
    return 2;
  }
  [language, problems] = [flags.lang === 'nb' ? 'nb' : 'en', 0];
  let last;
  for (const folder of flags.folders) {
    console.log(folder);
    const before = problems;
    try {
      const run = checkRun(folder);
      checkChain(last, run);
      last = run;
    } catch (cause) {
      problem(folder, 'unreadable', { found: cause.message });
    }
    const found = problems - before;
    console.log(found === 0 ? `  ${say('fine')}: ${last.hash}` : `  ${say('faults', { found })}`);
  }
  if (flags.manifest) same('--manifest', flags.manifest, last?.hash);
  else console.log(say('noAnchor'));
  return problems === 0 ? 0 : 5;
}

module.exports = { main };
if (require.main === module) process.exitCode = main(process.argv.slice(2));
