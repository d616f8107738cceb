import { stringify } from 'csv-stringify/sync';
import { checklistOf, type DrawnItem, type DrawOptions } from '../../audit';
import { type Canonical, canonicalJson, formatKroner, sha256Hex } from '../../domain';
import { explainWord, type Language, textOf } from '../../messages';
import { excelCell } from '../../payout';
import type { HeadsOfRun } from '../heads-of-run';
import type { PopulationItem } from './population';

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

/** sample.json: how the sample was drawn, chained to the manifest, with the hash of each file. */
export function sampleIndex(
  run: { readonly runId: string; readonly manifestHash: string } & HeadsOfRun,
  options: DrawOptions,
  population: readonly PopulationItem[],
  files: readonly { readonly name: string; readonly text: string }[],
): string {
  const strata = new Map<string, { items: number; amount: number }>();
  for (const { stratum, amountNok } of population) {
    const sum = strata.get(stratum) ?? { items: 0, amount: 0 };
    strata.set(stratum, { items: sum.items + 1, amount: sum.amount + Math.abs(amountNok) });
  }
  const index: Canonical = {
    format: 1,
    run_id: run.runId,
    manifest_sha256: run.manifestHash,
    posting_head: run.postingHead,
    journal_head: run.journalHead,
    seed: options.seed,
    size: options.size,
    by_amount: options.byAmount,
    population: [...strata].map(([stratum, sum]) => ({ stratum, items: sum.items, absolute_nok: sum.amount })),
    files: files.map(({ name, text }) => ({ name, sha256: sha256Hex(text) })),
  };
  return canonicalJson(index, 'lines');
}

/** Name of a sample's folder: what decides it. */
export function sampleName({ seed, size, byAmount }: DrawOptions): string {
  const hash = sha256Hex(seed).slice(0, 8);
  return `${hash}-${size}${byAmount ? '-by-amount' : ''}`;
}
