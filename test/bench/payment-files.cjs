'use strict';
/**
 * Files of payments of one batch: so many payments of so many lines written, read back by another parser, held to the
 * schema and compared, and the check of all documents. The measuring process starts itself once more, so that the peak of
 * memory is that of the work alone.
 *
 *   node test/bench/payment-files.cjs [--payments 15000] [--lines 400000] [--channel pain001]
 */
const { spawnSync } = require('node:child_process');
const { existsSync, mkdirSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { parseArgs } = require('node:util');
const { loadModules } = require('./modules.cjs');

const { values: options } = parseArgs({
  options: {
    payments: { type: 'string', default: '15000' },
    lines: { type: 'string', default: '400000' },
    channel: { type: 'string', default: 'pain001' },
    folder: { type: 'string', default: join(tmpdir(), 'norsktilskudd-bench-payments') },
    measure: { type: 'boolean', default: false },
  },
});
const program = join(__dirname, '..', '..');
const { ledger, domain, app } = loadModules(program, { ledger: 'src/ledger', domain: 'src/domain', app: 'src/app' });
const { openNorsktilskudd } = require(join(program, 'dist', 'index.js'));
const { asDay, componentOrdinal, COMPONENTS, emptyLine, formatDay, knownDay, LINE_REASON, nextBankDay } = domain;

const RUN = 'bench';
const PATH = join(options.folder, 'ledger.db');
const by = { actor: 'kari', at: '2030-01-01T08:00:00Z', build: 'bench' };
const hash = (seed) => String(seed).padStart(64, '0');
/** One component of each netting group. */
const PER_RECIPIENT = domain.NETTING_GROUPS.flatMap(
  (group) => COMPONENTS.find((name) => domain.nettingGroupOf(name) === group) ?? [],
);
const isWithoutPersons = (name) => ['grunntilskudd', 'timetilskudd'].includes(name);

/** Recipients beyond those of the register, so that there are enough of them. */
function recipients() {
  const count = Math.ceil(Number(options.payments) / PER_RECIPIENT.length);
  const codes = Array.from({ length: 9900 }, (_, index) =>
    domain.parseRecipientCode(String(101 + index).padStart(4, '0')),
  );
  return codes.filter((code) => code !== undefined && domain.formatRecipientCode(code).length === 4).slice(-count);
}

function accountOf(serial) {
  const digits = String(9_000_000_000 + serial);
  const sum = [...digits].reduce(
    (total, digit, index) => total + Number(digit) * (index < 4 ? 5 - index : 11 - index),
    0,
  );
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? accountOf(serial + 100_000) : `${digits}${check}`;
}

function makeLedger() {
  const codes = recipients();
  const each = Math.ceil(Number(options.lines) / (codes.length * PER_RECIPIENT.length));
  const made = ledger.openLedger(PATH, { create: { rehearsal: false, by } });
  const asOf = knownDay('2018-03-31');
  const plan = made.planRun({ grantYear: 2018, term: 1, asOf, supplement: false });
  const cells = PER_RECIPIENT.flatMap((name) => codes.map((recipient) => ({ name, recipient })));
  function* lines() {
    let serial = 0;
    for (const name of [...PER_RECIPIENT].sort((a, b) => componentOrdinal(a) - componentOrdinal(b))) {
      const isWithout = isWithoutPersons(name);
      for (let index = 0; index < each * codes.length; index += 1) {
        if (isWithout && index >= codes.length) break;
        serial += 1;
        const recipient = codes[isWithout ? index : index % codes.length];
        yield {
          ...emptyLine(),
          grantYear: 2018,
          component: componentOrdinal(name),
          code: `K${index % 7}`,
          personId: isWithout ? 0 : 200_000_000_000 + serial,
          basisRecipient: recipient,
          recipient,
          annualAmountNok: 60_000,
          cumulativeDueNok: 1000,
          previouslyPostedNok: 0,
          amountNok: 1000,
          reason: LINE_REASON.regular,
        };
      }
    }
  }
  const payouts = cells.map(({ name, recipient }) => {
    const group = domain.nettingGroupOf(name);
    const sum = isWithoutPersons(name) ? 1000 : each * 1000;
    return { recipient, group, linesTotalNok: sum, carriedInNok: 0, paidNok: sum, carriedOutNok: 0 };
  });
  const draft = made.recordDraft({
    ...by,
    ...plan,
    runId: RUN,
    grantYear: 2018,
    term: 1,
    asOf,
    manifestHash: hash(1),
    snapshot: 'bench',
    runFolder: join(`${PATH}.d`, 'runs', RUN),
    ruleLockHash: hash(1),
    parametersHash: hash(2),
    lines: { [Symbol.iterator]: lines },
    payouts,
    held: [],
    computed: PER_RECIPIENT.map((component) => ({ grantYear: 2018, component, module: `${component}@2016` })),
    identities: new Map(),
    blockers: [],
    accepted: [],
    assumptions: [],
  }).batch;
  made.approve(draft.runId, { ...by, actor: 'ola', role: 'approver', seen: draft });
  const address = { street: 'Storgata 1', postCode: '0150', town: 'Oslo', country: 'NO' };
  const rows = codes.map((recipient, index) => ({
    recipient,
    validFrom: '',
    validTo: '',
    legalName: `Kárášjohka og Ærøy ${index} kommune`,
    orgNumber: '950000007',
    account: accountOf(index),
    language: 'nb',
    address,
    kids: new Map(),
  }));
  made.proposeRecipients({ ...by, rows, source: 'a'.repeat(64) });
  made.confirmRecipients({
    ...by,
    actor: 'ola',
    recipients: rows.map(({ recipient }) => recipient),
    reference: 'bench',
  });
  const folder = join(`${PATH}.d`, 'runs', RUN);
  mkdirSync(folder, { recursive: true });
  const paid = made.paymentsOf(RUN).map(({ paymentKey, amountNok }) => `${paymentKey},${amountNok}\n`);
  writeFileSync(join(folder, 'payouts.csv'), `payment_ref,paid\n${paid.join('')}`);
  made.close();
}

async function measure() {
  const payment = app.paymentSettings({
    debtor_name: 'Eksempeldirektoratet',
    initiating_party: [{ id: '310991007', scheme: 'CUST' }],
    account: '99990001002',
    bic: [{ bic: 'TESTNOKK', valid_from: '2000-01-01' }],
    kap_post: COMPONENTS.map((component) => ({ component, kap: '671', post: '60' })),
    ledger_file_profile: join(program, 'src/payout/ledger-file/example-profile.json'),
  });
  const on = formatDay(nextBankDay(asDay(knownDay(new Date().toISOString().slice(0, 10)) + 3)));
  const tilskudd = openNorsktilskudd({ ledger: PATH, actor: 'kari', payment });
  const started = process.hrtime.bigint();
  const seconds = () => (Number(process.hrtime.bigint() - started) / 1e9).toFixed(1);
  const { written } = await tilskudd.writePayout(RUN, { channel: options.channel, on, reason: 'bench' });
  const payments = written.reduce((sum, { file }) => sum + file.payments.length, 0);
  process.stdout.write(`${payments} payments written, read back, validated, compared: ${seconds()} s\n`);
  const { faults } = await tilskudd.checkPayout(RUN);
  process.stdout.write(`and checked with all documents (${faults.length} faults): ${seconds()} s\n`);
  process.stdout.write(`peak memory ${(process.resourceUsage().maxRSS / 1000).toFixed(0)} MB\n`);
}

if (options.measure)
  void measure().then(undefined, (cause) =>
    process.stderr.write(`${cause.stack} ${JSON.stringify(cause.details)?.slice(0, 500)}\n`),
  );
else {
  rmSync(options.folder, { recursive: true, force: true });
  mkdirSync(options.folder, { recursive: true });
  if (!existsSync(PATH)) makeLedger();
  const { status } = spawnSync(
    process.execPath,
    [__filename, '--measure', '--channel', options.channel, '--folder', options.folder],
    {
      stdio: 'inherit',
    },
  );
  process.exitCode = status ?? 1;
}
