import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { NorsktilskuddError } from '../../../src/domain';
import { type Ledger, openLedger } from '../../../src/ledger';
import { temporaryFolder } from '../../support/temporary-folder';
import { changePastTriggers } from '../past-triggers';
import { approvalOf } from '../support';
import { makeThreeTerms } from './flip-play';

const folder = temporaryFolder();
const original = join(folder, 'whole.db');
makeThreeTerms(original);
const KEY = paymentOfOslo();

function paymentOfOslo(): string {
  const db = new Sqlite(original, { readonly: true });
  const key = db.prepare('SELECT payment_key FROM payments WHERE posting = 1 AND recipient = 3011').pluck().get();
  db.close();
  return String(key);
}

/** A copy that was changed past its triggers. */
function changed(sql: string): string {
  const path = join(folder, 'changed.db');
  copyFileSync(original, path);
  expect(changePastTriggers(path, sql)).toBe(1);
  return path;
}

/** What each command that builds upon the ledger ends with: exit code, and codes and values of the rows named. */
function endsOf(path: string): Record<string, string> {
  const commands: Readonly<Record<string, (ledger: Ledger) => unknown>> = {
    run: (ledger) => {
      ledger.planRun({ grantYear: 2018, term: 4, asOf: 17896, supplement: false });
      return [...ledger.postedState().entries([2018, 2017], new Map())];
    },
    preview: (ledger) => ledger.prove({ grantYears: [2018, 2017], payments: true }),
    approve: (ledger) => ledger.drafts().map((draft) => ledger.approve(draft.runId, approvalOf(draft))),
    outcome: (ledger) =>
      ledger.recordOutcome({
        ...approvalOf(ledger.batches()[0] ?? expect.anything()),
        kind: 'paid',
        on: '2018-04-02',
        paymentKeys: [KEY],
      }),
    status: (ledger) => ledger.prove({ payments: true }),
  };
  return Object.fromEntries(
    Object.entries(commands).map(([name, command]) => {
      const copy = join(folder, 'played.db');
      copyFileSync(path, copy);
      return [name, endOf(copy, command)];
    }),
  );
}

function endOf(path: string, command: (ledger: Ledger) => unknown): string {
  const ledger = openLedger(path);
  try {
    command(ledger);
    return 'done';
  } catch (cause) {
    if (!(cause instanceof NorsktilskuddError)) throw cause;
    const details = cause.details.map(({ code, params }) => `${code} ${Object.values(params).join(' | ')}`);
    return [cause.exitCode, cause.code, ...details].join('\n');
  } finally {
    ledger.close();
  }
}

const NOT_PROVEN = '5\nLEDGER_NOT_PROVEN\n';

test('a whole ledger is built upon', () => {
  expect(new Set(Object.values(endsOf(original)))).toEqual(new Set(['done']));
});

test('a posting with another amount: run, preview and approve name its line, with what the text says', () => {
  const ends = endsOf(changed('UPDATE postings SET amount = 1001 WHERE posting = 1 AND line = 17'));
  for (const name of ['run', 'preview', 'approve']) {
    expect(ends[name]).toMatch(
      /^5\nLEDGER_NOT_PROVEN\nLEDGER_ROW_DIFFERS 2018-T1-\S+ \| 17 \| 17 regular .* 1000 .* \| 17 regular .* 1001 /,
    );
  }
  expect(ends.outcome).toBe('done');
});

test.each([
  ['person', 'UPDATE postings SET person = 119 WHERE posting = 2 AND line = 3'],
  ['code', "UPDATE postings SET code = 'P-AR9-H' WHERE posting = 3 AND line = 4"],
  ['grant year', 'UPDATE postings SET grant_year = 2017 WHERE posting = 1 AND line = 5'],
  ['kind', 'UPDATE postings SET kind = 5 WHERE posting = 1 AND line = 6'],
  ['basis recipient', 'UPDATE postings SET basis_recipient = 11031 WHERE posting = 1 AND line = 1'],
  ['a row that is gone', 'DELETE FROM postings WHERE posting = 3 AND line = 90'],
  [
    'a row too many',
    'INSERT INTO postings SELECT 3, 999, kind, grant_year, component, person, 46011, recipient, netting_group, amount, code, annual_amount, reverses, 0 FROM postings WHERE posting = 3 AND line = 1',
  ],
])('a posting changed by hand: %s', (_, sql) => {
  const { run, approve } = endsOf(changed(sql));
  expect([run, approve]).toEqual([expect.stringMatching(/^5\n/), expect.stringMatching(/^5\n/)]);
  expect(run).toContain('LEDGER_ROW_DIFFERS');
});

test.each([
  [
    'balance',
    "UPDATE movements SET amount = amount + 1 WHERE posting = 2 AND from_place = 'granted' AND recipient = 3011",
    'movement 0301',
  ],
  ['coverage', "UPDATE coverage SET module = 'x' WHERE posting = 2", 'coverage 2018 persontilskudd x'],
  ['person', 'UPDATE persons SET duf = duf + 1 WHERE person = 7', '1 | 1 | 120'],
  ['chain', "UPDATE posting_chain SET annuls = 1, kind = 'annulment' WHERE posting = 2", ''],
  ['term', 'UPDATE batches SET term = 2 WHERE batch = 1', ''],
  ['control total', 'UPDATE control_totals SET grant_year = 2019 WHERE posting = 1', ''],
  ['body', "UPDATE journal SET body = replace(body, 'Kari', 'Karl') WHERE sequence = 2", '2'],
  ['body that is no JSON', 'UPDATE journal SET body = substr(body, 2) WHERE sequence = 3', '3'],
  ['act', "UPDATE journal SET act = 'sign' WHERE sequence = 2", ''],
  ['list of texts', "UPDATE batches SET accepted = '[' WHERE batch = 1", ''],
])('what every command builds upon: %s', (_, sql, named) => {
  for (const [name, end] of Object.entries(endsOf(changed(sql)))) {
    expect({ name, end }).toEqual({ name, end: expect.stringMatching(/^5\n/) });
    expect(end).toContain(named);
    expect(end).not.toMatch(/\d{12}/);
  }
});

test('a payment with another amount: preview, outcome and status name it', () => {
  const ends = endsOf(changed(`UPDATE payments SET amount = 1 WHERE payment_key = '${KEY}'`));
  for (const name of ['preview', 'outcome', 'status']) {
    expect(ends[name]).toContain(`${NOT_PROVEN}LEDGER_ROW_DIFFERS`);
    expect(ends[name]).toContain(`payment ${KEY} 0301 persontilskudd 1`);
  }
});

test('a text that was changed with its line: the head says it', () => {
  const ends = endsOf(
    changed("UPDATE posting_text SET text = replace(text, '\t1000\t', '\t1001\t') WHERE posting = 1 AND block = 1"),
  );
  expect(ends).toMatchObject({ run: expect.stringContaining('LEDGER_CHAIN_BROKEN'), approve: expect.anything() });
  expect(ends.approve).toContain('LEDGER_CHAIN_BROKEN');
});
