import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { verifyRunFolder } from '../../src/audit/verify/verify-run-folder';
import { reportedCodes, standalone } from '../audit/verify/standalone';
import { change, copyOf, makeTwoTerms, reseal, type TwoTerms } from '../audit/verify/two-terms';

let terms: TwoTerms;
beforeAll(async () => {
  terms = await makeTwoTerms({ persons: 80, seed: 9 });
}, 60_000);

const second = (): string => terms.folders[1] ?? '';

/** What the program and the files that stand alone say of a folder: both find the same kinds of faults. */
function verdicts(folder: string): { found: string; alone: string } {
  const { problems } = verifyRunFolder(folder, { key: terms.key });
  const { code, err } = standalone(folder, '--key', terms.keyFile);
  const codes = new Set(problems.map((problem) => problem.code).filter((one) => one !== 'VERIFY_MORE'));
  expect(reportedCodes(err)).toEqual([...codes].sort());
  expect(code).toBe(codes.size === 0 ? 0 : 5);
  return { found: problems.map((problem) => JSON.stringify(problem)).join('\n'), alone: code === 0 ? '' : err };
}

test('two untouched runs check, alone and as a chain', () => {
  for (const folder of terms.folders) expect(verdicts(folder)).toEqual({ found: '', alone: '' });
  expect(standalone(...terms.folders, '--key', terms.keyFile).code).toBe(0);
});

test('the last byte of the seal is a line feed and nothing that looks like one', () => {
  const folder = copyOf(second());
  const path = join(folder, 'manifest.sha256');
  const seal = readFileSync(path);
  for (const end of ['', '\v', '\f', '\r', ' ', '\t', '\u00a0', '\n\n', '\r\n']) {
    writeFileSync(path, Buffer.concat([seal.subarray(0, -1), Buffer.from(end, 'latin1')]));
    const { found, alone } = verdicts(folder);
    expect([end, found.includes('VERIFY_SEAL_DIFFERS'), alone.includes('manifest.sha256')]).toEqual([end, true, true]);
  }
});

test('a flipped bit anywhere in any file is found, and the file is named', () => {
  const folder = copyOf(second());
  const names = readdirSync(folder);
  const places = fc.tuple(fc.constantFrom(...names), fc.nat({ max: 1_000_000 }), fc.nat({ max: 7 }));
  fc.assert(
    fc.property(places, ([name, place, bit]) => {
      const path = join(folder, name);
      const bytes = readFileSync(path);
      const flipped = Buffer.from(bytes);
      if (bytes.length === 0) return;
      const at = place % bytes.length;
      flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
      writeFileSync(path, flipped);
      const { found, alone } = verdicts(folder);
      writeFileSync(path, bytes);
      expect(found).toMatch(name === 'manifest.sha256' ? 'VERIFY_SEAL_DIFFERS' : name);
      expect(alone).toMatch(name === 'manifest.sha256' ? 'manifest.sha256' : name);
    }),
    { numRuns: 30, seed: 11 },
  );
});

test('a missing, an added and a swapped file are found', () => {
  for (const name of readdirSync(second())) {
    const folder = copyOf(second());
    rmSync(join(folder, name));
    expect(verdicts(folder)).toEqual({ found: expect.stringContaining(name), alone: expect.stringContaining(name) });
  }
  const added = copyOf(second());
  writeFileSync(join(added, 'extra.csv'), '');
  expect(verdicts(added)).toEqual({
    found: expect.stringContaining('VERIFY_FILE_EXTRA'),
    alone: expect.stringContaining('extra.csv'),
  });
  reseal(added, (manifest) => {
    manifest.files.push({ name: 'extra.csv', bytes: 0, rows: null, sha256: createHash('sha256').digest('hex') });
  });
  expect(verdicts(added)).toEqual({
    found: expect.stringContaining('VERIFY_FILE_EXTRA'),
    alone: expect.stringContaining('extra.csv'),
  });
  const first = terms.folders[0] ?? '';
  for (const name of readdirSync(first).filter(
    (file) => !readFileSync(join(first, file)).equals(readFileSync(join(second(), file))),
  )) {
    const folder = copyOf(second());
    writeFileSync(join(folder, name), readFileSync(join(first, name)));
    const { found, alone } = verdicts(folder);
    expect(found).toContain(name === 'manifest.sha256' ? 'VERIFY_SEAL' : name);
    expect(alone).toContain(name);
  }
  const swapped = copyOf(second());
  renameSync(join(swapped, 'sizing.csv'), join(swapped, 'x'));
  renameSync(join(swapped, 'held.csv'), join(swapped, 'sizing.csv'));
  renameSync(join(swapped, 'x'), join(swapped, 'held.csv'));
  expect(verdicts(swapped)).toEqual({
    found: expect.stringContaining('sizing.csv'),
    alone: expect.stringContaining('held.csv'),
  });
});

