import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setFaultPlan } from '../../src/effects';
import { temporaryFolder } from '../support/temporary-folder';
import { cli } from './support';

const extract = join(__dirname, '..', '..', 'fixtures', 'broken', 'nothing-wrong', 'extract');
const folder = temporaryFolder();

afterEach(() => setFaultPlan(undefined));

async function importOnFullDisk(...flags: string[]): Promise<{ code: number; out: string; err: string }> {
  setFaultPlan({ action: 'fail', prefix: 'db.run', occurrence: 3 });
  return cli(folder, ['import', '--extract', extract, '--db', 'norsktilskudd.db', ...flags]);
}

test('a full disk is said in plain words in both languages, and nothing stays', async () => {
  expect(await importOnFullDisk()).toEqual({
    code: 1,
    out: '',
    err: 'Error: The disk is full. Nothing half-done was kept. [DISK_FULL]\nWhat to do: Free space where the ledger and the folders are, and run again.\n',
  });
  expect(await importOnFullDisk('--lang', 'nb')).toEqual({
    code: 1,
    out: '',
    err: 'Feil: Disken er full. Ingenting halvferdig er lagret. [DISK_FULL]\nGjør dette: Frigjør plass der tilskuddsreskontroen og mappene ligger, og kjør på nytt.\n',
  });
  expect(readdirSync(join(folder, 'norsktilskudd.db.d', 'snapshots'))).toEqual([]);
});

test('for programs it is one JSON object', async () => {
  const { out } = await importOnFullDisk('--json');
  expect(JSON.parse(out)).toMatchObject({ error: { kind: 'fault', exit_code: 1, code: 'DISK_FULL' } });
});

test('a file that is not there is named', async () => {
  const { code, err } = await cli(folder, ['import', '--extract', extract, '--columns', 'none.json']);
  expect(code).toBe(2);
  expect(err).toContain(`The file ${join(folder, 'none.json')}, given with --columns, does not exist.`);
});
