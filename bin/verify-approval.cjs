#!/usr/bin/env node
'use strict';
/*
 * Who approved the runs of norsktilskudd, checked without norsktilskudd: plain Node, no packages, none of the program's
 * code; ten minutes to read. What is signed, and what the acts of the journal are, stands in src/ledger/LEDGER.md (words in
 * quotation marks are its headings). In this order:
 *
 *   1. lists      every version of the lists of approvers and rates: chained, and signed by two of the version before
 *   2. signers    each had the role on that day, and signed the figures of this run, with rates that two have approved
 *   3. journal    its chain and head, posting heads, nothing posted unapproved, every signature that was required
 *   4. run        the journal approved this very manifest, with these very signatures
 *
 *   node verify-approval.cjs FOLDER... [--journal FILE [--head HASH]] [--lang nb|en]
 *
 * FOLDER...   run folders; what was signed lies beside each, in <run_id>.approval/
 * --journal   the journal of the ledger, one act a line (norsktilskudd verify FOLDER --db LEDGER --journal FILE, or
 *             sqlite3 LEDGER "select body from journal order by sequence")
 * --head      a journal head that was kept elsewhere: the journal must have had it
 *
 * Seals of the folders, and of what lies beside them, are for verify-run.cjs; run that first. Every problem is told with
 * its place. Exit code 0: everything checks; 5: something does not; 2: wrong use.
 */
const { createHash, createPublicKey, verify } = require('node:crypto');
const { existsSync, lstatSync, readdirSync, readFileSync } = require('node:fs');
const { dirname, join, resolve } = require('node:path');
const { parseArgs } = require('node:util');

/** Everything that is checked of one folder; returns what the chain of folders needs. */
function checkApproval(folder, acts) {
  readFolder(folder);
  const bytes = readFileSync(join(folder, 'manifest.json'));
  const run = { folder, manifest: JSON.parse(bytes.toString('utf8')), hash: sha256(bytes).toString('hex') };
  const beside = besideOf(folder, run.manifest.run_id);
  const { signatures } = existsSync(beside) ? checkSigners(run, beside, acts) : { signatures: [] };
  if (signatures.length === 0) note(run.manifest.run_id, inWords('ingen underskrifter', 'no signatures'));
  if (acts) checkRunInJournal(run, acts, signatures);
  return { ...run, signed: ROLES.every((role) => signatures.some((row) => row.role === role)) };
}

/** Where the signatures of a run lie: beside its folder, in no link. */
function besideOf(folder, runId) {
  if (!/^\d{4}-T[1-4]-[0-9a-f]{12}$/.test(runId)) throw new Error(`run_id: ${runId}`);
  const beside = join(dirname(resolve(folder)), `${runId}.approval`);
  const isThere = lstatSync(beside, { throwIfNoEntry: false });
  if (isThere && !isThere.isDirectory()) throw new Error(`${beside}: ${inWords('ikke en mappe', 'no folder')}`);
  return beside;
}

/** A folder holds plain files and nothing else: a link leads elsewhere, and a pipe or a device never ends. */
function readFolder(folder) {
  const entries = readdirSync(folder, { withFileTypes: true });
  const other = entries.find((entry) => !entry.isFile());
  if (other) throw new Error(`${other.name}: ${inWords('ikke en vanlig fil', 'no plain file')}`);
  return entries.map((entry) => entry.name);
}

/** Once a run bears every signature, each one that a later run goes on from bears them too: the ledger requires them. */
function checkUnsigned(runs) {
  const first = runs.findIndex((run) => run.signed);
  const hashes = runs.map(({ manifest }) => manifest.previous_batch?.manifest_sha256);
  for (const [place, { signed, hash, manifest }] of runs.entries()) {
    if (first >= 0 && place > first && !signed && hashes.includes(hash)) {
      const { run_id: earlier } = runs[first].manifest;
      const nb = `en senere kjøring bygger på denne, men den mangler underskrifter som ${earlier} før den har`;
      const en = `a later run goes on from this one, but it lacks signatures that ${earlier} before it has`;
      problem(manifest.run_id, inWords(nb, en));
    }
  }
}

