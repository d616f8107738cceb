import { visibleText } from '../../domain';
import { explainText, explainWord, type Language } from '../../messages';
import { type Chapter, type Explanation, type Section, type Step, sentenceText, type Table } from './explanation';
import { shownChapters, sumTable } from './shown-parts';
import { sourcesText } from './source-text';
import { tableCells } from './table-text';

/** An explanation as one HTML file: no scripts, nothing fetched, made for screen and print. */
export function renderHtml(explanation: Explanation, language: Language): string {
  const title = sentenceText(explanation.title, language);
  const mark =
    explanation.mark === '' ? '' : `<p class="mark">${escaped(explainWord(explanation.mark, language))}</p>\n`;
  const head = explanation.head.length > 0 ? stepList(explanation.head, language) : '';
  const sums = sumTable(explanation);
  const figures = sums === undefined ? '' : tableHtml(sums, language);
  const chapters = shownChapters(explanation)
    .map((chapter) => chapterHtml(chapter, language))
    .join('');
  return htmlPage({ language, title, body: `${mark}<h1>${escaped(title)}</h1>\n${head}${figures}${chapters}` });
}

/** A page of one file: no scripts, nothing fetched. `style` is added to the common one. */
export function htmlPage({ language, title, body, style = '' }: Page): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>
${HTML_STYLE}${style}
</style>
</head>
<body>
<main>
${body}</main>
</body>
</html>
`;
}

interface Page {
  readonly language: Language;
  /** Unescaped. */
  readonly title: string;
  readonly body: string;
  readonly style?: string;
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

/** Nothing in it is written otherwise in HTML: most values of a page. */
const PLAIN = /^[\w .,:()/æøåÆØÅ-]*$/;

/** Text as HTML; a paragraph of the law, `§ 43 g`, is not broken. */
export function escaped(text: string): string {
  if (PLAIN.test(text)) return text;
  const unbroken = visibleText(text).replace(/§ (\d+) ([a-z])\b/g, '§\u00a0$1\u00a0$2');
  return unbroken.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Style of an explanation on screen and on paper. Nothing is fetched from anywhere. */
const HTML_STYLE = `
:root { color-scheme: light dark; --soft: #5c6470; --line: #d5d9de; --bad: #a4201a; --paper: #fff; --ink: #16191d; }
@media (prefers-color-scheme: dark) {
  :root { --soft: #9aa3ae; --line: #3a4048; --bad: #ff8a80; --paper: #15181c; --ink: #e8eaed; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 50rem; padding: 2rem 1.25rem 4rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 1rem; overflow-wrap: anywhere; }
h2 { font-size: 1.2rem; margin: 2.25rem 0 .75rem; padding-top: 1rem; border-top: 2px solid var(--line); }
h3 { font-size: 1rem; margin: 1.4rem 0 .3rem; }
.mark { display: inline-block; padding: .15rem .6rem; border: 2px solid var(--bad); color: var(--bad); font-weight: 700;
  letter-spacing: .08em; margin-bottom: 1rem; }
ul { margin: 0; padding: 0; list-style: none; }
ul ul { margin: .25rem 0 .25rem .4rem; padding-left: .9rem; border-left: 2px solid var(--line); }
li { margin: .35rem 0; }
.label { font-weight: 700; margin-right: .35rem; }
.unmet { color: var(--bad); font-weight: 600; }
.sources { display: block; color: var(--soft); font-size: .82rem; overflow-wrap: anywhere; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; margin: .5rem 0; font-variant-numeric: tabular-nums; font-size: .92rem; }
th, td { padding: .25rem .75rem .25rem 0; text-align: left; border-bottom: 1px solid var(--line); }
.right { text-align: right; white-space: nowrap; }
.whole { white-space: nowrap; }
@media print {
  :root { --soft: #444; --line: #bbb; --bad: #000; --paper: #fff; --ink: #000; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  h2, h3 { break-after: avoid; }
  li { break-inside: avoid; }
  @page { margin: 18mm 16mm; }
}
`.trim();
