import { sha256Hex } from '../../domain';
import type { ActContent } from '../journal';
import type { OpenLedger } from '../posting-reads';
import { textRow } from '../rows-text';
import { restRows } from './case-rest';
import type { Deletable } from './tables';

/** What the journal says of contents that somebody wants deleted. */
export function proposeDeletionAct(deletion: number, keptUntil: string, items: readonly number[]): ActContent {
  return { deletion, kept_until: keptUntil, items: items.map(String) };
}

/** What it says of their deletion. */
export function deleteAct(deletion: number, restHash: string): ActContent {
  return { deletion, rest_hash: restHash };
}

/** SHA-256 over what is left: of receipts number, hash and size of the bytes that went, of cases the texts without persons. */
export function restHash(ledger: OpenLedger, what: Deletable, items: readonly number[]): string {
  return sha256Hex((what === 'cases' ? restRows(ledger, items) : receiptRows(ledger, items)).join(''));
}

function receiptRows({ db }: OpenLedger, receipts: readonly number[]): string[] {
  const find = db.prepare('SELECT hash, size FROM receipts WHERE receipt = ?');
  return receipts.map((receipt) => {
    const [hash, size] = find.get(receipt) ?? [];
    return textRow('receipt', receipt, String(hash), Number(size));
  });
}
