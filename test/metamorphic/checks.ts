import { evolve, makeRegister } from '../history/evolve';
import { makeHistory } from '../history/make-history';
import { resetKeys } from '../history/make-person';
import { Random } from '../history/random';
import type { Fact, History, HistoryRun } from '../history/register';
import { makeWorld } from '../history/world';
import { cutOff } from '../oracle/dates';
import { FILE_HEADERS } from '../oracle/files';
import { inStableKommuner, otherName, shuffled, withSplitHomes } from './changes';
import { play, postedSums } from './play';

const CODE_COLUMNS = ['recipient_id', 'basis_recipient_id', 'kommune'];

/** A change of a history that must not change, or change in a known way, what comes out of it. */
export interface Check {
  readonly name: string;
  /** Throws where it does not hold for the history of a seed. */
  readonly check: (seed: number) => void;
}

export const CHECKS: readonly Check[] = [
  { name: 'rows in another order give the same', check: rowsInAnotherOrder },
  { name: 'a home written as two rows gives the same', check: homesInTwoRows },
  { name: 'other kommune numbers give the same under those numbers', check: otherKommuneNumbers },
  { name: 'T1-T4 come to the same as T4 alone', check: fourTermsOrOne },
  { name: 'an opening batch stands in for the history that it sums up', check: openingOrHistory },
];

function plain(seed: number): History {
  const history = makeHistory(seed);
  return { ...history, missingCells: [] };
}

function rowsInAnotherOrder(seed: number): void {
  const history = { ...plain(seed), opening: [] };
  expect(play(shuffled(history)).runs).toEqual(play(history).runs);
}

function homesInTwoRows(seed: number): void {
  const history = plain(seed);
  const runs = history.runs.map((run): HistoryRun => ({ ...run, rejectLimit: 100 }));
  expect(play(withSplitHomes({ ...history, runs })).runs).toEqual(play({ ...history, runs }).runs);
}

function otherKommuneNumbers(seed: number): void {
  const history = plain(seed);
  const first = play(inStableKommuner(history, 0)).runs;
  const renamed = first.map(
    (files) =>
      files &&
      Object.fromEntries(Object.entries(files).map(([file, rows]) => [file, renamedRows(columnsOf(file), rows)])),
  );
  expect(play(inStableKommuner(history, 1)).runs).toEqual(renamed);
}

function columnsOf(name: string): string[] {
  const [, header = ''] = Object.entries(FILE_HEADERS).find(([file]) => file === name) ?? [];
  return header.split(',');
}

/** Only codes have other names: an amount may look like one. */
function renamedRows(columns: readonly string[], rows: readonly string[]): string[] {
  const isCode = (index: number): boolean => CODE_COLUMNS.includes(columns[index] ?? '');
  return rows.map((row) =>
    row
      .split(',')
      .map((cell, index) => (isCode(index) ? otherName(cell) : cell))
      .join(','),
  );
}

/** A register that evolves through the terms of one year, without an earlier system and without faults. */
function yearOf(seed: number): { year: number; runs: HistoryRun[] } {
  const random = new Random(seed);
  resetKeys();
  const year = random.pick([2004, 2017, 2018, 2021, 2023, 2024, 2025]);
  const world = makeWorld(random, year, year);
  const register = makeRegister(world);
  const runs = [1, 2, 3, 4].map((term): HistoryRun => {
    evolve(world, register);
    const asOf = cutOff(year, term);
    const rest = { excluded: [], supplement: false, annulled: false, acts: [], rejectLimit: 100, form: 0 };
    return { year, term, asOf, takenAt: asOf, facts: register.facts, ...rest };
  });
  return { year, runs };
}

function historyOf(seed: number, runs: readonly HistoryRun[], opening: readonly Fact[] = []): History {
  return { seed, opening, missingCells: [], runs };
}

/** Grunntilskudd is frozen at its due term, and nothing is taken back from those who are gone: both left out. */
function fourTermsOrOne(seed: number): void {
  const { runs } = yearOf(seed);
  const last = runs.at(-1);
  if (last === undefined) return;
  const all = play(historyOf(seed, runs));
  const gone = new Set(
    (all.runs.at(-1)?.['held.csv'] ?? [])
      .filter((row) => row.endsWith('missing_from_extract') || row.endsWith('rejected_row'))
      .map((row) => row.split(',')[2] ?? ''),
  );
  const now = new Map(
    last.facts
      .filter(({ table }) => table === 'person_ids')
      .map(({ fields }) => [fields.old_person_id, fields.person_id]),
  );
  const sums = (ledger: Parameters<typeof postedSums>[0]): Record<string, number> => {
    const total: Record<string, number> = {};
    for (const [key, sum] of Object.entries(postedSums(ledger))) {
      const [year = '', component = '', id = '', recipient = ''] = key.split(' ');
      let person = id;
      for (let next = now.get(person); next !== undefined; next = now.get(person)) person = next;
      if (component === 'grunntilskudd' || gone.has(person)) continue;
      const name = `${year} ${component} ${person} ${recipient}`;
      total[name] = (total[name] ?? 0) + sum;
    }
    return Object.fromEntries(Object.entries(total).filter(([, sum]) => sum !== 0));
  };
  expect(sums(all.ledger)).toEqual(sums(play(historyOf(seed, [last])).ledger));
}

/** Lines and holds per person of the next run: grunntilskudd is counted once more after an opening batch. */
function openingOrHistory(seed: number): void {
  const { runs } = yearOf(seed);
  const before = play(historyOf(seed, runs.slice(0, 3)));
  const opening = [
    ...before.ledger.batches
      .flatMap((batch) => batch.postings)
      .map(({ grantYear, component, person, recipient, amount, code }) => ({
        table: 'opening_postings',
        fields: {
          grant_year: String(grantYear),
          component,
          person_id: person,
          recipient_id: recipient,
          amount: String(amount),
          code,
        },
      })),
    ...[...before.ledger.balances].map(([key, balance]) => {
      const [recipient = '', group = ''] = key.split('/');
      return {
        table: 'opening_balances',
        fields: { recipient_id: recipient, netting_group: group, balance: String(balance) },
      };
    }),
  ];
  const withHistory = play(historyOf(seed, runs)).runs.at(-1);
  const withOpening = play(historyOf(seed, runs.slice(3), opening)).runs.at(-1);
  for (const file of ['payout_lines.csv', 'held.csv', 'sizing.csv', 'hours_basis.csv']) {
    const rows = (files: typeof withHistory): string[] =>
      (files?.[file] ?? []).filter((row) => file === 'sizing.csv' || !row.includes(',grunntilskudd,'));
    expect(rows(withOpening)).toEqual(rows(withHistory));
  }
}
