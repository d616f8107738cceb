import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../support/temporary-folder';
import { madeExtract } from './made-extract';
import { ASSUMPTIONS_ACCEPTED, type CliResult, cli } from './support';

const work = temporaryFolder();
const RATES_HEAD = 'key,grant_year,rate_class,value,status,source,note';
let ledgers = 0;

/** A ledger of its own and the commands on it. */
function ledger(...flags: readonly string[]) {
  const made = flags.includes('--rehearsal') ? [] : ['--new-ledger'];
  ledgers += 1;
  const db = join(work, `ledger-${ledgers}.db`);
  const run = (extract: string, year: number, term: number, ...more: readonly string[]): Promise<CliResult> => {
    const argv = ['run', '--extract', extract, '--year', String(year), '--term', String(term), '--db', db];
    return cli(work, [...argv, '--as', 'kari', '--json', '--exclude', 'grunntilskudd', ...made, ...flags, ...more]);
  };
  const approve = (drafted: CliResult, name = 'ola', ...more: readonly string[]): Promise<CliResult> =>
    cli(work, ['approve', idOf(drafted), '--db', db, '--as', name, ...more]);
  return { db, run, approve };
}

/** Kroner are printed with spaces that do not break. */
function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}

function idOf({ out, err }: CliResult): string {
  const answer: { run_id?: string } = out === '' ? {} : JSON.parse(out);
  if (answer.run_id === undefined) throw new Error(err);
  return answer.run_id;
}

function ratesFile(name: string, ...lines: readonly string[]): string {
  const path = join(work, name);
  writeFileSync(path, `${[RATES_HEAD, ...lines].join('\n')}\n`);
  return path;
}

const extract2018 = madeExtract(join(work, 'extract-2018'), '2018-12-31');
const extract2019 = madeExtract(join(work, 'extract-2019'), '2019-03-31', {
  personer: '3',
  personkrets: 'rett_og_plikt introduksjonsloven 2019-02-01',
});

describe('figures that are missing', () => {
  it('stop the run with exit 4 and name cells, persons, last year and the way to give them', async () => {
    const { run } = ledger();
    const answer = await run(extract2019, 2019, 1, '--lang', 'en');
    expect(answer.code).toBe(4);
    expect(JSON.parse(answer.out)).toMatchObject({ error: { exit_code: 4, code: 'PARAMETERS_MISSING' } });
    expect(answer.err).toContain('Rates are missing (1). Nothing is calculated.');
    expect(answer.err).toContain(
      'persontilskudd.year1/2019/high is missing; 3 persons or kommuner need it for persontilskudd 2019. Last year with a value: 2018.',
    );
    expect(answer.err).toContain(
      'norsktilskudd init --year YEAR makes the sheet rates-YEAR.csv of the rates that are missing. Fill it in and give it with --rates, or leave the grant out with --exclude.',
    );
  });

  it('say the same in bokmål', async () => {
    const answer = await ledger().run(extract2019, 2019, 1, '--lang', 'nb');
    expect(answer.err).toContain(
      'persontilskudd.year1/2019/high mangler; 3 personer eller kommuner trenger den for persontilskudd 2019. Siste år med verdi: 2018.',
    );
  });

  it('stop nothing where the component is left out', async () => {
    const answer = await ledger().run(extract2019, 2019, 1, '--exclude', 'persontilskudd');
    expect(answer.code).toBe(0);
  });

  it('are given with --rates; sums that were published and are contradicted become a finding', async () => {
    const cells = [1, 2, 3].map((k) => `persontilskudd.year${k},2019,high,${k}0000,scenario,made up,`);
    const out = join(work, 'run-2019');
    const answer = await ledger().run(extract2019, 2019, 1, '--rates', ratesFile('2019.csv', ...cells), '--out', out);
    expect(answer.code).toBe(0);
    const findings = readFileSync(join(out, 'findings.csv'), 'utf8').split('\n');
    const sums = findings.filter((line) => line.includes('RATE_CHECK_SUM'));
    expect(sums).toHaveLength(1);
    expect(plain(sums[0] ?? '')).toContain('60 000 kr; offentliggjort sum er 141 800 kr');
  });
});

describe('a rates file that contradicts a verified cell', () => {
  const other = ratesFile('other.csv', 'persontilskudd.year1,2018,high,32000,verified,somebody,');

  it('stops the run with exit 4', async () => {
    const answer = await ledger().run(extract2018, 2018, 1, '--rates', other, '--lang', 'en');
    expect(answer.code).toBe(4);
    expect(plain(answer.err)).toContain(
      'persontilskudd.year1/2018/high is 32 000 kr, but the verified rate is 31 900 kr (S1: imdi.no norsktilskudd 2018).',
    );
  });

  it('runs where the cell is accepted by name, and in a rehearsal', async () => {
    const accept = ['--rates', other, '--accept', 'persontilskudd.year1/2018/high'];
    expect((await ledger().run(extract2018, 2018, 1, ...accept)).code).toBe(0);
    expect((await ledger('--rehearsal').run(extract2018, 2018, 1, '--rates', other)).code).toBe(0);
  });

  it('does not stop where it says the same', async () => {
    const same = ratesFile('same.csv', 'persontilskudd.year1,2018,high,31900,verified,the circular of 2018,');
    expect((await ledger().run(extract2018, 2018, 1, '--rates', same)).code).toBe(0);
  });
});

