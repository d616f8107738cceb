import { stringify } from 'csv-stringify/sync';
import { checklistOf, type DrawnItem, type DrawOptions, intervalsOf } from '../../audit';
import { type Canonical, canonicalJson, formatKroner, sha256Hex } from '../../domain';
import { explainWord, type Language, textOf } from '../../messages';
import { excelCell } from '../../payout';
import type { HeadsOfRun } from '../heads-of-run';
import type { PopulationItem } from './population';
import { CONFIDENCE } from './sample-folder';

type Drawn = DrawnItem<PopulationItem>;

const COLUMNS = [
  'number',
  'item',
  'stratum',
  'grant_year',
  'component',
  'person',
  'recipient_id',
  'amount',
  'reason',
  'inclusion_millionths',
];

/** sample.csv: what was drawn, in the order of the strata. */
export function sampleCsv(drawn: readonly Drawn[]): string {
  const rows = drawn.map(({ item, inclusionMillionths }, place) => {
    const { id, stratum, grantYear, component, person, recipientId, amountNok, reason } = item;
    const cells = [place + 1, id, stratum, grantYear, component, person, recipientId, amountNok, reason];
    return [...cells, inclusionMillionths].map(excelCell);
  });
  return stringify([COLUMNS, ...rows]);
}

/** checklist.txt: questions to answer for each item, to print and fill in. */
export function checklistText(drawn: readonly Drawn[], runId: string, language: Language): string {
  const title = textOf('checklist.title', language, { runId });
  const parts = drawn.map(({ item }, place) => {
    const name = explainWord(item.component, language);
    const head = `${place + 1}. ${item.id}  ${name} ${item.grantYear}  ${formatKroner(item.amountNok)}  (${explainWord(`stratum_${item.stratum}`, language)})`;
    const questions = checklistOf(item.stratum, item.component).map((key) => `   [ ] ${textOf(key, language)}`);
    return [head, ...questions, textOf('checklist.result', language)].join('\n');
  });
  return `${title}\n\n${parts.join('\n\n')}\n`;
}

/** population.csv: everything that could be drawn, so that the draw can be made again without the program. */
export function populationCsv(population: readonly PopulationItem[]): string {
  const rows = population.map(({ id, stratum, amountNok }) => [id, stratum, amountNok].map(excelCell));
  return stringify([['item', 'stratum', 'amount'], ...rows]);
}

/** sample.json: how the sample was drawn, chained to the manifest, with the hash of each file. */
export function sampleIndex(
  run: { readonly runId: string; readonly manifestHash: string } & HeadsOfRun,
  options: SampleOptions,
  population: readonly PopulationItem[],
  files: readonly { readonly name: string; readonly text: string }[],
): string {
  const strata = new Map<string, { items: number; amount: number }>();
  for (const { stratum, amountNok } of population) {
    const sum = strata.get(stratum) ?? { items: 0, amount: 0 };
    strata.set(stratum, { items: sum.items + 1, amount: sum.amount + Math.abs(amountNok) });
  }
  const intervals: ReadonlyMap<string, bigint> = options.byAmount ? intervalsOf(population, options.size) : new Map();
  const index: Canonical = {
    format: 2,
    run_id: run.runId,
    manifest_sha256: run.manifestHash,
    posting_head: run.postingHead,
    journal_head: run.journalHead,
    seed: options.seed,
    seed_from: options.seedFrom,
    size: options.size,
    by_amount: options.byAmount,
    confidence_percent: options.confidencePercent,
    materiality_nok: options.materialityNok ?? null,
    population: [...strata].map(([stratum, { items, amount }]) => {
      const interval = intervals.get(stratum);
      const inKroner = interval === undefined ? {} : { interval_nok: Number(interval) };
      return { stratum, items, absolute_nok: amount, ...inKroner };
    }),
    files: files.map(({ name, text }) => ({ name, sha256: sha256Hex(text) })),
  };
  return canonicalJson(index, 'lines');
}

/** How a sample is drawn, and what it was asked to show. */
export interface SampleOptions extends DrawOptions {
  /** Where the seed comes from: the posting (the journal's head after it), the hash of the manifest, or a text. */
  readonly seedFrom: 'posting' | 'manifest' | 'text';
  readonly confidencePercent: number;
  readonly materialityNok: number | undefined;
}

/** Name of a sample's folder: what decides it. */
export function sampleName({ seed, size, byAmount, confidencePercent, materialityNok }: SampleOptions): string {
  const hash = sha256Hex(seed).slice(0, 8);
  const asked = materialityNok === undefined ? '' : `-materiality-${materialityNok}`;
  const confidence = confidencePercent === CONFIDENCE ? '' : `-${confidencePercent}-percent`;
  return `${hash}-${size}${byAmount ? '-by-amount' : ''}${asked}${confidence}`;
}
