import { asRecipientCode } from '../../domain';
import type { Database } from '../../effects';
import { type RowOf, rowsOf, text, whole } from '../columns';
import { recipientText } from '../rows-text';

/** An account that is not paid to until a second person has confirmed it anew. */
const BLOCK = {
  block: whole('b.block'),
  /** Act that put it there. */
  journal: whole('b.journal'),
  recipient: { sql: 'b.recipient', read: (code: unknown) => asRecipientCode(Number(code)) },
  account: text('b.account_number'),
  /** What the bank said (`AC04`), or `doubt`. */
  cause: text('b.cause'),
};
export type AccountBlock = RowOf<typeof BLOCK>;

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
  const rest = 'FROM recipient_blocks AS b LEFT JOIN recipient_releases AS r USING (block) ORDER BY b.block';
  return rowsOf(db, { ...BLOCK, released: whole('coalesce(r.journal, 0)') }, rest);
}

/** Blocks that nobody has released. */
export function openBlocks(db: Database): AccountBlock[] {
  return storedBlocks(db).filter(({ released }) => released === 0);
}
