import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { change, command } from '../../audit/verify/two-terms';
import { temporaryFolder } from '../../support/temporary-folder';
import { makeSealedRuns, type SealedRuns, unpackDossier } from './sealed-run';

const PROGRAM = resolve(__dirname, '..', '..', '..');
/** Folder of the program that runs: the real one, or one of a later year. */
let mockProgram = PROGRAM;
jest.mock('../../../src/app/program-files', () => ({
  ...jest.requireActual<object>('../../../src/app/program-files'),
  programFolder: () => mockProgram,
}));

/** The tables of the later program are released, too. */
jest.mock('../../../rules/lock/released-tables', () => {
  const actual = jest.requireActual<typeof import('../../../rules/lock/released-tables')>(
    '../../../rules/lock/released-tables',
  );
  return { ...actual, otherThanShipped: () => [] };
});

let runs: SealedRuns;
let dossier: string;
beforeAll(async () => {
  mockProgram = PROGRAM;
  runs = await makeSealedRuns();
  dossier = await unpackDossier(runs, runs.runIds[1] ?? '');
}, 60_000);

/** A program with a register, a rate, an assumption and a lock that have been extended since. */
function laterProgram(): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'rules'));
  cpSync(join(PROGRAM, 'package.json'), join(folder, 'package.json'));
  cpSync(join(PROGRAM, 'rules', 'data'), join(folder, 'rules', 'data'), { recursive: true });
  cpSync(join(PROGRAM, 'rules', 'rules.lock.json'), join(folder, 'rules', 'rules.lock.json'));
  change(join(folder, 'rules', 'data'), 'kommuner.csv', (text) => `${text.trimEnd()}\n${newPlace(text)}\n`);
  const rates = 'persontilskudd.year1,2036,high,99000,verified,later,';
  change(join(folder, 'rules', 'data'), 'rates.csv', (text) => `${text.trimEnd()}\n${rates}\n`);
  change(join(folder, 'rules', 'data'), 'assumptions.csv', (text) =>
    text.replace('A16,', 'A20,new,new,assumed,x,x\nA16,'),
  );
  change(join(folder, 'rules'), 'rules.lock.json', (text) =>
    text.replace(
      '"behaviour": {',
      `"behaviour": {"zzz": {"2030": {"module": "zzz@2030", "sha256": "${'1'.repeat(64)}"}},`,
    ),
  );
  return folder;
}

/** A kommune that comes into being in 2036, in the columns of the register. */
function newPlace(text: string): string {
  const columns = (text.split('\n')[0] ?? '').trim().split(',');
  const cells: Record<string, string> = { code: '9990', name: 'Nykommune', valid_from: '2036-01-01' };
  return columns.map((column) => cells[column] ?? '').join(',');
}

async function told(folder: string): Promise<{ code: number; codes: string[] }> {
  const { code, out } = await command(runs.work, 'verify', folder, '--extract', runs.extracts[1] ?? '');
  return { code, codes: [...out.matchAll(/"code":"(VERIFY_\w+)"/g)].map((match) => match[1] ?? '') };
}

test('a later program calculates the run of an unpacked dossier again, with the registers that lie there', async () => {
  mockProgram = laterProgram();
  const { code, codes } = await told(dossier);
  const alone = ['VERIFY_UNANCHORED', 'VERIFY_STATE_UNKNOWN', 'VERIFY_BEFORE_FROM_FOLDER', 'VERIFY_UNSIGNED'];
  const skipped = ['VERIFY_PSEUDONYMS_SKIPPED', 'VERIFY_OTHER_BUILD', ...alone];
  expect([code, codes]).toEqual([0, ['VERIFY_WITHOUT_KEY', 'VERIFY_OTHER_LOCK', ...skipped]]);
});

test('without the dossier it says which register it lacks', async () => {
  mockProgram = laterProgram();
  expect(await told(runs.folders[1] ?? '')).toEqual({ code: 5, codes: ['VERIFY_REGISTER_UNKNOWN'] });
});

test('a program whose module is another does not calculate', async () => {
  mockProgram = laterProgram();
  const lock = join(mockProgram, 'rules', 'rules.lock.json');
  const text = readFileSync(lock, 'utf8');
  writeFileSync(lock, text.replace(/("module": "persontilskudd@\d{4}",\s*"sha256": ")[0-9a-f]{4}/g, '$10000'));
  const { code, codes } = await told(dossier);
  expect([code, codes]).toEqual([5, ['VERIFY_MODULE_DIFFERS']]);
});
