import type { BudgetYear, Forecast } from '../../analysis';
import type { SizeReport } from '../../app';
import { formatDay, RATE_CLASSES, rateCell } from '../../domain';
import { olderCopyJson } from '../approval/older-copy';
import { nameOf } from './forecast-text';

/** `size --json`: one object; what is not known is null. */
export function sizeReportJson(report: SizeReport): string {
  const { size, budget, ledger } = report;
  return `${JSON.stringify({
    older_copy: olderCopyJson(ledger?.missing ?? []),
    year: report.grantYear,
    as_of: formatDay(report.asOf),
    snapshot: report.snapshot,
    size: size.totalNok,
    held: size.heldNok,
    warnings: report.warnings,
    appropriation: report.appropriationNok ?? null,
    difference: report.differenceNok ?? null,
    coverage_percent: percentOf(report.coverageHundredths),
    unknown_country_persons: report.unknownCountryPersons,
    cells: size.cells.map((cell) => ({
      component: cell.component,
      year_number: cell.yearNumber === 0 ? null : cell.yearNumber,
      rate_class: RATE_CLASSES[cell.rateClass - 1] ?? null,
      persons_at_recipients: cell.personsAtRecipients,
      rate: cell.rateNok,
      amount: cell.amountNok,
    })),
    unverified_rates: report.unverifiedRates.map((rate) => ({
      cell: rateCell(rate.key, rate.grantYear, rate.rateClass),
      value: rate.valueNok,
      status: rate.status,
    })),
    budget_year: budget === undefined ? null : budgetJson(budget),
    forecast: report.forecast === undefined ? null : forecastJson(report.forecast),
    rehearsal: ledger?.rehearsal ?? null,
    draft: ledger?.draft ?? null,
    journal_head: ledger?.journalHead ?? null,
  })}\n`;
}

/** Hundredths of a percent as a decimal text, null for none. */
export function percentOf(hundredths: number | undefined): string | null {
  if (hundredths === undefined) return null;
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
}

function budgetJson(budget: BudgetYear) {
  return {
    year: budget.budgetYear,
    grant_year: budget.grantYear,
    earlier_system_paid: budget.isPaidElsewhere || budget.isGrantYearPaidElsewhere ? null : 0,
    paid: budget.paidNok,
    paid_arrears: budget.arrearsNok,
    ordered: budget.orderedNok,
    refused: budget.refusedNok,
    this_batch: budget.thisBatchNok,
    due_later: budget.dueLaterNok,
    carried: budget.carriedNok,
    held: budget.heldNok,
    unspent: budget.unspentNok ?? null,
    remaining: budget.remainingNok ?? null,
    paid_in_later_years: budget.paidLaterNok,
    grant_year_paid: budget.grantYearPaidNok,
    paid_by_year: budget.paid.map((row) => ({
      calendar_year: row.calendarYear,
      grant_year: row.grantYear,
      amount: row.amountNok,
    })),
  };
}

function forecastJson(forecast: Forecast) {
  return {
    days_left: forecast.daysLeft,
    rules_change: forecast.rulesChange,
    cells: forecast.cells.map((cell) => {
      const [component, yearNumber, rateClass] = nameOf(cell);
      return {
        grant_year: cell.grantYear,
        component,
        year_number: yearNumber === '' ? null : Number(yearNumber),
        rate_class: rateClass,
        known: cell.known,
        persons: cell.persons,
        rate: cell.rateNok,
        rate_year: cell.rateYear,
        amount: cell.amountNok,
      };
    }),
  };
}
