'use strict';
/**
 * Files of payments of one batch: so many payments of so many lines written, read back by another parser, held to the
 * schema and compared, and the check of all documents; then a camt.054 with an entry a payment, read and recorded. Each is
 * measured in a process of its own, so that the peak of memory is that of the work alone.
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
    measure: { type: 'string' },
  },
});
const program = join(__dirname, '..', '..');
const { ledger, domain, app } = loadModules(program, { ledger: 'src/ledger', domain: 'src/domain', app: 'src/app' });
const { openNorsktilskudd } = require(join(program, 'dist', 'index.js'));
const { asDay, componentOrdinal, COMPONENTS, emptyLine, formatDay, knownDay, LINE_REASON, nextBankDay } = domain;

const RUN = 'bench';
const PATH = join(options.folder, 'ledger.db');
const RECEIPT = join(options.folder, 'camt054.xml');
const TODAY = new Date().toISOString().slice(0, 10);
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
  made.approve(draft.runId, { ...by, actor: 'ola', role: 'approver', reviewed: draft });
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

/** What measures time from now on, and the peak of memory. */
function stopwatch() {
  const started = process.hrtime.bigint();
  return {
    seconds: () => (Number(process.hrtime.bigint() - started) / 1e9).toFixed(1),
    tellPeak: () => process.stdout.write(`peak memory ${(process.resourceUsage().maxRSS / 1000).toFixed(0)} MB\n`),
  };
}

function open() {
  const payment = app.paymentSettings({
    debtor_name: 'Eksempeldirektoratet',
    initiating_party: [{ id: '310991007', scheme: 'CUST' }],
    account: '99990001002',
    bic: [{ bic: 'TESTNOKK', valid_from: '2000-01-01' }],
    kap_post: COMPONENTS.map((component) => ({ component, kap: '671', post: '60' })),
    ledger_file_profile: join(program, 'src/payout/ledger-file/example-profile.json'),
  });
  return openNorsktilskudd({ ledger: PATH, actor: 'kari', payment });
}

async function measurePayments() {
  const on = formatDay(nextBankDay(asDay(knownDay(TODAY) + 3)));
  const tilskudd = open();
  const { seconds, tellPeak } = stopwatch();
  const { written } = await tilskudd.writePayout(RUN, { channel: options.channel, on, reason: 'bench' });
  const payments = written.reduce((sum, { file }) => sum + file.payments.length, 0);
  process.stdout.write(`${payments} payments written, read back, validated, compared: ${seconds()} s\n`);
  const { faults } = await tilskudd.checkPayout(RUN);
  process.stdout.write(`and checked with all documents (${faults.length} faults): ${seconds()} s\n`);
  tellPeak();
}

/** An entry of a camt.054 that says that a payment was made. */
function entry({ paymentKey, paymentInfoId, amountNok, account }, messageId, serial) {
  const amount = `<Amt Ccy="NOK">${amountNok}.00</Amt>`;
  const code = '<Domn><Cd>PMNT</Cd><Fmly><Cd>ICDT</Cd><SubFmlyCd>DMCT</SubFmlyCd></Fmly></Domn>';
  const ids = `<PmtInfId>${paymentInfoId}</PmtInfId><InstrId>${paymentKey}</InstrId><EndToEndId>${paymentKey}</EndToEndId>`;
  const payee = `<CdtrAcct><Id><Othr><Id>${account}</Id><SchmeNm><Cd>BBAN</Cd></SchmeNm></Othr></Id></CdtrAcct>`;
  return `<Ntry><NtryRef>${serial}</NtryRef>${amount}<CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>${TODAY}</Dt></BookgDt>
<AcctSvcrRef>1804${serial}</AcctSvcrRef><BkTxCd>${code}</BkTxCd><NtryDtls><TxDtls><Refs><MsgId>${messageId}</MsgId>${ids}</Refs>
<AmtDtls><TxAmt>${amount}</TxAmt></AmtDtls><RltdPties>${payee}</RltdPties></TxDtls></NtryDtls></Ntry>
`;
}

/** The files of the run are handed over, and a bank says that it has paid them all. */
function makeReceipt() {
  const tilskudd = open();
  tilskudd.handOverPayout(RUN, { on: TODAY, reference: 'bench' });
  const paid = tilskudd
    .payoutFiles(RUN)
    .flatMap(({ messageId, payments }) => payments.map((each) => [each, messageId]));
  const entries = paid.map(([payment, messageId], index) => entry(payment, messageId, 100_000 + index));
  const account = '<Acct><Id><Othr><Id>99990001002</Id><SchmeNm><Cd>BBAN</Cd></SchmeNm></Othr></Id></Acct>';
  const id = (name) => `<${name}>BENCH</${name}><CreDtTm>${TODAY}T08:00:00</CreDtTm>`;
  const body = `<GrpHdr>${id('MsgId')}</GrpHdr><Ntfctn>${id('Id')}${account}${entries.join('')}</Ntfctn>`;
  writeFileSync(
    RECEIPT,
    `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.02"><BkToCstmrDbtCdtNtfctn>${body}</BkToCstmrDbtCdtNtfctn></Document>`,
  );
}

async function measureReceipt() {
  const tilskudd = open();
  const { seconds, tellPeak } = stopwatch();
  const { receipts } = await tilskudd.readReceipts([RECEIPT]);
  for (const { moved, problems, failure } of receipts) {
    const wrong = problems.length + (failure === undefined ? 0 : 1);
    process.stdout.write(`camt.054 recorded: ${moved} payments moved (${wrong} problems): ${seconds()} s\n`);
  }
  tellPeak();
}

const MEASURES = { payments: measurePayments, receipt: measureReceipt };

function measureAlone(what) {
  const { channel, folder } = options;
  const given = ['--measure', what, '--channel', channel, '--folder', folder];
  const { status } = spawnSync(process.execPath, [__filename, ...given], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = status ?? 1;
}

if (options.measure)
  void MEASURES[options.measure]().then(undefined, (cause) =>
    process.stderr.write(`${cause.stack} ${JSON.stringify(cause.details)?.slice(0, 500)}\n`),
  );
else {
  rmSync(options.folder, { recursive: true, force: true });
  mkdirSync(options.folder, { recursive: true });
  if (!existsSync(PATH)) makeLedger();
  measureAlone('payments');
  makeReceipt();
  measureAlone('receipt');
}
