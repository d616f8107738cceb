import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { writeExtracts } from '../../src/app/generate/write-extracts';
import { messageAction, NorsktilskuddError, openNorsktilskudd, renderExplanation } from '../../src/app/library';
import { loadShippedRules } from '../../src/app/shipped-rules';
import { demoOptions } from '../../src/synthetic';
import { cli } from '../cli/support';
import { temporaryFolder } from '../support/temporary-folder';

const RATES = resolve(__dirname, '..', '..', 'fixtures', 'demo-rates-2018.csv');
const TERMS = [1, 2, 3, 4] as const;

/** Every file under a folder with its bytes, by its path from there. */
function bytesUnder(folder: string, prefix = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const entry of readdirSync(join(folder, prefix), { withFileTypes: true })) {
    const path = join(prefix, entry.name);
    if (entry.isDirectory()) for (const [name, text] of bytesUnder(folder, path)) found.set(name, text);
    else found.set(path, readFileSync(join(folder, path), 'latin1'));
  }
  return found;
}

async function json(folder: string, argv: readonly string[]) {
  const { code, out, err } = await cli(folder, [...argv, '--json']);
  expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out);
}

test('the year of the demonstration, through the library alone, gives the bytes of the commands', async () => {
  const folder = temporaryFolder();
  const extracts = writeExtracts(join(folder, 'extracts'), demoOptions(loadShippedRules().places.places));
  const byCommand = join(folder, 'by-command');
  const byLibrary = join(folder, 'by-library');
  mkdirSync(byCommand);

  // The same key, so that persons have the same pseudonyms and runs the same ids.
  const key = join(folder, 'pseudonym.key');
  const settings = ['--db', join(byCommand, 'ledger.db'), '--pseudonym-key-file', key];
  const tilskudd = openNorsktilskudd({
    ledger: join(byLibrary, 'ledger.db'),
    pseudonymKeyFile: key,
    rates: [RATES],
    actor: 'kari',
  });
  for (const term of TERMS) {
    const extract = extracts[term - 1] ?? '';
    const what = ['--extract', extract, '--year', '2018', '--term', String(term), '--rates', RATES, '--rehearsal'];
    const { run_id: runId } = await json(byCommand, [
      'run',
      ...what,
      ...settings,
      '--as',
      'kari',
      '--accept',
      'new-pseudonym-key',
    ]);
    await json(byCommand, ['approve', runId, '--db', join(byCommand, 'ledger.db'), '--as', 'ola']);

    const run = tilskudd.run({ extract, grantYear: 2018, term, rehearsal: true, accept: ['new-pseudonym-key'] });
    expect(run.runId).toBe(runId);
    expect(tilskudd.approve(runId, { actor: 'ola' }).batch.state).toBe('posted');
  }

  const runs = (place: string) => bytesUnder(join(place, 'ledger.db.d', 'runs'));
  const expected = runs(byCommand);
  expect(expected.size).toBeGreaterThan(60);
  expect(runs(byLibrary)).toEqual(expected);

  const { posting_head: postingHead } = await json(byCommand, ['status', '--db', join(byCommand, 'ledger.db')]);
  const { batches, postingHead: found } = tilskudd.status();
  expect(found).toBe(postingHead);

  const last = batches.at(-1)?.runId ?? '';
  const explained = await cli(byCommand, ['explain', `${last}-1`, ...settings, '--lang', 'nb']);
  const text = renderExplanation(tilskudd.explain({ line: `${last}-1` }), 'text', 'nb');
  expect(explained.out.startsWith(text.trimEnd())).toBe(true);
  expect(tilskudd.verify([last], { extract: extracts[3] ?? '', sql: true }).problems).toEqual([]);
});

test('what a call gets wrong is told by its code', () => {
  const tilskudd = openNorsktilskudd({ ledger: join(temporaryFolder(), 'ledger.db') });
  const code = (call: () => unknown): string => {
    try {
      call();
    } catch (cause) {
      if (cause instanceof NorsktilskuddError) return `${cause.kind} ${cause.code} ${cause.params.flag ?? ''}`.trim();
      throw cause;
    }
    return 'nothing is wrong';
  };
  const term = { grantYear: 2018, term: 1 } as const;
  expect(code(() => tilskudd.run({ extract: 'e', ...term }))).toBe('usage FLAG_MISSING actor');
  expect(code(() => tilskudd.run({ ...term, actor: 'kari' }))).toBe('usage FLAG_MISSING extract');
  expect(code(() => tilskudd.run({ extract: 'e', ...term, actor: 'kari', asOf: 'in May' }))).toBe(
    'usage FLAG_BAD_VALUE asOf',
  );
  expect(code(() => tilskudd.run({ extract: 'e', ...term, actor: 'kari', excluded: ['persontilskud'] }))).toBe(
    'usage FLAG_BAD_VALUE excluded',
  );
  expect(code(() => tilskudd.explain({ person: '123' }))).toBe('usage FLAG_NO_DUF_NUMBER person');
  expect(code(() => tilskudd.size({ grantYear: 2018 }))).toBe('usage FLAG_MISSING extract');
  for (const missing of ['FLAG_MISSING', 'FLAG_BAD_VALUE', 'FLAG_NO_DUF_NUMBER'] as const) {
    expect(messageAction(missing, 'en', { flag: 'asOf', value: 'x', expected: 'y' })).not.toBe('');
  }
});
