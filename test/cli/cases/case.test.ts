import { join } from 'node:path';
import { openLedger } from '../../../src/ledger';
import { temporaryFolder } from '../../support/temporary-folder';
import { ok, runIdOfTerm } from '../approval/support';
import { cli } from '../support';

const LEDGER = ['--db', 'l.db'];
const KARI = ['--as', 'kari', ...LEDGER];
const OLA = ['--as', 'ola', ...LEDGER];
const PERSON = '201712345601';

/** A ledger with a case about a kommune. */
async function withCase(): Promise<string> {
  const cwd = temporaryFolder();
  const by = { actor: 'kari', at: '2018-01-01T08:00:00Z', build: 'test' };
  openLedger(join(cwd, 'l.db'), { create: { rehearsal: true, by } }).close();
  const about = ['--kind', 'complaint', '--recipient', '1504', '--reference', '24/1234'];
  const opened = await ok(cwd, 'case', 'new', ...about, '--reason', 'klage på tellingen', ...KARI);
  expect(opened).toMatchObject({ case_number: 1, kind: 'complaint', state: 'open', recipient_id: '1504', acts: [] });
  return cwd;
}

test('a case from the complaint to its end: two persons, and everything is told in words', async () => {
  const cwd = await withCase();
  const count = ['--year', '2018', '--recipient', '1504', '--amount', '4'];
  const proposed = await ok(cwd, 'case', 'propose', '1', 'pin_count', ...count, '--reason', 'fire personer', ...KARI);
  expect(proposed).toMatchObject({
    act: 1,
    state: 'proposed',
    says: { grant_year: '2018', recipient_id: '1504', amount: '4' },
  });
  const own = await cli(cwd, ['case', 'confirm', '1', ...KARI]);
  expect([own.code, own.err]).toEqual([6, expect.stringContaining('LEDGER_CASE_OWN_ACT')]);
  expect(await ok(cwd, 'case', 'confirm', '1', ...OLA)).toMatchObject({ state: 'in_force', confirmed: { by: 'ola' } });
  const third = await cli(cwd, ['case', 'confirm', '1', '--as', 'per', ...LEDGER, '--lang', 'nb']);
  expect([third.code, third.err]).toEqual([6, expect.stringContaining('tilstanden er «gjelder»')]);
  await ok(cwd, 'case', 'decide', '1', '--decision', 'upheld', '--reason', 'medhold', ...OLA);
  const closed = await ok(cwd, 'case', 'close', '1', '--reason', 'ferdig', ...KARI);
  expect(closed).toMatchObject({ state: 'closed', decision: 'upheld', already: false });
  expect((await cli(cwd, ['case', 'show', '1', ...LEDGER, '--lang', 'nb'])).out).toMatch(
    /^SAK 1: klage, lukket \(dokument 24\/1234\)\nGjelder mottaker 1504\.\nÅpnet av kari .*: klage på tellingen\nAvgjort av ola .*: medhold\. medhold\nLukket av kari .*: ferdig\n\nHandling 1: antall personer i kommunen \(gjelder\)\n {2}tilskuddsår: 2018\n {2}mottaker: 1504\n {2}antall eller beløp: 4\n {2}Foreslått av kari .*: fire personer\n {2}Bekreftet av ola/,
  );
  expect((await cli(cwd, ['case', 'list', ...LEDGER, '--lang', 'en'])).out).toMatch(
    /^case {2}kind {7}state {3}about {2}document {2}in force {2}proposed\n {3}1 {2}complaint {2}closed {2}1504 {3}24\/1234 {10}1 {9}0\n\nPosting head [0-9a-f]{64}\nJournal head [0-9a-f]{64}\n$/,
  );
});

test('a person shows by pseudonym', async () => {
  const cwd = await withCase();
  const opened = await cli(cwd, [
    'case',
    'new',
    '--kind',
    'error',
    '--person',
    PERSON,
    '--recipient',
    '1103',
    '--reference',
    '24/2',
    '--reason',
    'x',
    ...KARI,
  ]);
  expect([opened.code, opened.err]).toEqual([0, '']);
  expect(opened.out).toMatch(/pseudonym [a-z]* ?[0-9a-f]{32}/);
  // Nobody knows whose address is protected before the first extract.
  for (const what of [PERSON, '1103']) expect(opened.out).not.toContain(what);
  expect(JSON.stringify(await ok(cwd, 'case', 'list', ...LEDGER))).not.toContain(PERSON);
});

test('everything wrong with an act is told at once, and an unknown case or act is a wrong usage', async () => {
  const cwd = await withCase();
  const wrong = await cli(cwd, ['case', 'propose', '1', 'pin_count', '--amount', '-4', '--reason', 'x', ...KARI]);
  expect(wrong.code).toBe(6);
  for (const field of ['--year is missing', '--recipient is missing', '-4']) expect(wrong.err).toContain(field);
  const later = ['--year', '2018', '--recipient', '1507', '--amount', '4', '--reason', 'x', ...KARI];
  const wrongNumber = await cli(cwd, ['case', 'propose', '1', 'pin_count', ...later]);
  expect([wrongNumber.code, wrongNumber.err]).toEqual([2, expect.stringContaining('CASE_PLACE_LATER')]);
  expect((await cli(cwd, ['case', 'show', '7', ...LEDGER])).code).toBe(2);
  expect((await cli(cwd, ['case', 'confirm', '7', ...OLA])).code).toBe(2);
});

test('an act after a run wants the run anew', async () => {
  const cwd = await withCase();
  const runId = await runIdOfTerm(cwd, 'l.db', '2019-T3');
  const pin = ['--recipient', '1504', '--year', '2019', '--amount', '4', '--reason', 'x'];
  await ok(cwd, 'case', 'propose', '1', 'pin_count', ...pin, ...KARI);
  await ok(cwd, 'case', 'confirm', '1', ...OLA);
  const late = await cli(cwd, ['approve', runId, ...OLA]);
  expect([late.code, late.err]).toEqual([6, expect.stringContaining('LEDGER_CASES_CHANGED')]);
});

test('an act on another kommune or person than the case is about is warned of when it is proposed and when it is confirmed', async () => {
  const cwd = await withCase();
  const propose = (caseNumber: number, kind: string, ...what: string[]) =>
    cli(cwd, ['case', 'propose', String(caseNumber), kind, ...what, '--reason', 'x', ...KARI, '--lang', 'nb']);
  const days = ['--from', '2018-01-01', '--to', '2018-12-31'];
  // 1504 and 1507 are one kommune after another.
  for (const own of ['1504', '1507']) {
    expect(await propose(1, 'block', '--recipient', own, ...days)).toMatchObject({ err: '' });
  }
  const stray = await propose(1, 'block', '--recipient', '0301', ...days);
  expect(stray.err).toContain('Handling 3 gjelder en annen mottaker enn sak 1.');
  expect(stray.err).not.toContain('0301');
  const confirmed = await cli(cwd, ['case', 'confirm', '3', ...OLA, '--lang', 'en']);
  expect(confirmed.err).toContain('Act 3 is about another recipient than case 1.');
  await ok(cwd, 'case', 'new', '--kind', 'error', '--person', PERSON, '--reference', '24/2', '--reason', 'x', ...KARI);
  const block = (person: string) => ['--person', person, ...days];
  expect((await propose(2, 'block', ...block(PERSON))).err).toBe('');
  expect((await propose(2, 'block', ...block('201712345602'))).err).toContain('en annen person enn sak 2');
});
