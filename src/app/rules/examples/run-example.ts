import { join } from 'node:path';
import { buildRateTable, calendarOf, type RuleSet, withChoice } from '../../../../rules';
import {
  asRecipientCode,
  COMPONENTS,
  type Component,
  type Day,
  formatRecipientCode,
  knownDay,
  NO_TRACE,
  NorsktilskuddError,
  RATE_CLASSES,
  RATE_KEYS,
  type Rate,
  type RunRequest,
  type RunResult,
} from '../../../domain';
import { makeFolder, removeTree, writeWholeFile } from '../../../effects';
import { calculate, cutOffDate } from '../../../engine';
import { importAndOpen } from '../../../register';
import { FACT_COLUMNS, factsOf } from './example-facts';
import { ExampleLedger } from './example-ledger';
import type { Example, ExampleStep } from './example-table';
import { ExampleWords, listed } from './example-words';

/** A run of an example that came to something else than the table says. */
export interface ExampleDifference {
  readonly sentence: string;
  readonly line: number;
  readonly expected: string;
  readonly actual: string;
}

/** Runs an example, each step in the ledger that the steps before it left, and tells where it differs. */
export function runExample(
  component: Component,
  example: Example,
  shipped: RuleSet,
  workFolder: string,
): ExampleDifference[] {
  const differences: ExampleDifference[] = [];
  const [first] = example.steps;
  if (first === undefined) return differences;
  const ledger = new ExampleLedger(component, first);
  for (const step of example.steps) {
    const expected = sortedTexts(listed(step.cells.forventet));
    const showsPayouts = expected.some((text) => text.startsWith('betalt'));
    const actual = runStep(component, step, ledger, shipped, workFolder, showsPayouts);
    if (actual.join(', ') === expected.join(', ')) continue;
    differences.push({
      sentence: example.sentence,
      line: step.line,
      expected: expected.join(', '),
      actual: actual.join(', '),
    });
  }
  return differences;
}

function runStep(
  component: Component,
  step: ExampleStep,
  ledger: ExampleLedger,
  shipped: RuleSet,
  workFolder: string,
  showsPayouts: boolean,
): string[] {
  const rules = rulesOf(step, shipped);
  const request = requestOf(component, step, shipped);
  const folder = join(workFolder, 'extract');
  writeExtract(folder, step);
  const { snapshot } = importAndOpen({
    folder,
    snapshotFolder: join(workFolder, 'snapshots'),
    places: rules.places,
    registerHash: 'examples',
    rejectLimitPercent: null,
    threadScript: null,
  });
  try {
    const result = calculate({ request, register: snapshot, posted: ledger.state(), rules, trace: NO_TRACE });
    ledger.add(result, request.grantYear, request.term);
    return outcomeOf(result, request.grantYear, showsPayouts);
  } catch (cause) {
    if (!(cause instanceof NorsktilskuddError) || cause.code !== 'PARAMETERS_MISSING') throw cause;
    return sortedTexts(cause.details.map(({ params }) => `mangler ${params.cell} ${params.count}`));
  } finally {
    snapshot.close();
  }
}

function requestOf(component: Component, step: ExampleStep, shipped: RuleSet): RunRequest {
  const grantYear = Number(step.cells.år);
  const term = ([1, 2, 3, 4] as const).find((candidate) => String(candidate) === step.cells.termin);
  if (term === undefined) throw new NorsktilskuddError('input', 'EXAMPLE_UNREADABLE', { text: step.cells.termin });
  calendarOf(grantYear, shipped.limits);
  const given = wordsOf(step, 'per')?.word(1);
  const asOf: Day = given === undefined ? cutOffDate(grantYear, term) : knownDay(given);
  return { grantYear, term, asOf, excluded: COMPONENTS.filter((other) => other !== component) };
}

function wordsOf(step: ExampleStep, what: string): ExampleWords | undefined {
  return listed(step.cells.annet)
    .map((text) => new ExampleWords(text, []))
    .find((words) => words.word(0) === what);
}

/** Shipped rules, the rates of the step on top (`persontilskudd.year1/2024/high=40001`), split by months where it says so. */
function rulesOf(step: ExampleStep, shipped: RuleSet): RuleSet {
  const own = listed(step.cells.satser).map((text) => rateOf(text, step.line));
  const rules = { ...shipped, rates: buildRateTable([shipped.shippedRates, own]) };
  if (wordsOf(step, 'månedsdeling') === undefined) return rules;
  return withChoice(rules, 'A10', 'by_months');
}

function rateOf(text: string, line: number): Rate {
  const [cell = '', value = ''] = text.split('=');
  const [keyText, year, classText] = cell.split('/');
  const key = RATE_KEYS.find((candidate) => candidate === keyText);
  const rateClass = RATE_CLASSES.find((candidate) => candidate === classText);
  if (key === undefined || rateClass === undefined || !/^\d+$/.test(value))
    throw new NorsktilskuddError('input', 'EXAMPLE_UNREADABLE', { text });
  const provenance = { status: 'illustrative' as const, source: 'eksempel', note: '', file: 'eksempel', line };
  return { key, grantYear: Number(year), rateClass, valueNok: Number(value), ...provenance };
}

function writeExtract(folder: string, step: ExampleStep): void {
  removeTree(folder);
  makeFolder(folder);
  for (const [table, rows] of factsOf(step)) {
    const lines = [FACT_COLUMNS[table] ?? [], ...rows].map((cells) => cells.join(','));
    writeWholeFile(join(folder, `${table}.csv`), `${lines.join('\n')}\n`);
  }
}

/** Texts in one order, so that a table may list them in any. */
function sortedTexts(texts: readonly string[]): string[] {
  return [...texts].sort((a, b) => (a < b ? -1 : 1));
}

/**
 * What a run came to, in the words of the tables: `0301 31900` a recipient (`2023 0301 31900` for the year before),
 * `holdt 31900 no_recipient` a reason, `betalt 0301 2000` a transfer, `ingenting` where there is nothing.
 */
function outcomeOf(result: RunResult, grantYear: number, showsPayouts: boolean): string[] {
  const sums = new Map<string, number>();
  const add = (name: string, amountNok: number): void => void sums.set(name, (sums.get(name) ?? 0) + amountNok);
  const yearOf = (year: number): string => (year === grantYear ? '' : `${year} `);
  for (const line of result.lines) {
    const recipient = formatRecipientCode(asRecipientCode(line.recipient));
    add(`${yearOf(line.grantYear)}${recipient} AMOUNT`, line.amountNok);
  }
  for (const row of result.held) add(`holdt ${yearOf(row.grantYear)}AMOUNT ${row.reason}`, row.heldAmountNok ?? 0);
  if (showsPayouts) {
    for (const row of result.payouts)
      add(`betalt ${formatRecipientCode(asRecipientCode(row.recipient))} AMOUNT`, row.paidNok);
  }
  if (sums.size === 0) return ['ingenting'];
  return sortedTexts([...sums].map(([name, amountNok]) => name.replace('AMOUNT', String(amountNok))));
}
