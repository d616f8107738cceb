import type { ListedRecipient } from '../../app';
import {
  type PayableRecipient,
  type ProposedRecipient,
  RECIPIENT_STATES,
  type RecipientFacts,
  type RecipientHistoryRow,
  STANDING_CAUSES,
} from '../../app';
import { formatRecipientCode, type RecipientCode } from '../../domain';
import { detail } from '../answers/common';
import { at, choice, day, flag, list, object, orNull, record, text, whole } from '../declare/answer';
import { headFields } from '../heads-text';

/*
 * What the commands on the register of recipients answer.
 */

const codeAt = at(({ recipient }: { readonly recipient: RecipientCode }) => formatRecipientCode(recipient), text);
const causes = list(choice(...STANDING_CAUSES));

/** A row that was proposed, against what was confirmed. */
export const importedAnswer = object({
  proposed: list(
    object({
      recipient_id: at(({ facts }: ProposedRecipient) => formatRecipientCode(facts.recipient), text),
      name: at('facts.legalName', text),
      valid_from: at('facts.validFrom', text),
      changed: causes,
      account_before: at(({ before }: ProposedRecipient) => before?.account ?? '', text),
      account_number: at('facts.account', text),
      org_number_before: at(({ before }: ProposedRecipient) => before?.orgNumber ?? '', text),
      org_number: at('facts.orgNumber', text),
    }),
  ),
  unchanged: whole,
  notices: list(detail),
  journal_head: text,
});

const registered = {
  recipient_id: codeAt,
  name: at('legalName', text),
  org_number: text,
  account_number: at('account', text),
  language: text,
  street: at('address.street', text),
  post_code: at('address.postCode', text),
  town: at('address.town', text),
  country: at('address.country', text),
  kids: at(({ kidByGroup }: PayableRecipient) => Object.fromEntries(kidByGroup), record(text)),
  valid_from: text,
  valid_to: text,
  state: choice(...RECIPIENT_STATES),
  causes,
} as const;

export const listAnswer = object({
  ...headFields,
  on: day,
  recipients: list(
    object({ ...registered, may_be_paid: flag, waiting: at(({ isWaiting }: ListedRecipient) => isWaiting, flag) }),
  ),
  payable: at('counts.payable', whole),
  unconfirmed: at('counts.unconfirmed', whole),
  blocked: at('counts.blocked', whole),
  without_account: at('counts.withoutAccount', whole),
  waiting: at('counts.waiting', whole),
});

const act = object({ actor: text, at: text, reference: text });
const of =
  <T>(read: (facts: RecipientFacts) => T) =>
  ({ facts }: RecipientHistoryRow) =>
    read(facts);

const row = object({
  entry: at(({ facts }: RecipientHistoryRow) => facts.entry, whole),
  recipient_id: at(
    of(({ recipient }) => formatRecipientCode(recipient)),
    text,
  ),
  name: at(
    of(({ legalName }) => legalName),
    text,
  ),
  org_number: at(
    of(({ orgNumber }) => orgNumber),
    text,
  ),
  account_number: at(
    of(({ account }) => account),
    text,
  ),
  valid_from: at(
    of(({ validFrom }) => validFrom),
    text,
  ),
  valid_to: at(
    of(({ validTo }) => validTo),
    text,
  ),
  fate: choice('waiting', 'confirmed', 'rejected', 'replaced'),
  proposed: act,
  answered: orNull(act),
  blocks: list(object({ cause: text, blocked: act, released: orNull(act) })),
});

interface WithHistory {
  readonly history: readonly RecipientHistoryRow[];
}

export const shownAnswer = object({
  on: day,
  recipient_id: codeAt,
  standing: orNull(object(registered)),
  waiting: at(({ history }: WithHistory) => history.filter(({ fate }) => fate === 'waiting'), list(row)),
});

export const historyAnswer = object({ rows: at('history', list(row)) });

interface Decided {
  readonly answered: readonly RecipientCode[];
  readonly released: readonly RecipientCode[];
  readonly already: readonly RecipientCode[];
  readonly left: readonly RecipientCode[];
}
const named = (read: (decided: Decided) => readonly RecipientCode[]) =>
  at((decided: Decided) => read(decided).map(formatRecipientCode), list(text));

export const decidedAnswer = object({
  answered: named(({ answered }) => answered),
  released: named(({ released }) => released),
  already: named(({ already }) => already),
  must_be_named: named(({ left }) => left),
  journal_head: text,
});

export const blockedAnswer = object({
  blocked: at(
    ({ blocked }: { readonly blocked: readonly RecipientCode[] }) => blocked.map(formatRecipientCode),
    list(text),
  ),
  journal_head: text,
});
