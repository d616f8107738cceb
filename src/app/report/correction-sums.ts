import { explainWord, type Language, textOf } from '../../messages';
import type { WorkbookSheet } from '../../payout';
import type { ReportModel } from '../../report';

/** Lines of a run that are not the term's own (arrears, corrections, adjustments), added up. */
export interface CorrectionSum {
  /** Empty for persons with a protected address: they stand together, at no recipient. */
  readonly recipientId: string;
  readonly component: string;
  readonly grantYear: number;
  readonly reason: string;
  lines: number;
  sumNok: number;
}

/** Adds lines up by recipient, grant, grant year and cause. */
export class CorrectionSums {
  readonly #sums = new Map<string, CorrectionSum>();

  add(line: Omit<CorrectionSum, 'lines' | 'sumNok'>, amountNok: number): void {
    const { recipientId, component, grantYear, reason } = line;
    if (reason === 'regular') return;
    const key = [recipientId === '' ? 1 : 0, recipientId, component, grantYear, reason].join('|');
    const known = this.#sums.get(key) ?? { recipientId, component, grantYear, reason, lines: 0, sumNok: 0 };
    this.#sums.set(key, known);
    known.lines += 1;
    known.sumNok += amountNok;
  }

  /** By recipient; those of none are the last. */
  sorted(): CorrectionSum[] {
    return [...this.#sums].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, sum]) => sum);
  }
}

/** What a term changes of others, with its cause, to the krone of the lines. */
export function correctionSheet(
  { recipients }: Pick<ReportModel, 'recipients'>,
  sums: readonly CorrectionSum[],
  language: Language,
): WorkbookSheet {
  const say = (key: Parameters<typeof textOf>[0]): string => textOf(key, language);
  const names = new Map(recipients.map(({ id, name }) => [id, name]));
  return {
    name: say('report.corrections'),
    columns: [
      { title: say('report.number'), kind: 'text', width: 10 },
      { title: say('report.recipient'), kind: 'text', width: 44 },
      { title: say('report.component'), kind: 'text', width: 44 },
      { title: say('report.grant_year'), kind: 'text', width: 12 },
      { title: say('report.reason'), kind: 'text', width: 24 },
      { title: say('report.line_count'), kind: 'number', width: 12 },
      { title: say('report.amount'), kind: 'kroner', width: 16 },
    ],
    rows: sums.map(({ recipientId, component, grantYear, reason, lines, sumNok }) => [
      recipientId,
      recipientId === '' ? say('report.workbook.protected') : (names.get(recipientId) ?? ''),
      explainWord(component, language),
      String(grantYear),
      explainWord(reason, language),
      lines,
      sumNok,
    ]),
    sumsTitle: say('report.sum'),
  };
}