// ------------------------------------------------------------------------------------------------------------ 1. lists

const ROLES = ['runner', 'attestant', 'approver'];

/** Every version of a list names the one before it and is signed by two persons of the list in force before it; two of
 *  its own sign the first list of approvers, which is anchored by its hash in the ledger's first acts. */
function readLists(beside, kind, approvers) {
  const file = `${kind}.json`;
  if (!existsSync(join(beside, file))) return [];
  const { format, kind: kindOfFile, versions } = JSON.parse(readFileSync(join(beside, file), 'utf8'));
  same(file, `1 ${kind}`, `${format} ${kindOfFile}`);
  versions.forEach((list, i) => {
    const before = versions[i - 1];
    const place = `${file} (version ${i + 1})`;
    same(place, `${kind} ${i + 1} ${before?.sha256 ?? ''}`, `${list.kind} ${list.version} ${list.previous}`);
    same(`${place} sha256`, sha256(listText(list)).toString('hex'), list.sha256);
    same(`${place} valid_from`, true, (before?.valid_from ?? '') <= list.valid_from);
    const signers = kind === 'approvers' ? (before ?? list) : approvers.find((one) => one.sha256 === list.approvers);
    const good = list.signatures.filter(({ name, signature }) => {
      const person = personOn(signers, name, list.valid_from);
      return person && isSignedBy(person.public_key, listText(list), signature);
    });
    same(`${place} signatures`, list.signatures.length, good.length);
    if (new Set(good.map((row) => nameKey(row.name))).size < 2) missing(`${place} signatures`);
  });
  const owners = new Map(); // one key is one person, in every version
  for (const { name, public_key: key } of versions.flatMap((list) => list.persons)) {
    same(`${file} (${name})`, owners.get(key) ?? nameKey(name), nameKey(name));
    owners.set(key, nameKey(name));
  }
  return versions;
}

/** What is hashed and signed of a list ("Lists and signatures"). */
function listText({ kind, version, valid_from, previous, approvers, persons, files }) {
  const rows = [
    ['norsktilskudd list', 1],
    ['list', kind, version, valid_from, previous, approvers],
    ...persons.map((person) => {
      const roles = ROLES.filter((role) => person.roles.includes(role)).join(',');
      return ['person', person.name, person.public_key, roles, person.valid_from, person.valid_to];
    }),
    ...files.map((file) => ['file', file.name, file.sha256]),
  ];
  return rows.map((row) => `${row.join('\t')}\n`).join('');
}

/** Somebody on a list on a day, by name. */
function personOn(list, name, day) {
  const isValid = (person) => person.valid_from <= day && (person.valid_to === '' || day <= person.valid_to);
  return list?.persons.find((person) => nameKey(person.name) === nameKey(name) && isValid(person));
}

// ---------------------------------------------------------------------------------------------------------- 2. signers

