import { LANGUAGES, type Language } from '../../messages';
import { type Html, html } from './html';
import { type Page, rootOf, type Spot, say } from './place';

/** A page before its frame is put round it. */
export interface Draft {
  /** From the first page in its language: `recipients/1201.html`. */
  readonly path: string;
  readonly title: string;
  readonly body: Html;
  /** Scripts of data that the page reads, from the folder of the report. */
  readonly scripts?: readonly string[];
}

/** What stands round every page of a report. */
export interface Frame {
  /** Of the report: `Norsktilskudd 2018, term 3`. */
  readonly name: string;
  /** What a reader must not miss. */
  readonly marks: readonly string[];
  readonly menu: readonly (readonly [path: string, text: string])[];
  /** What the pages rest on. */
  readonly rests: readonly string[];
  readonly searchHelp: string;
  /** Pseudonyms are found by the search, too. */
  readonly hasPseudonyms: boolean;
  /** At the foot of every sheet of paper. */
  readonly paper: string;
}

/** Where the pages of a language lie: bokmål first, others in a folder of their own. */
function folderOfLanguage(language: Language): string {
  return language === 'nb' ? '' : `${language}/`;
}

/** Where a page stands by its path from the first page in its language. */
export function spotOf(language: Language, path: string): Spot {
  return { language, up: '../'.repeat(path.split('/').length - 1) };
}

/** A page whole: head, marks, menu, search, what it says, and what it rests on. */
export function framed(frame: Frame, language: Language, draft: Draft): Page {
  const place = spotOf(language, draft.path);
  const folder = folderOfLanguage(language);
  const root = rootOf(place);
  const scripts = ['assets/report.js', `assets/search-${language}.js`, ...(draft.scripts ?? [])];
  const { name, marks, menu, rests } = frame;
  const text = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self' file:; script-src 'self' file:; img-src 'self' file: data:">
<title>${draft.title === name ? name : `${draft.title} – ${name}`}</title>
<link rel="stylesheet" href="${root}assets/report.css">
<link rel="stylesheet" href="${root}assets/paper-${language}.css">
</head>
<body data-up="${place.up}" data-root="${root}">
<a class="skip" href="#content">${say(place, 'report.skip')}</a>
<header>
${marks.length === 0 ? '' : html`<div class="marks">${marks.map((mark) => html`<p>${mark}</p>`)}</div>\n`}<div class="head">
<p class="name"><a href="${place.up}index.html">${name}</a></p>
<form class="search" role="search">
<label for="search">${say(place, 'report.search')}</label>
<input id="search" type="search" autocomplete="off" aria-controls="found" aria-describedby="search-help"${frame.hasPseudonyms ? html` data-pseudonyms="yes"` : ''}>
<p id="search-help" class="quiet">${frame.searchHelp}</p>
<p id="said" class="quiet" role="status" data-none="${say(place, 'report.search_none')}" data-some="${say(place, 'report.search_some', { found: '{found}' })}"></p>
<ul id="found" hidden></ul>
</form>
</div>
<nav aria-label="${say(place, 'report.menu')}"><ul>
${menu.map(([path, label]) => menuItem(place, path, label, draft.path))}${languages(language, draft.path, root)}</ul></nav>
</header>
<main id="content">
${draft.body}</main>
<footer>
${rests.map((rest) => html`<p>${rest}</p>\n`)}</footer>
${scripts.map((script) => html`<script src="${root}${script}"></script>\n`)}</body>
</html>
`.text;
  return { path: `${folder}${draft.path}`, text };
}

function menuItem({ up }: Spot, path: string, text: string, current: string): Html {
  const mark = path === current ? html` aria-current="page"` : '';
  return html`<li><a href="${up}${path}"${mark}>${text}</a></li>\n`;
}

const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { nb: 'Bokmål', en: 'English' };

/** The same page in the other languages. */
function languages(language: Language, path: string, root: string): Html[] {
  return LANGUAGES.filter((other) => other !== language).map(
    (other) =>
      html`<li class="language"><a href="${root}${folderOfLanguage(other)}${path}" lang="${other}" hreflang="${other}">${LANGUAGE_NAMES[other]}</a></li>\n`,
  );
}

/** The marks and the number of the sheet on every sheet of paper. */
export function paperStyle({ marks, paper }: Frame): string {
  return `@page {
  @top-left {
    content: ${cssText(marks.join(' '))};
    font: 600 8.5pt Arial, sans-serif;
    color: #7a2e00;
  }
  @bottom-left {
    content: ${cssText(paper)};
    font: 8pt Arial, sans-serif;
    color: #566070;
  }
  @bottom-right {
    content: counter(page) " / " counter(pages);
    font: 8pt Arial, sans-serif;
    color: #566070;
  }
}
`;
}

/** A text in a style sheet: nothing in it can end it. */
export function cssText(text: string): string {
  return `"${text.replace(/[^\p{L}\p{N} .,:()·-]/gu, ' ')}"`;
}
