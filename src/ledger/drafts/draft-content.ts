import type { CarriedBalance, ComputedComponent, HeldRow, PayoutRow } from '../../domain';
import { sha256Hex } from '../../domain';
import { TextHash } from '../hash-chain';
import { draftLineRow, type LineText, payoutRow, personText, recipientText, textRow } from '../rows-text';
import type { BatchTotals } from './batch-info';

/** Lines in a block of text. */
export const LINES_IN_BLOCK = 1000;

/** A line of a draft. */
export interface DraftLine extends LineText {
  /** componentOrdinal() */
  readonly componentOrdinal: number;
  /** Netting group's number in the ledger. */
  readonly groupNumber: number;
  readonly personId: number;
  readonly cumulativeDueNok: number;
  readonly previouslyPostedNok: number;
}

/** A payouts row with its payment key (empty where nothing is paid). */
export interface KeyedPayout extends PayoutRow {
  readonly paymentKey: string;
}

/** Everything that a draft holds, in the order in which it is hashed. */
export interface DraftContent {
  readonly lines: Iterable<DraftLine>;
  readonly payouts: readonly KeyedPayout[];
  /** Of an opening batch. */
  readonly balances: readonly CarriedBalance[];
  readonly held: readonly HeldRow[];
  readonly coverage: readonly ComputedComponent[];
  /** Old and new person id, where something stands in the ledger under the old one. */
  readonly identities: readonly (readonly [number, number])[];
}

/** Hashes of a draft's parts, so that a difference can be named. */
export interface DraftHashes {
  readonly linesHash: string;
  readonly payoutsHash: string;
  readonly heldHash: string;
  readonly coverageHash: string;
  readonly identitiesHash: string;
}

/** What a draft comes to. */
export interface DraftSummary extends BatchTotals, DraftHashes {
  /** Sum of lines per recipient and netting group, by cellOf(). */
  readonly lineSums: ReadonlyMap<number, number>;
}

/** Takes a block of line rows, numbered from 0. */
export type BlockSink = (block: number, text: string) => void;

/** Recipient and netting group's number as one number. */
export function cellOf(recipient: number, groupNumber: number): number {
  return recipient * 16 + groupNumber;
}

/** Hashes and counts a draft; the blocks of lines go to `sink` on the way. */
export function summariseDraft(content: DraftContent, sink: BlockSink): DraftSummary {
  return {
    ...summariseLines(content.lines, sink),
    payments: content.payouts.filter((row) => row.paidNok > 0).length,
    paidNok: content.payouts.reduce((sum, row) => sum + row.paidNok, 0),
    heldNok: sumHeld(content.held, (reason) => !WITHHELD.includes(reason)),
    withheldNok: sumHeld(content.held, (reason) => WITHHELD.includes(reason)),
    payoutsHash: sha256Hex(payoutsText(content)),
    heldHash: sha256Hex(content.held.map(heldRow).join('')),
    coverageHash: sha256Hex(
      content.coverage.map((row) => textRow('coverage', row.grantYear, row.component, row.module)).join(''),
    ),
    identitiesHash: sha256Hex(
      content.identities.map(([old, now]) => textRow('identity', personText(old), personText(now))).join(''),
    ),
  };
}

const WITHHELD: readonly string[] = ['missing_from_extract', 'rejected_row'];

function sumHeld(held: readonly HeldRow[], counts: (reason: string) => boolean): number {
  return held.reduce((sum, row) => sum + (counts(row.reason) ? (row.heldAmountNok ?? 0) : 0), 0);
}

function payoutsText(content: DraftContent): string {
  return [
    ...content.payouts.map((row) => payoutRow(row, row.paymentKey)),
    ...content.balances.map((row) => textRow('balance', recipientText(row.recipient), row.group, row.balanceNok)),
  ].join('');
}

function heldRow(row: HeldRow): string {
  return textRow(
    'held',
    row.grantYear,
    row.component,
    personText(row.personId),
    row.reason,
    row.annualAmountNok ?? '',
    row.heldAmountNok ?? '',
  );
}

function summariseLines(lines: Iterable<DraftLine>, sink: BlockSink) {
  const hash = new TextHash();
  const lineSums = new Map<number, number>();
  const corrected = new Set<number>();
  let [count, linesTotalNok, correctionsNok, block, text] = [0, 0, 0, 0, ''];
  for (const line of lines) {
    count += 1;
    linesTotalNok += line.amountNok;
    const cell = cellOf(line.recipient, line.groupNumber);
    lineSums.set(cell, (lineSums.get(cell) ?? 0) + line.amountNok);
    if (line.amountNok < 0) {
      correctionsNok += line.amountNok;
      if (line.personId !== 0) corrected.add(line.personId);
    }
    text += draftLineRow(line, line.personId, line.cumulativeDueNok, line.previouslyPostedNok);
    if (count % LINES_IN_BLOCK === 0) {
      hash.add(text);
      sink(block, text);
      block += 1;
      text = '';
    }
  }
  if (text !== '') {
    hash.add(text);
    sink(block, text);
  }
  const personsCorrected = corrected.size;
  return { lines: count, linesTotalNok, correctionsNok, personsCorrected, lineSums, linesHash: hash.hex() };
}