/** Each signer had the role on that day, and signed the figures of this run with rates that two have approved. */
function checkSigners({ manifest, hash }, beside, acts) {
  const { identity, netting, inputs, run_id: runId } = manifest;
  const there = readFolder(beside);
  const index = JSON.parse(readFileSync(join(beside, 'index.json'), 'utf8'));
  const approvers = readLists(beside, 'approvers', []);
  const tables = readLists(beside, 'tables', approvers);
  for (const one of tables.flatMap((list) => list.files)) note(`tables.json (${one.name})`, one.sha256);
  const rates = readLists(beside, 'rates', approvers);
  for (const { role, name, at, file, public_key: publicKey, signature } of index.signatures) {
    const text = there.includes(file) ? readFileSync(join(beside, file), 'utf8') : '';
    const signed = Object.fromEntries(text.split('\n').map((row) => row.split('\t')));
    const facts = {
      'norsktilskudd approval': 1,
      run: runId,
      role,
      name,
      at,
      manifest: hash,
      posting_head: identity.posting_head,
      rule_lock: identity.rule_lock_sha256,
      parameters: identity.parameters_sha256,
      payments: netting.reduce((sum, row) => sum + row.payments, 0),
      paid: netting.reduce((sum, row) => sum + row.paid_nok, 0),
    };
    for (const [fact, expected] of Object.entries(facts)) same(`${file} (${fact})`, String(expected), signed[fact]);
    const list = approvers.find((one) => one.sha256 === signed.approvers);
    const person = personOn(list, name, at.slice(0, 10));
    same(`${file} (signature)`, true, isSignedBy(publicKey, text, signature));
    same(`${file} (${role})`, `${publicKey} true`, `${person?.public_key} ${person?.roles.includes(role)}`);
    same(`${file} (valid_from)`, true, list?.valid_from <= at.slice(0, 10));
    note(`${runId} ${role}`, person?.name ?? name);
    const ratesList = rates.find((one) => one.sha256 === signed.rates);
    const approved = [identity.recipients_sha256, ...(ratesList?.files ?? []).map((one) => one.sha256)];
    // As soon as there is a list it covers every cell that was used, those of the shipped table, too (from format 2 on).
    const shipped = (ratesList && manifest.rates_used.length > 0 ? identity.tables : undefined) ?? [];
    const used = [...inputs, ...shipped.filter((table) => table.name === 'rates.csv')];
    const loose = used.filter((input) => !approved.includes(input.sha256));
    for (const input of loose) problem(`${file} (rates)`, `${input.name}: ${notApproved()}`);
  }
  const times = index.signatures.map((row) => row.at);
  same('index.json (at)', [...times].sort().join(' '), times.join(' '));
  const namesOf = (role) => index.signatures.filter((row) => row.role === role).map((row) => nameKey(row.name));
  for (const role of ROLES) {
    if (namesOf(role).length > 1) extra(`index.json (${role})`);
    if (namesOf(role).length === 0) note(`${runId} ${role}`, inWords('ikke underskrevet', 'not signed'));
  }
  const others = [...namesOf('runner'), ...namesOf('attestant')];
  if (namesOf('approver').some((name) => others.includes(name))) extra('index.json (approver)');
  note(runId, inWords('første godkjennerliste', 'first list of approvers'), approvers[0]?.sha256);
  if (acts) checkAdopted([...approvers, ...rates, ...tables], acts);
  return index;
}

/** Every version of a list was adopted by an act of the journal, or came with the ledger. */
function checkAdopted(lists, acts) {
  const adopted = acts.flatMap((act) =>
    act.act === 'create' ? [act.approvers] : act.act === 'adopt' ? [act.hash] : [],
  );
  for (const { kind, version, sha256: hash } of lists) {
    if (!adopted.includes(hash)) {
      const notAdopted = inWords('er ikke vedtatt i journalen', 'is not adopted in the journal');
      problem(`${kind}.json (version ${version})`, notAdopted);
    }
  }
}

/** An Ed25519 signature (RFC 8032); the key is 64 hex digits. */
function isSignedBy(publicKey, text, signature) {
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey, 'hex').toString('base64url') };
  return verify(null, Buffer.from(text), createPublicKey({ key: jwk, format: 'jwk' }), Buffer.from(signature, 'hex'));
}

const nameKey = (name = '') => name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();

// -------------------------------------------------------------------------------------------------- 3. journal, 4. run

/** Lists of approvers beside the folders, by their hashes. */
function listsBeside(folders) {
  const lists = new Map();
  for (const folder of folders) {
    readFolder(folder);
    const { run_id: runId } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
    const beside = besideOf(folder, runId);
    const file = join(beside, 'approvers.json');
    const { versions } =
      existsSync(file) && readFolder(beside) ? JSON.parse(readFileSync(file, 'utf8')) : { versions: [] };
    for (const list of versions) lists.set(sha256(listText(list)).toString('hex'), list);
  }
  return lists;
}

