import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import {
  addMadeUpRules,
  build,
  caller,
  copiedProject,
  idOf,
  PROJECT,
  writeExtract,
} from '../rules/support/made-up-project';
import { temporaryFolder } from '../support/temporary-folder';

jest.setTimeout(120_000);

const EXCLUDED = ['--exclude', 'grunntilskudd'];
const RUN = z.looseObject({ run_id: z.string() });

describe('a made-up component and a made-up version', () => {
  const root = copiedProject();
  const work = temporaryFolder();
  const call = caller(root, work);
  const explain = (place: number, language: string): string =>
    call('explain', '--format', 'full', '--person', idOf(place), '--why-not', '--as', 'kari', '--lang', language);
  let runId = '';

  beforeAll(() => {
    writeExtract(join(work, 'extract'));
    build(root);
    // The ledger is older than the component.
    call('init', '--rehearsal', '--as', 'kari');
    addMadeUpRules(root);
    build(root);
    call('rules', 'lock');
    // What the lock says of tables counts from the next build on.
    build(root);
    runId = RUN.parse(
      JSON.parse(
        call(
          ...['run', '--extract', 'extract', '--year', '2027', '--term', '1', '--rehearsal', '--as', 'kari', '--json'],
          ...EXCLUDED,
        ),
      ),
    ).run_id;
  });

  test('are frozen, and change no year that was', () => {
    expect(call('rules', 'check')).toBe('16 frozen rules are unchanged.\n');
    const before = readFileSync(join(PROJECT, 'rules', 'rules.lock.json'), 'utf8');
    const after = readFileSync(join(root, 'rules', 'rules.lock.json'), 'utf8');
    const hashes = (text: string): string[] =>
      [...text.matchAll(/"module": "(.*)",\s+"sha256": "(\w+)"/g)].map(([, module, sha256]) => `${module} ${sha256}`);
    const ended = ['botilskudd@2027', 'persontilskudd@2027'];
    expect(hashes(before)).toEqual(
      expect.arrayContaining(hashes(after).filter((row) => !ended.includes(row.split(' ')[0] ?? ''))),
    );
  });

  // 3 000 kr are due of 9 001 kr: 2 and 1 parts of 3. 20 000 kr are due of 40 001 kr: 120 and 214 days of 334.
  test('are calculated, each with its dues: a split of its own, and one by days', () => {
    const lines = readFileSync(join(work, 'norsktilskudd.db.d', 'runs', runId, 'payout_lines.csv'), 'utf8');
    const cells = lines
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','))
      .map((line) => [5, 6, 9, 12, 14, 16].map((place) => line[place]));
    expect(cells).toEqual([
      ['BOLIG', idOf(0), '9001', '2000', '2000', 'botilskudd'],
      ['BOLIG', idOf(0), '9001', '1000', '1000', 'botilskudd'],
      ['BOLIG', idOf(2), '9001', '3000', '3000', 'botilskudd'],
      ['P-AR1-H', idOf(0), '40001', '7186', '7186', 'persontilskudd'],
      ['P-AR1-H', idOf(0), '40001', '12814', '12814', 'persontilskudd'],
      ['P-AR1-H', idOf(1), '40001', '20000', '20000', 'persontilskudd'],
      ['P-AR2-L', idOf(3), '21000', '10500', '10500', 'persontilskudd'],
    ]);
  });

  test('are explained in both languages', () => {
    const nb = explain(0, 'nb');
    expect(nb).toContain('Botilskudd til nybosatte, tilskuddsåret 2027 (BOLIG)');
    expect(nb).toContain('Tillatelsen er gitt 20. januar 2027.');
    expect(nb).toContain('Kravet er fra og med 18 til og med 60 år.');
    expect(nb).toContain(
      'Halvparten forfaller i termin 1 og resten i termin 4. Til og med termin 1 er det 20 000 kr av 40 001 kr.',
    );
    expect(nb).toContain(
      'En tredel forfaller i termin 1 og resten i termin 4. I termin 1 har 3 000 kr forfalt til utbetaling.',
    );
    expect(nb).toContain('Bostedet ved inntreden får 2 deler og bostedet ved utgangen av året 1.');
    expect(nb).toContain('0301 Oslo: 3 000 kr × 2 / 3 = 2 000 kr, rest 0.');
    const en = explain(0, 'en');
    expect(en).toContain('One third is due in term 1, the rest in term 4. In term 1, 3 000 kr is due.');
    expect(en).toContain('The home on entry receives 2 parts, the home at the end of the year 1.');
    expect(en).toContain('3201 Bærum: 3 000 kr × 1 / 3 = 1 000 kr, remainder 0.');
    expect(en).toContain('Housing grant for newly settled, grant year 2027 (BOLIG)');
    expect(en).toContain('The permit was granted on 20 January 2027.');
    expect(en).toContain('It must be from 18 to 60.');
    expect(en).toContain('One half is due in term 1, the rest in term 4. Up to term 1 that is 20 000 kr of 40 001 kr.');
  });

  test('have a why-not with the smallest change that is enough', () => {
    expect(explain(1, 'en')).toContain(
      'The date of the permit 15 January 2027 instead of 10 January 2027 (5 days later) [target_group.csv:3:permit_granted_on] Then 9 001 kr for the year would have been paid, from term 1.',
    );
    expect(explain(1, 'nb')).toContain(
      'IKKE OPPFYLT: Tillatelsen er gitt 10. januar 2027. Den må være gitt 15. januar 2027 eller senere.',
    );
    expect(explain(2, 'en')).toContain(
      'The date of the permit 4 May 2026 instead of 20 January 2027 (261 days earlier) [target_group.csv:4:permit_granted_on] Then 40 001 kr for the year would have been paid, from term 1.',
    );
  });

  test('are checked by verify, and by the verifiers of one file', () => {
    const verified = call('verify', runId, '--draft', '--db', 'norsktilskudd.db', '--extract', 'extract');
    expect(verified).toContain('Everything checks');
    for (const name of ['verify-run.cjs', 'verify-trace.cjs', 'verify-figures.cjs']) {
      const folder = join(work, 'norsktilskudd.db.d', 'runs', runId);
      const { status, stdout } = spawnSync(process.execPath, [join(root, 'bin', name), folder], { encoding: 'utf8' });
      expect([status, stdout]).toEqual([0, expect.stringContaining('Everything checks')]);
    }
  });

  test('are what scenarios, comparisons and questions reckon with', () => {
    const rates = 'key,grant_year,rate_class,value,status,source,note\nbotilskudd,2027,single,10001,scenario,test,\n';
    writeFileSync(join(work, 'dearer.csv'), rates);
    writeFileSync(join(work, 'dearer.json'), JSON.stringify({ name: 'dearer', rates: ['dearer.csv'] }));
    const scenario = call('scenario', 'dearer.json', '--extract', 'extract', '--year', '2027', ...EXCLUDED);
    expect(scenario).toContain('121 004 kr');
    const compared = call('compare', 'extract@2026', 'extract@2027', ...EXCLUDED);
    expect(compared).toMatch(/housing grant +0 kr +0 kr +0 kr +\+18 002 kr +0 kr +18 002 kr/);
    // Whoever is too old for the version of 2027 falls away by its rule, not by data.
    expect(compared).toMatch(/persontilskudd +20 000 kr +0 kr +\+121 000 kr +−40 000 kr +\+2 kr/);
    expect(call('impact', '--extract', 'extract', '--year', '2027', ...EXCLUDED)).toMatch(/A10 +by_days +by_months/);
    expect(call('size', '--extract', 'extract', '--year', '2027', ...EXCLUDED)).toMatch(
      /housing grant +single +2 +3 +9 001 kr +18 002 kr/,
    );
  });

  test('are approved and posted', () => {
    expect(call('approve', runId, '--as', 'ola')).toContain(`${runId} is posted: 7 lines, 4 payments, 56 500 kr.`);
    expect(call('verify', runId, '--db', 'norsktilskudd.db')).toContain('1 posted batch');
  });
});
