import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { verifyRunFolder } from '../../../src/audit/verify/verify-run-folder';
import { figuresVerifier, runVerifier, traceVerifier } from './standalone';
import { change, copyOf, makeTwoTerms, reseal, type TwoTerms } from './two-terms';

let terms: TwoTerms;
beforeAll(async () => {
  terms = await makeTwoTerms({ persons: 80, seed: 9 });
}, 60_000);

const DEBT_NOK = 100;

interface Payout {
  readonly cells: string[];
  readonly recipient: string;
  readonly group: string;
  readonly paidNok: number;
}

function payoutsOf(folder: string): { header: string; rows: Payout[] } {
  const [header = '', ...lines] = readFileSync(join(folder, 'payouts.csv'), 'utf8').trimEnd().split('\n');
  const columns = header.split(',');
  const rows = lines.map((line) => {
    const cells = line.split(',');
    const cell = (name: string): string => cells[columns.indexOf(name)] ?? '';
    return { cells, recipient: cell('recipient_id'), group: cell('netting_group'), paidNok: Number(cell('paid')) };
  });
  return { header, rows };
}

/** Lets one recipient owe something, and lets it be carried into the payout of another or of its own; all sums agree. */
function withDebt(folder: string, owing: string, payer: string, group: string): string {
  const copy = copyOf(folder);
  const { header, rows } = payoutsOf(copy);
  const columns = header.split(',');
  const lines = rows.map(({ cells, recipient, group: own, paidNok }) => {
    if (recipient !== payer || own !== group) return cells.join(',');
    const carried = cells.with(columns.indexOf('carried_in'), String(-DEBT_NOK));
    return carried.with(columns.indexOf('paid'), String(paidNok - DEBT_NOK)).join(',');
  });
  writeFileSync(join(copy, 'payouts.csv'), `${[header, ...lines].join('\n')}\n`);
  writeFileSync(
    join(copy, 'balances_before.csv'),
    `recipient_id,netting_group,balance\n${owing},${group},-${DEBT_NOK}\n`,
  );
  reseal(copy, (manifest) => {
    const netting = manifest.netting.map((row) =>
      row.netting_group === group
        ? { ...row, carried_in_nok: row.carried_in_nok - DEBT_NOK, paid_nok: row.paid_nok - DEBT_NOK }
        : row,
    );
    Object.assign(manifest, { netting });
  });
  return copy;
}

test('what one recipient owes cannot be taken from another that is paid beside it', () => {
  const folder = terms.folders[0] ?? '';
  const paid = payoutsOf(folder).rows.filter(({ group, paidNok }) => group === 'persontilskudd' && paidNok > DEBT_NOK);
  const [owing = '', other = ''] = paid.map(({ recipient }) => recipient);
  expect(runVerifier(withDebt(folder, owing, owing, 'persontilskudd'))).toMatchObject({ code: 0, err: '' });
  const forged = runVerifier(withDebt(folder, owing, other, 'persontilskudd'));
  expect(forged).toMatchObject({
    code: 5,
    err: expect.stringMatching(/^- payouts.csv:\d+ \(carried_in\): It says "0"/),
  });
});

test('with the key what is held is held person by person', () => {
  const folder = copyOf(terms.folders[1] ?? '');
  const [, person = ''] = /,(\d{12}),/.exec(readFileSync(join(folder, 'payout_lines.csv'), 'utf8')) ?? [];
  change(folder, 'held.csv', (text) => text.replace(/\d{12}/, person));
  reseal(folder);
  expect(traceVerifier(folder)).toMatchObject({ code: 0, out: expect.stringContaining('NOT CHECKED without --key') });
  const { code, err } = traceVerifier(folder, '--key', terms.keyFile);
  expect([code, err]).toEqual([5, expect.stringContaining('held.csv')]);
  expect(err).not.toContain(person);
});