describe('years, terms and dates', () => {
  it.each([2003, 2005, 2015])('%i has no calendar: exit 4', async (year) => {
    const answer = await ledger().run(extract2018, year, 1, '--as-of', `${year}-03-31`, '--lang', 'en');
    expect(answer.code).toBe(4);
    expect(answer.err).toContain(`Grant year ${year} has no payment calendar.`);
    expect(answer.err).toContain('Runs are possible for 2004 and for 2016 and later.');
  });

  it('terms are posted in ascending order, some may be left out, a second one is a supplement', async () => {
    const { run, approve } = ledger('--rehearsal');
    expect((await approve(await run(extract2018, 2018, 2))).code).toBe(0);
    expect((await run(extract2018, 2018, 1)).code).toBe(6);
    expect((await run(extract2018, 2017, 4)).code).toBe(6);
    expect((await run(extract2018, 2018, 2)).code).toBe(6);
    expect((await run(extract2018, 2018, 3, '--supplement')).code).toBe(6);
    const supplement = await run(extract2018, 2018, 2, '--supplement');
    expect(supplement.code).toBe(0);
    expect(JSON.parse(supplement.out)).toMatchObject({ supplement: 1, totals: { lines: 0 } });
    expect((await approve(supplement)).code).toBe(0);
    expect(JSON.parse((await run(extract2018, 2018, 2, '--supplement')).out)).toMatchObject({ supplement: 2 });
    expect((await run(extract2018, 2018, 4)).code).toBe(0);
  });

  it('D lies neither before that of the last posted batch nor after the day of the extract', async () => {
    const { run, approve } = ledger('--rehearsal');
    expect((await approve(await run(extract2018, 2018, 1, '--as-of', '2018-05-01'))).code).toBe(0);
    expect((await run(extract2018, 2018, 2, '--as-of', '2018-04-30')).code).toBe(6);
    expect((await run(extract2018, 2018, 2, '--as-of', '2019-01-01')).code).toBe(6);
    expect((await run(extract2018, 2018, 2, '--as-of', '2018-12-31')).code).toBe(0);
  });

  it('D is by default the earlier of cut-off and extract', async () => {
    const early = madeExtract(join(work, 'extract-early'), '2018-03-20');
    expect(JSON.parse((await ledger().run(early, 2018, 1)).out)).toMatchObject({ as_of: '2018-03-20' });
    expect(JSON.parse((await ledger().run(extract2018, 2018, 1)).out)).toMatchObject({ as_of: '2018-03-31' });
  });
});

