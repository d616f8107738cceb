import { buildRateTable } from '../../../rules';
import {
  COMPONENTS,
  type ErrorDetail,
  errorDetail,
  type Rate,
  type RateClass,
  type RateKey,
  type RateTable,
  rateCell,
  traitsOf,
} from '../../domain';
import { partOf, type SetWord, withPercent } from './set-words';

/** Stands for the file of rates that no file has. */
export const BY_WORD = 'scenario';

type RatesWord = Extract<SetWord, { readonly kind: 'rates' }>;

/** What a scenario says of rates beside its files. */
export interface RateChanges {
  /** Where they stand, for messages: a file, or `--set`. */
  readonly file: string;
  readonly words: readonly RatesWord[];
  /** All rates of the year by so many percent, in millionths of a percent; undefined for none. */
  readonly uprateMillionths: bigint | undefined;
}

/** Rates of a scenario, and what of its words cannot be done. */
export interface ScenarioRates {
  readonly rates: RateTable;
  /** Rows that a percentage, a sum or a part is reckoned from: their files have been used. */
  readonly bases: readonly Rate[];
  readonly problems: readonly ErrorDetail[];
}

/**
 * The rates of a grant year with a scenario's changes (rulebook 8.4): what a word changes is the cell after all rates files,
 * and the last of two words on one cell holds. `uprate` takes every other cell of the year, or of the last year that has
 * one.
 */
export function changedRates(byFiles: RateTable, grantYear: number, changes: RateChanges): ScenarioRates {
  const uprated =
    changes.uprateMillionths === undefined ? [] : upratedRows(byFiles, grantYear, changes.uprateMillionths);
  const raised = buildRateTable([byFiles.rates, uprated.map(({ row }) => row)]);
  const bases = uprated.map(({ base }) => base);
  const problems: ErrorDetail[] = [];
  if (uprated.some(({ row }) => row.valueNok < 0)) {
    problems.push(errorDetail('SCENARIO_SET_BELOW_ZERO', { scenario: changes.file, word: 'uprate' }));
  }
  const rows: Rate[] = [];
  for (const word of changes.words) {
    const { file: scenario } = changes;
    if (word.grantYear !== undefined && word.grantYear !== grantYear) {
      problems.push(
        errorDetail('SCENARIO_SET_OTHER_YEAR', { scenario, word: word.word, year: word.grantYear, grantYear }),
      );
      continue;
    }
    const found = word.cells.flatMap((cell) =>
      changedRow(word, cell, grantYear, [byFiles, raised, buildRateTable([raised.rates, rows])]),
    );
    if (found.length === 0) {
      const cells = word.cells.map(({ key, rateClass }) => rateCell(key, grantYear, rateClass)).join(', ');
      problems.push(errorDetail('SCENARIO_SET_NO_RATE', { scenario, word: word.word, cells }));
    }
    if (found.some(({ valueNok }) => valueNok < 0)) {
      problems.push(errorDetail('SCENARIO_SET_BELOW_ZERO', { scenario, word: word.word }));
    }
    rows.push(...found);
    bases.push(...basesOf(word, grantYear, byFiles));
  }
  return { rates: buildRateTable([raised.rates, rows]), bases, problems };
}

/** @param tables rates by the files, with the uprating, and with what words before it have changed */
function changedRow(
  { word, change }: RatesWord,
  { key, rateClass }: RatesWord['cells'][number],
  grantYear: number,
  [byFiles, raised, changed]: readonly [RateTable, RateTable, RateTable],
): Rate[] {
  const nokOf = (table: RateTable, of: RateKey): number | undefined =>
    table.rates[table.find(of, grantYear, rateClass)]?.valueNok;
  const now = nokOf(byFiles, key) ?? nokOf(raised, key);
  const row = (valueNok: number | undefined): Rate[] =>
    valueNok === undefined ? [] : [rateRow({ key, grantYear, rateClass, valueNok, source: word })];
  switch (change.kind) {
    case 'to':
      return row(change.nok);
    case 'add':
      return row(now === undefined ? undefined : now + change.nok);
    case 'percent':
      return row(now === undefined ? undefined : withPercent(now, change.millionths));
    case 'part': {
      const other = nokOf(changed, change.of);
      return row(other === undefined ? undefined : partOf(other, change.millionths));
    }
  }
}

/** Rows of the files that a word reckons from; one that names an amount reckons from none. */
function basesOf({ cells, change }: RatesWord, grantYear: number, byFiles: RateTable): Rate[] {
  if (change.kind === 'to') return [];
  return cells.flatMap(({ key, rateClass }) => {
    const of = change.kind === 'part' ? change.of : key;
    return byFiles.rates[byFiles.find(of, grantYear, rateClass)] ?? [];
  });
}

/** Every rate of the year so many percent higher; of a cell that the year lacks, that of the last year that has one. */
function upratedRows(
  table: RateTable,
  grantYear: number,
  millionths: bigint,
): { readonly row: Rate; readonly base: Rate }[] {
  return COMPONENTS.flatMap((component) => {
    const { rates, rateClasses } = traitsOf(component);
    return rates.flatMap(({ key }) =>
      rateClasses.flatMap((rateClass) => {
        const now = lastRate(table, key, grantYear, rateClass);
        if (now === undefined) return [];
        const source = `--uprate: ${rateCell(key, now.grantYear, rateClass)}`;
        const valueNok = withPercent(now.valueNok, millionths);
        return [{ row: rateRow({ key, grantYear, rateClass, valueNok, source }), base: now }];
      }),
    );
  });
}

function lastRate(table: RateTable, key: RateKey, grantYear: number, rateClass: RateClass): Rate | undefined {
  return table.rates
    .filter((rate) => rate.key === key && rate.rateClass === rateClass && rate.grantYear <= grantYear)
    .reduce<Rate | undefined>((last, rate) => (last && last.grantYear > rate.grantYear ? last : rate), undefined);
}

function rateRow(row: Pick<Rate, 'key' | 'grantYear' | 'rateClass' | 'valueNok' | 'source'>): Rate {
  return { ...row, status: 'scenario', note: '', file: BY_WORD, line: 0 };
}
