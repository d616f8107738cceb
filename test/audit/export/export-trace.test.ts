import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { z } from 'zod';
import { recipientExport } from '../../../src/audit/export/recipient-export';
import { openTraceStore } from '../../../src/audit/trace-files';
import { Findings } from '../../../src/audit/verifier/findings';
import { readRunFolder } from '../../../src/audit/verify/run-contents';
import { parseRecipientCode } from '../../../src/domain';
import { pseudonymOf, RecipientPseudonyms } from '../../../src/trace/keys';
import { TraceReader } from '../../../src/trace/trace-reader';
import { answer, command, makeTwoTerms, type TwoTerms } from '../verify/two-terms';

const { main }: { main: (argv: readonly string[]) => number } = require('../../../bin/verify-export.cjs');

let terms: TwoTerms;
let folder: string;
let manifest: string;
let recipient: string;
let seal: string;
let personsSeal: string;

const read = (name: string, from = folder): string => readFileSync(join(from, name), 'utf8');

/** Exit code of the verifier that stands alone. */
function check(path: string, against = manifest, ...flags: readonly string[]): number {
  const quiet = [jest.spyOn(console, 'log'), jest.spyOn(console, 'error')].map((spy) => spy.mockImplementation());
  const code = main([path, '--manifest', against, ...flags]);
  for (const spy of quiet) spy.mockRestore();
  return code;
}