/** Edits of a table's rows; row 0 is the header, row -2 the last, for behind it is the end of the file. */
const rows = (edit: (lines: string[]) => void) => (text: string) => {
  const lines = text.split('\n');
  edit(lines);
  return lines.join('\n');
};
const cell = (line: number, column: string, edit: (text: string) => string) =>
  rows((lines) => {
    const place = lines[0]?.split(',').indexOf(column) ?? -1;
    const cells = lines.at(line)?.split(',') ?? [];
    cells[place] = edit(cells[place] ?? '');
    lines.splice(line, 1, cells.join(','));
  });
const more = (text: string): string => String(Number(text) + 1);
const swap = (a: number, b: number) =>
  rows((lines) => {
    [lines[a], lines[b]] = [lines[b] ?? '', lines[a] ?? ''];
  });
const drop = (line: number) => rows((lines) => void lines.splice(line, 1));

/** Changes by one who seals the folder again afterwards: what the rows say to each other gives them away. */
const RESEALED: readonly [what: string, file: string, edit: (text: string) => string, place: RegExp][] = [
  ['a dropped line', 'payout_lines.csv', drop(3), /VERIFY_LINE_MISSING.*"line":4/],
  ['the last line dropped', 'payout_lines.csv', (text) => text.replace(/[^\n]*\n$/, ''), /VERIFY_LINE_MISSING/],
  ['two lines swapped', 'payout_lines.csv', swap(2, 3), /VERIFY_ROW_ORDER.*"line":4/],
  [
    'a line twice',
    'payout_lines.csv',
    rows((lines) => void lines.splice(2, 0, lines[2] ?? '')),
    /VERIFY_ROW_DOUBLED.*"line":4/,
  ],
  ['an amount', 'payout_lines.csv', cell(2, 'amount', more), /"line":3,"column":"amount"/],
  ['a due', 'payout_lines.csv', cell(2, 'cumulative_due', more), /"line":3,"column":"cumulative_due"/],
  ['a person', 'payout_lines.csv', cell(2, 'person_ref', more), /"line":3,"column":"person_ref"/],
  ['a share', 'payout_lines.csv', cell(2, 'share_numerator', more), /"line":3,"column":"share_numerator"/],
  ['a code', 'payout_lines.csv', cell(2, 'code', () => 'P-AR9-H'), /"line":3,"column":"code"/],
  ['a trace id', 'payout_lines.csv', cell(2, 'trace_id', () => '1.0'), /"line":3/],
  ['an id of a line', 'payout_lines.csv', cell(2, 'line_id', (text) => `${text}1`), /"line":3,"column":"line_id"/],
  ['what is paid', 'payouts.csv', cell(2, 'paid', more), /"line":3,"column":"paid"/],
  ['a payment key', 'payouts.csv', cell(1, 'payment_ref', (text) => `${text}X`), /"line":2,"column":"payment_ref"/],
  ['a recipient gone', 'payouts.csv', drop(1), /VERIFY_PAYOUT_MISSING/],
  ['a sum of lines', 'payouts.csv', cell(1, 'lines_total', more), /"line":2,"column":"lines_total"/],
  ['a held row gone', 'held.csv', drop(1), /VERIFY_HELD_MISSING.*"line":2/],
  ['a held amount', 'held.csv', cell(1, 'held_amount', more), /"line":2,"column":"held_amount"/],
  ['a reason', 'held.csv', cell(1, 'reason', () => 'unknown_country'), /"line":2,"column":"reason"/],
  ['what was posted', 'posted_before.csv', cell(5, 'amount', more), /VERIFY_POSTED_DIFFERS.*"line":6/],
  ['a posting gone', 'posted_before.csv', drop(5), /VERIFY_POSTED_DIFFERS/],
  [
    'a rate',
    'parameters.csv',
    (text) => text.replace('persontilskudd.year2,2018,high,62300', 'persontilskudd.year2,2018,high,62301'),
    /parameters/,
  ],
  ['a size', 'sizing.csv', cell(2, 'annual_amount', more), /sizing/],
  [
    'a size under another recipient',
    'sizing.csv',
    cell(-2, 'recipient_id', () => '9999'),
    /VERIFY_SIZING_(UNFOUNDED|MISSING)/,
  ],
  ['days of a size', 'sizing.csv', cell(-2, 'days', more), /sizing.csv.*"column":"days"/],
  ['persons of a size', 'sizing.csv', cell(-2, 'persons', more), /sizing.csv.*"column":"persons"/],
  ['the rate of a size', 'sizing.csv', cell(-2, 'rate', more), /sizing.csv.*"column":"rate"/],
  [
    'hours of a kommune',
    'hours_basis.csv',
    cell(1, 'hours_norwegian', () => '7.25'),
    /VERIFY_HOURS_SUM.*hours_norwegian/,
  ],
  ['rows of hours', 'hours_basis.csv', cell(-2, 'hours_rows', more), /VERIFY_HOURS_SUM.*hours_rows/],
  ['starters of the country', 'hours_basis.csv', cell(-2, 'starters', more), /VERIFY_HOURS_SUM.*starters/],
  ['a row of hours gone', 'hours_basis.csv', drop(2), /VERIFY_HOURS_SUM/],
  ['hours of another law', 'hours_basis.csv', cell(1, 'law', () => 'introduksjonsloven'), /hours_basis.csv/],
  ['a finding gone', 'findings.csv', drop(1), /counts.findings/],
  [
    'the address of a line',
    'trace.lines',
    (text) => text.replace(/^./s, (first) => String.fromCharCode(first.charCodeAt(0) ^ 1)),
    /trace.lines.*"byte":0/,
  ],
  ['the index of the trace', 'trace.index', (text) => text.replace(/.(?=.{7}$)/s, '\u0001'), /trace.index/],
];

