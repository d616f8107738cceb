import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../support/temporary-folder';
import { done, type MadePerson, RATES, runTerm, writeExtract } from './support/small-register';

const ASKED = '201712345601';
const LATER = '201812345699';
const HOMES = [['1103', '2017-03-01']] as const;
const asked: MadePerson = { id: ASKED, homes: HOMES };
const others: readonly MadePerson[] = ['201712345602', '201712345603'].map((id) => ({
  id,
  homes: [['4601', '2017-03-01']],
}));
const PLACE = /1103|Stavanger|Rogaland/;

/** A ledger with a run on an extract in which nobody is protected. */
async function openRun(): Promise<{ cwd: string; runId: string; lineId: string }> {
  const cwd = temporaryFolder();
  const first = writeExtract(join(cwd, 'first'), [asked, ...others], { takenAt: '2018-03-31' });
  const { runId } = await runTerm(cwd, first, 1);
  await done(cwd, 'approve', runId, '--as', 'ola', '--db', 'l.db');
  return { cwd, runId, lineId: `${runId}-1` };
}

/** Everything that is told of the person by the older run. */
async function told(cwd: string, runId: string): Promise<string> {
  const person = ['explain', '--person', ASKED, '--run', runId, '--db', 'l.db', '--as', 'kari'];
  const texts: string[] = [];
  for (const argv of [
    [...person, '--lang', 'nb'],
    [...person, '--why-not', '--lang', 'en'],
    [...person, '--json'],
    [...person, '--format', 'html'],
    ['compare', runId, runId, '--person', ASKED, '--db', 'l.db', '--as', 'kari', '--rates', RATES],
    ['compare', runId, runId, '--person', ASKED, '--db', 'l.db', '--as', 'kari', '--rates', RATES, '--json'],
  ]) {
    const { out, err } = await done(cwd, ...argv);
    texts.push(out, err);
  }
  return texts.join('\n');
}

const importing = (cwd: string, extract: string) => done(cwd, 'import', '--extract', extract, '--db', 'l.db');

test('before anybody is protected the place is told', async () => {
  const { cwd, runId } = await openRun();
  expect(await told(cwd, runId)).toMatch(PLACE);
}, 60_000);

test.each(['confidential', 'strictly_confidential'])(
  'an import beside the ledger that says %s protects in older runs',
  async (protection) => {
    const { cwd, runId } = await openRun();
    const newer = [{ ...asked, protection }, ...others];
    await importing(cwd, writeExtract(join(cwd, 'newer'), newer, { takenAt: '2018-06-30' }));
    expect(await told(cwd, runId)).not.toMatch(PLACE);
    const compare = ['compare', runId, runId, '--person', ASKED, '--db', 'l.db', '--as', 'kari', '--rates', RATES];
    expect((await done(cwd, ...compare)).out).not.toMatch(/kr\b/);
    expect(JSON.parse((await done(cwd, ...compare, '--json')).out)).toMatchObject({ steps: [] });
    const { out } = await done(
      cwd,
      'explain',
      '--person',
      others[0]?.id ?? '',
      '--run',
      runId,
      '--db',
      'l.db',
      '--as',
      'k',
    );
    expect(out).toContain('4601');
  },
  60_000,
);

test('so does a draft that was superseded, and one without a day of its own', async () => {
  const { cwd, runId } = await openRun();
  const hidden = writeExtract(join(cwd, 'hidden'), [{ ...asked, protection: 'confidential' }, ...others], {});
  await runTerm(cwd, hidden, 2, '--as-of', '2018-06-30');
  const open = writeExtract(join(cwd, 'open'), [asked, ...others], { takenAt: '2018-06-30' });
  await runTerm(cwd, open, 2);
  expect(await told(cwd, runId)).not.toMatch(PLACE);
}, 60_000);

test('whoever was protected under a number that has since become another is protected', async () => {
  const { cwd, runId } = await openRun();
  const merged = [{ ...asked, id: LATER, protection: 'strictly_confidential' }, ...others];
  const newer = writeExtract(join(cwd, 'newer'), merged, { takenAt: '2018-06-30', merges: [[ASKED, LATER]] });
  await importing(cwd, newer);
  expect(await told(cwd, runId)).not.toMatch(PLACE);
}, 60_000);

test('a former number that the newest extract takes for a person of its own protects the one it was', async () => {
  const cwd = temporaryFolder();
  const former = '201612345600';
  const first = writeExtract(join(cwd, 'first'), [asked, ...others], {
    takenAt: '2018-03-31',
    merges: [[former, ASKED]],
  });
  const { runId } = await runTerm(cwd, first, 1);
  const parted = [asked, { ...asked, id: former, protection: 'confidential' }, ...others];
  await importing(cwd, writeExtract(join(cwd, 'newer'), parted, { takenAt: '2018-06-30' }));
  expect(await told(cwd, runId)).not.toMatch(PLACE);
}, 60_000);

test('whoever is not in the newest extract is looked for in the one before', async () => {
  const { cwd, runId } = await openRun();
  const between = [{ ...asked, protection: 'confidential' }, ...others];
  await importing(cwd, writeExtract(join(cwd, 'between'), between, { takenAt: '2018-06-30' }));
  await importing(cwd, writeExtract(join(cwd, 'newest'), others, { takenAt: '2018-09-30' }));
  expect(await told(cwd, runId)).not.toMatch(PLACE);
}, 60_000);

test('a newest extract without a column of protection protects everybody, and says so', async () => {
  const { cwd, runId } = await openRun();
  const bare = writeExtract(join(cwd, 'bare'), [asked, ...others], { takenAt: '2018-06-30', column: null });
  const { out, err } = await importing(cwd, bare);
  expect(out + err).toContain('PROTECTION_COLUMN_MISSING');
  expect(await told(cwd, runId)).not.toMatch(PLACE);
}, 60_000);

test.each(['gone', 'damaged'])(
  'a newest extract that is %s protects everybody, and says so',
  async (how) => {
    const { cwd, runId } = await openRun();
    const folder = join(cwd, 'l.db.d', 'snapshots');
    const before = new Set(readdirSync(folder));
    const { runId: later } = await runTerm(
      cwd,
      writeExtract(join(cwd, 'newer'), [asked, ...others], { takenAt: '2018-06-30' }),
      2,
    );
    expect(later).not.toBe(runId);
    for (const name of readdirSync(folder).filter((each) => !before.has(each))) {
      if (how === 'gone') rmSync(join(folder, name));
      else writeFileSync(join(folder, name), 'x'.repeat(5000));
    }
    const text = await told(cwd, runId);
    expect(text).not.toMatch(PLACE);
    expect(text).toContain('So everybody counts as protected');
    expect(text).toContain(how === 'gone' ? 'PROTECTION_EXTRACT_GONE' : 'PROTECTION_EXTRACT_DAMAGED');
  },
  60_000,
);

test('an older extract that is gone takes nothing away', async () => {
  const { cwd, runId } = await openRun();
  const folder = join(cwd, 'l.db.d', 'snapshots');
  const [old = ''] = readdirSync(folder);
  const newer = await runTerm(cwd, writeExtract(join(cwd, 'newer'), [asked, ...others], { takenAt: '2018-06-30' }), 2);
  expect(newer.runId).not.toBe(runId);
  rmSync(join(folder, old));
  const { out } = await done(cwd, 'explain', '--person', ASKED, '--db', 'l.db', '--as', 'kari');
  expect(out).toMatch(PLACE);
}, 60_000);
