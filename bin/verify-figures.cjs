#!/usr/bin/env node
'use strict';
/*
 * Holds the other figures of norsktilskudd's run folders to what they follow from, without norsktilskudd: plain Node, no
 * packages, none of the program's code. Money is held by verify-run.cjs; read and run that first. In this order:
 *
 *   1. tables      the files of the data contract and no other; whole numbers, rows in order; their counts
 *   2. parameters  all are part of run_id; what was used stands in the manifest, and so does what may not be paid
 *   3. sizes       annual size per recipient (rulebook 8.1), from the persons in the trace, each at the rate
 *   4. hours       year numbers, laws and kommuner add up (rulebook 8.2)
 *   5. accounts    those of the recipients file that is part of run_id
 *
 *   node verify-figures.cjs FOLDER... [--lang nb|en]
 *
 * Every problem is told with its place, and at the end what nothing in a folder tells. Exit code 0: everything checks;
 * 5: something does not; 2: wrong use.
 */
const { createHash } = require('node:crypto');
const { existsSync, readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const { parseArgs } = require('node:util');

/** Everything that is checked of one folder. */
function checkFigures(folder) {
  readFolder(folder);
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const tables = Object.fromEntries(Object.keys(TABLES).map((name) => [name, readTable(folder, `${name}.csv`)]));
  const run = { folder, manifest, ...tables };
  checkNames(run);
  checkOrder(tables);
  checkCounts(run);
  checkParameters(run);
  checkPayable(manifest);
  checkSizes(run);
  checkHours(run);
  checkAccounts(run);
}

/** A folder holds plain files and nothing else: a link leads elsewhere, and a pipe or a device never ends. */
function readFolder(folder) {
  const entries = readdirSync(folder, { withFileTypes: true });
  const other = entries.find((entry) => !entry.isFile());
  if (other) throw new Error(`${other.name}: ${inWords('ikke en vanlig fil', 'no plain file')}`);
  return entries.map((entry) => entry.name);
}

// ----------------------------------------------------------------------------------------------------------- 1. tables

/** The tables and the columns by which their rows ascend (data contract 4); nothing where two rows may be the same. */
const TABLES = {
  balances_before: 'recipient_id netting_group',
  findings: '',
  held: 'grant_year component person_ref annual_amount held_amount reason',
  hours_basis: 'grant_year as_of kommune law year_number',
  parameters: 'kind key grant_year rate_class',
  payout_lines: 'grant_year component person_ref basis_recipient_id',
  payouts: 'recipient_id recipient_name org_number account_number netting_group',
  posted_before: 'person_ref grant_year component basis_recipient_id',
  rejected: '',
  sizing: 'grant_year as_of recipient_id component year_number rate_class',
};
const TRACE_FILES = 'trace.bin trace.index trace.lines trace.persons trace.tree';

/** Columns of whole numbers, of which some may be empty; every other column is text. */
const NUMBERS = (
  'grant_year term annual_amount share_numerator share_denominator cumulative_due previously_posted amount lines_total ' +
  'carried_in paid carried_out held_amount balance code_order persons days rate'
).split(' ');

/** The files of the data contract and no other; beside them, where a recipients file was read, the copy of it. */
function checkNames({ manifest: { files, identity } }) {
  const copy = files.find((file) => file.name === 'recipients.csv');
  const names = files.filter((file) => file !== copy).map((file) => file.name);
  const tables = Object.keys(TABLES).map((name) => `${name}.csv`);
  same('manifest.json (files)', `${tables.join(' ')} ${TRACE_FILES}`, names.join(' '));
  if (copy) same('recipients.csv', identity.recipients_sha256, copy.sha256);
}

/** Numbers are numbers, and each row comes after the one before it. */
function checkOrder(tables) {
  for (const [name, rows] of Object.entries(tables)) {
    const numbers = NUMBERS.filter((column) => column in (rows[0] ?? {}));
    rows.forEach((row, i) => {
      const wrong = numbers.filter((column) => row[column] !== '' && typeof row[column] !== 'number');
      for (const column of wrong) unreadable(`${row.place} (${column})`, row[column]);
      const isBehind = i === 0 || TABLES[name] === '' || ascends(rows[i - 1], row, TABLES[name].split(' '));
      if (!isBehind) problem(row.place, inWords('står ikke i rekkefølge', 'is out of order'));
    });
  }
}

/** Whole numbers go by value, an empty one first, texts character by character (data contract 4). */
function ascends(before, row, key) {
  const column = key.find((name) => before[name] !== row[name]);
  const [left, right] = [before[column], row[column]];
  if (NUMBERS.includes(column)) return left === '' || (right !== '' && left < right);
  return column !== undefined && String(left) < String(right);
}

/** The counts of the manifest; a row may be rejected for several reasons and counts once. */
function checkCounts({ manifest: { counts }, payout_lines: lines, payouts, held, findings, rejected }) {
  const places = rejected.filter((row) => row.line !== '').map((row) => `${row.file} ${row.line}`);
  const count = (name, found) => same(`manifest.json (counts.${name})`, found, counts[name]);
  count('lines', lines.length);
  count('corrections', lines.filter((row) => row.amount < 0).length);
  count('payments', payouts.filter((row) => row.paid > 0).length);
  count('held', held.length);
  count(
    'persons_paid',
    [...sums(lines, ['person_ref'], 'amount')].filter(([id, sum]) => id !== '' && sum !== 0).length,
  );
  count('rejected_rows', places.filter((place, i) => place !== places[i - 1]).length);
  const severities = new Map(Object.entries(counts.findings));
  sameSums('manifest.json counts.findings', sums(findings, ['severity'], one), severities);
}

// ------------------------------------------------------------------------------------------------------- 2. parameters

/** All parameters are part of run_id, and those that decided something stand in the manifest (data contract 4). */
function checkParameters({ manifest, parameters }) {
  const unused = parameters.map((row) => row.cells.slice(0, -1)); // without the last column, which says what was used
  same('parameters.csv', manifest.identity.parameters_sha256, sha256(JSON.stringify(unused)).toString('hex'));
  const text = (row) =>
    [row.key, row.grant_year, row.rate_class, row.value, row.status, row.source, row.note].join('|');
  const rates = manifest.rates_used.map((row) => text({ ...row, value: row.value_nok }));
  const limits = (manifest.limits_used ?? []).map(text); // folders of format 1 have none
  const used = [...rates, ...limits, ...manifest.assumptions_used.map((row) => text({ ...row, key: row.id }))];
  for (const row of parameters) same(`${row.place} (used)`, used.includes(text(row)) ? 'yes' : 'no', row.used);
  same('parameters.csv (used)', used.length, parameters.filter((row) => row.used === 'yes').length);
}

const NEVER_PAID = ['proposal', 'secondary', 'derived', 'scenario', 'illustrative'];

/** What follows from findings.csv or the installation alone. */
const FROM_ELSEWHERE = ['shared-national-ids', 'tables'];

/**
 * What keeps a run from being paid (rulebook 1): of all that it wants accepted, figures of such a status, and what nobody
 * has accepted; a rate or assumption is accepted with a reference. What is wanted holds at least what the figures say.
 */
function checkWanted({ identity, rates_used: rates, assumptions_used: assumptions, acceptance, ...manifest }) {
  const { accepted, wanted } = acceptance;
  const told = manifest.blocked_by.map((row) => row.name).filter((name) => !FROM_ELSEWHERE.includes(name));
  const isAccepted = ({ name, status }) =>
    accepted.some((given) => given.name === name && (status === '' || given.reference !== ''));
  const blocking = wanted
    .filter((thing) => !identity.rehearsal && (NEVER_PAID.includes(thing.status) || !isAccepted(thing)))
    .map((thing) => thing.name)
    .filter((name) => !FROM_ELSEWHERE.includes(name));
  same('manifest.json (blocked_by)', blocking.join(' '), told.join(' '));
  const texts = accepted.map(({ name, reference }) => (reference === '' ? name : `${name}=${reference}`));
  same('manifest.json (acceptance.accepted)', identity.accepted.join(' '), texts.sort().join(' '));
  const facts = {
    'missing-persons': manifest.held.some((row) => row.reason === 'missing_from_extract'),
    'opening-arrears': manifest.opening_arrears.length > 0,
    'rejected-rows': manifest.counts.rejected_rows > 0,
  };
  const needed = [
    ...rates.map((row) => ({ ...row, name: cellName(row) })),
    ...assumptions.map((row) => ({ ...row, name: row.id })),
    ...Object.keys(facts).map((name) => ({ name, status: facts[name] ? '' : 'verified' })),
  ].filter((row) => row.status !== 'verified');
  for (const { name } of needed) {
    same(`manifest.json (acceptance.wanted ${name})`, 1, wanted.filter((thing) => thing.name === name).length);
  }
}

function cellName(row) {
  return keyOf(row, ['key', 'grant_year', 'rate_class']).replaceAll(' ', '/');
}

/** The same of a run of format 1: figures of such a status, and what nobody has accepted. */
function checkPayable({ identity, rates_used: rates, assumptions_used: assumptions, ...manifest }) {
  if (manifest.format !== 1) {
    checkWanted({ identity, rates_used: rates, assumptions_used: assumptions, ...manifest });
    return;
  }
  const isAccepted = (...names) =>
    identity.rehearsal || names.some((name) => identity.accepted.some((text) => text.split('=', 1)[0] === name));
  const ofRates = rates.map((row) => ({
    ...row,
    name: cellName(row),
  }));
  const figures = [...ofRates, ...assumptions.map((row) => ({ ...row, name: row.id }))];
  const isBlocking = ({ name, status }) =>
    (!identity.rehearsal && NEVER_PAID.includes(status)) || (status === 'assumed' && !isAccepted(name, 'all-assumed'));
  const blocking = figures.filter(isBlocking).map((row) => row.name);
  if (manifest.counts.rejected_rows > 0 && !isAccepted('rejected-rows')) blocking.push('rejected-rows');
  if (manifest.opening_arrears.length > 0 && !isAccepted('opening-arrears')) blocking.push('opening-arrears');
  const told = manifest.blocked_by.map((row) => row.name).filter((name) => name !== 'shared-national-ids');
  same('manifest.json (blocked_by)', blocking.join(' '), told.join(' '));
}

// ------------------------------------------------------------------------------------------------------------ 3. sizes

const COMPONENTS =
  'asylnorsk grunntilskudd kulturtilskudd persontilskudd persontilskudd37d samfunnskunnskap_mottak timetilskudd utvidet43g';
const [TRIGGERED, NO_RECIPIENT] = [1, 3]; // states of a record
const [BY_DAYS, SEPARATE] = [0, 2]; // how recipients share
const SIZE = ['recipient_id', 'component', 'year_number', 'rate_class'];

/** Each person at the full annual amount, over the recipients of the year; the sums by component stand in the manifest. */
function checkSizes({ folder, manifest: { identity, sizing: sealed }, sizing, parameters }) {
  for (const [figure, amount] of Object.entries({ rows: one, annual_amount_nok: 'annual_amount' })) {
    const [found, expected] = [sums(sizing, ['component'], amount), sums(sealed, ['component'], figure)];
    sameSums(`manifest.json sizing.${figure}`, found, expected);
  }
  const isPerPerson = ({ component }) => component !== 'grunntilskudd' && component !== 'timetilskudd';
  const isOfYear = (record) => record.grant_year === identity.grant_year;
  const records = readRecords(folder).filter((record) => isPerPerson(record) && isOfYear(record));
  const rates = parameters.filter((row) => row.kind === 'rate');
  for (const record of records) checkRate(record, rates[record.rate]);
  const [expected, found] = [records.flatMap(sizesOf), sizing.filter(isPerPerson)];
  for (const column of ['persons', 'days', 'annual_amount']) {
    sameSums(`sizing.csv ${column}`, sums(expected, SIZE, column), sums(found, SIZE, column));
  }
  const rateOf = new Map(expected.map((row) => [keyOf(row, SIZE), rates[row.rate]?.value]));
  for (const row of found) same(`${row.place} (rate)`, rateOf.get(keyOf(row, SIZE)), row.rate);
  for (const row of sizing) {
    checkDay(row, identity);
    if (row.component === 'grunntilskudd') checkStep(row, rates);
  }
}

/** R is the rate of component, year and class (rulebook 4), in 43g once for each decision. */
function checkRate({ at, status, component, grant_year: year, year_number: k, rate_class: of, sharing, annual }, rate) {
  if (status !== TRIGGERED && status !== NO_RECIPIENT) return;
  const key = component === 'persontilskudd' ? `persontilskudd.year${k}` : component;
  const found = `${rate?.key} ${rate?.grant_year} ${rate?.rate_class}`;
  same(`trace.bin byte ${at * 4} (rate)`, `${key} ${year} ${of}`, found);
  const times = sharing === SEPARATE ? Math.floor(annual / rate?.value) : 1;
  same(`trace.bin byte ${at * 4} (annual amount)`, times * rate?.value, annual);
}

/** The step that a count of persons leads to (rulebook 5.1), and its rate. */
function checkStep(row, rates) {
  const step = row.persons > 150 ? '' : row.persons > 3 ? 'high' : 'low';
  const cell = `grunntilskudd ${row.grant_year} ${step}`;
  const rate = rates.find((candidate) => keyOf(candidate, ['key', 'grant_year', 'rate_class']) === cell);
  same(`${row.place} (rate_class)`, step, row.rate_class);
  same(`${row.place} (rate)`, rate?.value ?? '', row.rate);
  same(`${row.place} (annual_amount)`, rate?.value ?? 0, row.annual_amount);
}

/** The long records of persons in trace.bin; words and bits as FORMAT.md has them ("Leaf", "Record of a person"). */
function readRecords(folder) {
  const bytes = Uint8Array.from(readFileSync(join(folder, 'trace.bin')));
  const words = new Int32Array(bytes.buffer);
  const records = [];
  for (let leaf = 4; leaf < words.length; leaf += words[leaf] & 0xffffff) {
    const [kind, end] = [words[leaf] >>> 24, leaf + (words[leaf] & 0xffffff)];
    if (end < leaf + 3) throw new Error(`trace.bin byte ${leaf * 4}`);
    for (let at = leaf + 3; kind === 0 && at < end; at += words[at] & 0xffff) {
      if ((words[at] & 0xffff) < 6) throw new Error(`trace.bin byte ${at * 4}`);
      if ((words[at] >>> 30) & 1) records.push(readRecord(words, at));
    }
  }
  return records;
}

function readRecord(words, at) {
  const bits = (word, first, last) => (words[at + word] >>> first) & (2 ** (last - first + 1) - 1);
  const isWide = bits(0, 29, 29) === 1;
  const size = isWide ? 2 : 1; // words of an amount
  const amount = (word) => (isWide ? (words[at + word] >>> 0) + words[at + word + 1] * 2 ** 32 : words[at + word]);
  const more = 6 + bits(3, 0, 15) * 2; // the words behind the candidates, "+0" in FORMAT.md
  const [sharing, hasWeight] = [bits(0, 24, 25), bits(more + 7, 24, 24)];
  const length = 2 + hasWeight + (sharing === SEPARATE ? size + 2 : 0);
  const first = more + 9 + size * 3 + bits(more + 6, 0, 15) * 4;
  const recipients = Array.from({ length: bits(more + 6, 16, 31) }, (_, i) => {
    const from = first + i * length;
    const own = sharing === SEPARATE ? amount(from + 2 + hasWeight) : 0;
    const [days, weight] = [words[at + from + 1], words[at + from + 1 + hasWeight]];
    return { code: bits(from, 0, 19), isStopped: bits(from, 20, 20) === 1, days, weight, own };
  });
  const end = first + recipients.length * length + bits(more + 7, 0, 15) * (3 + size * 3); // its parts come last
  same(`trace.bin byte ${at * 4} (words)`, bits(0, 0, 15), end);
  return {
    at,
    grant_year: bits(1, 0, 15),
    component: COMPONENTS.split(' ')[bits(0, 16, 19)],
    year_number: sharing === SEPARATE || bits(1, 16, 31) === 0 ? '' : bits(1, 16, 31),
    rate_class: ['', 'low', 'high', 'single'][bits(3, 24, 25)],
    status: bits(0, 20, 23),
    rate: words[at + more],
    annual: amount(more + 9),
    sharing,
    recipients,
  };
}

/** The rows of sizing.csv that a record adds to; what has no recipient, or a code that was split, stands under HELD. */
function sizesOf({ status, annual, sharing, recipients, ...row }) {
  if (status === NO_RECIPIENT) return [{ ...row, recipient_id: 'HELD', persons: 1, days: 0, annual_amount: annual }];
  if (status !== TRIGGERED) return [];
  const half = Math.floor(annual / 2); // the odd krone goes to the first
  const halves = recipients.length === 1 ? [annual] : [annual - half, half];
  const weights = recipients.map(({ weight }) => weight);
  const isByDays = sharing === BY_DAYS && weights.some((weight) => weight > 0);
  const own = recipients.map((recipient) => recipient.own);
  const amounts = sharing === SEPARATE ? own : isByDays ? apportioned(annual, weights) : halves;
  const ids = recipients.map(({ code, isStopped }) => (isStopped ? 'HELD' : textOf(code)));
  return recipients.map(({ days }, i) => {
    const persons = ids.indexOf(ids[i]) === i ? 1 : 0; // a person counts once in each row
    return { ...row, recipient_id: ids[i], persons, days, annual_amount: amounts[i] };
  });
}

/** Whole kroner by weight; what is left over goes to the largest remainders, then weights, then codes (rulebook 4). */
function apportioned(amount, weights) {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const parts = weights.map((weight) => Math.floor((amount * weight) / sum));
  const left = amount - parts.reduce((total, part) => total + part, 0);
  const remainder = (i) => (amount * weights[i]) % sum;
  const order = [...weights.keys()].sort((a, b) => remainder(b) - remainder(a) || weights[b] - weights[a] || a - b);
  return parts.map((part, i) => part + (order.indexOf(i) < left ? 1 : 0));
}

/** 3011 is kommune 0301, 15000 is fylke 15 (FORMAT.md). */
function textOf(code) {
  const isKommune = code % 10 === 1;
  return isKommune ? String((code - 1) / 10).padStart(4, '0') : String(code / 1000).padStart(2, '0');
}

// ----------------------------------------------------------------------------------------------- 4. hours, 5. accounts

/** The rows that stand for all together, by column; a row that is not there is zeros. */
const WHOLES = { year_number: 'all', law: 'all', kommune: 'ALL' };
/** Who triggers but has no recipient stands under ALL alone. */
const OF_TRIGGERING = ['starters', 'starters_within_3_months', 'triggering_without_hours'];
/** Somebody with hours in two kommuner counts in both, and once under ALL. */
const PER_PERSON = ['participants', 'hours_without_decision'];
const OF_HOURS = ['hours_norwegian', 'hours_social_studies', 'absence_hours'];
const OF_ROWS = ['hours_rows', 'hours_rows_on_time'];

/** Year numbers and laws add up to `all`, kommuner to `ALL`, and averages follow (rulebook 8.2). */
function checkHours({ manifest: { identity }, hours_basis: rows }) {
  for (const dimension of Object.keys(WHOLES)) checkHoursSums(rows, dimension, WHOLES[dimension]);
  for (const row of rows) {
    checkDay(row, identity);
    const hours = hundredths(row.hours_norwegian) + hundredths(row.hours_social_studies);
    const average = Math.floor((2 * hours + row.participants) / (2 * row.participants)) / 100; // half up
    same(`${row.place} (average_hours)`, row.participants > 0 ? average.toFixed(2) : '', row.average_hours);
  }
}

function checkHoursSums(rows, dimension, all) {
  const key = Object.keys(WHOLES);
  const parts = rows.filter((row) => row[dimension] !== all).map((row) => ({ ...row, [dimension]: all }));
  const wholes = rows.filter((row) => row[dimension] === all);
  for (const column of [...OF_TRIGGERING, ...PER_PERSON, ...OF_HOURS, ...OF_ROWS]) {
    const figure = (row) => hundredths(row[column]);
    const [expected, stands] = [sums(parts, key, figure), sums(wholes, key, figure)];
    for (const [place, sum, found] of differencesOf(`hours_basis.csv ${column}`, expected, stands)) {
      // Whoever has no law stands under all laws alone, and triggers nothing: year number `other`.
      const isLawless = dimension === 'law' && /\[(other|all) /.test(place) && !OF_TRIGGERING.includes(column);
      const mayBeMore = isLawless || (dimension === 'kommune' && OF_TRIGGERING.includes(column));
      const mayBeLess = dimension === 'kommune' && PER_PERSON.includes(column);
      if (found > sum ? !mayBeMore : !mayBeLess) same(place, sum / 100, found / 100);
    }
  }
}

const hundredths = (hours) => Math.round(Number(hours) * 100);

/** The year and the day of the run. */
function checkDay(row, { grant_year: year, as_of: asOf }) {
  same(`${row.place} (as_of)`, `${year} ${asOf}`, `${row.grant_year} ${row.as_of}`);
}

/** Accounts are those of the recipients file that run_id names; a run without one has none (data contract 3). */
function checkAccounts({ folder, manifest, payouts }) {
  const path = join(folder, 'recipients.csv');
  const isGiven = manifest.identity.recipients_sha256 !== '';
  const isThere = existsSync(path);
  if (isGiven && !isThere) return note(inWords('kontoer IKKE KONTROLLERT, ingen', 'accounts NOT CHECKED, no'), path);
  const text = isGiven ? readFileSync(path, 'latin1') : '';
  const rows = text.split('\n').map((row) => row.replace(/[\0\r ."]/g, '').split(/[,;\t]/)); // of UTF-16, too
  for (const { place, recipient_id: id, account_number: account } of payouts) {
    const isKnown = rows.some((cells) => cells.includes(String(id)) && cells.includes(String(account)));
    if (account !== '' && !isKnown) extra(`${place} (account_number)`);
  }
}

// ----------------------------------------------------------------- tables and sums, word for word as in verify-run.cjs

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

// ------------------------------------------------------------------------------------------ words, and the whole of it

/** What nothing else in the folder repeats. */
const REST = {
  nb: 'tellingene bak grunntilskudd og timetilskudd, timene som sådan, navn, tekster i findings.csv og rejected.csv',
  en: 'counts behind grunntilskudd and timetilskudd, hours as such, names, texts of findings.csv and rejected.csv',
};
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

/** Checks the folders one by one; returns the exit code. */
function main(args) {
  let given;
  try {
    given = parseArgs({ args, options: { lang: { type: 'string' } }, allowPositionals: true });
  } catch {}
  if (!given || given.positionals.length === 0) {
    console.error('node verify-figures.cjs FOLDER... [--lang nb|en]');
    return 2;
  }
  [language, problems] = [given.values.lang === 'nb' ? 'nb' : 'en', 0];
  for (const folder of given.positionals) {
    console.log(folder);
    const before = problems;
    try {
      checkFigures(folder);
    } catch (cause) {
      unreadable(folder, cause.message);
    }
    if (problems > before) note(problems - before, inWords('feil', 'faults'));
    else note(inWords('Alt stemmer', 'Everything checks'));
  }
  console.log(inWords(`IKKE KONTROLLERT: ${REST.nb}`, `NOT CHECKED: ${REST.en}`));
  return problems === 0 ? 0 : 5;
}

module.exports = { main };
if (require.main === module) process.exitCode = main(process.argv.slice(2));