test.each(RESEALED)('%s is found in a folder that was sealed again', (_what, file, edit, place) => {
  const folder = copyOf(second());
  change(folder, file, edit);
  reseal(folder);
  const { found, alone } = verdicts(folder);
  expect(found).toMatch(place);
  expect(alone).toContain('- ');
});

test.each(['control_totals', 'netting', 'held', 'conservation', 'assumptions_used'] as const)(
  'a row of %s that stands twice in a manifest that was sealed again is found',
  (list) => {
    const folder = copyOf(second());
    reseal(folder, (manifest) => {
      Object.assign(manifest, { [list]: [...manifest[list], ...manifest[list].slice(-1)] });
    });
    expect(verdicts(folder)).toEqual({
      found: expect.stringContaining('VERIFY_MANIFEST_ROW'),
      alone: expect.stringContaining('- '),
    });
  },
);

test('a second row of one key in sizing.csv, in order and with all sums made anew, is found', () => {
  const folder = copyOf(second());
  const [header = '', ...sizes] = readFileSync(join(folder, 'sizing.csv'), 'utf8').trimEnd().split('\n');
  const index = sizes.findIndex((size) => size.includes(',grunntilskudd,'));
  const [size = '', annualNok = 0] = [sizes[index], Number(sizes[index]?.split(',').at(-1))];
  const twice = size.replace(/\d+$/, String(annualNok + 1));
  writeFileSync(join(folder, 'sizing.csv'), `${[header, ...sizes.toSpliced(index + 1, 0, twice)].join('\n')}\n`);
  reseal(folder, (manifest) => {
    const sizing = manifest.sizing.map((row) =>
      row.component === 'grunntilskudd'
        ? { ...row, rows: row.rows + 1, annual_amount_nok: row.annual_amount_nok + annualNok + 1 }
        : row,
    );
    Object.assign(manifest, { sizing });
  });
  expect(verdicts(folder)).toEqual({
    found: expect.stringMatching(/VERIFY_ROW_DOUBLED.*"file":"sizing.csv","line":\d+/),
    alone: expect.stringMatching(/^- sizing.csv:\d+ .*: The row stands twice\./),
  });
});

test('the id of a person in a wrong column is told by no verifier', () => {
  const folder = copyOf(second());
  change(
    folder,
    'payout_lines.csv',
    rows((lines) => {
      const cells = lines[2]?.split(',') ?? [];
      const place = lines[0]?.split(',').indexOf('person_ref') ?? 0;
      lines[2] = [...cells.slice(0, place - 1), ...cells.slice(place), cells[place - 1]].join(',');
      lines[3] = (lines[3] ?? '').replace(/,(\d{12}),/, ',$19,');
    }),
  );
  reseal(folder);
  const { found, alone } = verdicts(folder);
  expect(found).toContain('payout_lines.csv');
  expect(found + alone).not.toMatch(/(?<![0-9a-f-])\d{12,13}(?![0-9a-f])/);
});

test('any word of the trace is part of what its root seals', () => {
  const folder = copyOf(second());
  const path = join(folder, 'trace.bin');
  const bytes = readFileSync(path);
  fc.assert(
    fc.property(fc.integer({ min: 16, max: bytes.length - 1 }), (at) => {
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      writeFileSync(path, flipped);
      reseal(folder);
      const { found, alone } = verdicts(folder);
      expect(found).toMatch(/trace|counts/);
      expect(alone).toMatch(/trace|counts/);
    }),
    { numRuns: 8, seed: 3 },
  );
});

test('another run under the name of the one before it breaks the chain', () => {
  const [first = '', last = ''] = terms.folders;
  const copy = copyOf(first);
  change(
    copy,
    'payouts.csv',
    cell(1, 'recipient_name', (text) => `${text}!`),
  );
  reseal(copy);
  expect(verdicts(copy)).toEqual({ found: '', alone: '' });
  const { code, err } = standalone(copy, last, '--key', terms.keyFile);
  expect([code, err]).toEqual([
    5,
    expect.stringMatching(new RegExp(`^- ${basename(last)}/manifest.json: the run \\S+ builds on the manifest`)),
  ]);
});
