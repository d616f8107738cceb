import { visibleText } from '../../domain';
import { explainText, explainWord, type Language } from '../../messages';
import { type Chapter, type Explanation, type Section, type Step, sentenceText, type Table } from './explanation';
import { HTML_STYLE } from './html-style';
import { sourcesText } from './source-text';
import { tableCells } from './table-text';

/** An explanation as one HTML file: no scripts, nothing fetched, made for screen and print. */
export function renderHtml(explanation: Explanation, language: Language): string {
  const title = sentenceText(explanation.title, language);
  const mark = explanation.mark === '' ? '' : `<p class="mark">${escaped(explanation.mark)}</p>\n`;
  const head = explanation.head.length > 0 ? stepList(explanation.head, language) : '';
  const chapters = explanation.chapters.map((chapter) => chapterHtml(chapter, language)).join('');
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>
${HTML_STYLE}
</style>
</head>
<body>
<main>
${mark}<h1>${escaped(title)}</h1>
${head}${chapters}</main>
</body>
</html>
`;
}

function chapterHtml({ id, title, sections }: Chapter, language: Language): string {
  const body = sections.map((section) => sectionHtml(section, language)).join('');
  return `<section id="${escaped(id)}">\n<h2>${escaped(sentenceText(title, language))}</h2>\n${body}</section>\n`;
}

function sectionHtml({ title, steps, table }: Section, language: Language): string {
  const list = steps.length > 0 ? stepList(steps, language) : '';
  const figures = table ? tableHtml(table, language) : '';
  return `<h3>${escaped(explainText(title, language, {}))}</h3>\n${list}${figures}`;
}

function stepList(steps: readonly Step[], language: Language): string {
  return `<ul>\n${steps.map((step) => stepHtml(step, language)).join('')}</ul>\n`;
}

function stepHtml(step: Step, language: Language): string {
  const label = step.label === '' ? '' : `<span class="label">${escaped(step.label)}</span>`;
  const unmet = step.met === false ? `<span class="unmet">${escaped(explainWord('not_met', language))}</span> ` : '';
  const places = sourcesText(step.sources, language);
  const sources = places === '' ? '' : `<span class="sources">${escaped(places)}</span>`;
  const children = step.steps.length === 0 ? '' : `\n${stepList(step.steps, language)}`;
  return `<li data-step="${escaped(step.id)}">${label}${unmet}${escaped(sentenceText(step, language))}${sources}${children}</li>\n`;
}

function tableHtml(table: Table, language: Language): string {
  const [head = [], ...rows] = tableCells(table, language);
  const cell = (tag: string, text: string, index: number): string => {
    const column = table.columns[index];
    const look = column?.align === 'right' ? 'right' : UNBROKEN.includes(column?.name ?? '') ? 'whole' : '';
    return `<${tag}${tag === 'th' ? ' scope="col"' : ''}${look === '' ? '' : ` class="${look}"`}>${escaped(text)}</${tag}>`;
  };
  const row = (cells: readonly string[], tag: string): string =>
    `<tr>${cells.map((text, index) => cell(tag, text, index)).join('')}</tr>\n`;
  const body = rows.map((cells) => row(cells, 'td')).join('');
  return `<div class="scroll"><table>\n<thead>${row(head, 'th')}</thead>\n<tbody>\n${body}</tbody>\n</table></div>\n`;
}

/** Columns whose texts are searched for and so stay on one line. */
const UNBROKEN: readonly string[] = ['line_id', 'code'];

/** Text as HTML; a paragraph of the law, `§ 43 g`, is not broken. */
function escaped(text: string): string {
  const unbroken = visibleText(text).replace(/§ (\d+) ([a-z])\b/g, '§\u00a0$1\u00a0$2');
  return unbroken.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
