import {
  type Day,
  FAR_FUTURE,
  FAR_PAST,
  holdsPersonId,
  NETTING_GROUPS,
  type NettingGroup,
  NO_RECIPIENT,
  type PlaceRegister,
  type RecipientCode,
} from '../../domain';
import { accountColumn, formColumn, kidColumn, orgNumberColumn } from './payee-columns';
import { choiceColumn, dayColumn, recipientColumn, textColumn } from './small-column-kinds';
import type { SmallColumn, SmallTableSpec } from './small-table';

/** A row of a file for the register of recipients. Numbers are digits whose check digits hold, or empty. */
export interface RecipientRegisterRow {
  readonly line: number;
  readonly recipient: RecipientCode;
  readonly name: string;
  readonly orgNumber: string;
  readonly accountNumber: string;
  readonly language: 'nb' | 'nn' | 'en' | 'neutral';
  readonly street: string;
  readonly postCode: string;
  readonly town: string;
  readonly country: string;
  /** By netting group, `*` for those that have none of their own. */
  readonly kids: ReadonlyMap<NettingGroup | '*', string>;
  /** FAR_PAST where none is given. */
  readonly validFrom: Day;
  /** Last day; FAR_FUTURE where none is given. */
  readonly validTo: Day;
}

const NAME = textColumn('name', { aliases: ['navn'] });
const ORG_NUMBER = orgNumberColumn('org_number', 'organisasjonsnummer', 'orgnr');
const ACCOUNT_NUMBER = accountColumn('account_number', 'kontonummer', 'konto');
const LANGUAGE = choiceColumn('language', ['nb', 'nn', 'en', 'neutral'], 'neutral', {
  aliases: ['malform'],
  required: false,
  others: { nøytral: 'neutral', bokmål: 'nb', nynorsk: 'nn', engelsk: 'en', english: 'en' },
});
const STREET = textColumn('street', { aliases: ['gateadresse'], required: false });
const POST_CODE = formColumn({ name: 'post_code', aliases: ['postnummer'], empty: '' }, 'POST_CODE_FORM', /^\d{4}$/);
const TOWN = textColumn('town', { aliases: ['poststed'], required: false });
const COUNTRY = formColumn({ name: 'country', aliases: ['land'], empty: 'NO' }, 'COUNTRY_OF_TWO_FORM', /^[A-Z]{2}$/);
const KID = kidColumn('kid');
const GROUP_KIDS = NETTING_GROUPS.map((group) => [group, kidColumn(`kid_${group}`)] as const);
const VALID_FROM = dayColumn('valid_from', FAR_PAST, { aliases: ['gyldig_fra'], required: false });
const VALID_TO = dayColumn('valid_to', FAR_FUTURE, { aliases: ['gyldig_til'], required: false });

/** A file for the register of recipients: recipients.csv with an address and a KID for each netting group. */
export function recipientRegisterTable(places: PlaceRegister): SmallTableSpec<RecipientRegisterRow> {
  const recipient = heldRecipient(places);
  return {
    table: 'recipients',
    columns: [
      ...[recipient, NAME, ORG_NUMBER, ACCOUNT_NUMBER, LANGUAGE, STREET, POST_CODE, TOWN, COUNTRY, KID],
      ...GROUP_KIDS.map(([, column]) => column),
      ...[VALID_FROM, VALID_TO],
    ],
    row: (cell, { line }) => {
      const kids = [['*', cell(KID)] as const, ...GROUP_KIDS.map(([group, column]) => [group, cell(column)] as const)];
      return {
        line,
        recipient: cell(recipient),
        name: cell(NAME),
        orgNumber: cell(ORG_NUMBER),
        accountNumber: cell(ACCOUNT_NUMBER),
        language: cell(LANGUAGE),
        street: cell(STREET),
        postCode: cell(POST_CODE),
        town: cell(TOWN),
        country: cell(COUNTRY),
        kids: new Map(kids.filter(([, kid]) => kid !== '')),
        validFrom: cell(VALID_FROM),
        validTo: cell(VALID_TO),
      };
    },
    check(row, report) {
      if (holdsPersonId(row.name)) report(NAME, 'TEXT_HOLDS_ID', {});
      if (holdsPersonId(row.street)) report(STREET, 'TEXT_HOLDS_ID', {});
      if (row.validTo < row.validFrom) report(VALID_TO, 'END_BEFORE_START', { start: 'valid_from' });
    },
  };
}

/** A kommune or fylke that the register holds or held; told with the other faults of its row. */
function heldRecipient(places: PlaceRegister): SmallColumn<RecipientCode> {
  const column = recipientColumn('recipient_id', NO_RECIPIENT);
  const parse = (text: string): RecipientCode | undefined => {
    const code = column.parse(text);
    return code !== undefined && places.has(code) ? code : undefined;
  };
  return { ...column, rule: 'RECIPIENT_UNKNOWN', parse };
}
