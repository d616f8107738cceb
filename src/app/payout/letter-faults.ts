import { basename, dirname, join } from 'node:path';
import { type ErrorDetail, errorDetail } from '../../domain';
import { listFolder, pathExists } from '../../effects';
import type { BatchInfo, Ledger, TrackedPayment } from '../../ledger';
import { checkLetters } from '../letters/check-letters';
import { lettersFolder } from '../letters/make-letters';
import { readStored, STORED_LETTERS, type StoredLetters } from '../letters/stored-letters';
import type { ReportCheck } from './report-faults';

type LetterPayment = NonNullable<StoredLetters['stands'][number]['groups'][number]['payment']>;

/**
 * Holds the letters that lie beside a run to it: every page and record, made once more and compared with its hash; every
 * payment of the batch in one letter, under its key; day and last digits of the account as in a file of payments, or as the
 * bank paid it. What a letter said before there was a file is held to the file that came. Letters to some recipients alone
 * are made once more, too.
 */
export function checkLettersOfRun(db: string, ledger: Ledger, batch: BatchInfo): ReportCheck {
  const whole = checkAllLetters(db, ledger, batch);
  const some = foldersOfSome(batch.runFolder).map((name) => {
    const { checked, faults } = checkLetters(db, batch.runId, join(dirname(batch.runFolder), name));
    return { checked: checked.map((path) => `${name}/${path}`), faults };
  });
  const all = [whole, ...some];
  return { checked: all.flatMap(({ checked }) => checked), faults: all.flatMap(({ faults }) => faults) };
}

/** Folders beside a run with letters to some recipients alone, by name. */
function foldersOfSome(runFolder: string): string[] {
  const parent = dirname(runFolder);
  if (!pathExists(parent)) return [];
  const beginning = `${basename(lettersFolder(runFolder))}-`;
  const isOfSome = (name: string): boolean => name.startsWith(beginning) && /^\w+$/.test(name.slice(beginning.length));
  return listFolder(parent).filter((name) => isOfSome(name) && pathExists(join(parent, name, STORED_LETTERS)));
}

function checkAllLetters(db: string, ledger: Ledger, { runId, runFolder }: BatchInfo): ReportCheck {
  const folder = lettersFolder(runFolder);
  if (!pathExists(join(folder, STORED_LETTERS))) return { checked: [], faults: [] };
  const { checked, faults } = checkLetters(db, runId);
  const told = (readStored(folder)?.stands ?? []).flatMap(({ groups }) =>
    groups.flatMap(({ payment }) => (payment === undefined ? [] : [payment])),
  );
  return {
    checked: checked.map((name) => `letters/${name}`),
    faults: [...faults, ...paymentFaults(told, ledger, runId)],
  };
}

function paymentFaults(told: readonly LetterPayment[], ledger: Ledger, runId: string): ErrorDetail[] {
  const ordered = ledger.trackedPayments(runId);
  const filed = ledger
    .paymentFiles(runId)
    .filter(({ state }) => state !== 'discarded')
    .flatMap(({ executionDate: on, payments }) =>
      payments.map(({ paymentKey, account }) => ({ on, paymentKey, account })),
    );
  const letters = new Map<string, readonly LetterPayment[]>();
  for (const payment of told) letters.set(payment.paymentKey, [...(letters.get(payment.paymentKey) ?? []), payment]);
  const fault = (what: string): ErrorDetail => errorDetail('PAYOUT_LETTER_DIFFERS', { what });
  const wrong = ordered.flatMap((payment) => {
    const [letter, ...more] = letters.get(payment.paymentKey) ?? [];
    const own = filed.filter(({ paymentKey }) => paymentKey === payment.paymentKey);
    const isRight = letter !== undefined && more.length === 0 && isAsPaid(letter, payment, own);
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
