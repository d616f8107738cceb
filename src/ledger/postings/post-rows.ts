import { asRecipientCode, formatRecipientCode } from '../../domain';
import type { Database } from '../../effects';
import { componentNumber, groupNumber, groupOfNumber } from '../codes';
import type { BatchInfo } from '../drafts/batch-info';
import type { DraftContent, KeyedPayout } from '../drafts/draft-content';
import { recipientText, textRow } from '../rows-text';
import type { Movement } from './movements';

/** Format of the bytes of a posted batch. */
export const POSTING_FORMAT = 1;

/** Row of a posted batch in the chain. */
export interface ChainRow extends Omit<Tail, 'movements' | 'payments' | 'totalNok'> {
  readonly posting: number;
  readonly journal: number;
  readonly previous: string;
  readonly head: string;
}

/** @param caseAct act of a case that moved it, 0 for none */
export function storeMovements(
  db: Database,
  posting: number,
  journal: number,
  movements: readonly Movement[],
  caseAct = 0,
): void {
  const insert = db.prepare('INSERT INTO movements VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  for (const row of movements) {
    insert.run(journal, row.recipient, row.groupNumber, row.from, row.to, row.amountNok, posting, caseAct);
  }
}

export function storePayments(db: Database, posting: number, payments: readonly KeyedPayout[]): void {
  const insert = db.prepare('INSERT INTO payments VALUES (?, ?, ?, ?, ?)');
  for (const row of payments) {
    insert.run(row.paymentKey, posting, row.recipient, groupNumber(row.group), row.paidNok);
  }
}

export function storeCoverage(db: Database, posting: number, coverage: DraftContent['coverage']): void {
  const insert = db.prepare('INSERT INTO coverage VALUES (?, ?, ?, ?)');
  for (const row of coverage) insert.run(posting, row.grantYear, componentNumber(row.component), row.module);
}

/** Adds the batch to the chain; from here on nothing can be added to it. */
export function storeChainRow(db: Database, batch: BatchInfo, row: ChainRow): void {
  const { kind, grantYear, term, supplementNumber, asOf, annuls } = batch;
  const { posting, journal, lines, personsBefore, personsNew, personsHash, previous, head } = row;
  db.prepare('INSERT INTO posting_chain VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').run(
    ...[posting, batch.batch, journal, kind, grantYear, term, supplementNumber, asOf, annuls, lines],
    ...[personsBefore, personsNew, personsHash, POSTING_FORMAT, previous, head],
  );
}

/** First block of a posted batch: what it is and what it computed. */
export function headerRows(
  batch: Pick<BatchInfo, 'kind' | 'grantYear' | 'term' | 'supplementNumber' | 'asOf' | 'manifestHash'>,
  annuls: number,
  coverage: DraftContent['coverage'],
): string {
  const { kind, grantYear, term, supplementNumber, asOf, manifestHash } = batch;
  return [
    textRow('norsktilskudd postings', 1),
    textRow('batch', kind, grantYear, term, supplementNumber, asOf, annuls),
    textRow('manifest', manifestHash),
    ...coverage.map((row) => textRow('coverage', row.grantYear, row.component, row.module)),
  ].join('');
}

/** What the last block needs. */
export interface Tail {
  readonly personsBefore: number;
  readonly personsNew: number;
  readonly personsHash: string;
  readonly movements: readonly Movement[];
  readonly payments: readonly Pick<KeyedPayout, 'paymentKey' | 'recipient' | 'group' | 'paidNok'>[];
  readonly lines: number;
  readonly totalNok: number;
}

/** Last block of a posted batch: new persons, movements, payments in the order of their recipients, and the count. */
export function tailRows(tail: Tail): string {
  return [
    textRow('persons', tail.personsBefore, tail.personsNew, tail.personsHash),
    ...tail.movements.map((row) =>
      textRow(
        'movement',
        recipientText(row.recipient),
        groupOfNumber(row.groupNumber),
        row.from,
        row.to,
        row.amountNok,
        0,
      ),
    ),
    ...tail.payments.map((row) =>
      textRow('payment', row.paymentKey, formatRecipientCode(asRecipientCode(row.recipient)), row.group, row.paidNok),
    ),
    textRow('end', tail.lines, tail.totalNok),
  ].join('');
}