/** The recipient with the most lines that are split. */
function busiest(lines: string): string {
  const counts = new Map<string, number>();
  for (const row of lines.split('\n').slice(1, -1)) {
    const place = row.split(',')[7] ?? '';
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

beforeAll(async () => {
  terms = await makeTwoTerms({ persons: 90, seed: 11 });
  const [, second = ''] = terms.folders;
  manifest = join(second, 'manifest.json');
  recipient = busiest(read('payout_lines.csv', second));
  folder = join(terms.work, 'export');
  const run = ['--run', terms.runIds[1] ?? '', '--db', terms.db, '--as', 'kari'];
  const said = await answer(terms.work, 'export-trace', '--recipient', recipient, '--out', folder, ...run);
  seal = z.object({ export_sha256: z.string() }).parse(said).export_sha256;
}, 60_000);

/** Makes every hash of an export anew after a change, as somebody would who knows the format. */
function reseal(path: string): void {
  const index = JSON.parse(read('export.json', path));
  const hash = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
  for (const file of index.files) {
    const text = read(file.name, path);
    file.bytes = Buffer.byteLength(text);
    file.sha256 = hash(text);
  }
  const text = `${JSON.stringify(index, null, 2)}\n`;
  writeFileSync(join(path, 'export.json'), text);
  writeFileSync(join(path, 'export.sha256'), `${hash(text)}  export.json\n`);
}

test('an export checks against the manifest of its run and of no other', () => {
  expect(read('lines.csv').split('\n').length).toBeGreaterThan(2);
  expect(check(folder)).toBe(0);
  const index = JSON.parse(read('export.json'));
  expect([index.journal_head, index.posting_head]).toEqual([terms.heads[1], expect.stringMatching(/^[0-9a-f]{64}$/)]);
  expect(check(folder, join(terms.folders[0] ?? '', 'manifest.json'))).toBe(5);
});

test('any change of any byte fails', () => {
  const copy = join(terms.work, 'changed');
  const files = readdirSync(folder).map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
  const change = fc.record({
    file: fc.constantFrom(...files),
    at: fc.double({ min: 0, max: 0.999_999, noNaN: true }),
    flip: fc.integer({ min: 1, max: 255 }),
  });
  fc.assert(
    fc.property(change, ({ file, at, flip }) => {
      cpSync(folder, copy, { recursive: true });
      const bytes = Buffer.from(file.bytes);
      const place = Math.floor(at * bytes.length);
      bytes[place] = (bytes[place] ?? 0) ^ flip;
      writeFileSync(join(copy, file.name), bytes);
      expect(check(copy)).toBe(5);
      rmSync(copy, { recursive: true });
    }),
    { numRuns: 60 },
  );
});

test.each(['lines.csv', 'payouts.csv', 'payout-proofs.json', 'part-proofs.json'])(
  'a digit changed in %s fails, also when all hashes are made anew',
  (name) => {
    const text = read(name);
    const digits = [...text.matchAll(/(?<=[,.":])\d/g)].map((match) => match.index);
    const copy = join(terms.work, 'resealed');
    fc.assert(
      fc.property(fc.constantFrom(...digits), fc.integer({ min: 1, max: 9 }), (at, step) => {
        cpSync(folder, copy, { recursive: true });
        const digit = (Number(text[at]) + step) % 10;
        writeFileSync(join(copy, name), `${text.slice(0, at)}${digit}${text.slice(at + 1)}`);
        reseal(copy);
        expect(check(copy)).toBe(5);
        rmSync(copy, { recursive: true });
      }),
      { numRuns: 15 },
    );
  },
);

test('a line left out fails, also when all hashes are made anew', () => {
  const copy = join(terms.work, 'less');
  cpSync(folder, copy, { recursive: true });
  writeFileSync(join(copy, 'lines.csv'), read('lines.csv').split('\n').slice(0, -2).join('\n').concat('\n'));
  reseal(copy);
  expect(check(copy)).toBe(5);
});

test('proofs taken out with all that hangs on them are told by the seal that was kept', () => {
  expect(check(folder, manifest, '--seal', seal)).toBe(0);
  const copy = join(terms.work, 'without-proofs');
  cpSync(folder, copy, { recursive: true });
  writeFileSync(join(copy, 'lines.csv'), `${read('lines.csv').split('\n')[0]}\n`);
  writeFileSync(join(copy, 'payouts.csv'), `${read('payouts.csv').split('\n')[0]}\n`);
  for (const name of ['payout-proofs.json', 'part-proofs.json']) writeFileSync(join(copy, name), '[\n\n]\n');
  reseal(copy);
  expect(check(copy)).toBe(0);
  expect(check(copy, manifest, '--seal', seal)).toBe(5);
});

test('an unknown flag is wrong use', () => {
  expect(check(folder, manifest, '--seals', seal)).toBe(2);
});

/** Cells of the rows of a table. */
const cellsOf = (text: string): string[][] =>
  text
    .split('\n')
    .slice(1, -1)
    .map((row) => row.split(','));

test('nothing in it tells of another recipient or of a person by number', () => {
  const [, second = ''] = terms.folders;
  const rows = cellsOf(read('payout_lines.csv', second));
  const mine = rows.filter((cells) => cells[7] === recipient);
  const all = readdirSync(folder)
    .map((name) => read(name))
    .join('\n');
  for (const cells of rows) expect(all.includes(cells[6] || 'nobody')).toBe(false);
  const told = cellsOf(read('lines.csv'));
  expect(told.map((cells) => [cells[2], cells[10]]).sort()).toEqual(mine.map((cells) => [cells[4], cells[14]]).sort());
  expect(new Set(told.map((cells) => cells[4]))).toEqual(new Set([recipient]));
});

interface ProofRow {
  readonly data?: string;
  readonly hash?: string;
  readonly path?: readonly string[];
}

const proofs = (path: string, name: string): ProofRow[] => JSON.parse(read(name, path));

/** Pseudonyms of the parts in an export; those of kommuner are zeros. */
const personsIn = (path: string): string[] =>
  proofs(path, 'part-proofs.json').flatMap(({ data }) => (data ? [data.slice(40, 72)] : []));

/** Everything by which a person, a part or a line could be known again: salts, pseudonyms, references, hashes. */
function namesIn(path: string): string[] {
  const parts = proofs(path, 'part-proofs.json').flatMap(({ data, hash }) => {
    if (data === undefined) return hash === undefined ? [] : [hash];
    const own = createHash('sha256').update(Buffer.of(0)).update(Buffer.from(data, 'hex')).digest('hex');
    return [own, data.slice(8, 40), data.slice(40, 72), data.slice(72, 88)];
  });
  const payouts = proofs(path, 'payout-proofs.json').flatMap(({ data = '' }) => {
    const references = [...data.slice(128).matchAll(/(.{16}).{32}/g)].map((match) => match[1] ?? '');
    return [data.slice(8, 40), ...references];
  });
  return [...parts, ...payouts].filter((name) => !/^0*$/.test(name));
}

const waysIn = (path: string): string[] =>
  ['part-proofs.json', 'payout-proofs.json'].flatMap((name) => proofs(path, name).flatMap((row) => row.path ?? []));

test('exports to two recipients cannot be joined: no name of a person, line or part stands in both', async () => {
  const [, second = ''] = terms.folders;
  const others = [...new Set(cellsOf(read('payout_lines.csv', second)).map((cells) => cells[7] ?? ''))];
  const run = ['--run', terms.runIds[1] ?? '', '--db', terms.db, '--as', 'kari'];
  const mine = new Set(namesIn(folder));
  expect(mine.size).toBeGreaterThan(10);
  for (const other of others.filter((code) => code !== recipient).slice(0, 4)) {
    const place = join(terms.work, `export-${other}`);
    await answer(terms.work, 'export-trace', '--recipient', other, '--out', place, ...run);
    expect(check(place)).toBe(0);
    expect([...namesIn(place), ...waysIn(place)].filter((name) => mine.has(name))).toEqual([]);
    const theirs = new Set(namesIn(place));
    expect(waysIn(folder).filter((name) => theirs.has(name))).toEqual([]);
  }
});

test('a person has one name before the kommune in every run, and it is none that a run folder has', async () => {
  const first = join(terms.work, 'export-of-first');
  const run = ['--run', terms.runIds[0] ?? '', '--db', terms.db, '--as', 'kari'];
  await answer(terms.work, 'export-trace', '--recipient', recipient, '--out', first, ...run);
  const now = new Set(personsIn(folder));
  const both = personsIn(first).filter((person) => !/^0*$/.test(person) && now.has(person));
  expect(both.length).toBeGreaterThan(0);
  const [, second = ''] = terms.folders;
  const files = readdirSync(second).map((name) => readFileSync(join(second, name)));
  for (const person of both) {
    expect(files.some((bytes) => bytes.includes(person) || bytes.includes(Buffer.from(person, 'hex')))).toBe(false);
  }
});

test('a line of a protected address stands without person and part, and is proven all the same', () => {
  const [, second = ''] = terms.folders;
  const contents = readRunFolder(second, new Findings());
  const chosen = cellsOf(read('payout_lines.csv', second)).find((cells) => cells[7] === recipient && cells[6] !== '');
  const leaf = Number(chosen?.[17]?.split('.')[0]);
  const store = openTraceStore(second);
  if (!contents) throw new Error('the run folder cannot be read');
  const { files, protectedLines } = recipientExport({
    contents,
    heads: { postingHead: '', journalHead: '' },
    store,
    pseudonymKey: terms.key,
    recipient: parseRecipientCode(recipient) ?? 0,
    protectedLeaves: new Set([leaf]),
  });
  const general = new TraceReader(store).pseudonym(leaf);
  store.close();
  const person = new RecipientPseudonyms(terms.key).text(general, parseRecipientCode(recipient) ?? 0);
  expect(read('lines.csv')).toContain(person);
  const hidden = join(terms.work, 'hidden');
  mkdirSync(hidden);
  for (const { name, text } of files) writeFileSync(join(hidden, name), text);
  expect(protectedLines).toBeGreaterThan(0);
  const all = files.map(({ text }) => text).join('');
  expect(all.includes(person) || all.includes(general)).toBe(false);
  const without = cellsOf(read('lines.csv', hidden)).filter((cells) => cells[3] === '' && cells[8] === '');
  expect(without.filter((cells) => cells[10] === chosen?.[14])).not.toEqual([]);
  expect(check(hidden)).toBe(0);
});

test('an export that was made of a trace of format 1 still checks; no new one is made of such a run', async () => {
  const old = join(__dirname, '../../../fixtures/ledgers/format-1/by-name');
  const sealed = z.object({ run_id: z.string() }).parse(JSON.parse(read('export.json', join(old, 'export-1111'))));
  const work = join(terms.work, 'format-1');
  cpSync(old, work, { recursive: true });
  chmodSync(join(work, 'norsktilskudd.db.d', 'pseudonym.key'), 0o600);
  const [runFolder = ''] = readdirSync(join(work, 'norsktilskudd.db.d', 'runs')).filter(
    (name) => name === sealed.run_id,
  );
  expect(check(join(work, 'export-1111'), join(work, 'norsktilskudd.db.d', 'runs', runFolder, 'manifest.json'))).toBe(
    0,
  );
  const said = await command(
    work,
    ...['export-trace', '--recipient', '1111', '--out', join(work, 'new'), '--run', sealed.run_id],
    ...['--db', join(work, 'norsktilskudd.db'), '--as', 'kari'],
  );
  expect([said.code, said.err.includes('EXPORT_OF_OLDER_TRACE')]).toEqual([6, true]);
  expect(existsSync(join(work, 'new'))).toBe(false);
});

test('reveal finds the person behind the name that a kommune was shown, on the record', async () => {
  const [, second = ''] = terms.folders;
  const person = personsIn(folder).find((name) => !/^0*$/.test(name)) ?? '';
  const about = ['--run', terms.runIds[1] ?? '', '--db', terms.db, '--as', 'kari', '--purpose', 'klage 18/123'];
  const said = z.object({ person_id: z.string() }).parse(await answer(terms.work, 'reveal', person, ...about));
  const persons = new TraceReader(openTraceStore(second));
  const general = new RecipientPseudonyms(terms.key).text(
    pseudonymOf(terms.key, Number(said.person_id)),
    parseRecipientCode(recipient) ?? 0,
  );
  expect([general, persons.findPseudonym(pseudonymOf(terms.key, Number(said.person_id))) >= 0]).toEqual([person, true]);
  const unknown = await command(terms.work, 'reveal', 'ab'.repeat(16), ...about);
  expect([unknown.code, unknown.err.includes('PSEUDONYM_UNKNOWN')]).toEqual([2, true]);
  const log = z.object({ rows: z.array(z.object({ kind: z.string(), subjects: z.array(z.string()) })) });
  const { rows } = log.parse(await answer(terms.work, 'access', '--db', terms.db));
  expect(rows.filter(({ kind }) => kind === 'reveal').map(({ subjects }) => subjects[0])).toEqual([
    person,
    'ab'.repeat(16),
  ]);
});

test('a recipient gets its own persons by DUF number, with reasons and a page, and nobody else', async () => {
  const out = join(terms.work, 'with-persons');
  const runId = terms.runIds[1] ?? '';
  const run = ['--run', runId, '--db', terms.db, '--as', 'kari'];
  const made = ['export-trace', '--recipient', recipient, '--out', out, '--persons', ...run];
  const said = z.object({ persons: z.literal(`${out}-persons`), persons_sha256: z.string() });
  personsSeal = said.parse(await answer(terms.work, ...made)).persons_sha256;
  expect(check(out)).toBe(0);
  expect(readdirSync(`${out}-persons`).sort()).toEqual(['persons.csv', 'persons.html']);
  const table = read('persons.csv', `${out}-persons`).trimEnd().split('\n').slice(1);
  const told = table.map((row) => row.split(','));
  const lines = read('payout_lines.csv', terms.folders[1] ?? '')
    .split('\n')
    .slice(1, -1);
  const cells = lines.map((row) => row.split(','));
  const own = cells.filter((row) => row[7] === recipient).map((row) => row[6]);
  expect(told.length).toBeGreaterThan(0);
  expect(told.filter(([person = '']) => person !== '' && !own.includes(person))).toEqual([]);
  // Every pseudonym is one by which the export names a line; the lines of protected addresses are not among them.
  const shown = read('lines.csv', out)
    .split('\n')
    .slice(1, -1)
    .map((row) => row.split(','));
  for (const [person, ref, , component, , , , amount] of told.filter(([id]) => id !== '')) {
    expect(shown.some((row) => row[3] === ref && row[2] === component && row[10] === amount)).toBe(true);
    expect(person).toMatch(/^\d{12}$/);
  }
  expect(told.filter(([id]) => id !== '').length).toBe(shown.filter((row) => row[3] !== '').length);
  expect(
    told.every(([, , , , , reason, cause]) => (reason === 'correction') === (cause !== '') || reason === 'arrears'),
  ).toBe(true);
  const page = read('persons.html', `${out}-persons`);
  for (const text of [told[0]?.[0] ?? '', 'Confidential', JSON.parse(read('export.json', out)).manifest_sha256]) {
    expect(page).toContain(text);
  }
  const others = cells.filter((row) => row[7] !== recipient && !own.includes(row[6])).map((row) => row[6] ?? '');
  expect(others.filter((person) => person !== '' && page.includes(person))).toEqual([]);
  expect((await command(terms.work, ...made)).code).toBe(2);
});

test('whatever is forged in a table of own persons is found, by the proofs, the seal or the key', () => {
  const out = join(terms.work, 'with-persons');
  const table = join(`${out}-persons`, 'persons.csv');
  const whole = readFileSync(table, 'utf8');
  const key = join(`${terms.db}.d`, 'pseudonym.key');
  const held = (...flags: string[]) => check(out, manifest, '--persons', table, ...flags);
  expect([held(), held('--persons-seal', personsSeal), held('--key', key)]).toEqual([0, 0, 0]);
  const [head = '', ...rows] = whole.trimEnd().split('\n');
  const forged = (change: (cells: string[]) => string[], ...flags: string[]): number => {
    const place = rows.findIndex((row) => /^\d{12},/.test(row));
    const changed = rows.with(place, change(rows[place]?.split(',') ?? []).join());
    writeFileSync(table, `${[head, ...changed].join('\n')}\n`);
    const code = held(...flags);
    writeFileSync(table, whole);
    return code;
  };
  const turned = (text = ''): string => text.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10));
  for (const cell of [1, 2, 3, 7])
    expect([cell, forged((row) => row.with(cell, turned(`${row[cell]}1`)))]).toEqual([cell, 5]);
  expect(forged((row) => [row.join(), '\n', row.join()])).toBe(5);
  const otherId = (row: string[]): string[] => row.with(0, '201211111111');
  expect(forged(otherId, '--key', key)).toBe(5);
  for (const cell of [0, 4, 5, 6]) {
    const change = (row: string[]): string[] => (cell === 0 ? otherId(row) : row.with(cell, 'x'));
    expect([cell, forged(change, '--persons-seal', personsSeal)]).toEqual([cell, 5]);
  }
  // A row that is taken out: of somebody who is told of again, or of a grant of nobody.
  const ids = rows.map((row) => row.split(',')[0]);
  const twice = rows.findIndex(
    (_, place) => ids[place] === '' || ids.indexOf(ids[place]) !== ids.lastIndexOf(ids[place]),
  );
  expect(twice).toBeGreaterThanOrEqual(0);
  writeFileSync(table, `${[head, ...rows.toSpliced(twice, 1)].join('\n')}\n`);
  expect(held()).toBe(5);
  writeFileSync(table, whole);
});
