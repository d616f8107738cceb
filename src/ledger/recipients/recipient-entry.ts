import { asRecipientCode, NETTING_GROUPS, type NettingGroup, sha256Hex } from '../../domain';
import type { Database } from '../../effects';
import { nameIn } from '../codes';
import { flag, oneOf, type RowOf, rowsOf, text, whole } from '../columns';
import { recipientText, textRow } from '../rows-text';
import { RECIPIENT_LANGUAGES, type RecipientAddress } from './recipient-types';

/** KIDs by netting group, `*` for every group that has none of its own. */
export type KidsByGroup = ReadonlyMap<NettingGroup | '*', string>;

/** What is said of a recipient for a period: a row of an import. Numbers are digits, empty where there is none. */
const FACTS = {
  recipient: { sql: 'e.recipient', read: (code: unknown) => asRecipientCode(Number(code)) },
  /** `YYYY-MM-DD`, the days inclusive; empty for no first or last day. */
  validFrom: text('e.valid_from'),
  validTo: text('e.valid_to'),
  legalName: text('e.name'),
  orgNumber: text('e.org_number'),
  account: text('e.account_number'),
  language: oneOf('e.language', RECIPIENT_LANGUAGES),
  kids: { sql: 'e.kids', read: kidsOf },
};
export interface RecipientFacts extends RowOf<typeof FACTS> {
  readonly address: RecipientAddress;
}

/** Such a row in the register, with the act that proposed it and the one that answered it (0: none yet). */
const ENTRY = {
  ...FACTS,
  entry: whole('e.entry'),
  journal: whole('e.journal'),
  answered: whole('coalesce(a.journal, 0)'),
  isConfirmed: flag("coalesce(j.act = 'confirm-recipients', 0)"),
};
export interface RecipientEntry extends RowOf<typeof ENTRY>, RecipientFacts {}

/** Facts with one key take each other's place: a recipient from a day on. */
export function keyOfFacts({ recipient, validFrom }: Pick<RecipientFacts, 'recipient' | 'validFrom'>): string {
  return `${recipient} ${validFrom}`;
}

/** Everything that a row says, as one text: what is hashed, and by which two rows are compared. */
export function factsText(facts: RecipientFacts): string {
  const { street, postCode, town, country } = facts.address;
  return textRow(
    'recipient',
    recipientText(facts.recipient),
    facts.validFrom,
    facts.validTo,
    facts.legalName,
    facts.orgNumber,
    facts.account,
    facts.language,
    street,
    postCode,
    town,
    country,
    kidsText(facts.kids),
  );
}

/** Hash of the rows of an import, in their order. */
export function factsHash(rows: readonly RecipientFacts[]): string {
  return sha256Hex(rows.map(factsText).join(''));
}

/** `*=1234567 persontilskudd=7654321`, the general one first, the groups in the order of their names. */
function kidsText(kids: KidsByGroup): string {
  return kidNames()
    .flatMap((group) => (kids.has(group) ? [`${group}=${kids.get(group)}`] : []))
    .join(' ');
}

function kidNames(): (NettingGroup | '*')[] {
  return ['*', ...NETTING_GROUPS];
}

function kidsOf(value: unknown): KidsByGroup {
  const text = String(value);
  const parts = text === '' ? [] : text.split(' ').map((part) => part.split('='));
  return new Map(parts.map(([group = '', kid = '']) => [nameIn(kidNames(), group), kid]));
}

/** Adds rows to the register, numbered on from the last; the caller holds the transaction and has written the act. */
export function insertEntries(db: Database, journal: number, first: number, rows: readonly RecipientFacts[]): void {
  const insert = db.prepare(`INSERT INTO recipient_entries VALUES (${Array(14).fill('?').join(', ')})`);
  for (const [index, row] of rows.entries()) {
    const { street, postCode, town, country } = row.address;
    const { recipient, validFrom, validTo, legalName, orgNumber, account, language } = row;
    const numbers = [first + index, journal, recipient];
    const texts = [validFrom, validTo, legalName, orgNumber, account, language, street, postCode, town, country];
    insert.run(...numbers, ...texts, kidsText(row.kids));
  }
}

/** Number of the next entry. */
export function nextEntry(db: Database): number {
  return Number(db.prepare('SELECT coalesce(max(entry), 0) + 1 FROM recipient_entries').get()?.[0]);
}

const ADDRESS = {
  street: text('e.street'),
  postCode: text('e.post_code'),
  town: text('e.town'),
  country: text('e.country'),
};

/** Every entry in its order; of one act where its number is given. */
export function storedEntries(db: Database, journal?: number): RecipientEntry[] {
  const [where, values] = journal === undefined ? ['', []] : ['WHERE e.journal = ?', [journal]];
  const rest = `FROM recipient_entries AS e LEFT JOIN recipient_answers AS a USING (entry)
    LEFT JOIN journal AS j ON j.sequence = a.journal ${where} ORDER BY e.entry`;
  return rowsOf(db, { ...ENTRY, ...ADDRESS }, rest, ...values).map(({ street, postCode, town, country, ...entry }) => ({
    ...entry,
    address: { street, postCode, town, country },
  }));
}
