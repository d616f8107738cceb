import { FEWEST_PERSONS } from '../../domain';
import type { PayoutCsvRow } from '../../explain';
import type { ReportModel } from '../../report';
import type { PaymentProgress } from '../receipts/payment-progress';
import type { HiddenCells } from './hidden-cells';
import { type FiguresByRecipient, personsOfGroup } from './recipient-figures';

/** Payments that hide in a sum: fewer, or with fewer persons behind them, could be told from it. */
const PAYMENTS_TOGETHER_MIN = 3;

/** Whether sums over some of the payments of a run may stand in a report to be shared. */
export class SharedPayments {
  readonly #hidden: readonly (PayoutCsvRow & { readonly persons: number })[];

  constructor(rows: Iterable<PayoutCsvRow>, figures: FiguresByRecipient, hidden: HiddenCells) {
    this.#hidden = [...rows]
      .filter(({ recipientId, group, paidNok }) => paidNok > 0 && hidden.hasGroup(recipientId, group))
      .map((row) => ({ ...row, persons: personsOfGroup(figures.get(row.recipientId), row.group) }));
  }

  /** Sums of the stages, or none of them: what one hides could be worked out from the others and the total. */
  stages(sums: ReportModel['stages'], progress: readonly PaymentProgress[]): ReportModel['stages'] {
    const stageOf = new Map(progress.map(({ paymentKey, stage }) => [paymentKey, String(stage)]));
    const areShared = sums.every(({ stage }) =>
      this.#isShared(({ paymentRef }) => progress.length === 0 || stageOf.get(paymentRef) === stage),
    );
    return areShared ? sums : sums.map((sum) => ({ ...sum, amountNok: undefined }));
  }

  payees(faults: ReportModel['payees']): ReportModel['payees'] {
    const areShared = faults.every(({ recipients }) =>
      this.#isShared(({ recipientId }) => recipients.includes(recipientId)),
    );
    return areShared ? faults : faults.map((fault) => ({ ...fault, paidNok: undefined }));
  }

  /** What stands in no other figure is of nobody or of many, and so is what the sum leaves of the total. */
  #isShared(isIn: (row: PayoutCsvRow) => boolean): boolean {
    return [true, false].every((side) => {
      const rows = this.#hidden.filter((row) => isIn(row) === side);
      const persons = rows.reduce((sum, row) => sum + row.persons, 0);
      return rows.length === 0 || (rows.length >= PAYMENTS_TOGETHER_MIN && persons >= 2 * FEWEST_PERSONS);
    });
  }
}
