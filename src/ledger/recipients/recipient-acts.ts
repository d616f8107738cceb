import type { ActContent } from '../journal';
import type { AccountBlock } from './blocks';
import { factsHash, type RecipientEntry, type RecipientFacts } from './recipient-entry';

/** What the journal says of a proposal. */
export function proposalAct(source: string, first: number, rows: readonly RecipientFacts[]): ActContent {
  return { source, first_entry: first, entries: rows.length, entries_hash: factsHash(rows) };
}

/** What the journal says of an answer: numbers of entries and of blocks that it releases. */
export function answerAct(
  reference: string,
  entries: readonly Pick<RecipientEntry, 'entry'>[],
  blocks: readonly Pick<AccountBlock, 'block'>[],
): ActContent {
  return {
    reference,
    entries: entries.map(({ entry }) => String(entry)),
    releases: blocks.map(({ block }) => String(block)),
  };
}
