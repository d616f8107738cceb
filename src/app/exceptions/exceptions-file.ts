import type { Cell } from '../../payout';
import type { TableSet } from '../table-files/write-table-files';
import type { Exceptions } from './exceptions';

/** The four tables of what stands out of several runs, and the posting head; kroner that would tell of few persons are empty. */
export function exceptionsTables(found: Exceptions, grantYear: number | undefined): TableSet {
  return {
    name: 'exceptions',
    tables: [
      {
        name: 'runs',
        columns: [
          ...['run_id', 'grant_year', 'term', 'run_at', 'approved_at', 'hours', 'run_by', 'approved_by', 'accepted'],
        ],
        rows: found.runs.map((row): Cell[] => [
          ...[row.runId, row.grantYear, row.term, row.runAt, row.approvedAt, row.hours],
          ...[row.runBy, row.approvedBy, row.accepted],
        ]),
      },
      {
        name: 'held_ages',
        columns: ['reason', 'runs_held', 'since', 'amounts', 'persons', 'held_nok'],
        rows: found.held.map((row): Cell[] => [
          ...[row.reason, row.runs, row.since, row.amounts, row.persons, row.heldNok ?? null],
        ]),
      },
      {
        name: 'correction_causes',
        columns: ['grant_year', 'component', 'cause', 'lines', 'persons', 'more_nok', 'less_nok'],
        rows: found.corrections.map((row): Cell[] => [
          ...[row.grantYear, row.component, row.cause, row.lines, row.persons],
          ...[row.moreNok ?? null, row.lessNok ?? null],
        ]),
      },
      {
        name: 'acts',
        columns: ['actor', 'role', 'runs_acted', 'paid_nok'],
        rows: found.acts.map(({ actor, role, runs, paidNok }): Cell[] => [actor, role, runs, paidNok]),
      },
    ],
    front: {
      facts: [
        ...(grantYear === undefined ? [] : [['tables.fact.grant_year', grantYear] as const]),
        ['tables.fact.posting_head', found.postingHead],
      ],
      rates: [],
    },
  };
}
