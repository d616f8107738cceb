import { join } from 'node:path';
import { formatKroner } from '../../domain';
import { listFolder, pathExists, readText } from '../../effects';
import { explainWord, type Language, textOf } from '../../messages';
import type { FolderRow } from '../preview/folder-rows';
import { differingRows } from './differing';
import { kronerIn, pagesIn, tableIn, textsOf } from './page-tables';

/** Pages in a language of a report. */
interface Pages {
  readonly folder: string;
  readonly payouts: readonly FolderRow[];
  readonly language: Language;
  /** Of a report to be shared: figures that it does not show are passed over. */
  readonly mayHide: boolean;
}

/** A page that was held to payouts.csv, by its path from the folder of the report, and what on it is otherwise. */
export interface PageFault {
  readonly page: string;
  readonly what: string;
}

/** Holds what pages say of money to payouts.csv: the first page, the table of recipients, and the page of each of them. */
export function pageFaults(pages: Pages): PageFault[] {
  const { folder, language, payouts } = pages;
  const up = pagesIn(language);
  const own = new Map<string, FolderRow[]>();
  for (const row of payouts) own.set(row.recipient_id ?? '', [...(own.get(row.recipient_id ?? '') ?? []), row]);
  const place = join(folder, up, 'recipients');
  const names = pathExists(place) ? listFolder(place).filter((name) => name.endsWith('.html')) : [];
  const ids = [...new Set([...own.keys(), ...names.map((name) => name.replace('.html', ''))])].sort();
  const recipients = ids.map((id): [string, PageCheck] => [
    `recipients/${id}.html`,
    (page) => recipientDifferences(page, own.get(id) ?? [], pages),
  ]);
  const checks: [string, PageCheck][] = [
    ['index.html', (page) => frontDifferences(page, pages)],
    ['kommuner.html', (page) => kommunerDifferences(page, own, pages)],
    ...recipients,
  ];
  return checks.flatMap(([name, differences]) => {
    const path = join(folder, up, name);
    const found = pathExists(path) ? differences(readText(path)) : ['-'];
    return found.map((what) => ({ page: `${up}${name}`, what }));
  });
}

type PageCheck = (page: string) => readonly string[];

const sumOf = (rows: readonly FolderRow[], column: 'lines_total' | 'paid'): number =>
  rows.reduce((sum, row) => sum + Number(row[column]), 0);

/** Whether a figure is the one that is meant, or is not shown where it need not be. */
function isShown(found: string | undefined, meantNok: number, { language, mayHide }: Pages): boolean {
  return found === formatKroner(meantNok) || (mayHide && found === textOf('report.hidden', language));
}

/** The lead and the first key figure, the run beside those before it, sums of its components and of how far payments came. */
function frontDifferences(page: string, pages: Pages): string[] {
  const { payouts, language } = pages;
  const [linesNok, paidNok] = [sumOf(payouts, 'lines_total'), sumOf(payouts, 'paid')];
  const say = (key: 'front.before' | 'front.components' | 'front.where' | 'net' | 'paid'): string =>
    textOf(`report.${key}`, language);
  const past = tableIn(page, say('front.before')) ?? [];
  const pastOf = (title: string): string | undefined => past.find(([first]) => first === title)?.[1];
  const stages = tableIn(page, say('front.where'));
  const figures: [name: string, found: string | undefined, meantNok: number][] = [
    ['paid', textsOf(page, 'strong')[0], paidNok],
    ['paid', pastOf(say('paid')), paidNok],
    ['lines', pastOf(say('net')), linesNok],
    ['lines', tableIn(page, say('front.components'))?.at(-1)?.[3], linesNok],
  ];
  const wrong = figures.filter(([, found, meantNok]) => !isShown(found, meantNok, pages)).map(([name]) => name);
  if (!isLed(page, [paidNok], pages)) wrong.push('paid');
  if (stages !== undefined && !areStagesOf(stages, paidNok, pages)) wrong.push('stages');
  return [...new Set(wrong)];
}

/** Payments move from stage to stage after a report was made; their sum stays. */
function areStagesOf(rows: readonly (readonly string[])[], paidNok: number, { language, mayHide }: Pages): boolean {
  const amounts = rows.map(([, , amount = '']) => amount);
  if (mayHide && amounts.every((amount) => amount === textOf('report.hidden', language))) return true;
  return amounts.reduce((sum, amount) => sum + nokOf(amount), 0) === paidNok;
}

/** `−1 452 kr` as -1452; NaN for what is no sum. */
function nokOf(text: string): number {
  const [sum] = kronerIn(text);
  return sum === text ? Number(text.replace('\u2212', '-').replace(/[\u00a0kr]/g, '')) : Number.NaN;
}

/** The sentence at the head of a page names these sums, or none where it need not. */
function isLed(page: string, meantNok: readonly number[], { mayHide }: Pages): boolean {
  const named = kronerIn(textsOf(page, 'p', 'lead')[0] ?? '');
  if (mayHide && named.length === 0) return true;
  return meantNok.every((sumNok, place) => named[place] === formatKroner(sumNok));
}

function kommunerDifferences(page: string, own: ReadonlyMap<string, readonly FolderRow[]>, pages: Pages): string[] {
  const table = tableIn(page, textOf('report.map.table', pages.language));
  if (table === undefined) return ['-'];
  const rows = new Map(table.map((row) => [row[0]?.split(' ')[0] ?? '', row]));
  if (rows.size !== table.length) return ['-'];
  const ids = [...new Set([...rows.keys(), ...own.keys()])];
  return ids.filter((id) => {
    const [row, payouts] = [rows.get(id), own.get(id) ?? []];
    return (
      !isShown(row?.[1], sumOf(payouts, 'lines_total'), pages) || !isShown(row?.[3], sumOf(payouts, 'paid'), pages)
    );
  });
}

/** Payments of a recipient row for row, with keys, and the sums that its page begins with. */
function recipientDifferences(page: string, payouts: readonly FolderRow[], pages: Pages): string[] {
  const { language, mayHide } = pages;
  const hidden = textOf('report.hidden', language);
  const table = tableIn(page, textOf('report.recipient.payments', language)) ?? [];
  const shown = table.map(([group = '', lines = '', before = '', paid = '', after = '', , key = '']) => {
    const sums = [lines, before, paid, after];
    const isHidden = mayHide && key === '' && sums.every((sum) => sum === hidden);
    return { place: group, figures: [...sums, key], isHidden };
  });
  const meant = payouts.map((row) => {
    const sums = [row.lines_total, row.carried_in, row.paid, row.carried_out].map((nok) => formatKroner(Number(nok)));
    return { place: explainWord(row.netting_group ?? '', language), figures: [...sums, row.payment_ref] };
  });
  const wrong = differingRows(shown, meant);
  return isLed(page, [sumOf(payouts, 'lines_total'), sumOf(payouts, 'paid')], pages) ? wrong : [...wrong, 'lead'];
}
