import { type Day, FAR_FUTURE, FAR_PAST, holdsPersonId, NO_RECIPIENT, type RecipientCode } from '../../domain';
import { choiceColumn, dayColumn, digitsColumn, recipientColumn, textColumn } from './small-column-kinds';
import type { SmallTableSpec } from './small-table';

/** A row of recipients.csv (data contract 3). Numbers are digits where they can be: what pays checks them. */
export interface RecipientRow {
  readonly line: number;
  readonly recipient: RecipientCode;
  readonly name: string;
  readonly orgNumber: string;
  readonly accountNumber: string;
  /** Language of letters; neutral where none is given. */
  readonly language: 'nb' | 'nn' | 'en' | 'neutral';
  readonly kid: string;
  /** How the ledger's register had the recipient when a run sealed it; none in a file that somebody wrote. */
  readonly confirmation: 'confirmed' | 'unconfirmed' | 'blocked' | 'none';
  /** FAR_PAST where none is given. */
  readonly validFrom: Day;
  /** Last day; FAR_FUTURE where none is given. */
  readonly validTo: Day;
}

const RECIPIENT = recipientColumn('recipient_id', NO_RECIPIENT);
const NAME = textColumn('name', { aliases: ['navn'] });
const ORG_NUMBER = digitsColumn('org_number', { required: false });
const ACCOUNT_NUMBER = digitsColumn('account_number', { required: false });
const LANGUAGE = choiceColumn('language', ['nb', 'nn', 'en', 'neutral'], 'neutral', {
  aliases: ['malform'],
  required: false,
  others: { nøytral: 'neutral' },
});
const KID = textColumn('kid', { required: false });
const CONFIRMATION = choiceColumn('confirmation', ['confirmed', 'unconfirmed', 'blocked', 'none'], 'none', {
  required: false,
});
const VALID_FROM = dayColumn('valid_from', FAR_PAST, { required: false });
const VALID_TO = dayColumn('valid_to', FAR_FUTURE, { required: false });

/** recipients.csv (mottakere). */
export const RECIPIENTS_TABLE: SmallTableSpec<RecipientRow> = {
  table: 'recipients',
  columns: [RECIPIENT, NAME, ORG_NUMBER, ACCOUNT_NUMBER, LANGUAGE, KID, CONFIRMATION, VALID_FROM, VALID_TO],
  row: (cell, { line }) => ({
    line,
    recipient: cell(RECIPIENT),
    name: cell(NAME),
    orgNumber: cell(ORG_NUMBER),
    accountNumber: cell(ACCOUNT_NUMBER),
    language: cell(LANGUAGE),
    kid: cell(KID),
    confirmation: cell(CONFIRMATION),
    validFrom: cell(VALID_FROM),
    validTo: cell(VALID_TO),
  }),
  check(row, report) {
    if (holdsPersonId(row.name)) report(NAME, 'TEXT_HOLDS_ID', {});
    if (row.validTo < row.validFrom) report(VALID_TO, 'END_BEFORE_START', { start: 'valid_from' });
  },
};
