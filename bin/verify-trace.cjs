#!/usr/bin/env node
'use strict';
/*
 * Holds run folders of norsktilskudd to their trace without norsktilskudd: plain Node, no packages, none of the program's
 * code. Read verify-run.cjs first, and have src/trace/FORMAT.md beside this one: words in quotation marks are its headings.
 * In this order:
 *
 *   1. trace       trace.bin, leaf by leaf, in step with trace.index and trace.persons
 *   2. lines       each difference in the trace that is not held is a line, and there are no others
 *   3. postings    what was posted before: as the trace has it, and as the folder before it left it, person by person
 *   4. figures     annual amounts, what is due later and what is held are those of the trace
 *   5. hash trees  with the key: every entry of both trees, and the person behind every pseudonym
 *
 *   node verify-trace.cjs FOLDER... [--key FILE] [--lang nb|en]
 *
 * FOLDER...   run folders in the order in which they were posted
 * --key       the installation's pseudonym key: without it nobody can tell the entries of the trees
 *
 * Seals, sums, netting, conservation and chain are for verify-run.cjs; run that first. Every problem is told with its
 * place. Exit code 0: everything checks; 5: something does not; 2: wrong use.
 */
const { createHash, createHmac } = require('node:crypto');
const { existsSync, readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const { parseArgs } = require('node:util');

/** Everything that is checked of one folder; `before` is the run before it. */
function checkTrace(folder, keyGiven, before) {
  readFolder(folder);
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const table = (name) => readTable(folder, `${name}.csv`);
  const [lines, payouts, held, posted] = ['payout_lines', 'payouts', 'held', 'posted_before'].map(table);
  const trace = readTrace(folder);
  const key = keyGiven && isKeyOf(manifest, keyGiven) ? keyGiven : undefined;
  const run = { manifest, key, lines, payouts, held, posted, trace, leaves: readLeaves(trace) };
  checkCounts(run);
  checkLines(run);
  checkPostings(run);
  if (before) checkStart(before, run);
  checkConservation(run);
  checkHeld(run);
  if (!key) note(inWords(UNKEYED.nb, UNKEYED.en));
  else {
    if (trace.format === 1) checkEntriesOfFormat1(run);
    else checkEntries(run);
    checkRecipients(run);
    checkPersons(run);
  }
  return run;
}

/** A folder holds plain files and nothing else: a link leads elsewhere, and a pipe or a device never ends. */
function readFolder(folder) {
  const entries = readdirSync(folder, { withFileTypes: true });
  const other = entries.find((entry) => !entry.isFile());
  if (other) throw new Error(`${other.name}: ${inWords('ikke en vanlig fil', 'no plain file')}`);
  return entries.map((entry) => entry.name);
}

// ------------------------------------------------------------------------------------------------------------ 1. trace

/** Components in the order of their numbers in the trace, with their payout codes (rulebook 6). */
const CODE_OF = {
  asylnorsk: 'ASYL-NORSK',
  grunntilskudd: 'Grunntilskudd-{class}',
  kulturtilskudd: 'ASYL-KULTUR',
  persontilskudd: 'P-AR{k}-{class}',
  persontilskudd37d: 'P37D-AR1',
  samfunnskunnskap_mottak: 'ASYL-SAMF',
  timetilskudd: 'TIME-2004',
  utvidet43g: 'UN43G',
};
const COMPONENTS = Object.keys(CODE_OF);
const GROUPS = ['asylum', 'collective_protection', 'grunntilskudd', 'persontilskudd', 'timetilskudd'];
/** Why something is held, in the order of the numbers. */
const REASONS = (
  ',difference_no_unique_successor,missing_from_extract,no_recipient,no_unique_successor,rejected_row,' +
  'unknown_country,waits_for_held_correction'
).split(',');
const [PERSON, ABSENT, KOMMUNE] = [0, 1, 2]; // kinds of leaves
const [TRIGGERED, UNKNOWN_COUNTRY, NO_RECIPIENT] = [1, 2, 3]; // states of a record

/** The five files. Words of trace.bin are signed, all others unsigned. */
function readTrace(folder) {
  const bytes = (name) => Uint8Array.from(readFileSync(join(folder, `trace.${name}`))).buffer;
  const [bin, persons, tree] = ['bin', 'persons', 'tree'].map((name) => Buffer.from(bytes(name)));
  const [index, lines] = ['index', 'lines'].map((name) => new Uint32Array(bytes(name)));
  const words = new Int32Array(bin.buffer);
  return { bin, words, index, lines, persons, tree, format: words[2] === 1 ? 1 : 2 };
}

/** All leaves with their records ("Leaf"); `at` and `end` count words. Their numbers, places and persons are in step. */
function readLeaves({ bin, words, index, persons, format }) {
  const header = `NTTRACE${format} ${format} 0`;
  same('trace.bin (header)', header, `${bin.toString('latin1', 0, 8)} ${words[2]} ${words[3]}`);
  const leaves = [];
  let parts = 0;
  for (let at = 4; at < words.length; at = leaves.at(-1).end) {
    const [number, kind, end] = [leaves.length, words[at] >>> 24, at + (words[at] & 0xffffff)];
    if (end < at + 3 || end > words.length || kind > KOMMUNE) throw new Error(`trace.bin byte ${at * 4}`);
    const records = [];
    for (let next = at + 3; next < end; next = records.at(-1).end) {
      records.push(readRecord(words, next, kind === KOMMUNE));
    }
    const person = personOf(persons, number);
    same(`trace.bin byte ${at * 4 + 4}`, number, words[at + 1]);
    const before = format === 1 ? number + parts : parts;
    same(`trace.index byte ${number * 8}`, `${at} ${before}`, `${index[number * 2]} ${index[number * 2 + 1]}`);
    if (kind === KOMMUNE) same(`trace.persons byte ${number * 16}`, '0'.repeat(32), person);
    leaves.push({ number, kind, person, at, end, records });
    parts += partsOf(records).length;
  }
  same('trace.index (bytes)', leaves.length * 8, index.byteLength);
  same('trace.persons (bytes)', leaves.length * 16, persons.length);
  return leaves;
}

/** One grant year and component of a leaf ("Record of a person", "Record of a kommune"): words and bits as told there. */
function readRecord(words, at, isKommune) {
  const bits = (word, first, last) => (words[at + word] >>> first) & (2 ** (last - first + 1) - 1);
  const isLong = isKommune || bits(0, 30, 30) === 1;
  const size = 1 + bits(0, 29, 29); // words of an amount: two where the record is wide
  const amount = (word) => (size === 2 ? (words[word] >>> 0) + words[word + 1] * 2 ** 32 : words[word]);
  const more = 6 + bits(3, 0, 15) * 2; // where a long record of a person goes on, behind the candidates
  const counts = isKommune ? 3 : more + 7; // the word with the number of parts and the reason
  const amounts = at + (isKommune ? 8 : more + 9);
  const end = at + bits(0, 0, 15);
  const partsAt = end - (isLong ? bits(counts, 0, 15) : 0) * (3 + size * 3); // the parts come last
  if (partsAt < at + 6 || end > words.length) throw new Error(`trace.bin byte ${at * 4}`);
  const parts = [];
  for (let part = partsAt; part < end; part = parts.at(-1).end) parts.push(readPart(words, part, size, amount));
  const component = COMPONENTS[bits(0, 16, 19)];
  const rateClass = isKommune ? bits(0, 20, 21) : bits(3, 24, 25);
  const code = CODE_OF[component].replace('{k}', bits(1, 16, 31)).replace('{class}', rateClass === 1 ? 'L' : 'H');
  return {
    at,
    partsAt,
    end,
    parts,
    isKommune,
    grant_year: bits(1, 0, 15),
    component,
    code,
    status: isKommune ? TRIGGERED : bits(0, 20, 23),
    annual: isLong ? amount(amounts) : 0,
    due: isLong ? amount(amounts + size) : 0,
    held: isLong ? amount(amounts + size * 2) : 0,
    heldReason: REASONS[isLong ? bits(counts, 16, 23) : 0],
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

const partsOf = (records) => records.flatMap((record) => record.parts);
const refOf = ({ kind, person }) => (kind === KOMMUNE ? '' : person); // as tables have it
const personOf = (persons, leaf) => persons.toString('hex', leaf * 16, leaf * 16 + 16);

/** Whether a person gives an amount now. */
const isGiving = ({ status }) => status === TRIGGERED || status === NO_RECIPIENT;

/** The annual amount R of a record: empty where the country is outside the region table, 0 for one who has none. */
function annualOf(record) {
  if (record.status === UNKNOWN_COUNTRY) return '';
  return isGiving(record) ? record.annual : 0;
}

/** The manifest counts leaves, persons and entries ("Entries and tree"). */
function checkCounts({ manifest: { trace, counts }, leaves, trace: { format } }) {
  const parts = partsOf(leaves.flatMap((leaf) => leaf.records));
  const entries = format === 1 ? leaves.length + parts.length : 1 + new Set(parts.map((part) => part.recipient)).size;
  same('manifest.json (trace.format)', format, trace.format);
  same('manifest.json (trace.leaves)', leaves.length, trace.leaves);
  same('manifest.json (trace.entries)', entries, trace.entries);
  same('manifest.json (counts.leaves)', leaves.length, counts.leaves);
  same('manifest.json (counts.persons)', leaves.filter((leaf) => leaf.kind === PERSON).length, counts.persons);
}

// ------------------------------------------------------------------------------------------------------------ 2. lines

/** Each difference in the trace that is not held is one line, with the same figures; there are no other lines ("Part"). */
function checkLines({ leaves, trace, lines, posted }) {
  const traced = new Map();
  for (const leaf of leaves) {
    leaf.records.forEach((record, place) => {
      for (const part of record.parts.filter((one) => one.due !== one.posted && one.heldReason === '')) {
        traced.set(`${leaf.number}.${place} ${part.basis}`, { record, part, person_ref: refOf(leaf) });
      }
    });
  }
  const codesBefore = sums(posted, PERSON_AND_CODE, one);
  same('trace.lines (bytes)', lines.length * 8, trace.lines.byteLength);
  for (const [i, line] of lines.entries()) {
    same(`trace.lines byte ${i * 8}`, line.trace_id, `${trace.lines[i * 2]}.${trace.lines[i * 2 + 1]}`);
    const key = `${line.trace_id} ${codeOf(line.basis_recipient_id)}`;
    if (traced.has(key)) checkLine(line, traced.get(key), codesBefore);
    else extra(`${line.place} (trace_id)`);
    traced.delete(key);
  }
  for (const [key, { part }] of traced) same(`payout_lines.csv [${key}]`, part.due - part.posted, 'missing');
}

function checkLine(line, { record, part, person_ref }, codesBefore) {
  const cell = (column, expected, found = line[column]) => same(`${line.place} (${column})`, expected, found);
  cell('grant_year', record.grant_year);
  cell('component', record.component);
  cell('recipient_id', part.recipient, codeOf(line.recipient_id));
  cell('annual_amount', annualOf(record));
  cell('share', part.share, `${line.share_numerator}/${line.share_denominator}`);
  cell('cumulative_due', part.due);
  cell('previously_posted', part.posted);
  const isNow = record.isKommune ? record.parts.some(({ share }) => !share.startsWith('0/')) : isGiving(record);
  if (isNow) cell('code', record.code);
  // A correction down to nothing bears the code of a posting before it (rulebook 6).
  else if (!codesBefore.has(keyOf({ ...line, person_ref }, PERSON_AND_CODE))) extra(`${line.place} (code)`);
}

// --------------------------------------------------------------------------------------------------------- 3. postings

/** What the parts say was posted before the run is what posted_before.csv says, person by person ("Part"). */
function checkPostings({ manifest, leaves, posted }) {
  const traced = leaves.flatMap((leaf) => leaf.records.map((record) => ({ ...record, person_ref: refOf(leaf) })));
  const persons = new Set(leaves.map((leaf) => leaf.person));
  const absent = new Set(leaves.filter((leaf) => leaf.kind === ABSENT).map((leaf) => leaf.person));
  const computed = sums(manifest.conservation, COMPONENT, one); // postings of other components are left as they are
  // What stands for absent persons is held back; verify-run.cjs holds it to their held rows.
  const rows = posted.filter((row) => computed.has(keyOf(row, COMPONENT)) && !absent.has(row.person_ref));
  const postedOf = (record) => record.parts.reduce((sum, part) => sum + part.posted, 0);
  const key = ['person_ref', ...COMPONENT];
  sameSums('posted_before.csv', sums(traced, key, postedOf), sums(rows, key, 'amount'));
  for (const row of posted) if (row.person_ref !== '' && !persons.has(row.person_ref)) extra(row.place);
}

/** Each person starts from what the run before left, or from where that one started, where it was annulled. */
function checkStart(before, run) {
  const [last, year] = [before, run].map(({ manifest }) => manifest.identity.grant_year);
  const isRead = (row) => row.grant_year >= year - 1 && row.grant_year <= last; // after that only the opening batch
  const pseudonymOf = (line) => line.person_ref && personOf(before.trace.persons, leafOf(line)); // '' stands for nobody
  const lines = before.lines.map((line) => ({ ...line, person_ref: pseudonymOf(line) }));
  const left = [...before.posted, ...lines].filter(isRead);
  const sumsOf = (rows, person) => sums(rows, [...person, ...COMPONENT, 'basis_recipient_id'], 'amount');
  const found = run.posted.filter(isRead);
  const isFrom = (rows) => differencesOf('', sumsOf(rows, []), sumsOf(found, [])).length === 0;
  const start = isFrom(left) ? left : before.posted.filter(isRead); // verify-run.cjs tells where it is neither
  const persons = new Set(run.posted.map((row) => row.person_ref));
  // Somebody may have got another id since: then nothing stands under the old one, and only sums per recipient are kept.
  if (start.some((row) => !persons.has(row.person_ref))) return;
  const [expectedOf, foundOf] = [start, found].map((rows) => sumsOf(rows, ['person_ref']));
  for (const [place, expected, sum] of differencesOf('posted_before.csv', expectedOf, foundOf)) {
    same(place.replace(/(\[\w{32} .*) \w+\]$/, '$1]'), expected, sum); // no kommune beside a person: it may be protected
  }
}

// ---------------------------------------------------------------------------------------------------------- 4. figures

/** R and what is due later, in conservation (rulebook 9); of a kommune it counts what is due, and nothing later. */
function checkConservation({ manifest: { conservation }, leaves }) {
  const records = leaves.flatMap((leaf) => leaf.records);
  const annual = (record) => (record.isKommune ? record.due : annualOf(record));
  const figures = { annual_nok: annual, due_later_nok: (record) => annual(record) - record.due };
  for (const [name, amount] of Object.entries(figures)) {
    const [traced, sealed] = [sums(records, COMPONENT, amount), sums(conservation, COMPONENT, name)];
    sameSums(`manifest.json conservation.${name}`, traced, sealed);
  }
}

/** What is held, and why: as a whole, of a part that is due, or the difference of a part; with the key person by person. */
function checkHeld({ manifest, key, leaves, posted, held }) {
  const known = leaves.filter((leaf) => leaf.kind !== ABSENT);
  const traced = known.flatMap((leaf) => leaf.records.flatMap((record) => heldOf(leaf, record)));
  // Of a person of whom the extract says nothing, what stands posted is held back.
  const absent = new Set(leaves.filter((leaf) => leaf.kind === ABSENT).map((leaf) => leaf.person));
  const computed = sums(manifest.conservation, COMPONENT, one);
  const standing = posted.filter((row) => absent.has(row.person_ref) && computed.has(keyOf(row, COMPONENT)));
  const heldBack = standing.map((row) => ({ ...row, reason: 'absent', held_amount: -row.amount }));
  const reasonOf = ({ reason }) => (['missing_from_extract', 'rejected_row'].includes(reason) ? 'absent' : reason);
  const personOfRow = (row) => (key ? pseudonymOf(key, row.person_ref) : row.person_ref);
  const found = held.map((row) => ({ ...row, reason: reasonOf(row), person_ref: personOfRow(row) }));
  const columns = [...COMPONENT, 'reason', ...(key ? ['person_ref'] : [])];
  sameSums('held.csv', sums([...traced, ...heldBack], columns, 'held_amount'), sums(found, columns, 'held_amount'));
  const isUnknown = (row) => (row.reason === 'unknown_country' ? 1 : 0); // these have no amount
  sameSums('held.csv rows', sums(traced, columns, isUnknown), sums(found, columns, isUnknown));
}

function heldOf(leaf, { grant_year, component, heldReason, held, parts }) {
  const rows = [
    { reason: heldReason, held_amount: held },
    ...parts.map((part) => ({ reason: 'no_unique_successor', held_amount: part.dueHeld })),
    ...parts.map((part) => ({ reason: part.heldReason, held_amount: part.due - part.posted })),
  ];
  const what = { grant_year, component, person_ref: refOf(leaf) };
  return rows.filter((row) => row.reason !== '').map((row) => ({ ...row, ...what }));
}

// ------------------------------------------------------------------- 5. hash trees ("Pseudonyms and salts" to the end)

const UNKEYED = {
  nb: 'IKKE KONTROLLERT uten --key: om trace.bin er sporet bak trærne, og personene bak pseudonymene',
  en: 'NOT CHECKED without --key: whether trace.bin is the trace behind the trees, and the persons behind pseudonyms',
};

/** Only the key of the installation gives the salts of the entries. */
function isKeyOf(manifest, key) {
  const expected = manifest.identity.pseudonym_key_id;
  const found = hmac(key, 'norsktilskudd/key-id/v1\n').toString('hex', 0, 8);
  same('--key', expected, found);
  return expected === found;
}

/** The pseudonym of a person's id; nobody has none. */
function pseudonymOf(key, id) {
  return id === '' ? '' : hmac(key, 'norsktilskudd/pseudonym/v1\n', String(id)).toString('hex', 0, 16);
}

/** The tree of the trace: one entry over all of it, then one for each recipient: the hashes of its parts in their order. */
function checkEntries(run) {
  const { manifest, trace, leaves } = run;
  const hashes = new Map();
  for (const leaf of leaves) {
    leaf.records.forEach((record, place) => {
      for (const part of record.parts) {
        const { salt, reference } = secretOf(run, leaf.number, place, part.basis);
        const words = trace.bin.subarray(part.at * 4, part.end * 4);
        const entry = [salt, ofRecipient(run, leaf, part.recipient), reference, whatOf(record), words];
        if (!hashes.has(part.recipient)) hashes.set(part.recipient, []);
        hashes.get(part.recipient).push(entryHash('PART', ...entry));
      }
    });
  }
  const codes = [...hashes.keys()].sort((a, b) => a - b);
  const entries = codes.map((code) => entryHash('PRTS', u32(code), ...hashes.get(code).sort(Buffer.compare)));
  const saltKey = hmac(run.key, 'norsktilskudd/trace-salt/v1\n', manifest.run_id);
  const salt = hmac(saltKey, 'head').subarray(0, 16);
  const head = entryHash('HEAD', salt, sha256(trace.bin), sha256(trace.persons));
  checkTree(manifest, trace, [head, ...entries], 1);
}

/** What the person of a leaf is called before a recipient; a kommune has zeros. */
function ofRecipient({ key }, { kind, person }, code) {
  if (kind === KOMMUNE) return Buffer.alloc(16);
  return hmac(key, 'norsktilskudd/of-recipient/v2\n', u32(code), Buffer.from(person, 'hex')).subarray(0, 16);
}

/** Salt of a part, and the reference by which a line names it. */
function secretOf(run, leaf, record, basis) {
  run.partKey ??= hmac(run.key, 'norsktilskudd/trace-part/v2\n', run.manifest.run_id);
  const digest = sha256(run.partKey, u32(leaf), u32(record), u32(basis));
  return { salt: digest.subarray(0, 16), reference: digest.subarray(16, 24) };
}

/** What trace.tree has, and the root. */
function checkTree(manifest, trace, entries, perHash) {
  for (let i = 0; i * 32 < trace.tree.length; i += 1) {
    const expected = rootOf(entries.slice(i * perHash, (i + 1) * perHash));
    same(`trace.tree byte ${i * 32}`, expected.toString('hex'), trace.tree.toString('hex', i * 32, i * 32 + 32));
  }
  same('trace.bin (root)', manifest.trace.root_sha256, rootOf(entries).toString('hex'));
}

/** The same in format 1: for each leaf an entry of what is not in a part, then one for every part. */
function checkEntriesOfFormat1({ manifest, key, trace, leaves }) {
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
  checkTree(manifest, trace, hashes, 1024);
}

/** The tree of recipients: an entry for each row of payouts.csv, with its lines. */
function checkRecipients(run) {
  const { manifest, key, payouts, lines, trace } = run;
  const saltKey = hmac(key, 'norsktilskudd/trace-salt/v1\n', manifest.run_id);
  const linesOf = new Map(payouts.map((row) => [keyOf(row, RECIPIENT), []]));
  for (const line of lines) linesOf.get(keyOf(line, RECIPIENT))?.push(line);
  const hashes = payouts.map((row, i) => {
    const mine = linesOf.get(keyOf(row, RECIPIENT));
    const salt = hmac(saltKey, 'rcpt', u32(i)).subarray(0, 16);
    const who = [u32(codeOf(row.recipient_id)), u32(GROUPS.indexOf(row.netting_group))];
    const amounts = [row.lines_total, row.carried_in, row.paid, row.carried_out].map(i64);
    const ofLines = mine.map((line) => {
      const [leaf, record] = line.trace_id.split('.').map(Number);
      const basis = codeOf(line.basis_recipient_id);
      const { reference } = secretOf(run, leaf, record, basis);
      const name = trace.format === 1 ? Buffer.concat([u32(leaf), u32(record)]) : reference;
      return Buffer.concat([name, whatOf(line), u32(basis), i64(line.amount)]);
    });
    if (trace.format !== 1) ofLines.sort(Buffer.compare); // in the order of their references
    return entryHash('RCPT', salt, ...who, ...amounts, u32(mine.length), ...ofLines);
  });
  same('payouts.csv (root)', manifest.trace.recipients_root_sha256, rootOf(hashes).toString('hex'));
}

/** The person of each line is the person of its leaf. */
function checkPersons({ key, trace, lines }) {
  for (const line of lines.filter((row) => row.person_ref !== '')) {
    same(`${line.place} (person_ref)`, pseudonymOf(key, line.person_ref), personOf(trace.persons, leafOf(line)));
  }
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

const leafOf = (line) => Number.parseInt(line.trace_id, 10);
const whatOf = (row) => u32(row.grant_year + COMPONENTS.indexOf(row.component) * 65536);
const codeOf = (id) => (String(id).length === 4 ? Number(id) * 10 + 1 : Number(id) * 1000); // 0301: 3011, fylke 15: 15000
const u32 = (number) => Buffer.from(Uint32Array.of(number).buffer);
const i64 = (number) => Buffer.from(BigInt64Array.of(BigInt(number)).buffer);
const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const hmac = (key, ...parts) => parts.reduce((mac, part) => mac.update(part), createHmac('sha256', key)).digest();
const entryHash = (...parts) => sha256(Buffer.of(0), ...parts);

// ------------------------------------------------------------------- tables, sums and words, each as in verify-run.cjs

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

const RECIPIENT = ['recipient_id', 'netting_group'];
const COMPONENT = ['grant_year', 'component'];
const PERSON_AND_CODE = ['person_ref', ...COMPONENT, 'code'];
const one = () => 1;
const keyOf = (row, columns) => columns.map((column) => row[column]).join(' ');

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
  const options = { key: { type: 'string' }, lang: { type: 'string' } };
  let given;
  try {
    given = parseArgs({ args, options, allowPositionals: true });
  } catch {}
  const { key: keyFile, lang } = given?.values ?? {};
  if (!given || given.positionals.length === 0) {
    console.error('node verify-trace.cjs FOLDER... [--key FILE] [--lang nb|en]');
    return 2;
  }
  [language, problems] = [lang === 'nb' ? 'nb' : 'en', 0];
  if (keyFile && !existsSync(keyFile)) {
    unreadable('--key', keyFile);
    return 2;
  }
  const key = keyFile && Buffer.from(readFileSync(keyFile, 'latin1').trim(), 'hex');
  let last;
  for (const folder of given.positionals) {
    console.log(folder);
    const before = problems;
    try {
      last = checkTrace(folder, key, last);
    } catch (cause) {
      unreadable(folder, cause.message);
    }
    if (problems > before) note(problems - before, inWords('feil', 'faults'));
    else note(inWords('Alt stemmer', 'Everything checks'));
  }
  return problems === 0 ? 0 : 5;
}

module.exports = { main };
if (require.main === module) process.exitCode = main(process.argv.slice(2));
