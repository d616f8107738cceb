import { buildAssumptionTable, buildRateTable, type RuleSet } from '../../../../rules';
import { PARAMETER_STATUSES, RATE_CLASSES, RATE_KEYS, type Rate, rateCell } from '../../../domain';
import { csvRecords } from '../../../domain/csv-rows';

/** Rules of a run with the place of each parameter in the run's own parameters.csv. */
export interface RunParameters {
  readonly rules: RuleSet;
  /** Line of an assumption (`A10`) or a cell (`grunntilskudd/2018/low`). */
  readonly lineOf: (name: string) => number;
}

/**
 * The rules that a run read: what ships, with rates and assumptions as they stand in the run's parameters.csv. So an
 * explanation needs no rates file, and tells the figures that were used.
 */
export function runParameters(shipped: RuleSet, parametersCsv: string): RunParameters {
  const rates: Rate[] = [];
  const values = new Map<string, string>();
  const lines = new Map<string, number>();
  for (const { line, cell } of csvRecords(parametersCsv)) {
    const status = PARAMETER_STATUSES.find((name) => name === cell('status')) ?? 'assumed';
    const key = RATE_KEYS.find((name) => name === cell('key'));
    const rateClass = RATE_CLASSES.find((name) => name === cell('rate_class'));
    if (key && rateClass) {
      const rate = {
        key,
        rateClass,
        status,
        grantYear: Number(cell('grant_year')),
        valueNok: Number(cell('value')),
        source: cell('source'),
        note: cell('note'),
        file: 'parameters.csv',
        line,
      };
      rates.push(rate);
      lines.set(rateCell(key, rate.grantYear, rateClass), line);
    } else {
      values.set(cell('key'), cell('value'));
      lines.set(cell('key'), line);
    }
  }
  const assumptions = shipped.assumptions.assumptions.map((assumption) => ({
    ...assumption,
    value: values.get(assumption.id) ?? assumption.value,
  }));
  return {
    rules: { ...shipped, rates: buildRateTable([rates]), assumptions: buildAssumptionTable(assumptions) },
    lineOf: (name) => lines.get(name) ?? 0,
  };
}
