import { personsIn, type SizeReport } from '../../app';
import { RATE_CLASSES, type Rate, rateCell } from '../../domain';
import { cellFields, detail, flatDetail, hundredths } from '../answers/common';
import { leftOut } from '../answers/left-out';
import { at, epochDay, flag, kroner, list, number, object, orNull, text, whole } from '../declare/answer';
import { earlierSystemPaid } from '../preview/preview-json';

type SizedCell = SizeReport['size']['cells'][number];

const byScenario = object({ low: number, mid: number, high: number });

const budgetYear = object({
  year: at('budgetYear', whole),
  grant_year: whole,
  earlier_system_paid: earlierSystemPaid,
  paid: kroner,
  paid_arrears: at('arrearsNok', kroner),
  ordered: kroner,
  refused: kroner,
  this_batch: kroner,
  due_later: kroner,
  carried: kroner,
  held: kroner,
  unspent: orNull(kroner),
  remaining: orNull(kroner),
  paid_in_later_years: at('paidLaterNok', kroner),
  grant_year_paid: kroner,
  paid_by_year: at('paid', list(object({ calendar_year: whole, grant_year: whole, amount: kroner }))),
});

const forecast = object({
  days_left: whole,
  rules_change: flag,
  cells: list(
    object({
      grant_year: whole,
      ...cellFields,
      known: number,
      persons: byScenario,
      rate: kroner,
      rate_year: whole,
      amount: at('amountNok', byScenario),
    }),
  ),
});

/** `size --json`: one object; what is not known is null. */
export const sizeReportJson = object({
  older_copy: at(({ ledger }: SizeReport) => ledger?.missing ?? [], list(flatDetail)),
  year: at('grantYear', whole),
  as_of: epochDay,
  snapshot: text,
  size: at('size.totalNok', kroner),
  held: at('size.heldNok', kroner),
  warnings: list(detail),
  appropriation: orNull(kroner),
  difference: orNull(kroner),
  coverage_percent: at('coverageHundredths', orNull(hundredths)),
  unknown_country_persons: whole,
  persons: whole,
  left_out: leftOut,
  cells: at(
    (report: SizeReport) => report.size.cells.map((cell) => ({ ...cell, persons: personsIn(report, cell) })),
    list(
      object({
        component: text,
        year_number: at(({ yearNumber }: SizedCell) => yearNumber || null, orNull(whole)),
        rate_class: at(({ rateClass }: SizedCell) => RATE_CLASSES[rateClass - 1], orNull(text)),
        persons: whole,
        persons_at_recipients: whole,
        rate: orNull(kroner),
        amount: kroner,
      }),
    ),
  ),
  unverified_rates: list(
    object({
      cell: at(({ key, grantYear, rateClass }: Rate) => rateCell(key, grantYear, rateClass), text),
      value: kroner,
      status: text,
    }),
  ),
  budget_year: at('budget', orNull(budgetYear)),
  forecast: orNull(forecast),
  rehearsal: at(({ ledger }: SizeReport) => ledger?.rehearsal, orNull(flag)),
  draft: at(({ ledger }: SizeReport) => ledger?.draft, orNull(text)),
  journal_head: at(({ ledger }: SizeReport) => ledger?.journalHead, orNull(text)),
});
