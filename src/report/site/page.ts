import { LANGUAGES, type Language, writeDay } from '../../messages';
import { type Html, html } from './html';
import type { ReportModel } from './model';
import { type Page, type Place, say } from './place';

/** A page before its frame is put round it. */
export interface Draft {
  /** From the first page in its language: `recipients/1201.html`. */
  readonly path: string;
  readonly title: string;
  readonly body: Html;
  /** Scripts of data that the page reads, from the folder of the report. */
  readonly scripts?: readonly string[];
}

/** Pages of the menu. */
const MENU = [
  ['index.html', 'report.menu.overview'],
  ['kommuner.html', 'report.menu.kommuner'],
  ['figures.html', 'report.menu.figures'],
  ['approval.html', 'report.menu.approval'],
  ['rules.html', 'report.menu.rules'],
  ['codes.html', 'report.menu.codes'],
  ['glossary.html', 'report.menu.glossary'],
] as const;

/** Where the pages of a language lie: bokmål first, others in a folder of their own. */
export function folderOfLanguage(language: Language): string {
  return language === 'nb' ? '' : `${language}/`;
}

/** The place of a page by its path from the first page in its language. */
export function placeOf(model: ReportModel, language: Language, path: string): Place {
  return { model, language, up: '../'.repeat(path.split('/').length - 1) };
}

/** A page whole: head, marks, menu, search, what it says, and what it rests on. */
export function framed(model: ReportModel, language: Language, draft: Draft): Page {
  const place = placeOf(model, language, draft.path);
  const folder = folderOfLanguage(language);
  const root = `${place.up}${'../'.repeat(folder === '' ? 0 : 1)}`;
  const scripts = ['assets/report.js', `assets/search-${language}.js`, ...(draft.scripts ?? [])];
  const name = say(place, 'report.name', { grantYear: model.grantYear, term: model.term });
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
${marks(place)}<div class="head">
<p class="name"><a href="${place.up}index.html">${name}</a></p>
<form class="search" role="search">
<label for="search">${say(place, 'report.search')}</label>
<input id="search" type="search" autocomplete="off" aria-controls="found" aria-describedby="search-help"${model.isRestricted ? html` data-pseudonyms="yes"` : ''}>
<p id="search-help" class="quiet">${say(place, 'report.search_help')}</p>
<p id="said" class="quiet" role="status" data-none="${say(place, 'report.search_none')}" data-some="${say(place, 'report.search_some', { found: '{found}' })}"></p>
<ul id="found" hidden></ul>
</form>
</div>
<nav aria-label="${say(place, 'report.menu')}"><ul>
${MENU.map(([path, key]) => menuItem(place, path, say(place, key), draft.path))}${languages(language, draft.path, root)}</ul></nav>
</header>
<main id="content">
${draft.body}</main>
${footer(place)}${scripts.map((script) => html`<script src="${root}${script}"></script>\n`)}</body>
</html>
`.text;
  return { path: `${folder}${draft.path}`, text };
}

function menuItem({ up }: Place, path: string, text: string, current: string): Html {
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

/** What a reader must not miss. */
export function marksOf(place: Place): string[] {
  const { isRehearsal, isRestricted, state } = place.model;
  return [
    ...(isRehearsal ? [say(place, 'report.mark.rehearsal')] : []),
    ...(state === 'draft' ? [say(place, 'report.mark.draft')] : []),
    ...(['superseded', 'withdrawn', 'annulled'].includes(state) ? [say(place, 'report.mark.void')] : []),
    ...(isRestricted ? [say(place, 'report.mark.restricted')] : []),
  ];
}

function marks(place: Place): Html {
  const marked = marksOf(place);
  return marked.length === 0 ? html`` : html`<div class="marks">${marked.map((mark) => html`<p>${mark}</p>`)}</div>\n`;
}

/** The marks and the number of the sheet on every sheet of paper. */
export function paperStyle(model: ReportModel, language: Language): string {
  const place = placeOf(model, language, 'index.html');
  const name = say(place, 'report.name', { grantYear: model.grantYear, term: model.term });
  return `@page {
  @top-left {
    content: ${cssText(marksOf(place).join(' '))};
    font: 600 8.5pt Arial, sans-serif;
    color: #7a2e00;
  }
  @bottom-left {
    content: ${cssText(`${name} · ${model.runId}`)};
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
function cssText(text: string): string {
  return `"${text.replace(/[^\p{L}\p{N} .,:()·-]/gu, ' ')}"`;
}

/** What the page rests on. */
function footer(place: Place): Html {
  const { runId, asOf, extractTakenAt, extractSource, manifestHash, programVersion, isRestricted } = place.model;
  const { postingHead, journalHead } = place.model;
  const day = (iso: string): string => (iso === '' ? '–' : writeDay(iso, place.language));
  return html`<footer>
<p>${say(place, 'report.rests_on', { runId, asOf: day(asOf), taken: day(extractTakenAt), extractSource: extractSource === '' ? '–' : extractSource })}</p>
<p>${say(place, 'report.sealed', { manifestHash, programVersion })}</p>
${
  postingHead === ''
    ? ''
    : html`<p>${say(place, 'report.heads', { postingHead, journalHead })}</p>
`
}<p>${isRestricted ? say(place, 'report.restricted_note') : say(place, 'report.shared_note', { fewest: place.model.fewestPersons })}</p>
</footer>
`;
}
