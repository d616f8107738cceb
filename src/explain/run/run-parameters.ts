import { buildAssumptionTable, buildLimitTable, buildRateTable, type RuleSet } from '../../../rules';
import {
  type Assumption,
  csvRecords,
  type Limit,
  type LimitKey,
  PARAMETER_STATUSES,
  type ParameterStatus,
  parseLimitKey,
  RATE_CLASSES,
  RATE_KEYS,
  type Rate,
  rateCell,
} from '../../domain';

/** Rules of a run with the place of each parameter in the run's own parameters.csv. */
export interface RunParameters {
  readonly rules: RuleSet;
  /** Line of an assumption (`A10`), a cell (`grunntilskudd/2018/low`) or a limit (`grunntilskudd.due_term/2016`). */
  readonly lineOf: (name: string) => number;
}

/**
 * The rules that a run read: what ships, with rates, limits and assumptions as they stand in the run's parameters.csv. So an
 * explanation needs no rates file, and tells the figures that were used.
 */
export function runParameters(shipped: RuleSet, parametersCsv: string): RunParameters {
  const rates: Rate[] = [];
  const answers = new Map<string, Pick<Assumption, 'value' | 'status'>>();
  const lines = new Map<string, number>();
  const limits: Limit[] = [];
  for (const { line, cell } of csvRecords(parametersCsv)) {
    const status = PARAMETER_STATUSES.find((name) => name === cell('status')) ?? 'assumed';
    const key = RATE_KEYS.find((name) => name === cell('key'));
    const rateClass = RATE_CLASSES.find((name) => name === cell('rate_class'));
    const limit = cell('kind') === 'limit' ? parseLimitKey(cell('key')) : undefined;
    if (limit) {
      limits.push(limitOfRow(limit, status, cell));
      lines.set(`${limit}/${cell('grant_year')}`, line);
    } else if (key && rateClass) {
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
      answers.set(cell('key'), { value: cell('value'), status });
      lines.set(cell('key'), line);
    }
  }
  const assumptions = shipped.assumptions.assumptions.map((assumption) => {
    // The status of then, too: what was assumed when the run was made is not verified because it has become so since.
    const { value, status } = answers.get(assumption.id) ?? assumption;
    return { ...assumption, value, status, alternatives: [...assumption.alternatives, value] };
  });
  return {
    rules: {
      ...shipped,
      rates: buildRateTable([rates]),
      assumptions: buildAssumptionTable(assumptions),
      // A run of format 1 has no limits of its own: the law was the one that ships.
      limits: limits.length === 0 ? shipped.limits : buildLimitTable(limits),
    },
    lineOf: (name) => lines.get(name) ?? 0,
  };
}

function limitOfRow(key: LimitKey, status: ParameterStatus, cell: (column: string) => string): Limit {
  const year = (column: string): number | null => (cell(column) === '' ? null : Number(cell(column)));
  return {
    key,
    status,
    value: cell('value'),
    firstGrantYear: year('grant_year'),
    lastGrantYear: year('last_grant_year'),
    source: cell('source'),
    note: cell('note'),
    assumption: cell('assumption'),
  };
}
