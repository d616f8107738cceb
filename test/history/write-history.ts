import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Fact, type History, type HistoryRun, TABLE_COLUMNS } from './register';

/** Writes a history as a folder of the same form as a golden case. */
export function writeHistory(folder: string, history: History): void {
  const commands: unknown[] = [];
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'rates.csv'), ratesText(history.missingCells));
  if (history.opening.length > 0) {
    writeFileSync(join(folder, 'opening_postings.csv'), tableText('opening_postings', history.opening, 0));
    writeFileSync(join(folder, 'opening_balances.csv'), tableText('opening_balances', history.opening, 0));
    commands.push({ command: 'open-ledger', postings: 'opening_postings.csv', balances: 'opening_balances.csv' });
  }
  history.runs.forEach((run, index) => {
    const name = `${index + 1}-${run.year}-T${run.term}${run.supplement ? '-supplement' : ''}`;
    writeExtract(join(folder, name), run);
    commands.push({
      command: 'run',
      year: run.year,
      term: run.term,
      as_of: run.asOf,
      exclude: run.excluded,
      supplement: run.supplement,
      rates: 'rates.csv',
      extract: name,
      reject_limit: run.rejectLimit,
      annulled: run.annulled,
      acts: run.acts,
    });
  });
  const scenario = { name: `history ${history.seed}`, seed: history.seed, rehearsal: true, commands };
  writeFileSync(join(folder, 'scenario.json'), JSON.stringify(scenario, undefined, 1));
}

/** Tables that an extract always has. */
const REQUIRED = ['persons', 'target_group', 'decisions', 'residence', 'hours'];

function writeExtract(folder: string, run: HistoryRun): void {
  mkdirSync(folder, { recursive: true });
  const rows: Record<string, number> = {};
  for (const table of Object.keys(TABLE_COLUMNS)) {
    if (table.startsWith('opening_')) continue;
    const count = run.facts.filter((fact) => fact.table === table).length;
    if (count === 0 && !REQUIRED.includes(table)) continue;
    rows[table] = count;
    writeFileSync(join(folder, `${table}.csv`), tableText(table, run.facts, run.form));
  }
  writeFileSync(join(folder, 'extract.json'), JSON.stringify({ taken_at: run.takenAt, source: 'made up', rows }));
}

/** A table as text. Form 1: semicolons; 2: tabs, other column order; 3: as 1 with Norwegian dates and a byte order mark. */
function tableText(table: string, facts: readonly Fact[], form: number): string {
  const separator = [',', ';', '\t', ';'][form] ?? ',';
  const columns = [...(TABLE_COLUMNS[table] ?? [])];
  if (form === 2) columns.reverse();
  const isNorwegian = form === 3;
  const lines = facts
    .filter((fact) => fact.table === table)
    .map((fact) => columns.map((column) => fieldText(fact.fields[column] ?? '', isNorwegian)).join(separator));
  return `${isNorwegian ? '\uFEFF' : ''}${[columns.join(separator), ...lines].join(form === 2 ? '\r\n' : '\n')}\n`;
}

function fieldText(value: string, isNorwegian: boolean): string {
  if (!isNorwegian) return value;
  const date = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value);
  if (date) return `${date[3]}.${date[2]}.${date[1]}`;
  return /^\d+\.\d+$/.test(value) ? value.replace('.', ',') : value;
}

/** Made-up rates of every year and cell, all different and odd, so that no two mistakes look the same. */
export function ratesText(missingCells: readonly string[] = []): string {
  const lines: string[] = [];
  const add = (key: string, year: number, rateClass: string, value: number): void => {
    if (missingCells.includes(`${key}/${year}/${rateClass}`)) return;
    lines.push(`${key},${year},${rateClass},${value},verified,made up for tests,`);
  };
  add('timetilskudd.per_teaching_hour', 2004, 'single', 413);
  add('timetilskudd.per_participant_hour', 2004, 'single', 22);
  for (let year = 2016; year <= 2030; year += 1) {
    for (const k of [1, 2, 3]) {
      add(`persontilskudd.year${k}`, year, 'low', 11_003 + 1009 * k + 17 * (year - 2016));
      add(`persontilskudd.year${k}`, year, 'high', 30_011 + 3001 * k + 19 * (year - 2016));
    }
    add('grunntilskudd', year, 'low', 185_000 + year);
    add('grunntilskudd', year, 'high', 575_000 + year);
    add('persontilskudd37d', year, 'single', 39_701 + 2 * (year - 2016));
    add('utvidet43g', year, 'single', 27_451 + 2 * (year - 2016));
    add('asylnorsk', year, 'single', 18_101 + 2 * (year - 2016));
    add('kulturtilskudd', year, 'single', 5_501 + 2 * (year - 2016));
    add('samfunnskunnskap_mottak', year, 'single', 4_901 + 2 * (year - 2016));
  }
  return `key,grant_year,rate_class,value,status,source,note\n${lines.join('\n')}\n`;
}