test('a run cannot be said to be payable with rates that may never be paid', () => {
  const folder = copyOf(terms.folders[0] ?? '');
  reseal(folder, (manifest) => {
    Object.assign(manifest, { identity: { ...manifest.identity, rehearsal: false } });
  });
  const foundIn = (): boolean[] => [
    JSON.stringify(verifyRunFolder(folder).problems).includes('"path":"blocked_by"'),
    figuresVerifier(folder).err.includes('- manifest.json: blocked_by is '),
  ];
  expect(foundIn()).toEqual([true, true]);
  reseal(folder, (manifest) => {
    const figures = [
      ...manifest.rates_used.map((row) => ({ ...row, name: `${row.key}/${row.grant_year}/${row.rate_class}` })),
      ...manifest.assumptions_used.map((row) => ({ ...row, name: row.id })),
    ];
    const blocking = figures.filter(({ status }) => ['illustrative', 'assumed', 'secondary'].includes(status));
    const blockedBy = blocking.map(({ name, status }) => ({ code: 'NEEDS_ACCEPTANCE', name, status }));
    Object.assign(manifest, { blocked_by: blockedBy });
  });
  expect(foundIn()).toEqual([false, false]);
});

test('an annual amount that is not the rate is found without the key, too', () => {
  const folder = copyOf(terms.folders[0] ?? '');
  const path = join(folder, 'trace.bin');
  const bytes = readFileSync(path);
  const [rate, more] = [Buffer.alloc(8), Buffer.alloc(8)];
  for (const at of [0, 4]) {
    rate.writeInt32LE(62_300, at);
    more.writeInt32LE(62_301, at);
  }
  const place = bytes.indexOf(rate); // annual amount and what is due of it
  expect(place).toBeGreaterThan(0);
  more.copy(bytes, place);
  writeFileSync(path, bytes);
  reseal(folder);
  const { code, err } = figuresVerifier(folder);
  expect([code, err]).toEqual([
    5,
    expect.stringMatching(/^- trace.bin, leaf \d+: the annual amount is 62301, should be 62300/),
  ]);
  expect(verifyRunFolder(folder).problems.map((problem) => problem.code)).toContain('VERIFY_TRACE_RATE');
});

/** A folder whose run read a recipients file, semicolons and dots and all; the first payout has the account given. */
function withAccount(account: string): string {
  const folder = copyOf(terms.folders[0] ?? '');
  const { header, rows } = payoutsOf(folder);
  const place = header.split(',').indexOf('account_number');
  const first = rows[0]?.recipient ?? '';
  // Another's account has the number of the first in it.
  const recipients = `mottaker;navn;kontonummer\n${first};Den første;1234.56.78903\n9999;Den andre;9${first}.12.3456\n`;
  writeFileSync(join(folder, 'recipients.csv'), recipients);
  const lines = rows.map(({ cells }, index) => (index === 0 ? cells.with(place, account) : cells).join(','));
  writeFileSync(join(folder, 'payouts.csv'), `${[header, ...lines].join('\n')}\n`);
  const sha256 = createHash('sha256').update(recipients).digest('hex');
  reseal(folder, (manifest) => {
    manifest.files.push({ name: 'recipients.csv', bytes: Buffer.byteLength(recipients), rows: null, sha256 });
    Object.assign(manifest, { identity: { ...manifest.identity, recipients_sha256: sha256 } });
  });
  return folder;
}

test('an account is that of its own recipient, not one that another has', () => {
  const unfounded = (folder: string): boolean[] => [
    figuresVerifier(folder).err.includes('- payouts.csv:2 (account_number): '),
    JSON.stringify(verifyRunFolder(folder).problems).includes('VERIFY_ACCOUNT_UNFOUNDED'),
  ];
  expect(unfounded(withAccount('12345678903'))).toEqual([false, false]);
  const other = /9\d{4}\.12\.3456/.exec(readFileSync(join(withAccount(''), 'recipients.csv'), 'utf8'))?.[0] ?? '';
  expect(unfounded(withAccount(other.replaceAll('.', '')))).toEqual([true, true]);
});
