import { asRecipientCode, formatRecipientCode } from '../../domain';
import { groupOfNumber } from '../codes';
import type { BatchInfo } from '../drafts/batch-info';
import type { DraftContent, KeyedPayout } from '../drafts/draft-content';
import { recipientText, textRow } from '../rows-text';
import type { Movement } from './movements';

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
