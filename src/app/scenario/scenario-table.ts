import { formatDay } from '../../domain';
import type { Cell } from '../../payout';
import type { SizingTools } from '../facts/sizing-tools';
import { MICRO_COLUMNS, microTable, openMicroFile } from '../micro/micro-table';
import { recipientText } from '../recipient-text';
import { type TableFile, withPlaceNames } from '../table-files/table-file';
import type { TableSet } from '../table-files/write-table-files';
import type { ScenarioResult } from './execute-scenarios';
import type { Figures } from './scenario-answer';

const HEAD = ['mark', 'scenario', 'grant_year', 'term', 'as_of'];
const FIGURES = ['amount', 'base_amount', 'difference', 'persons', 'base_persons'];
const RECIPIENTS = [...HEAD, 'recipient_id', ...FIGURES];
const CELLS = [...HEAD, 'component', 'year_number', 'rate_class', 'rate', 'base_rate', ...FIGURES];
const GROUPS = [...HEAD, 'group_by', 'group', 'group_name', ...FIGURES];
const LAW = ['mark', 'scenario', 'what', 'from', 'to'];

/**
 * The tables of scenarios: scenarios (a row a scenario and recipient), cells (component, year number and class), groups where the
 * answer is divided, and law. Every row is marked.
 *
 * @param groupName code and name of a group of the answer
 */
export function scenarioTables(
  results: readonly ScenarioResult[],
  groupName: (result: ScenarioResult, group: number) => readonly [code: string, name: string],
  micro?: TableFile,
): TableSet {
  const tables = [recipientTable(results), cellTable(results), ...groupTables(results, groupName), lawTable(results)];
  if (micro !== undefined) tables.push(micro);
  return {
    name: 'scenario',
    tables,
    front: {
      facts: [['tables.fact.mark', 'SCENARIO'], ...results.slice(0, SCENARIOS_IN_FRONT).flatMap(frontFacts)],
      rates: results.length === 1 ? (results[0]?.rates() ?? []) : [],
      sums: {
        table: 'cells',
        by: results.length === 1 ? 'component' : 'scenario',
        of: ['base_amount', 'amount', 'difference'],
      },
    },
  };
}

/** Scenarios that a front sheet names; all stand in the tables. */
const SCENARIOS_IN_FRONT = 50;

function frontFacts({ name, grantYear, term, asOf, base }: ScenarioResult): TableSet['front']['facts'] {
  return [
    ['tables.fact.scenario', `${name}: ${grantYear}, T${term}, ${formatDay(asOf)}`],
    [
      'tables.fact.baseline',
      base === undefined ? '' : `${base.label}: ${base.grantYear}, T${term}, ${formatDay(base.asOf)}`,
    ],
  ];
}

function headOf({ name, grantYear, term, asOf }: ScenarioResult): Cell[] {
  return ['SCENARIO', name, grantYear, term, formatDay(asOf)];
}

function recipientTable(results: readonly ScenarioResult[]): TableFile {
  const rows = results.flatMap((result) =>
    result.answer.recipients.map(({ recipient, ...row }): Cell[] => {
      return [...headOf(result), recipientText(recipient), ...figureCells(row)];
    }),
  );
  const table = { name: 'scenarios', columns: RECIPIENTS, rows };
  return withPlaceNames(table, 'recipient_id', (recipient) => results[0]?.nameOf(recipient) ?? '');
}

function cellTable(results: readonly ScenarioResult[]): TableFile {
  const rows = results.flatMap((result) =>
    result.answer.cells.map(({ component, yearNumber, rateClass, rateNok, baseRateNok, ...row }): Cell[] => {
      const rates = [rateNok ?? null, baseRateNok ?? null];
      return [...headOf(result), component, yearNumber || null, rateClass, ...rates, ...figureCells(row)];
    }),
  );
  return { name: 'cells', columns: CELLS, rows };
}

function groupTables(
  results: readonly ScenarioResult[],
  groupName: (result: ScenarioResult, group: number) => readonly [code: string, name: string],
): TableFile[] {
  const rows = results.flatMap((result) =>
    result.answer.groups.map(({ group, ...row }): Cell[] => {
      return [...headOf(result), result.answer.by ?? '', ...groupName(result, group), ...figureCells(row)];
    }),
  );
  return rows.length === 0 ? [] : [{ name: 'groups', columns: GROUPS, rows }];
}

/** The law of every scenario, and of what they are held against. */
function lawTable(results: readonly ScenarioResult[]): TableFile {
  const laws = new Map(results.flatMap(({ base }) => (base === undefined ? [] : [[base.label, base.law] as const])));
  for (const { name, law } of results) laws.set(name, law);
  const rows = [...laws].flatMap(([name, changes]) =>
    changes.map(({ what, from, to }): Cell[] => ['SCENARIO', name, what, from, to]),
  );
  return { name: 'law', columns: LAW, rows };
}

function figureCells({ amountNok, baseNok, persons, basePersons }: Figures): Cell[] {
  const difference = baseNok === undefined ? null : amountNok - baseNok;
  return [amountNok, baseNok ?? null, difference, persons, basePersons ?? null];
}

/** Every person of every scenario, by pseudonym: the look is logged first. @throws as openMicroFile() */
export function scenarioMicro(results: readonly ScenarioResult[], { installation, shelf }: SizingTools): TableFile {
  const pseudonym = openMicroFile(
    installation,
    results.map(({ name }) => name),
  );
  const tables = results.map((result) => {
    const { place, grantYear, asOf, rules, ...view } = result.sizeCase;
    const facts = shelf.factsOf(result.sizeCase);
    const source = { facts, view, rules, grantYear, asOf, snapshot: shelf.snapshot(place) };
    const { rows } = microTable(source, pseudonym);
    return rows.map((row) => [...headOf(result), ...row]);
  });
  const table = { name: 'micro', columns: [...HEAD, ...MICRO_COLUMNS], rows: tables.flat(), isRestricted: true };
  return withPlaceNames(table, 'recipient_id', (recipient) => results[0]?.nameOf(recipient) ?? '');
}
