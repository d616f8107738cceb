import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { pseudonymsOf, readPseudonymKey } from '../../../src/audit';
import { temporaryFolder } from '../../support/temporary-folder';
import { CASE, runIdOfTerm } from '../approval/support';
import { cli } from '../support';

const cwd = temporaryFolder();
const EXTRACT = join(CASE, '2019-T3', 'extract');
type Row = Readonly<Record<string, string>>;
const rowsOf = (path: string): Row[] => parse(readFileSync(path, 'utf8'), { columns: true, bom: true });

const names = new Map(rowsOf(join(__dirname, '../../../rules/data/kommuner.csv')).map((row) => [row.code, row.name]));
const protectedIds = rowsOf(join(EXTRACT, 'persons.csv'))
  .filter((row) => !['', 'none'].includes(row.address_protection ?? ''))
  .map((row) => row.person_id ?? '');

/** Codes and names of every place that the extract knows of a person. Codes that look like years tell nothing. */
function placesOf(id: string): string[] {
  const rows = ['residence.csv', 'decisions.csv', 'hours.csv', 'training_kommune.csv']
    .filter((name) => readdirSync(EXTRACT).includes(name))
    .flatMap((name) => rowsOf(join(EXTRACT, name)).filter((row) => row.person_id === id));
  const codes = new Set(rows.map((row) => row.kommune ?? '').filter((code) => code !== ''));
  return [...codes].flatMap((code) => [...(/^(19|20)/.test(code) ? [] : [code]), names.get(code) ?? code]);
}

function placesIn(text: string, places: readonly string[]): string[] {
  return places.filter((place) => new RegExp(`(?<![\\p{L}\\d])${place}(?![\\p{L}\\d])`, 'u').test(text));
}

let runId = '';
beforeAll(async () => {
  runId = await runIdOfTerm(cwd, 'l.db', '2019-T3');
}, 60_000);

test('the extract has persons with a protected address, and places that could be told of them', () => {
  expect(protectedIds.length).toBeGreaterThan(0);
  expect(protectedIds.flatMap(placesOf).length).toBeGreaterThan(0);
  const others = rowsOf(join(EXTRACT, 'residence.csv')).find((row) => !protectedIds.includes(row.person_id ?? ''));
  expect(placesIn(`x ${others?.kommune} y`, placesOf(others?.person_id ?? ''))).not.toEqual([]);
});

test('no file of the run but the restricted ones names a kommune beside their pseudonym', () => {
  const folder = join(cwd, 'l.db.d', 'runs', runId);
  const pseudonyms = pseudonymsOf(readPseudonymKey(join(cwd, 'l.db.d', 'pseudonym.key')));
  const told = new Map(protectedIds.map((id) => [pseudonyms.of(Number(id)), placesOf(id)]));
  const open = readdirSync(folder).filter(
    (name) => name.endsWith('.csv') && !['payout_lines.csv', 'held.csv'].includes(name),
  );
  const leaks: string[] = [];
  for (const name of open) {
    if (name === 'posted_before.csv') continue; // Sums per recipient are what it is there for; it is empty here.
    for (const row of readFileSync(join(folder, name), 'utf8').split('\n')) {
      for (const [pseudonym, places] of told) {
        if (row.includes(pseudonym))
          leaks.push(...placesIn(row.replace(pseudonym, ''), places).map((place) => `${name}: ${place}`));
      }
    }
  }
  expect(leaks).toEqual([]);
});

test('no explanation of them names a kommune, in any format or language', async () => {
  const leaks: string[] = [];
  for (const id of protectedIds.slice(0, 4)) {
    for (const how of [['--lang', 'nb'], ['--lang', 'en'], ['--json'], ['--format', 'html'], ['--why-not']]) {
      const { code, out, err } = await cli(cwd, ['explain', '--person', id, '--db', 'l.db', '--as', 'kari', ...how]);
      expect({ code, err }).toMatchObject({ code: 0 });
      leaks.push(...placesIn(out, placesOf(id)).map((place) => `${how.join(' ')}: ${place}`));
    }
  }
  expect(leaks).toEqual([]);
}, 120_000);
