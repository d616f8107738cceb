import { type AssumptionTable, assert, type CaseAct, type Limit, type Rate, rateCell } from '../../domain';
import type { Snapshot, TableName } from '../../register';
import { TABLE_SPECS } from '../../register';
import type { Source } from '../../report';

/** The act of a case that gives a fact. */
export function caseSource(cases: readonly CaseAct[], act: number): Source {
  return { kind: 'case', case: cases.find((each) => each.act === act)?.caseNumber ?? 0, act };
}

/**
 * A cell of the extract: file and column are called as the extract calls them.
 *
 * @param field English name of the column (data contract 2); empty for the whole row
 */
export function extractCell(snapshot: Snapshot, table: TableName, line: number, field = ''): Source {
  const file = snapshot.meta.files.find((each) => each.table === table);
  const index = TABLE_SPECS[table].fields.findIndex(({ name }) => name === field);
  const column = file?.header[file.columnOf[index] ?? -1] ?? field;
  return { kind: 'extract', file: file?.name ?? `${table}.csv`, line, column };
}

/** A rate of the run. */
export function rateSource(rate: Rate | undefined): Source {
  assert(rate !== undefined, 'a rate that is told is in the table');
  const { status, source, file, line } = rate;
  return { kind: 'parameter', name: rateCell(rate.key, rate.grantYear, rate.rateClass), status, source, file, line };
}

/** An assumption of the run; `line` is its line in parameters.csv. */
export function assumptionSource(table: AssumptionTable, id: string, line: number): Source {
  const assumption = table.assumptions.find((each) => each.id === id);
  assert(assumption !== undefined, `assumption ${id} is not in the table`);
  const { value, status, source } = assumption;
  return { kind: 'parameter', name: `${id} ${value}`, status, source, file: 'parameters.csv', line };
}

/** A limit of the law that held. */
export function limitSource(limit: Limit, parameterLine: (name: string) => number): Source {
  const { key, value, firstGrantYear, status, source } = limit;
  const line = parameterLine(`${key}/${firstGrantYear ?? ''}`);
  return { kind: 'parameter', name: `${key} ${value}`, status, source, file: 'parameters.csv', line };
}
