import { explainText, writeDay } from '../../messages';
import { type Chapter, type Section, type Source, type Step, sentenceText } from '../explanation/explanation';
import { sourcesText } from '../explanation/source-text';
import { tableCells } from '../explanation/table-text';
import type { RegisterRowShown, Trace } from '../model/trace';
import { type Html, html } from './html';
import type { Draft } from './page';
import { HREF, link, type Place, say, word } from './place';
import { table } from './table';

/** One line explained, sentence by sentence as the command explains it, down to the rows of the register. */
export function tracePage(place: Place, trace: Trace): Draft {
  const { explanation, number, recipientId } = trace;
  const title = sentenceText(explanation.title, place.language);
  const body = html`<p>${link(place, HREF.recipient(recipientId), say(place, 'report.trace.back', { recipient: recipientId }))}</p>
<h1>${title}</h1>
<p class="tools"><button type="button" id="unfold">${say(place, 'report.trace.unfold')}</button> <button type="button" id="fold">${say(place, 'report.trace.fold')}</button></p>
${steps(place, trace, explanation.head)}${explanation.chapters.map((chapter) => chapterHtml(place, trace, chapter))}${rows(place, trace.rows)}`;
  return { path: HREF.line(number), title, body };
}

function chapterHtml(place: Place, trace: Trace, { title, sections }: Chapter): Html {
  return html`<section class="chapter"><h2>${sentenceText(title, place.language)}</h2>
${sections.map((section) => sectionHtml(place, trace, section))}</section>\n`;
}

/** The first thing told is open; what is behind it unfolds. */
function sectionHtml(place: Place, trace: Trace, { title, steps: own, table: figures }: Section): Html {
  const text = explainText(title, place.language, {});
  const cells = figures === undefined ? [] : tableCells(figures, place.language);
  const [head = [], ...body] = cells;
  const shown =
    figures === undefined
      ? ''
      : table(
          text,
          body,
          head.map((title, index) => {
            const isFigure = figures.columns[index]?.align === 'right';
            return { title, isFigure, cell: (row) => row[index] };
          }),
        );
  return html`<details class="fold"${OPEN.includes(title) ? html` open` : ''}><summary><h3>${text}</h3></summary>
${steps(place, trace, own)}${shown}</details>\n`;
}

const OPEN: readonly string[] = ['SECTION_ROW', 'SECTION_LINES', 'SECTION_SPLIT', 'SECTION_AMOUNT'];

function steps(place: Place, trace: Trace, own: readonly Step[]): Html {
  if (own.length === 0) return html``;
  return html`<ul class="steps">\n${own.map((step) => stepHtml(place, trace, step))}</ul>\n`;
}

function stepHtml(place: Place, trace: Trace, step: Step): Html {
  const label = step.label === '' ? '' : html`<span class="label">${step.label}</span> `;
  const unmet = step.met === false ? html`<strong class="unmet">${word(place, 'not_met')}</strong> ` : '';
  return html`<li>${label}${unmet}${sentenceText(step, place.language)}${sourceLinks(place, trace, step.sources)}${steps(place, trace, step.steps)}</li>\n`;
}

/** Places that the values of a sentence come from: the row on this page, the page of the rate or rule. */
function sourceLinks(place: Place, trace: Trace, sources: readonly Source[]): Html {
  const groups = grouped(sources);
  const links = groups.flatMap((group) => {
    const text = sourcesText(group, place.language);
    if (text === '') return [];
    const href = hrefOf(place, trace, group[0]);
    return [href === undefined ? html`<span>${text}</span>` : html`<a href="${href}">${text}</a>`];
  });
  if (links.length === 0) return html``;
  return html` <span class="sources">${links.map((one, index) => html`${index > 0 ? ' ' : ''}${one}`)}</span>`;
}

/** Cells of one row stand together. */
function grouped(sources: readonly Source[]): Source[][] {
  const groups: Source[][] = [];
  for (const source of sources) {
    const last = groups.at(-1)?.[0];
    const isSameRow =
      source.kind === 'extract' &&
      last?.kind === 'extract' &&
      source.column !== '' &&
      last.column !== '' &&
      source.file === last.file &&
      source.line === last.line &&
      source.run === last.run;
    if (isSameRow) groups.at(-1)?.push(source);
    else groups.push([source]);
  }
  return groups;
}

function hrefOf({ up, model }: Place, { rows: own }: Trace, source: Source | undefined): string | undefined {
  switch (source?.kind) {
    case 'extract':
      return source.run === undefined && own.some(({ file, line }) => file === source.file && line === source.line)
        ? `#${rowId(source.file, source.line)}`
        : undefined;
    case 'parameter': {
      const key = source.name.split(/[ /]/)[0] ?? '';
      return model.parameters.some((parameter) => parameter.key === key) ? up + HREF.parameter(key) : undefined;
    }
    case 'rule':
      return model.rules.some(({ id }) => id === source.module) ? up + HREF.rule(source.module) : undefined;
    default:
      return undefined;
  }
}

function rowId(file: string, line: number): string {
  return `row-${file.replace(/[^A-Za-z0-9]/g, '-')}-${line}`;
}

/** The rows of the register that the sentences rest on, each with its place in the extract. */
function rows(place: Place, own: readonly RegisterRowShown[]): Html {
  if (own.length === 0) return html``;
  const value = ({ kind, value: text }: RegisterRowShown['values'][number]): string => {
    if (kind === 'Day') return text === '' ? '–' : writeDay(text, place.language);
    if (kind === 'Word') return wordOfCell(place, text);
    return text === '' ? '–' : text;
  };
  return html`<section class="rows"><h2>${say(place, 'report.trace.rows')}</h2><p>${say(place, 'report.trace.rows_note')}</p>
${own.map(
  (
    row,
  ) => html`<section class="row" id="${rowId(row.file, row.line)}" tabindex="-1"><h3><code>${row.file}</code> ${say(place, 'report.trace.row_line', { line: row.line })}</h3>
<dl class="facts">${row.values.map((each) => html`<div><dt>${columnWord(place, each.column)}</dt><dd>${value(each)}</dd></div>`)}</dl></section>\n`,
)}</section>\n`;
}

/** A value of a cell; of a residence what kind it is, not how a sentence goes on. */
function wordOfCell(place: Place, value: string): string {
  const ofKind = word(place, `kind_${value}`);
  return ofKind === `kind_${value}` ? word(place, value) : ofKind;
}

/** A column in the field's words; its name where there are none. */
function columnWord(place: Place, column: string): string {
  const known = COLUMNS.find((each) => each === column);
  return known === undefined ? column : say(place, `report.column.${known}`);
}

const COLUMNS = [
  'birth_date',
  'country_background',
  'death_date',
  'emigrated_on',
  'law',
  'category',
  'permit_granted_on',
  'entered_on',
  'left_on',
  'kommune',
  'fylke',
  'kind',
  'outcome',
  'decided_on',
  'from_date',
  'to_date',
] as const;
