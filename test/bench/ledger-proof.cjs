'use strict';
/**
 * Bar 9: what it costs to hold a ledger to its hashed bytes, with more and more posted terms behind. Makes a rehearsal
 * ledger of so many persons straight through the built program's ledger room, and times what a run asks of it before and
 * while it reads, an approval's proof, and the whole verification.
 *
 *   node test/bench/ledger-proof.cjs [--persons 100000] [--terms 4,40] [--folder DIR]
 */
const { existsSync, mkdirSync, statSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { parseArgs } = require('node:util');
const { loadModules } = require('./modules.cjs');

const { values: options } = parseArgs({
  options: {
    persons: { type: 'string', default: '100000' },
    terms: { type: 'string', default: '4,40' },
    folder: { type: 'string', default: join(tmpdir(), 'norsktilskudd-bench') },
    program: { type: 'string', default: join(__dirname, '..', '..') },
  },
});
const { ledger, domain } = loadModules(options.program, { ledger: 'src/ledger', domain: 'src/domain' });
const { openLedger } = ledger;
const { componentOrdinal, emptyLine, knownDay, LINE_REASON, parseRecipientCode } = domain;

const persons = Number(options.persons);
const RECIPIENTS = Array.from({ length: 350 }, (_, index) => parseRecipientCode(String(1101 + index)) ?? 11011);
const DAYS = ['03-31', '06-30', '09-30', '12-31'];
const by = { actor: 'kari', at: '2030-01-01T08:00:00Z', build: 'bench' };
const hash = (seed) => String(seed).padStart(64, '0');

function* linesOf(grantYear, term) {
  for (let index = 0; index < persons; index += 1) {
    const recipient = RECIPIENTS[index % RECIPIENTS.length];
    const posted = (term - 1) * 1000;
    yield {
      ...emptyLine(),
      grantYear,
      component: componentOrdinal('persontilskudd'),
      code: `P-AR${1 + (index % 5)}-H`,
      personId: 200_000_000_001 + index * 3 + (grantYear - 2000) * persons,
      basisRecipient: recipient,
      recipient,
      annualAmountNok: 60_000,
      cumulativeDueNok: posted + 1000,
      previouslyPostedNok: posted,
      amountNok: 1000,
      reason: LINE_REASON.regular,
    };
  }
}

function payouts() {
  const counts = new Map();
  for (let index = 0; index < persons; index += 1) {
    const recipient = RECIPIENTS[index % RECIPIENTS.length];
    counts.set(recipient, (counts.get(recipient) ?? 0) + 1000);
  }
  return [...counts].map(([recipient, amount]) => ({
    recipient,
    group: 'persontilskudd',
    linesTotalNok: amount,
    carriedInNok: 0,
    paidNok: amount,
    carriedOutNok: 0,
  }));
}

function post(ledger, grantYear, term) {
  const asOf = knownDay(`${grantYear}-${DAYS[term - 1]}`);
  const plan = ledger.planRun({ grantYear, term, asOf, supplement: false });
  const draft = ledger.recordDraft({
    ...by,
    ...plan,
    runId: `${grantYear}-T${term}-bench`,
    grantYear,
    term,
    asOf,
    manifestHash: hash(grantYear * 10 + term),
    snapshot: 'bench',
    runFolder: '',
    ruleLockHash: hash(1),
    parametersHash: hash(2),
    lines: { [Symbol.iterator]: () => linesOf(grantYear, term) },
    payouts: payouts(),
    held: [],
    computed: [{ grantYear, component: 'persontilskudd', module: 'persontilskudd@2016' }],
    identities: new Map(),
    blockers: [],
    accepted: [],
    assumptions: [],
  }).batch;
  ledger.approve(draft.runId, { ...by, actor: 'ola', role: 'approver', reviewed: draft });
}

function ledgerOf(terms) {
  const path = join(options.folder, `ledger-${persons}-${terms}.db`);
  mkdirSync(options.folder, { recursive: true });
  if (existsSync(path)) return path;
  process.stderr.write(`making a ledger of ${terms} terms ...\n`);
  const ledger = openLedger(path, { create: { rehearsal: true, by } });
  for (let index = 0; index < terms; index += 1) {
    post(ledger, 2018 - Math.floor((terms - 1 - index) / 4), 4 - ((terms - 1 - index) % 4));
  }
  ledger.close();
  return path;
}

function timed(work) {
  const [begun, cpu] = [process.hrtime.bigint(), process.cpuUsage()];
  work();
  const { user, system } = process.cpuUsage(cpu);
  return `${(Number(process.hrtime.bigint() - begun) / 1e6).toFixed(0)} ms (${((user + system) / 1000).toFixed(0)} of the processor)`;
}

for (const terms of options.terms.split(',').map(Number)) {
  const path = ledgerOf(terms);
  const ledger = openLedger(path, { readOnly: true, checkTotals: false });
  const read = () => {
    let sum = 0;
    for (const { amountNok } of ledger.postedState().entries([2018, 2019], new Map())) sum += amountNok;
    return sum;
  };
  const rows = [
    ['acts, chain, persons, balances', () => ledger.prove()],
    ['postings of two years, read and held to the text', read],
    ['an approval', () => ledger.prove({ grantYears: [2018, 2019] })],
    ['with payments and outcomes', () => ledger.prove({ payments: true })],
  ];
  process.stdout.write(`${persons} persons, ${terms} terms, ${(statSync(path).size / 1e6).toFixed(0)} MB\n`);
  for (const [name, work] of rows) process.stdout.write(`  ${name}: ${timed(work)}\n`);
  ledger.close();
}
