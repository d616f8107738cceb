import type { Cell } from '../../payout';
import type { TableSet } from '../table-files/write-table-files';
import type { YearEnd } from './year-end';

const YEAR_END_COLUMNS = ['grant_year', 'part', 'of', 'figure', 'value'] as const;

/** The table of a year's end: every figure of the screen, and both heads of the ledger. */
export function yearEndTables(end: YearEnd): TableSet {
  const rows = yearEndRows(end).map((row) =>
    row.map((cell, place) => (place === VALUE && cell !== null ? String(cell) : cell)),
  );
  return {
    name: 'year-end',
    tables: [{ name: 'year-end', columns: YEAR_END_COLUMNS, rows }],
    front: {
      facts: [
        ['tables.fact.grant_year', end.year],
        ['tables.fact.run', end.runId],
        ['tables.fact.posting_head', end.postingHead],
      ],
      rates: [],
    },
  };
}

/** Place of the column that holds numbers and texts. */
const VALUE = YEAR_END_COLUMNS.indexOf('value');

/** One row a figure, in the order of the screen; whole kroner, or a number of rows, payments, persons or recipients. */
function yearEndRows(end: YearEnd): Cell[][] {
  const { differences, runId, ...openingSums } = end.opening;
  const figures = (part: string, of: string, row: Readonly<Record<string, Cell | undefined>>): Cell[][] =>
    Object.entries(row).map(([figure, value]) => [end.year, part, of, figureName(figure), value ?? '']);
  return [
    ...figures('run', end.runId, { postingHead: end.postingHead, journalHead: end.journalHead }),
    ...end.grants.flatMap(({ component, ...row }) => figures('grant', component, row)),
    ...end.held.flatMap(({ reason, ...row }) => figures('held', reason, row)),
    ...figures('payments', '', { ...end.payments }),
    ...end.carried.flatMap(({ group, ...row }) => figures('carried', group, { ...row })),
    ...end.kapPosts.flatMap(({ kap, post, components, ...row }) =>
      figures('kap_post', kap === '' ? components.join(' ') : `${kap} ${post}`, row),
    ),
    ...end.kinds.flatMap(({ kind, ...row }) => figures('kind', kind, { ...row })),
    ...figures('opening', runId, openingSums),
    ...differences.flatMap(({ what, ...row }) => figures('opening_difference', what, { ...row })),
  ];
}

/** `dueLaterNok` as `due_later`, as `--json` has it. */
function figureName(name: string): string {
  return name.replace(/Nok$/, '').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
