import { basename, dirname, join } from 'node:path';
import { type ErrorDetail, errorDetail } from '../../domain';
import { listFolder, pathExists } from '../../effects';
import type { BatchInfo, Ledger, TrackedPayment } from '../../ledger';
import { checkLetters } from '../letters/check-letters';
import { lettersFolder } from '../letters/make-letters';
import { readStored, STORED_LETTERS, type StoredLetters } from '../letters/stored-letters';
import { type ReportCheck, together } from './report-faults';

type LetterPayment = NonNullable<StoredLetters['stands'][number]['groups'][number]['payment']>;

/**
 * Holds the letters that lie beside a run to it: every page and record, made once more and compared with its hash; every
 * payment of the batch in one letter, under its key; day and last digits of the account as in a file of payments, or as the
 * bank paid it. What a letter said before there was a file is held to the file that came. Letters to some recipients alone
 * are made once more, too.
 */
export function checkLettersOfRun(db: string, ledger: Ledger, batch: BatchInfo): ReportCheck {
  const whole = lettersFolder(batch.runFolder);
  const folders = [...(pathExists(join(whole, STORED_LETTERS)) ? [whole] : []), ...foldersOfSome(whole)];
  return together(
    folders.map((folder) => {
      const { checked, faults } = checkLetters(db, batch.runId, folder);
      const name = folder === whole ? 'letters' : basename(folder);
      const inLetters = (readStored(folder)?.stands ?? []).flatMap(({ groups }) =>
        groups.flatMap(({ payment }) => (payment === undefined ? [] : [payment])),
      );
      return {
        checked: checked.map((path) => `${name}/${path}`),
        faults: [
          ...faults.map((fault) => placedIn(name, fault)),
          ...paymentFaults(inLetters, ledger, batch.runId, folder === whole),
        ],
      };
    }),
  );
}

/** Folders beside a run with letters to some recipients alone, by name. */
function foldersOfSome(whole: string): string[] {
  const parent = dirname(whole);
  if (!pathExists(parent)) return [];
  const beginning = `${basename(whole)}-`;
  const isOfSome = (name: string): boolean => name.startsWith(beginning) && /^\w+$/.test(name.slice(beginning.length));
  const folders = listFolder(parent).filter(isOfSome);
  return folders.map((name) => join(parent, name)).filter((folder) => pathExists(join(folder, STORED_LETTERS)));
}

/** A fault of a file in a folder of letters, named from there. */
function placedIn(folder: string, fault: ErrorDetail): ErrorDetail {
  const { name } = fault.params;
  return name === undefined ? fault : { ...fault, params: { ...fault.params, name: `${folder}/${name}` } };
}

/** @param areAll true of the letters to all recipients: each payment of the batch stands in one of them */
function paymentFaults(
  inLetters: readonly LetterPayment[],
  ledger: Ledger,
  runId: string,
  areAll: boolean,
): ErrorDetail[] {
  const ordered = ledger.trackedPayments(runId);
  const filed = ledger
    .paymentFiles(runId)
    .filter(({ state }) => state !== 'discarded')
    .flatMap(({ executionDate: on, payments }) =>
      payments.map(({ paymentKey, account }) => ({ on, paymentKey, account })),
    );
  const letters = new Map<string, readonly LetterPayment[]>();
  for (const payment of inLetters)
    letters.set(payment.paymentKey, [...(letters.get(payment.paymentKey) ?? []), payment]);
  const fault = (what: string): ErrorDetail => errorDetail('PAYOUT_LETTER_DIFFERS', { what });
  const wrong = ordered.flatMap((payment) => {
    const [letter, ...more] = letters.get(payment.paymentKey) ?? [];
    const own = filed.filter(({ paymentKey }) => paymentKey === payment.paymentKey);
    const isRight = letter === undefined ? !areAll : more.length === 0 && isAsPaid(letter, payment, own);
    return isRight ? [] : [fault(payment.paymentKey)];
  });
  const keys = new Set(ordered.map(({ paymentKey }) => paymentKey));
  return [...wrong, ...[...letters.keys()].filter((key) => !keys.has(key)).map(fault)];
}

/** Whether day and account of a letter are those of a file that holds the payment, or the day is one on which it was paid. */
function isAsPaid(
  { on, accountEnd }: LetterPayment,
  { outcomes }: TrackedPayment,
  filed: readonly { readonly on: string; readonly account: string }[],
): boolean {
  if (filed.length === 0) return true;
  const hasAccount = filed.some(({ account }) => account.endsWith(accountEnd) && accountEnd !== '');
  const days = [...filed.map((file) => file.on), ...outcomes.map((outcome) => outcome.on.slice(0, 10))];
  return hasAccount && (on === '' || days.includes(on));
}
