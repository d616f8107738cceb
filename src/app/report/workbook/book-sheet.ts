import { type Language, textOf } from '../../../messages';
import type { Cell, WorkbookColumn, WorkbookSheet } from '../../../payout';
import type { ReportModel, Shown } from '../../../report';

/** What the sheets of a term are made from, and in which language. */
export interface Book {
  readonly model: ReportModel;
  readonly language: Language;
}

export type Heading = Parameters<typeof textOf>[0];

export function text(key: Heading, width = 24): readonly [Heading, WorkbookColumn['kind'], number] {
  return [key, 'text', width];
}

export function kroner(key: Heading): readonly [Heading, WorkbookColumn['kind'], number] {
  return [key, 'kroner', 16];
}

export function sheet(
  { language }: Book,
  name: Heading,
  columns: readonly (readonly [Heading, WorkbookColumn['kind'], number])[],
  rows: readonly (readonly Cell[])[],
  hasSums = false,
): WorkbookSheet {
  return {
    name: textOf(name, language),
    columns: columns.map(([key, kind, width]) => ({ title: textOf(key, language), kind, width })),
    rows,
    ...(hasSums ? { sumsTitle: textOf('report.sum', language) } : {}),
  };
}

/** What is not shown says so, in the place of its figure. */
export function cell({ language }: Book, value: Shown): Cell {
  return value ?? textOf('report.hidden', language);
}
