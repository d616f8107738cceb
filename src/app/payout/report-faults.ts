import { join } from 'node:path';
import { COMPONENTS, type Component, csvObjects, type ErrorDetail, errorDetail, nettingGroupOf } from '../../domain';
import { listFolder, pathExists, readBytes, readText } from '../../effects';
import { explainWord, LANGUAGES, type Language, textOf } from '../../messages';
import { readSheet } from '../../payout';
import { type FolderRow, folderRows } from '../preview/folder-rows';
import { differing, differingRows } from './differing';
import { pageFaults } from './page-faults';
import { pagesIn } from './page-tables';

/** Documents of the reports of a run, and what in them is not as payouts.csv has it. */
export interface ReportCheck {
  readonly checked: readonly string[];
  readonly faults: readonly ErrorDetail[];
}

/** Several checks as one. */
export function together(checks: readonly ReportCheck[]): ReportCheck {
  return { checked: checks.flatMap(({ checked }) => checked), faults: checks.flatMap(({ faults }) => faults) };
}

/**
 * Holds the reports that lie beside a run folder to its payouts.csv: payments in the workbooks row for row, with keys, and
 * lines in the open data by recipient and group, and sums and payments on the pages in both languages. Figures that a report
 * to share does not show are passed over.
 */
export function checkReports(runFolder: string): ReportCheck {
  const payouts = folderRows(runFolder, 'payouts.csv');
  const checks: [name: string, differences: (path: string) => readonly string[]][] = (
    ['report', 'report-restricted'] as const
  ).flatMap((report) => [
    ...LANGUAGES.map((language): (typeof checks)[number] => [
      `${report}/data/term-${language}.xlsx`,
      (path) => workbookDifferences(path, { payouts, language, mayHide: report === 'report' }),
    ]),
    [`${report}/data/open/recipients.csv`, (path) => openDifferences(path, payouts)],
    ...auditChecks(`${runFolder}.report`, report, payouts),
  ]);
  const found = checks.filter(([name]) => pathExists(join(`${runFolder}.report`, name)));
  const pages = checkPages(`${runFolder}.report`, payouts);
  const faults = found.flatMap(([name, differences]) =>
    differences(join(`${runFolder}.report`, name)).map((what) => errorDetail('PAYOUT_REPORT_DIFFERS', { name, what })),
  );
  return together([{ checked: found.map(([name]) => name), faults }, pages]);
}

/** Pages of the reports that lie there, in each language. */
function checkPages(folder: string, payouts: readonly FolderRow[]): ReportCheck {
  const places = (['report', 'report-restricted'] as const).flatMap((report) =>
    LANGUAGES.map((language) => ({ report, language, place: `${report}/${pagesIn(language)}` })),
  );
  const found = places.filter(({ report }) => pathExists(join(folder, report, 'assets')));
  return {
    checked: found.flatMap(({ place }) => ['index', 'kommuner', 'recipients/*'].map((name) => `${place}${name}.html`)),
    faults: found.flatMap(({ report, language }) =>
      pageFaults({ folder: join(folder, report), payouts, language, mayHide: report === 'report' }).map(
        ({ page, what }) => errorDetail('PAYOUT_REPORT_DIFFERS', { name: `${report}/${page}`, what }),
      ),
    ),
  };
}

/** Auditor's sheets that lie there: what each says of the run's own payments. */
function auditChecks(
  folder: string,
  report: string,
  payouts: readonly FolderRow[],
): [name: string, differences: (path: string) => readonly string[]][] {
  const place = join(report, 'data', 'audit');
  if (!pathExists(join(folder, place))) return [];
  return listFolder(join(folder, place)).flatMap((file): ReturnType<typeof auditChecks> => {
    const [, id = '', name = ''] = /^(\d+)-(\w+)\.xlsx$/.exec(file) ?? [];
    const language = LANGUAGES.find((each) => each === name);
    const own = payouts.filter(({ recipient_id: recipient }) => recipient === id);
    return language === undefined ? [] : [[join(place, file), (path) => auditDifferences(path, own, language)]];
  });
}

function auditDifferences(path: string, payouts: readonly FolderRow[], language: Language): string[] {
  const rows = readSheet(readBytes(path), textOf('report.payments', language))?.slice(1);
  if (rows === undefined) return ['-'];
  const shown = rows.map(([group = '', , , lines = '', before = '', , , paid = '', after = '']) => ({
    place: group,
    figures: [lines, before, paid, after],
    isHidden: false,
  }));
  const meant = payouts.map((row) => ({
    place: explainWord(row.netting_group ?? '', language),
    figures: [row.lines_total, row.carried_in, row.paid, row.carried_out],
  }));
  return differingRows(shown, meant);
}

interface Sheet {
  readonly payouts: readonly FolderRow[];
  readonly language: Language;
  readonly mayHide: boolean;
}

function workbookDifferences(path: string, { payouts, language, mayHide }: Sheet): string[] {
  const rows = readSheet(readBytes(path), textOf('report.payments', language))?.slice(1);
  if (rows === undefined) return ['-'];
  const hidden = textOf('report.hidden', language);
  const shown = rows
    .filter(([first]) => first !== textOf('report.sum', language))
    .map(([recipient = '', , group = '', lines = '', before = '', paid = '', after = '', key = '']) => ({
      place: `${recipient} ${group}`,
      figures: [lines, before, paid, after, key],
      isHidden: mayHide && key === '' && [lines, before, paid, after].every((figure) => figure === hidden),
    }));
  const meant = payouts.map((row) => ({
    place: `${row.recipient_id} ${explainWord(row.netting_group ?? '', language)}`,
    figures: [row.lines_total, row.carried_in, row.paid, row.carried_out, row.payment_ref],
  }));
  return differingRows(shown, meant);
}

function openDifferences(path: string, payouts: readonly FolderRow[]): string[] {
  const sums = new Map<string, number>();
  const passedOver = new Set<string>();
  for (const { recipient_id: recipient, component, lines_total: lines = '' } of csvObjects(readText(path))) {
    const known = COMPONENTS.find((each): each is Component => each === component);
    const place = `${recipient} ${known === undefined ? component : nettingGroupOf(known)}`;
    if (lines === '') passedOver.add(place);
    sums.set(place, (sums.get(place) ?? 0) + Number(lines));
  }
  for (const { recipient_id: recipient, netting_group: group, lines_total: lines } of payouts) {
    const place = `${recipient} ${group}`;
    sums.set(place, (sums.get(place) ?? 0) - Number(lines));
  }
  const wrong = [...sums].filter(([place, sumNok]) => sumNok !== 0 && !passedOver.has(place));
  return differing(
    wrong.map(([place]) => place),
    [],
  );
}
