import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../support/temporary-folder';
import { done, type MadePerson, RATES, writeExtract } from '../privacy/support/small-register';

/** Whoever has a language of its own, and how many persons live there. */
const PLACES = [
  ['0301', 'Oslo kommune', 'nb', 9, '958935420', '12345678911'],
  ['1103', 'Stavanger kommune', 'nn', 8, '964965226', '12345678903'],
  ['0101', 'Halden kommune', 'en', 7, '959159092', '15030000002'],
  ['1201', 'Bergen kommune', 'neutral', 6, '', ''],
  ['1601', 'Trondheim kommune', 'nb', 6, '', ''],
  ['0104', 'Moss kommune', 'nb', 2, '', ''],
] as const;

/** Of those in Oslo the last one has a protected address. */
export const PROTECTED = '201712030009';

function persons(hasMoved: boolean): MadePerson[] {
  return PLACES.flatMap(([kommune, , , count], place) =>
    Array.from({ length: count }, (_, index): MadePerson => {
      const id = `20171203${String(100 * place + index + 1).padStart(4, '0')}`;
      const goes = hasMoved && kommune === '1103' && index < 5;
      const homes: MadePerson['homes'] = goes
        ? [
            [kommune, '2017-03-01'],
            ['0301', '2018-02-01'],
          ]
        : [[kommune, '2017-03-01']];
      return { id, homes, ...(id === PROTECTED ? { protection: 'strictly_confidential' } : {}) };
    }),
  );
}

/** Settings of whoever writes. */
export const SETTINGS = {
  ledger: 'norsktilskudd.db',
  letters: {
    sender_name: { nb: 'Eksempeldirektoratet', nn: 'Dømedirektoratet', en: 'Example Directorate' },
    unit: 'Tilskudd',
    org_number: '310 991 007',
    street: 'Gata 1',
    post_code: '0037',
    town: 'Oslo',
    case_officer: 'Kari Nordmann',
    neutral_language: 'nn',
  },
  payment: { debtor_name: 'Eksempeldirektoratet', kap_post: [{ component: 'persontilskudd', kap: '291', post: '60' }] },
};

/** A ledger with two posted terms of 2018: in the second, five have moved from Stavanger to Oslo and are registered late. */
export async function postedTerms(): Promise<{ cwd: string; runs: readonly string[] }> {
  const cwd = join(temporaryFolder(), 'letters');
  mkdirSync(cwd, { recursive: true });
  await done(cwd, 'init', '.', '--rehearsal', '--as', 'kari');
  writeFileSync(join(cwd, 'norsktilskudd.json'), JSON.stringify(SETTINGS));
  const rows = PLACES.filter(([, , , , org]) => org !== '').map(([code, name, language, , org, account]) =>
    [code, name, org, account, code === '0301' ? '1234567897' : '', language, '0037', 'Oslo'].join(','),
  );
  const head = 'recipient_id,name,org_number,account_number,kid,language,post_code,town';
  writeFileSync(join(cwd, 'recipients.csv'), `${[head, ...rows].join('\n')}\n`);
  await done(cwd, 'recipients', 'import', 'recipients.csv', '--as', 'kari');
  for (const code of ['0301', '1103']) {
    await done(cwd, 'recipients', 'confirm', code, '--reference', 'brev', '--as', 'ola');
  }
  const runs: string[] = [];
  for (const [index, takenAt] of ['2018-03-31', '2018-06-30'].entries()) {
    const extract = writeExtract(join(cwd, `e${index}`), persons(index === 1), { takenAt });
    const what = ['--extract', extract, '--year', '2018', '--term', String(index + 1), '--rates', RATES];
    const { out } = await done(
      cwd,
      'run',
      ...what,
      '--exclude',
      'grunntilskudd',
      '--rehearsal',
      '--as',
      'kari',
      '--json',
    );
    const run = /"run_id":"([^"]+)"/.exec(out)?.[1] ?? '';
    await done(cwd, 'approve', run, '--as', 'ola');
    runs.push(run);
  }
  return { cwd, runs };
}
