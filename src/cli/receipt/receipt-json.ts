import type { BlockedAccount, ReadReceipt, ReceiptInfo } from '../../app';
import { formatRecipientCode } from '../../domain';
import { detail } from '../answers/common';
import { at, flag, hash, list, object, orNull, text, textOrNull, whole } from '../declare/answer';

/** Accounts that an answer has blocked. */
export const blockedAccounts = list(
  object({
    recipient_id: at(({ recipient }: BlockedAccount) => formatRecipientCode(recipient), text),
    account_number: at('account', text),
    cause: text,
  }),
);

/** What `receipt read` has read. */
export const readJson = object({
  receipts: list(
    object({
      file: text,
      receipt: whole,
      already: flag,
      kind: textOrNull,
      message_id: textOrNull,
      payments: whole,
      moved: whole,
      unknown: whole,
      unknown_payments: list(text),
      blocked: blockedAccounts,
      reasons: list(detail),
      problems: list(detail),
      notes: list(detail),
      failure: at(({ failure }: ReadReceipt) => failure?.code, orNull(text)),
    }),
  ),
  journal_head: text,
});

const withdrawal = {
  withdrawal: whole,
  receipt: whole,
  payment_ref: at('paymentKey', textOrNull),
  proposed_by: text,
  confirmed_by: textOrNull,
};

/** A receipt of the ledger. */
export const listedReceipt = object({
  receipt: whole,
  name: text,
  sha256: at('hash', hash),
  bytes: at('size', whole),
  at: text,
  actor: text,
  kind: at(({ reading }: ReceiptInfo) => reading?.kind, orNull(text)),
  message_id: at(({ reading }: ReceiptInfo) => reading?.messageId, orNull(text)),
  facts: whole,
  problems: at(({ reading }: ReceiptInfo) => reading?.problems ?? [], list(detail)),
  withdrawals: list(object({ ...withdrawal, reason: text })),
  deleted_on: textOrNull,
});
