import { asRecipientCode, NETTING_GROUPS, type NettingGroup, type RecipientCode, sha256Hex } from '../../domain';
import type { Database } from '../../effects';
import { nameIn } from '../codes';
import { recipientText, textRow } from '../rows-text';
import { RECIPIENT_LANGUAGES, type RecipientAddress, type RecipientLanguage } from './recipient-types';

/** KIDs by netting group, `*` for every group that has none of its own. */
export type KidsByGroup = ReadonlyMap<NettingGroup | '*', string>;

/** What is said of a recipient for a period: a row of an import. Numbers are digits, empty where there is none. */
export interface RecipientFacts {
  readonly recipient: RecipientCode;
  /** `YYYY-MM-DD`, the days inclusive; empty for no first or last day. */
  readonly validFrom: string;
  readonly validTo: string;
  readonly legalName: string;
  readonly orgNumber: string;
  readonly account: string;
  readonly language: RecipientLanguage;
  readonly address: RecipientAddress;
  readonly kids: KidsByGroup;
}

/** Such a row in the register, with the act that proposed it and the one that answered it (0: none yet). */
export interface RecipientEntry extends RecipientFacts {
  readonly entry: number;
  readonly journal: number;
  readonly answered: number;
  readonly isConfirmed: boolean;
}

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

function kidsOf(text: string): KidsByGroup {
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

const SELECT = `SELECT e.entry, e.journal, e.recipient, e.valid_from, e.valid_to, e.name, e.org_number, e.account_number,
  e.language, e.street, e.post_code, e.town, e.country, e.kids, coalesce(a.journal, 0), coalesce(j.act = 'confirm-recipients', 0)
FROM recipient_entries AS e LEFT JOIN recipient_answers AS a USING (entry) LEFT JOIN journal AS j ON j.sequence = a.journal`;

/** Every entry in its order; of one act where its number is given. */
export function storedEntries(db: Database, journal?: number): RecipientEntry[] {
  const rows =
    journal === undefined
      ? db.prepare(`${SELECT} ORDER BY e.entry`).all()
      : db.prepare(`${SELECT} WHERE e.journal = ? ORDER BY e.entry`).all(journal);
  return rows.map((row) => {
    const text = (index: number): string => String(row[index]);
    return {
      entry: Number(row[0]),
      journal: Number(row[1]),
      recipient: asRecipientCode(Number(row[2])),
      validFrom: text(3),
      validTo: text(4),
      legalName: text(5),
      orgNumber: text(6),
      account: text(7),
      language: nameIn(RECIPIENT_LANGUAGES, row[8]),
      address: { street: text(9), postCode: text(10), town: text(11), country: text(12) },
      kids: kidsOf(text(13)),
      answered: Number(row[14]),
      isConfirmed: row[15] === 1,
    };
  });
}
