import { asRecipientCode, type RecipientCode } from '../../domain';
import type { Database } from '../../effects';
import { recipientText } from '../rows-text';

/** An account that is not paid to until a second person has confirmed it anew. */
export interface AccountBlock {
  readonly block: number;
  /** Act that put it there. */
  readonly journal: number;
  readonly recipient: RecipientCode;
  readonly account: string;
  /** What the bank said (`AC04`), or `doubt`. */
  readonly cause: string;
}

/** An account to block: the one to which a payment was refused, or that is doubted. */
export type BlockedAccount = Pick<AccountBlock, 'recipient' | 'account' | 'cause'>;

/** What an act says of the accounts that it blocks, under its field `blocks`: `1507 15030077773 AC04`, in their order. */
export function blockTexts(blocked: readonly BlockedAccount[]): string[] {
  return blocked.map(({ recipient, account, cause }) => `${recipientText(recipient)} ${account} ${cause}`);
}

/**
 * Blocks accounts by an act that has been written and says so (blockTexts). The caller holds the transaction; the ledger
 * has the set of tables `recipients`.
 */
export function insertBlocks(db: Database, journal: number, blocked: readonly BlockedAccount[]): void {
  const next = Number(db.prepare('SELECT coalesce(max(block), 0) + 1 FROM recipient_blocks').get()?.[0]);
  const insert = db.prepare('INSERT INTO recipient_blocks VALUES (?, ?, ?, ?, ?)');
  for (const [index, { recipient, account, cause }] of blocked.entries()) {
    insert.run(next + index, journal, recipient, account, cause);
  }
}

/** Every block in its order; `released` is the act that released it, 0 for none. */
export function storedBlocks(db: Database): (AccountBlock & { readonly released: number })[] {
  return db
    .prepare(
      `SELECT b.block, b.journal, b.recipient, b.account_number, b.cause, coalesce(r.journal, 0)
       FROM recipient_blocks AS b LEFT JOIN recipient_releases AS r USING (block) ORDER BY b.block`,
    )
    .all()
    .map((row) => ({
      block: Number(row[0]),
      journal: Number(row[1]),
      recipient: asRecipientCode(Number(row[2])),
      account: String(row[3]),
      cause: String(row[4]),
      released: Number(row[5]),
    }));
}

/** Blocks that nobody has released. */
export function openBlocks(db: Database): AccountBlock[] {
  return storedBlocks(db).filter(({ released }) => released === 0);
}
