import type { PayeeFault, PayeeFaultKind } from '../../app/approve/payee-faults';
import type { Text } from '../../messages';
import { type CliContext, say } from '../context';

const TEXTS: Readonly<Record<PayeeFaultKind, Text>> = {
  not_in_file: {
    nb: 'OBS: {count} betales uten å stå i mottakerfilen på terminens siste dag ({paidNok}): {names}',
    en: "NOTE: {count} paid without a row of the recipients file on the term's last day ({paidNok}): {names}",
  },
  several_rows: {
    nb: 'OBS: {count} betales med flere rader i mottakerfilen på terminens siste dag ({paidNok}): {names}',
    en: "NOTE: {count} paid with several rows of the recipients file on the term's last day ({paidNok}): {names}",
  },
  no_account: {
    nb: 'OBS: {count} betales uten kontonummer ({paidNok}): {names}',
    en: 'NOTE: {count} paid without an account ({paidNok}): {names}',
  },
  account_check: {
    nb: 'OBS: {count} betales til et kontonummer som ikke stemmer med kontrollsifferet ({paidNok}): {names}',
    en: 'NOTE: {count} paid to an account that fails its check ({paidNok}): {names}',
  },
  shared_account: {
    nb: 'OBS: {count} betales til et kontonummer som også er en annens ({paidNok}): {names}',
    en: "NOTE: {count} paid to an account that is also another's ({paidNok}): {names}",
  },
  no_org_number: {
    nb: 'OBS: {count} betales uten organisasjonsnummer ({paidNok}): {names}',
    en: 'NOTE: {count} paid without an organisation number ({paidNok}): {names}',
  },
  org_number_check: {
    nb: 'OBS: {count} betales under et organisasjonsnummer som ikke stemmer med kontrollsifferet ({paidNok}): {names}',
    en: 'NOTE: {count} paid under an organisation number that fails its check ({paidNok}): {names}',
  },
  shared_org_number: {
    nb: 'OBS: {count} betales under et organisasjonsnummer som også er en annens ({paidNok}): {names}',
    en: "NOTE: {count} paid under an organisation number that is also another's ({paidNok}): {names}",
  },
};

/** Recipients that are named. */
const NAMED = 8;

/** A line for each kind, with the number of recipients, their payments and the first of them. */
export function payeeLines(faults: readonly PayeeFault[], context: CliContext): string[] {
  return faults.map(({ kind, recipientIds, paidNok }) => {
    const names = recipientIds.slice(0, NAMED).join(', ') + (recipientIds.length > NAMED ? ', ...' : '');
    return say(context, TEXTS[kind], { count: recipientIds.length, paidNok, names });
  });
}

/** The same for programs. */
export function payeeJson(faults: readonly PayeeFault[]): object[] {
  return faults.map(({ kind, recipientIds, paidNok }) => ({
    kind,
    recipients: recipientIds.length,
    recipient_ids: recipientIds,
    paid: paidNok,
  }));
}