describe('approval', () => {
  it('wants another name, and answers that a batch is already posted', async () => {
    const { run, approve } = ledger('--rehearsal');
    const drafted = await run(extract2018, 2018, 1);
    expect((await approve(drafted, 'kari')).code).toBe(6);
    expect((await approve(drafted)).code).toBe(0);
    const again = await approve(drafted, 'per', '--lang', 'en');
    expect(again.code).toBe(0);
    expect(again.out).toContain('is already posted');
  });

  it('refuses what rests on assumptions that nobody accepted, and on rates that are not verified', async () => {
    const { run, approve } = ledger();
    const drafted = await run(extract2018, 2018, 1);
    expect(JSON.parse(drafted.out)).toMatchObject({ payable: false });
    expect((await approve(drafted)).code).toBe(6);
    const accepted = await run(extract2018, 2018, 1, ...ASSUMPTIONS_ACCEPTED);
    expect(JSON.parse(accepted.out)).toMatchObject({ payable: true });
    const tried = ratesFile('tried.csv', 'persontilskudd.year1,2018,high,31900,scenario,made up,');
    const scenario = await run(extract2018, 2018, 1, ...ASSUMPTIONS_ACCEPTED, '--rates', tried);
    expect(JSON.parse(scenario.out)).toMatchObject({
      blockers: [{ code: 'STATUS_NOT_PAYABLE', name: 'persontilskudd.year1/2018/high', status: 'scenario' }],
    });
    expect((await approve(scenario)).code).toBe(6);
  });

  it('refuses a draft that another has superseded', async () => {
    const { run, approve } = ledger('--rehearsal');
    const first = await run(extract2018, 2018, 1);
    const second = await run(extract2018, 2018, 1, '--as-of', '2018-04-30');
    expect(idOf(second)).not.toBe(idOf(first));
    expect((await approve(first)).code).toBe(6);
    expect((await approve(second)).code).toBe(0);
  });

  it('the opening batch must be the first', async () => {
    const { db, run, approve } = ledger('--rehearsal');
    expect((await approve(await run(extract2018, 2018, 1))).code).toBe(0);
    const postings = join(work, 'postings.csv');
    writeFileSync(postings, 'grant_year,component,person_id,recipient_id,amount,code\n');
    const opening = ['open-ledger', '--postings', postings, '--rehearsal', '--as', 'kari', '--db', db];
    expect((await cli(work, opening)).code).toBe(6);
  });

  it('the opening batch names only recipients that the register has held, old numbers too', async () => {
    const { db } = ledger();
    const postings = join(work, 'held-postings.csv');
    const balances = join(work, 'held-balances.csv');
    const head = 'grant_year,component,person_id,recipient_id,amount,code\n';
    const open = async (recipient: string, balance: string): Promise<CliResult> => {
      writeFileSync(postings, `${head}2017,persontilskudd,209812340007,${recipient},5,\n`);
      writeFileSync(balances, `recipient_id,netting_group,balance\n${balance},persontilskudd,-5\n`);
      const argv = ['open-ledger', '--postings', postings, '--balances', balances, '--rehearsal', '--as', 'kari'];
      return cli(work, [...argv, '--db', db, '--lang', 'en']);
    };
    for (const [recipient, balance] of [
      ['9999', '03'],
      ['77', '03'],
      ['0702', '0300'],
    ] as const) {
      const answer = await open(recipient, balance);
      expect(answer.code).toBe(3);
      expect(answer.err).toContain('expected a kommune or fylke number that is or has been in use');
      expect(existsSync(db)).toBe(false);
    }
    expect((await open('0702', '03')).code).toBe(0);
  });
});

describe('rejected rows', () => {
  const spoilt = madeExtract(join(work, 'extract-spoilt'), '2018-12-31', { personer: '4' }, (table, lines) =>
    table === 'residence' ? lines.map((line, index) => (index === 0 ? line.replace('0301', '0300') : line)) : lines,
  );

  it('stop everything with exit 3 and leave their listing alone', async () => {
    const out = join(work, 'rejected');
    const answer = await ledger().run(spoilt, 2018, 1, '--out', out);
    expect(answer.code).toBe(3);
    expect(existsSync(join(out, 'rejected.csv'))).toBe(true);
    expect(existsSync(join(out, 'manifest.json'))).toBe(false);
  });

  it('are let through within a limit, and then approval wants them accepted', async () => {
    const { run } = ledger();
    expect((await run(spoilt, 2018, 1, '--reject-limit', '24.9')).code).toBe(3);
    const drafted = await run(spoilt, 2018, 1, '--reject-limit', '25', ...ASSUMPTIONS_ACCEPTED);
    expect(JSON.parse(drafted.out)).toMatchObject({
      payable: false,
      rejected_rows: 1,
      totals: { lines: 3, lines_total: 95_700 },
      blockers: [{ code: 'NEEDS_ACCEPTANCE', name: 'rejected-rows' }],
    });
    const accepted = await run(
      spoilt,
      2018,
      1,
      ...['--reject-limit', '25', ...ASSUMPTIONS_ACCEPTED, '--accept', 'rejected-rows'],
    );
    expect(JSON.parse(accepted.out)).toMatchObject({ payable: true });
  });
});

test('a third of the persons gone without a reject: nothing is taken back, all are held, run and approval tell', async () => {
  const { run, approve } = ledger('--rehearsal');
  const whole = madeExtract(join(work, 'extract-whole'), '2018-06-30', { personer: '9' });
  const truncated = madeExtract(join(work, 'extract-truncated'), '2018-09-30', { personer: '6' });
  expect((await approve(await run(whole, 2018, 1))).code).toBe(0);
  const drafted = await run(truncated, 2018, 2);
  expect(JSON.parse(drafted.out)).toMatchObject({
    totals: {
      lines: 0,
      corrections: 0,
      withheld: [{ reason: 'missing_from_extract', persons: 3, sum: -95_700 }],
    },
    findings: { error: 3 },
  });
  const approved = await approve(drafted, 'ola', '--lang', 'en');
  expect(approved.code).toBe(0);
  expect(plain(approved.out)).toContain(
    'NOTE: 3 persons with postings are missing from the extract. 95 700 kr is not taken back.',
  );
});

test('an accepted name that means nothing is wrong usage', async () => {
  const answer = await ledger().run(extract2018, 2018, 1, '--accept', 'A20', '--lang', 'en');
  expect(answer.code).toBe(2);
});
