import { cpSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { done } from '../privacy/support/small-register';
import { cli } from '../support';
import { PROTECTED, postedTerms } from './support';

jest.setTimeout(60_000);

let cwd = '';
let runs: readonly string[] = [];
const out = (term: number): string => join(cwd, `letters-${term}`);
const write = (term: number, ...more: readonly string[]) =>
  cli(cwd, ['letters', 'write', runs[term - 1] ?? '', '--out', out(term), '--as', 'kari', ...more]);
const page = (term: number, path: string): string => readFileSync(join(out(term), path), 'utf8');
const contents = (term: number): Record<string, string> =>
  Object.fromEntries(
    readdirSync(out(term), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(html|json)$/.test(name))
      .map((name) => [name, page(term, name)]),
  );

beforeAll(async () => {
  ({ cwd, runs } = await postedTerms());
  for (const term of [1, 2]) {
    const { code, err, out: said } = await write(term, '--date', '2018-07-02');
    expect([code, err, said]).toEqual([0, '', expect.stringMatching(/^(Next|Neste): norsktilskudd /m)]);
  }
}, 60_000);

/** What differs from program to program and from day to day. */
function masked(text: string): string {
  return text
    .replace(/\b[0-9a-f]{64}\b/g, 'HASH')
    .replace(/2018-T\d-[0-9a-f]{12}/g, 'RUN')
    .replace(/(approved by ola on|godkje?nt av ola) \d+\.? \w+ \d{4}/g, '$1 DAY');
}

test.each([
  ['en', 1, '0101'],
  ['nb', 2, '0301'],
  ['nn', 2, '1103'],
])('a letter in %s is as it was read aloud (GOLDEN=write writes it)', (language, term, recipient) => {
  const golden = join(__dirname, `letter-${language}.html`);
  const text = masked(page(term, `public/${recipient}.html`));
  if (process.env.GOLDEN === 'write') writeFileSync(golden, text);
  expect(text).toBe(readFileSync(golden, 'utf8'));
});

test('only those with a payment, a correction or a balance get letters', () => {
  const letters = (term: number): string[] =>
    readdirSync(join(out(term), 'public')).filter((name) => name.endsWith('.html') && name !== 'index.html');
  expect(letters(1)).toEqual(['0101', '0104', '0301', '1103', '1201', '5001'].map((code) => `${code}.html`));
  expect(letters(2)).toEqual(['0301.html', '1103.html']);
});

test('what few persons stand behind, and what it could be worked out from, stands in the list of persons alone', () => {
  for (const [recipient, amount] of [
    ['0104', '124\u00a0600'],
    ['1201', '373\u00a0800'],
    ['5001', '373\u00a0800'],
  ] as const) {
    expect(page(1, `public/${recipient}.html`)).not.toContain('\u00a0kr');
    expect(page(1, `confidential/${recipient}.html`)).toContain(`${amount}\u00a0kr`);
  }
  const index = page(1, 'public/index.html');
  expect(index).not.toContain('124\u00a0600');
  expect(index).toContain('436\u00a0100\u00a0kr');
});

test('no person stands in a public letter, a title, a record, a file name or an index', () => {
  for (const [name, text] of [...Object.entries(contents(1)), ...Object.entries(contents(2))]) {
    const isList = /^confidential\/\d{4}\.html$/.test(name);
    if (!isList) expect(`${name} ${text.match(/20171203\d{4}/) ?? ''}`).toBe(`${name} `);
    expect(text.match(/<title>.*?\d{11,}.*?<\/title>/)).toBeNull();
  }
});

test('a protected person stands in the list as number and sum; a former kommune does not learn the new one', () => {
  const oslo = page(1, 'confidential/0301.html');
  expect(oslo).not.toContain(PROTECTED);
  expect(oslo).toContain('201712030008');
  expect(oslo).toContain('1 person, 62\u00a0300\u00a0kr');
  const stavanger = page(2, 'confidential/1103.html');
  expect(stavanger).toContain('201712030101');
  expect(stavanger).toContain('−57\u00a0009\u00a0kr');
  expect(stavanger.replace(/<address>.*?<\/address>/gs, '')).not.toMatch(/\b0301\b|Oslo/);
});

test('lists are for their owner alone, and who wrote them stands in the access log with their seal', async () => {
  expect(statSync(join(out(1), 'confidential')).mode & 0o777).toBe(0o700);
  expect(statSync(join(out(1), 'confidential/0301.html')).mode & 0o777).toBe(0o600);
  const again = await write(1, '--json');
  const { seal } = JSON.parse(again.out);
  const log = await cli(cwd, ['access', '--json']);
  expect(log.out).toContain(seal);
});

test('all letters together pay what payouts.csv pays', async () => {
  const { paid, letters } = JSON.parse((await write(1, '--json')).out);
  expect([paid, letters]).toEqual([38 * 62_300, 6]);
});

test('the same again gives the same bytes, with the date that was given first', async () => {
  const before = contents(1);
  expect((await write(1)).code).toBe(0);
  expect(contents(1)).toEqual(before);
  const other = await write(1, '--date', '2018-07-03', '--lang', 'en');
  expect([other.code, other.err.includes('LETTERS_DATE_TWICE')]).toEqual([2, true]);
});

test('a page, a record or a stored fact that somebody changed is found', async () => {
  const check = () => cli(cwd, ['letters', 'check', runs[1] ?? '', '--out', out(2), '--lang', 'en']);
  expect(await check()).toMatchObject({ code: 0, err: '' });
  for (const [name, code, ...change] of [
    ['public/0301.html', 'LETTER_CHANGED', '285\u00a0045', '285\u00a0046'],
    ['confidential/1103.html', 'LETTER_CHANGED', '57\u00a0009', '57\u00a0008'],
    ['public/0301.json', 'LETTER_CHANGED', 'Oslo kommune', 'Oslo'],
    ['confidential/letters.json', 'LETTER_DIFFERS', '"state": "planned"', '"state": "paid"'],
  ] as const) {
    const text = page(2, name);
    const [from = '', to = ''] = change;
    expect(text).toContain(from);
    writeFileSync(join(out(2), name), text.replaceAll(from, to));
    const { code: exit, err } = await check();
    expect([name, exit, err.includes(code)]).toEqual([name, 5, true]);
    writeFileSync(join(out(2), name), text);
  }
  writeFileSync(join(out(2), 'public/9999.html'), '');
  expect((await check()).err).toContain('LETTER_NOT_OURS');
});

test('payout check holds letters beside the run to it, page by page and payment by payment', async () => {
  const run = runs[1] ?? '';
  expect((await cli(cwd, ['letters', 'write', run, '--date', '2018-07-02', '--as', 'kari'])).code).toBe(0);
  const check = () => cli(cwd, ['payout', 'check', run, '--lang', 'en']);
  const fine = await check();
  expect([
    fine.code,
    fine.err,
    /letters\/public\/ \(\d+\), letters\/confidential\/ \(\d+\)\.\n/.test(fine.out),
  ]).toEqual([0, '', true]);
  const beside = join(cwd, 'norsktilskudd.db.d/runs', `${run}.letters`);
  const broken = async (name: string, edit: (text: string) => string, ...codes: string[]) => {
    const text = readFileSync(join(beside, name), 'utf8');
    expect(edit(text)).not.toBe(text);
    writeFileSync(join(beside, name), edit(text));
    const { code, err } = await check();
    expect([name, code, codes.filter((told) => !err.includes(told))]).toEqual([name, 5, []]);
    writeFileSync(join(beside, name), text);
  };
  await broken('public/0301.html', (text) => text.replace('285\u00a0045', '285\u00a0046'), 'LETTER_CHANGED');
  await broken('public/0301.json', (text) => text.replace(/[0-9a-f]{64}/, 'ab'.repeat(32)), 'LETTER_CHANGED');
  const stored = 'confidential/letters.json';
  await broken(stored, (text) => text.replace(/"accountEnd": "\d{4}"/, '"accountEnd": "0000"'), 'LETTER_DIFFERS');
  await broken(stored, (text) => text.replace('-0301-PERS"', '-0301-ASYL"'), 'PAYOUT_LETTER_DIFFERS');
  expect((await write(2, '--recipient', '0301', '--out', `${beside}-0301`)).code).toBe(0);
  await broken(
    `../${run}.letters-0301/public/0301.html`,
    (text) => text.replace('285\u00a0045', '285\u00a0046'),
    'LETTER_CHANGED',
    `${run}.letters-0301/public/0301.html`,
  );
  renameSync(join(beside, 'public/0301.html'), join(beside, 'public/0302.html'));
  const moved = await check();
  expect([moved.code, moved.err]).toEqual([5, expect.stringMatching(/LETTER_GONE[\s\S]*LETTER_NOT_OURS/)]);
});

test('a claim and a pinned count stand in the letter of whoever they concern, each under its case', async () => {
  const copy = `${cwd}-with-cases`;
  cpSync(cwd, copy, { recursive: true });
  const by = (name: string, ...words: readonly string[]) => done(copy, ...words, '--reason', 'klage', '--as', name);
  for (const kind of ['complaint', 'recovery']) await by('kari', 'case', 'new', '--kind', kind, '--reference', '18/77');
  await by('kari', 'case', 'propose', '1', 'pin_count', '--year', '2018', '--recipient', '1103', '--amount', '4');
  const claim = ['--recipient', '1103', '--group', 'persontilskudd', '--amount', '1500'];
  await by('kari', 'claim', 'propose', '2', ...claim);
  for (const number of ['1', '2']) await done(copy, 'case', 'confirm', number, '--as', 'ola');
  const folder = join(copy, 'out');
  await done(copy, 'letters', 'write', runs[1] ?? '', '--date', '2018-07-02', '--out', folder, '--as', 'kari');
  for (const name of ['public/1103.html', 'confidential/1103.html', 'public/0301.html']) {
    const text = readFileSync(join(folder, name), 'utf8')
      .replace(/<[^>]+>/g, ' ')
      .replace(/[\s\u00a0]+/g, ' ');
    const isOwn = name.includes('1103');
    const told = 'Saker Sak 1: talet som blir lagt til grunn. Sak 2: krav om tilbakebetaling, 1 500 kr.';
    expect([name, text.includes(told)]).toEqual([name, isOwn]);
    // What is claimed is netted no more, and the letter does not say that all of the balance is.
    const carried =
      'Saldoen på −285 045 kr blir trekt frå neste utbetaling. Det som blir kravd tilbake i ei sak, blir ikkje trekt.';
    expect([name, text.includes(carried)]).toEqual([name, isOwn]);
  }
});

test('what is decided under a number that has ended stands in the letter of the successor, as kind and case alone', async () => {
  const copy = `${cwd}-with-former`;
  cpSync(cwd, copy, { recursive: true });
  const by = (name: string, ...words: readonly string[]) => done(copy, ...words, '--reason', 'klage', '--as', name);
  await by('kari', 'case', 'new', '--kind', 'complaint', '--reference', '18/77');
  const days = ['--from', '2018-01-01', '--to', '2018-12-31'];
  await by('kari', 'case', 'propose', '1', 'block', '--recipient', '1601', ...days);
  await by('kari', 'case', 'propose', '1', 'pin_count', '--year', '2018', '--recipient', '1601', '--amount', '4');
  for (const number of ['1', '2']) await done(copy, 'case', 'confirm', number, '--as', 'ola');
  const folder = join(copy, 'out');
  await done(copy, 'letters', 'write', runs[0] ?? '', '--date', '2018-07-02', '--out', folder, '--as', 'kari');
  const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\d{4}\.html$/.test(name))
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const);
  const told = texts.filter(([, text]) => text.includes('Sak 1')).map(([name]) => name);
  expect(told.sort()).toEqual(['confidential/5001.html', 'public/5001.html']);
  expect(texts.filter(([, text]) => /\b1601\b/.test(text))).toEqual([]);
});

test('letters of a run that was annulled are told, and none are written', async () => {
  const run = runs[1] ?? '';
  await done(cwd, 'annul', run, '--reason', 'wrong rate', '--as', 'kari');
  const check = () => cli(cwd, ['letters', 'check', run, '--out', out(2), '--lang', 'en']);
  await done(cwd, 'approve', `${run}-annulment`, '--as', 'ola');
  const { code, err } = await check();
  expect([code, err]).toEqual([5, expect.stringContaining(`${run} has been annulled`)]);
  const again = await cli(cwd, ['letters', 'write', run, '--as', 'kari', '--lang', 'en']);
  expect([again.code, again.err]).toEqual([6, expect.stringMatching(/LETTERS_NOT_POSTED[\s\S]*norsktilskudd status/)]);
});
