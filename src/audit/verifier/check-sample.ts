import { recordsOf } from './csv';
import { type Files, hasFile, pathIn, readWhole } from './files';
import type { Findings } from './findings';
import { sha256 } from './hashes';
import { canonical, parseJson } from './json';
import { drawAgain, type PopulationRow } from './sample-again';
import {
  type ControlledItem,
  type ErrorLimits,
  evaluateSample,
  limitsOf,
  type SampledRow,
  STRATA,
  type StratumResult,
} from './sample-results';
import { listOf, objectOf, oneOf, type Shaped, text, whole } from './shapes';

const HASH = /^[0-9a-f]{64}$/;
const HEAD = /^([0-9a-f]{64})?$/;
const STRATUM = oneOf(...STRATA);

/** sample.json of format 2. */
const INDEX = objectOf({
  by_amount: oneOf(true, false),
  confidence_percent: whole(50, 99),
  files: listOf(objectOf({ name: text(), sha256: text(HASH) })),
  format: oneOf(2),
  journal_head: text(HEAD),
  manifest_sha256: text(HASH),
  materiality_nok: (value: unknown): value is number | null => value === null || Number.isSafeInteger(value),
  population: listOf(
    objectOf({ absolute_nok: whole(0), items: whole(1), stratum: STRATUM }, { interval_nok: whole(0) }),
  ),
  posting_head: text(HEAD),
  run_id: text(),
  seed: text(),
  seed_from: oneOf('posting', 'manifest', 'text'),
  size: whole(1),
});
type SampleIndex = Shaped<typeof INDEX>;

const OUTCOME = objectOf(
  { actor: text(), at: text(), item: text(), note: text(), result: oneOf('ok', 'error', 'unclear') },
  { correctNok: whole() },
);

/** What of a sample was checked. */
export interface CheckedSample {
  readonly index: SampleIndex;
  readonly population: readonly PopulationRow[];
  readonly strata: readonly StratumResult[];
  readonly limits: ErrorLimits | undefined;
  /** Hashes before the first outcome and after each. */
  readonly heads: readonly string[];
}

/**
 * A control sample by itself: its files and their hashes, the seed, the draw made once more from all that could be drawn, and
 * the outcomes, each chained to the one before and the first to the sample.
 */
export function checkSample(files: Files, folder: string, findings: Findings): CheckedSample | undefined {
  const at = (name: string): Buffer =>
    hasFile(files, folder, name) ? readWhole(files, pathIn(folder, name)) : Buffer.alloc(0);
  const bytes = at('sample.json').toString('utf8');
  const index = parseJson(bytes === '' ? '{}' : bytes);
  const tell = (path: string, reason: string): void => findings.add('SAMPLE_SHAPE', 'sample.json', { path, reason });
  if (!INDEX(index, tell)) return undefined;
  if (canonical(index, 2) !== bytes) tell('form', 'JSON');
  for (const { name, sha256: sealed } of index.files) {
    findings.compare('VERIFY_FILE_CHANGED', name, sealed, sha256(at(name)));
  }
  const population = populationRows(at('population.csv').toString('utf8'), findings);
  checkPopulation(index, population, findings);
  if (index.seed_from === 'posting') compare(findings, 'seed', index.journal_head, index.seed);
  if (index.seed_from === 'manifest') compare(findings, 'seed', index.manifest_sha256, index.seed);
  const rows = checkDraw(index, population, at('sample.csv').toString('utf8'), findings);
  const { outcomes, heads } = readOutcomes(at('outcomes.txt').toString('utf8'), sha256(bytes), rows, findings);
  const strata = index.population.map(({ stratum, items, absolute_nok: absoluteNok, interval_nok: interval }) => {
    return { stratum, items, absoluteNok, ...(interval === undefined ? {} : { intervalNok: interval }) };
  });
  return {
    ...{ index, population, heads, strata: evaluateSample(rows, outcomes, strata) },
    limits: limitsOf(rows, outcomes, strata, index.confidence_percent),
  };
}

