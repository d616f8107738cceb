import { formatHundredths, formatKroner, formatWhole } from '../../domain';
import { decimalText, explainWord, type Language, type TextArguments, type TextKey, textOf } from '../../messages';
import type { Shown } from '../model/figures';
import type { ReportModel } from '../model/report-model';
import { type Html, html } from './html';

/** Where a page stands: in which language, how deep. */
export interface Spot {
  readonly language: Language;
  /** From the page to the first page in its language: empty or `../`. */
  readonly up: string;
}

/** Where a page of a run stands. */
export interface Place extends Spot {
  readonly model: ReportModel;
}

/** From the page to the folder of the report. */
export function rootOf({ language, up }: Spot): string {
  return `${up}${language === 'nb' ? '' : '../'}`;
}

/** A page as it is written. */
export interface Page {
  /** From the folder of the report: `en/index.html`. */
  readonly path: string;
  readonly text: string;
}

/** A text of the report. */
export function say<Key extends TextKey>(
  { language }: Pick<Place, 'language'>,
  key: Key,
  ...values: TextArguments<Key>
): string {
  return textOf(key, language, ...values);
}

/** The word for a coded value: a component, a reason, a status. */
export function word({ language }: Pick<Place, 'language'>, value: string): string {
  return explainWord(value, language);
}

/** Kroner, or a mark that they are not shown. */
export function nok(place: Spot, value: Shown): Html {
  return value === undefined ? notShown(place) : html`${formatKroner(value)}`;
}

/** A count, or a mark that it is not shown. */
export function count(place: Spot, value: Shown): Html {
  return value === undefined ? notShown(place) : html`${formatWhole(value)}`;
}

/** A figure of which few persons are the ground, or from which such a figure could be worked out. */
function notShown(place: Spot): Html {
  return html`<span class="hidden" title="${say(place, 'report.hidden_long')}">${say(place, 'report.hidden')}</span>`;
}

/** `201` hundredths as `2,01`. */
export function hundredthsText({ language }: Pick<Place, 'language'>, hundredths: number): string {
  return decimalText(formatHundredths(hundredths), language);
}

/** Difference with its sign, or nothing where one side is not shown. */
export function signed(place: Spot, value: Shown): Html {
  if (value === undefined) return notShown(place);
  return html`${value > 0 ? '+' : ''}${formatKroner(value)}`;
}

/** Page of a recipient, rule, rate, limit, assumption, code or line. */
export const HREF = {
  recipient: (id: string): string => `recipients/${id}.html`,
  rule: (id: string): string => `rules/${id.replaceAll('@', '-')}.html`,
  parameter: (key: string): string => `rules/${key}.html`,
  code: (code: string): string => `codes/${code}.html`,
  line: (number: number): string => `lines/${number}.html`,
} as const;

export function link({ up }: Pick<Place, 'up'>, href: string, text: string | Html): Html {
  return html`<a href="${up}${href}">${text}</a>`;
}
