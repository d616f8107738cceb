import type { Rate } from '../../domain';
import { formatHundredths } from '../../domain';
import { analysisFacts } from '../table-files/front-facts';
import { type TableFile, withPlaceNames } from '../table-files/table-file';
import type { TableSet } from '../table-files/write-table-files';
import { cellsOf, doubtTables, RATE_CELLS } from './doubt-tables';
import type { RateModelReport } from './rate-model-report';

/** Columns of a rates file (data contract 3). */
const RATES_COLUMNS = ['key', 'grant_year', 'rate_class', 'value', 'status', 'source', 'note'] as const;

/** The tables of candidate rates: rates, which --rates reads as it stands, every step of them, the sample, how much they hang on what, and how sure they are. */
export function rateModelTables(report: RateModelReport, codeOf: (kommune: number) => string): TableSet {
  return {
    name: 'rate-model',
    tables: [
      ratesTable(report.rates),
      stepsTable(report),
      withPlaceNames(sampleTable(report, codeOf), 'kommune', report.nameOf),
      sensitivityTable(report),
      ...doubtTables(report, codeOf),
    ],
    front: {
      // The status of its rates: no batch of a real ledger is posted at them (rulebook 1).
      facts: [['tables.fact.mark', 'DERIVED'], ...analysisFacts(report), ['tables.fact.base_year', report.baseYear]],
      rates: report.rates,
    },
  };
}

function ratesTable(rates: readonly Rate[]): TableFile {
  return {
    name: 'rates',
    isReadBack: true,
    columns: RATES_COLUMNS,
    rows: rates.map((rate) => [
      rate.key,
      rate.grantYear,
      rate.rateClass,
      rate.valueNok,
      rate.status,
      rate.source,
      rate.note,
    ]),
  };
}

function stepsTable(report: RateModelReport): TableFile {
  const { input, baseYear } = report;
  return {
    name: 'rate_model',
    columns: [
      'year_number',
      'participants',
      'hours',
      'average_hours',
      'cost_per_hour',
      'coverage',
      'index',
      'high_exact',
      'high',
      'base_year',
      'base_low',
      'base_high',
      'low_exact',
      'low',
    ],
    rows: report.candidates.map((candidate) => {
      const hours = report.data.hours.find((one) => one.yearNumber === candidate.yearNumber);
      const ratio = report.data.ratios.find((one) => one.yearNumber === candidate.yearNumber);
      return [
        candidate.yearNumber,
        hours?.participants ?? null,
        formatHundredths(hours?.hoursHundredths ?? 0),
        candidate.averageHours.toFixed(10),
        candidate.costPerHourNok.toFixed(10),
        input.coverage.toString(),
        input.index.toString(),
        candidate.highExactNok.toFixed(10),
        candidate.highNok,
        baseYear,
        ratio?.lowNok ?? null,
        ratio?.highNok ?? null,
        candidate.lowExactNok.toFixed(10),
        candidate.lowNok,
      ];
    }),
  };
}

function sampleTable(report: RateModelReport, codeOf: (kommune: number) => string): TableFile {
  return {
    name: 'sample',
    columns: ['kommune', 'cost_nok', 'hours'],
    rows: report.data.sample.map(({ kommune, costNok, hoursHundredths }) => [
      codeOf(kommune),
      costNok,
      formatHundredths(hoursHundredths),
    ]),
  };
}

function sensitivityTable(report: RateModelReport): TableFile {
  return {
    name: 'sensitivity',
    columns: ['factor', 'change', ...RATE_CELLS, 'national', 'difference'],
    rows: report.sensitivity.map((row) => [row.factor, row.change.toString(), ...cellsOf(row)]),
  };
}