/** The acts of a journal; each hash is over the hash before and the bytes of the act ("The journal"). */
function readJournal(path, head, lists) {
  const text = readFileSync(path, 'utf8');
  const bodies = text.split('\n');
  same(`${path}:${bodies.length}`, '', bodies.pop());
  let hash = sha256('norsktilskudd journal\n');
  const heads = bodies.map((body) => {
    hash = sha256(hash, body);
    return hash.toString('hex');
  });
  const unknown = inWords('journalen har aldri hatt hodet', 'the journal has never had the head');
  if (head && !heads.includes(head)) problem(path, `${unknown} ${head}`);
  const acts = bodies.map((body, i) => {
    const act = JSON.parse(body);
    same(`${path}:${i + 1} (form)`, JSON.stringify(act, sorted), body);
    return { ...act, place: `${path}:${i + 1}` };
  });
  checkPosts(acts);
  const before = [sha256('norsktilskudd journal\n').toString('hex'), ...heads];
  checkSignedActs(
    bodies.map((body, i) => ({ ...JSON.parse(body), place: acts[i].place, before: before[i] })),
    lists,
  );
  console.log(`journal: ${acts.length}, head ${heads.at(-1)}`);
  return acts;
}

/** Only what another than its maker approved is posted, and each posting goes on from the head before ("Posted batches"). */
function checkPosts(acts) {
  const mark = acts[0].rehearsal === 1 ? ' REHEARSAL' : '';
  let head = sha256(`norsktilskudd postings${mark}\n`).toString('hex');
  const drafts = new Map();
  const approved = new Map();
  for (const act of acts) {
    const draft = drafts.get(act.run_id);
    if (act.act === 'draft') drafts.set(act.run_id, act);
    if (act.act === 'draft') same(`${act.place} (posting_head)`, head, act.posting_head);
    if (act.act === 'approve' || act.act === 'attest' || act.act === 'sign') {
      const figures = ['manifest_hash', 'payments', 'paid', 'corrections', 'persons_corrected', 'held'];
      for (const name of figures) same(`${act.place} (${name})`, draft?.[name], act[name]);
    }
    if (act.act === 'approve') {
      approved.set(act.run_id, act);
      same(`${act.place} (actor)`, true, nameKey(act.actor) !== nameKey(draft?.actor));
    }
    if (act.act === 'post') {
      same(`${act.place} (previous_posting_head)`, head, act.previous_posting_head);
      if (!approved.has(act.run_id)) problem(act.place, notApproved());
      head = act.posting_head;
    }
  }
}

const ROLE_OF = { sign: 'runner', attest: 'attestant', approve: 'approver' };
const ACTS_TO_SIGN = ['outcome', 'withdraw', 'forget', 'prune'];

/** From its first list of approvers on, a ledger takes no batch without three signatures, and no outcome of a payment,
 *  withdrawal or deletion without one; every signature of the journal is over what its act says. */
