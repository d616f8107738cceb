import { dirname, join, resolve } from 'node:path';
import { errorDetail } from '../../domain/message';
import type { PayoutRow, RunContents } from './contents';
import { type Files, pathIn, readWhole } from './files';
import type { Finding, Findings } from './findings';
import { elementsOf, onlyElement, type PaymentElement, PaymentXmlError, readPaymentXml } from './payment-xml';
import { sentAnewOf } from './sent-anew';

/** A payment as a file that the ledger knows has it. */
export interface KnownPayment {
  readonly paymentKey: string;
  readonly account: string;
}

/** Files of payments by their names, as the ledger has them; undefined for one that was given up. */
export type KnownFiles = ReadonlyMap<string, readonly KnownPayment[] | undefined>;

/** A payment of a file. */
interface FoundPayment {
  readonly line: number;
  readonly key: string;
  readonly amount: string;
  readonly account: string;
}

const ROOT = ' xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.';
const AMOUNT = /^([1-9]\d{0,14})\.00$/;

/**
 * Holds files of payments (pain.001) to payouts.csv of the run that they pay: every payment is one of it, with its amount and
 * account; counts and sums are right at both levels; no payment stands twice. An account confirmed after the run stands in the
 * ledger alone: without it it is a finding. So is a payment in a second file, unless the list of those sent anew says why.
 *
 * @param folder in which the files lie; the names of others are passed over
 * @param known what the ledger has of them; undefined without a ledger
 */
export function checkPayments(
  files: Files,
  run: RunContents,
  folder: string,
  known: KnownFiles | undefined,
  findings: Findings,
): Finding[] {
  const payments = new Map(run.payouts.flatMap((row) => (row.paidNok > 0 ? [[row.paymentRef, row] as const] : [])));
  const places = new Map<string, string>();
  const isSentAnew = sentAnewOf(files, folder);
  let anew = 0;
  const names = namesOf(files, folder).filter((name) => !known?.has(name) || known.get(name) !== undefined);
  for (const name of names) {
    for (const found of readFile(files, pathIn(folder, name), name, findings)) {
      const { key: paymentKey, line } = found;
      const own = known?.get(name)?.find((payment) => payment.paymentKey === paymentKey);
      comparePayment(found, payments.get(paymentKey), own, name, findings);
      const other = places.get(paymentKey);
      places.set(paymentKey, name);
      if (other === undefined) continue;
      const amount = found.amount.slice(0, -'.00'.length);
      // What the ledger lets into a later file had been refused before; never twice into one.
      const mayStand = known
        ? own !== undefined && other !== name
        : isSentAnew({ paymentKey, amount, file: name, earlier: other });
      if (!mayStand) findings.add('VERIFY_PAYMENT_TWICE', name, { line, paymentKey, other });
      else if (!known) anew += 1;
    }
  }
  for (const [name, rows] of known ?? []) {
    if (rows !== undefined && !names.includes(name)) findings.add('VERIFY_PAYMENT_FILE_GONE', name);
  }
  for (const name of names) if (known?.has(name) === false) findings.add('VERIFY_PAYMENT_FILE_UNKNOWN', name);
  return notesOf(run, [...payments.values()], places, { files: names.length, anew });
}

/** Files of payments in the order of their numbers. */
function namesOf(files: Files, folder: string): string[] {
  const names = files.entries(folder).map(({ name }) => name);
  // Entries come in the order of their characters; of a longer name the number is higher.
  return names.filter((name) => /\.xml$/i.test(name)).sort((one, other) => one.length - other.length);
}

function comparePayment(
  { line, key: paymentKey, amount, account }: FoundPayment,
  row: PayoutRow | undefined,
  own: KnownPayment | undefined,
  name: string,
  findings: Findings,
): void {
  if (row === undefined) {
    findings.add('VERIFY_PAYMENT_UNKNOWN', name, { line, paymentKey });
    return;
  }
  findings.compare('VERIFY_PAYMENT_AMOUNT', name, `${row.paidNok}.00`, amount, { line, paymentKey });
  const meant = own?.account ?? row.accountNumber.replace(/\D/g, '');
  if (meant !== '' && meant !== account) findings.add('VERIFY_PAYMENT_ACCOUNT', name, { line, paymentKey });
}

