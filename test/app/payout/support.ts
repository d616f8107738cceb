import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PayingInstallation, type WritePayoutRequest, writePayout } from '../../../src/app';
import { paymentSettings } from '../../../src/app/payment/payment-settings';
import { asDay, asRecipientCode, formatDay, knownDay, nextBankDay } from '../../../src/domain';
import { nowUtc } from '../../../src/effects';
import { openLedger } from '../../../src/ledger';
import { factsOf } from '../../ledger/recipients-support';
import { code, KARI, OLA, postRun } from '../../ledger/support';
import { temporaryFolder } from '../../support/temporary-folder';

/** A recipient with what it is paid. */
export interface PaidTo {
  readonly recipient: string;
  readonly paidNok: number;
  readonly name?: string;
  /** Empty for none; undefined leaves the recipient out of the register. */
  readonly account?: string | undefined;
  readonly confirmed?: boolean;
}

export const RUN = 'the-run';
const PAYMENT = paymentSettings({
  debtor_name: 'Eksempeldirektoratet',
  initiating_party: [{ id: '310991007', scheme: 'CUST' }],
  account: '99990001002',
  bic: [{ bic: 'TESTNOKK', valid_from: '2000-01-01' }],
  kap_post: [{ component: 'persontilskudd', kap: '671', post: '60' }],
  ledger_file_profile: join(__dirname, '../../../src/payout/ledger-file/example-profile.json'),
});

/** A bank day some days ahead. */
export const ON = formatDay(nextBankDay(asDay(knownDay(nowUtc().slice(0, 10)) + 3)));

/** An account number with the right check digit. */
export function accountOf(serial: number): string {
  const digits = String(9_999_000_000 + serial);
  const sum = Array.from(digits).reduce(
    (total, digit, index) => total + Number(digit) * (5 - index + (index > 3 ? 6 : 0)),
    0,
  );
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? accountOf(serial + 1_000_000) : `${digits}${check}`;
}

/** An installation whose ledger has one posted run that pays these, and a register of recipients. */
export function installed(paid: readonly PaidTo[], { rehearsal = false } = {}): PayingInstallation {
  const db = join(temporaryFolder(), 'ledger.db');
  const ledger = openLedger(db, { create: { rehearsal, by: KARI } });
  const lines = paid.map(({ recipient, paidNok }, index) => ({
    recipient,
    due: paidNok,
    person: 201_800_000_001 + index,
  }));
  postRun(ledger, { runId: RUN, lines });
  const rows = paid.flatMap(({ recipient, name = `Kommune ${recipient}`, account, confirmed = true }) =>
    account === undefined ? [] : [{ ...factsOf(recipient, { account, legalName: name }), confirmed }],
  );
  if (rows.length > 0) ledger.proposeRecipients({ ...KARI, rows, source: 'a'.repeat(64) });
  const sure = rows.filter(({ confirmed }) => confirmed).map(({ recipient }) => recipient);
  if (sure.length > 0) ledger.confirmRecipients({ ...OLA, recipients: sure, reference: 'brev' });
  const folder = join(`${db}.d`, 'runs', RUN);
  mkdirSync(folder, { recursive: true });
  const payouts = ledger.paymentsOf(RUN).map(({ paymentKey, amountNok }) => `${paymentKey},${amountNok}\n`);
  writeFileSync(join(folder, 'payouts.csv'), `payment_ref,paid\n${payouts.join('')}`);
  ledger.close();
  const none = { keyFile: undefined, keyPassphrase: '', requireSignatures: false };
  return { db, ...none, payment: PAYMENT };
}

/** Writes the files of the run. */
export function write(installation: PayingInstallation, rest: Partial<WritePayoutRequest> = {}) {
  const asked = { runId: RUN, channel: 'pain001', on: ON, holdUnpayable: false, again: false, language: 'nb' } as const;
  return writePayout(installation, { ...asked, actor: 'kari', reason: 'prøve', ...rest });
}

/** The code of a recipient. */
export const recipientCode = (text: string) => asRecipientCode(code(text));