function checkSignedActs(acts, lists) {
  const adopted = []; // lists of approvers, the oldest first
  const drafts = new Map();
  let since = ''; // when a list was adopted or a batch posted last: no later act may be dated before it
  for (const act of acts) {
    if (act.act === 'create' && act.approvers) adopted.push({ hash: act.approvers, valid_from: '', at: act.at });
    if (act.act === 'adopt' && act.kind === 'approvers') adopted.push(act);
    if (act.act === 'draft') drafts.set(act.run_id, { draft: act, signers: new Map(), at: act.at });
    const open = drafts.get(act.run_id);
    const role = ROLE_OF[act.act];
    if (role && act.signature) {
      const at = [since, open.at].sort()[1];
      checkSignature(act, approvalText(act, open.draft, role), { role, adopted, lists, at });
      open.signers.set(role, nameKey(act.actor));
      open.at = act.at;
    }
    if (ACTS_TO_SIGN.includes(act.act)) {
      if (act.signature) checkSignature(act, actText(act), { adopted, lists, at: since });
      else if (adopted.length > 0) problem(`${act.place} (${act.act})`, unsigned());
    }
    if (act.act === 'post' && adopted.length > 0) {
      const absent = ROLES.filter((name) => !open?.signers.has(name));
      for (const name of absent) problem(`${act.place} [post ${act.run_id}] (${name})`, unsigned());
      const [runner, attestant, approver] = ROLES.map((name) => open?.signers.get(name));
      if (absent.length === 0 && [runner, attestant].includes(approver)) extra(`${act.place} (approver)`);
    }
    if (act.act === 'adopt') same(`${act.place} (at)`, true, act.at >= since);
    const anchors = act.act === 'create' && act.approvers;
    if (anchors || act.act === 'adopt' || act.act === 'post') since = [since, act.at].sort()[1];
  }
}

/** A signature by somebody of the list in force on that day, dated after what it stands on. */
function checkSignature(act, text, { role, adopted, lists, at }) {
  const day = act.at.slice(0, 10);
  const inForce = adopted.findLast((list) => list.valid_from <= day);
  same(`${act.place} (signature)`, true, isSignedBy(act.public_key, text, act.signature));
  same(`${act.place} (approvers)`, inForce?.hash, act.approvers);
  same(`${act.place} (at)`, true, act.at >= at);
  const list = lists.get(act.approvers);
  const unknown = inWords('IKKE KONTROLLERT mot listen', 'NOT CHECKED against the list');
  if (!list) return note(act.place, unknown, act.approvers);
  const person = personOn(list, act.actor, day);
  const has = role === undefined || person?.roles.includes(role);
  return same(`${act.place} (${role ?? act.act})`, `${act.public_key} true`, `${person?.public_key} ${has}`);
}

/** What is signed of a batch, from its draft and the act ("Lists and signatures"). */
function approvalText(act, draft, role) {
  const rows = [
    ['norsktilskudd approval', 1],
    ['run', act.run_id],
    ['role', role],
    ['name', act.actor],
    ['at', act.at],
    ['manifest', act.manifest_hash],
    ['posting_head', draft.posting_head],
    ['rule_lock', draft.rule_lock_hash],
    ['parameters', draft.parameters_hash],
    ['payments', act.payments],
    ['paid', act.paid],
    ['corrections', act.corrections],
    ['persons_corrected', act.persons_corrected],
    ['held', act.held],
    ['approvers', act.approvers],
    ['rates', act.rates],
  ];
  return rows.map((row) => `${row.join('\t')}\n`).join('');
}

/** What is signed of an outcome, a withdrawal or a deletion: its place in the journal and its bytes without signature. */
function actText({ public_key: _, approvers, signature: __, place: ___, before, ...body }) {
  const rows = [
    ['norsktilskudd act', 1],
    ['approvers', approvers],
    ['previous', before],
    ['body', JSON.stringify(body, sorted)],
  ];
  return rows.map((row) => `${row.join('\t')}\n`).join('');
}

/** The journal approved this very manifest, with what it pays, by the very signatures that lie beside the folder. */
function checkRunInJournal({ manifest, hash }, acts, signatures) {
  const { run_id: runId, identity, netting, counts } = manifest;
  const signed = acts.filter((act) => act.run_id === runId && act.signature !== undefined);
  const text = (rows) => rows.map((row) => `${row.role} ${row.signature}`).join();
  same(`journal [signatures ${runId}]`, text(signed), text(signatures));
  const draft = acts.find((act) => act.act === 'draft' && act.manifest_hash === hash);
  const approval = acts.find((act) => act.act === 'approve' && act.manifest_hash === hash);
  if (!approval) return missing(`journal [approve ${runId}]`);
  const paid = netting.reduce((sum, row) => sum + row.paid_nok, 0);
  same(`${approval.place} (run_id)`, runId, approval.run_id);
  same(`${approval.place} (paid)`, paid, approval.paid);
  same(`${approval.place} (payments)`, counts.payments, approval.payments);
  same(`${draft?.place} (posting_head)`, identity.posting_head, draft?.posting_head);
  return same(`${draft?.place} (lines)`, counts.lines, draft?.lines);
}