/** Payments of a file, its counts and sums compared; none where it cannot be read. */
function readFile(files: Files, path: string, name: string, findings: Findings): readonly FoundPayment[] {
  if (files.entry(path)?.kind !== 'file') {
    findings.add('VERIFY_ENTRY_NOT_FILE', path);
    return [];
  }
  try {
    const document = readPaymentXml(new TextDecoder('utf-8', { fatal: true }).decode(readWhole(files, path)));
    if (document.name !== 'Document' || !document.attributes.startsWith(ROOT)) throw new PaymentXmlError(document.line);
    const message = onlyElement(document, 'CstmrCdtTrfInitn');
    const blocks = elementsOf(message, 'PmtInf').map((block) => {
      const payments = elementsOf(block, 'CdtTrfTxInf').map(paymentOf);
      compareSums(block, onlyElement(block, 'PmtInfId').text, payments, name, findings);
      return payments;
    });
    const header = onlyElement(message, 'GrpHdr');
    compareSums(header, onlyElement(header, 'MsgId').text, blocks.flat(), name, findings);
    return blocks.flat();
  } catch (cause) {
    const line = cause instanceof PaymentXmlError ? cause.line : 1;
    findings.add('VERIFY_PAYMENT_FILE', name, { line });
    return [];
  }
}

function paymentOf(element: PaymentElement): FoundPayment {
  const amount = onlyElement(element, 'Amt', 'InstdAmt');
  if (amount.attributes !== ' Ccy="NOK"' || !AMOUNT.test(amount.text)) throw new PaymentXmlError(amount.line);
  const key = onlyElement(element, 'PmtId', 'EndToEndId').text;
  const account = onlyElement(element, 'CdtrAcct', 'Id', 'Othr', 'Id').text;
  return { line: element.line, key, amount: amount.text, account };
}

/** NbOfTxs and CtrlSum of a level; whole kroner are added as integers of any size. */
function compareSums(
  level: PaymentElement,
  id: string,
  payments: readonly FoundPayment[],
  name: string,
  findings: Findings,
): void {
  const sum = payments.reduce((total, { amount }) => total + BigInt(amount.slice(0, -'.00'.length)), 0n);
  const meant = { NbOfTxs: String(payments.length), CtrlSum: `${sum}.00` };
  for (const [column, expected] of Object.entries(meant)) {
    const { line, text } = onlyElement(level, column);
    findings.compare('VERIFY_PAYMENT_SUM', name, expected, text, { line, level: id, figure: column });
  }
}

function notesOf(
  run: RunContents,
  payments: readonly PayoutRow[],
  places: ReadonlyMap<string, string>,
  { files, anew }: { readonly files: number; readonly anew: number },
): Finding[] {
  const { run_id: runId } = run.manifest;
  if (files === 0) return [];
  const inFiles = payments.filter(({ paymentRef }) => places.has(paymentRef));
  const paidNok = inFiles.reduce((sum, row) => sum + row.paidNok, 0);
  const rest = payments.length - inFiles.length;
  const without = inFiles.filter(({ accountNumber }) => accountNumber === '').length;
  return [
    errorDetail('VERIFY_PAYMENTS', { runId, files, count: inFiles.length, paidNok }),
    ...(rest > 0 ? [errorDetail('VERIFY_PAYMENTS_REST', { runId, count: rest })] : []),
    ...(anew > 0 ? [errorDetail('VERIFY_PAYMENTS_ANEW', { runId, count: anew })] : []),
    ...(without > 0 ? [errorDetail('VERIFY_PAYMENTS_NO_ACCOUNT', { runId, count: without })] : []),
  ];
}

/** Where the files of a run's payments lie beside its folder: `<db>.d/payments/<run_id>` beside `<db>.d/runs/<run_id>`. */
export function paymentsBeside(files: Files, run: RunContents): string | undefined {
  const folder = join(dirname(dirname(resolve(run.folder))), 'payments', run.manifest.run_id);
  return files.entry(folder)?.kind === 'folder' ? folder : undefined;
}