function compare(findings: Findings, what: string, expected: string | number, found: string | number): void {
  findings.compare('SAMPLE_DIFFERENT', 'sample.json', expected, found, { what });
}

function populationRows(table: string, findings: Findings): PopulationRow[] {
  return recordsOf(table).flatMap(({ line, cell }) => {
    const stratum = STRATA.find((known) => known === cell('stratum'));
    const amountNok = Number(cell('amount'));
    if (stratum !== undefined && Number.isSafeInteger(amountNok)) return [{ item: cell('item'), stratum, amountNok }];
    findings.add('SAMPLE_SHAPE', 'population.csv', { path: `:${line}`, reason: 'item,stratum,amount' });
    return [];
  });
}

function checkPopulation(index: SampleIndex, population: readonly PopulationRow[], findings: Findings): void {
  compare(findings, 'items', population.length, new Set(population.map(({ item }) => item)).size);
  for (const stratum of STRATA) {
    const own = population.filter((row) => row.stratum === stratum);
    const sum = own.reduce((total, { amountNok }) => total + Math.abs(amountNok), 0);
    const listed = index.population.find((row) => row.stratum === stratum);
    compare(findings, `${stratum} items`, own.length, listed?.items ?? 0);
    compare(findings, `${stratum} absolute_nok`, sum, listed?.absolute_nok ?? 0);
  }
}

/** Draws again, and holds sample.csv to it row by row. */
function checkDraw(
  index: SampleIndex,
  population: readonly PopulationRow[],
  table: string,
  findings: Findings,
): SampledRow[] {
  const again = drawAgain(population, { seed: index.seed, size: index.size, byAmount: index.by_amount });
  const found = recordsOf(table).map(({ cell }) =>
    ['number', 'item', 'stratum', 'amount', 'inclusion_millionths'].map(cell).join(),
  );
  const meant = again.rows.map(({ item, stratum, amountNok, inclusionMillionths }, place) =>
    [place + 1, item, stratum, amountNok, inclusionMillionths].join(),
  );
  for (let place = 0; place < Math.max(found.length, meant.length); place += 1) {
    const line = { line: place + 2, column: '' };
    findings.compare('VERIFY_CELL', 'sample.csv', meant[place] ?? '-', found[place] ?? '-', line);
  }
  for (const { stratum, interval_nok: interval } of index.population) {
    const meantInterval = index.by_amount ? Number(again.intervals.get(stratum) ?? 0) : -1;
    compare(findings, `${stratum} interval_nok`, meantInterval, interval ?? -1);
  }
  return again.rows.map((row) => ({ ...row }));
}

/** Outcomes in the order in which they were recorded; the last one of an item counts. */
function readOutcomes(
  table: string,
  sampleHash: string,
  rows: readonly SampledRow[],
  findings: Findings,
): { readonly outcomes: ReadonlyMap<string, ControlledItem>; readonly heads: readonly string[] } {
  const outcomes = new Map<string, ControlledItem>();
  const drawn = new Set(rows.map(({ item }) => item));
  const heads = [sampleHash];
  for (const [place, row] of table.split('\n').slice(0, -1).entries()) {
    const [body = '', hash = ''] = row.split('\t');
    const head = sha256(Buffer.from(heads.at(-1) ?? '', 'hex'), body);
    heads.push(head);
    const line = { line: place + 1, column: '' };
    findings.compare('VERIFY_CELL', 'outcomes.txt', head, hash, line);
    const outcome = parseJson(body);
    const tell = (path: string, reason: string): void =>
      findings.add('SAMPLE_SHAPE', 'outcomes.txt', { path: `:${line.line} ${path}`, reason });
    if (!OUTCOME(outcome, tell)) continue;
    if (!drawn.has(outcome.item)) tell(outcome.item, 'sample.csv');
    const { item, result, correctNok } = outcome;
    outcomes.set(item, correctNok === undefined ? { result } : { result, correctNok });
  }
  return { outcomes, heads };
}