// ------------------------------------------------------------------------------- hashes and words, and the whole of it

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

/** For JSON.stringify: the names of every object in the order of their characters, so that a value has one form. */
function sorted(_, value) {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  const names = Object.keys(value).sort();
  return Object.fromEntries(names.map((name) => [name, value[name]]));
}

let [language, problems] = ['en', 0];
const inWords = (nb, en) => (language === 'nb' ? nb : en);
/** Text from a file as a terminal may show it. */
const shown = (text) =>
  text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (sign) => `<U+${sign.codePointAt(0).toString(16).padStart(4, '0')}>`);
const note = (place, ...texts) => console.log(shown(`  ${place}: ${texts.join(' ')}`));

/** Tells what is wrong and where: file, file:line or file:line (column). */
function problem(place, text) {
  problems += 1;
  if (problems <= 200) console.error(shown(`- ${place}: ${text}`));
}

function same(place, expected, found) {
  if (expected === found) return;
  problem(place, inWords(`er ${found}, skulle vært ${expected}`, `is ${found}, should be ${expected}`));
}

const missing = (place) => problem(place, inWords('mangler', 'is missing'));
const extra = (place) => problem(place, inWords('hører ikke til', 'does not belong here'));
const notApproved = () => inWords('er ikke godkjent', 'is not approved');
const unsigned = () =>
  inWords('er ikke underskrevet, enda hovedboken krevde det', 'is not signed, though the ledger required it');

/** Checks the journal and then the folders one by one; returns the exit code. */
function main(args) {
  const options = { journal: { type: 'string' }, head: { type: 'string' }, lang: { type: 'string' } };
  let given;
  try {
    given = parseArgs({ args, options, allowPositionals: true });
  } catch {}
  const { journal, head, lang } = given?.values ?? {};
  if (!given || given.positionals.length === 0 || (head && !journal)) {
    console.error('node verify-approval.cjs FOLDER... [--journal FILE [--head HASH]] [--lang nb|en]');
    return 2;
  }
  [language, problems] = [lang === 'nb' ? 'nb' : 'en', 0];
  const attempt = (place, check) => {
    try {
      return check();
    } catch ({ message }) {
      return problem(place, inWords(`kan ikke leses: ${message}`, `cannot be read: ${message}`));
    }
  };
  const lists = journal && attempt('approvers.json', () => listsBeside(given.positionals));
  const acts = lists && attempt(journal, () => readJournal(journal, head, lists));
  const runs = given.positionals.map((folder) => {
    console.log(folder);
    return attempt(folder, () => checkApproval(folder, acts));
  });
  checkUnsigned(runs.filter((run) => run !== undefined));
  const unheld = inWords('IKKE KONTROLLERT uten --journal', 'NOT CHECKED without --journal');
  const unanchored = inWords('IKKE KONTROLLERT uten --head', 'NOT CHECKED without --head');
  if (!journal)
    console.log(
      `${unheld}: ${inWords('hovedboken, og om noen skulle ha skrevet under', 'the ledger, and whether somebody must have signed')}`,
    );
  else if (!head)
    console.log(
      `${unanchored}: ${inWords('om journalen er skrevet om fra ende til annen', 'whether the journal was rewritten from end to end')}`,
    );
  if (problems > 0) console.log(`${problems} ${inWords('feil', 'faults')}`);
  else console.log(inWords('Alt stemmer', 'Everything checks'));
  return problems === 0 ? 0 : 5;
}

module.exports = { main };
if (require.main === module) process.exitCode = main(process.argv.slice(2));
