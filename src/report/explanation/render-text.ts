import { visibleText } from '../../domain';
import { explainText, explainWord, type Language, PUBLIC_SOURCES, sourcesQuoted } from '../../messages';
import { type Chapter, type Explanation, type Section, type Step, sentenceText } from './explanation';
import { shownChapters, sumTable } from './shown-parts';
import { sourcesText } from './source-text';
import { tableText } from './table-text';

/** Columns of an explanation, where its reader has not fewer. */
export const WIDTH = 100;
/** Ends a line that is still to be broken. */
const UNBROKEN = '\0';

/**
 * The whole of an explanation as plain text: sentences in order, each with the places that its values come from in brackets.
 *
 * @param width columns of whoever reads it
 */
export function renderText(explanation: Explanation, language: Language, folder?: string, width = WIDTH): string {
  const chapters = shownChapters(explanation).map((chapter) => chapterText(chapter, language));
  return explanationText(explanation, [...chapters, ...quotedSources(chapters, language)], language, folder, width);
}

/** What any explanation begins with (mark, title, head, sums), then its parts. */
export function explanationText(
  explanation: Explanation,
  told: readonly string[],
  language: Language,
  folder: string | undefined,
  width: number,
): string {
  const title = sentenceText(explanation.title, language);
  const sums = sumTable(explanation);
  const parts = [
    ...(explanation.mark === '' ? [] : [`${explainWord(explanation.mark, language)}\n`]),
    `${title}\n${'='.repeat(title.length)}\n`,
    explanation.head.map((step) => stepText(step, language, '')).join(''),
    ...(sums === undefined ? [] : [tableText(sums, language, '  ')]),
    ...told,
    ...(folder === undefined ? [] : [`${explainText('READ_FROM', language, { folder })}\n`]),
  ];
  const text = parts.filter((part) => part !== '').join('\n');
  return text
    .split('\n')
    .map((line) => (line.endsWith(UNBROKEN) ? broken(line.slice(0, -UNBROKEN.length), width) : line))
    .join('\n');
}

/** The public sources that the chapters quote by their numbers, by name. */
function quotedSources(chapters: readonly string[], language: Language): string[] {
  const quoted = sourcesQuoted(chapters.join(' '));
  if (quoted.length === 0) return [];
  const lines = quoted.map((id) => `${wrapped(`${id} ${PUBLIC_SOURCES[id]?.title ?? ''}`, '  ')}\n`);
  return [`${explainText('SOURCES_NAMED', language, {})}\n${lines.join('')}`];
}

export function chapterText(chapter: Chapter, language: Language): string {
  const title = sentenceText(chapter.title, language);
  const sections = chapter.sections.map((section) => sectionText(section, language));
  return [`${title}\n${'-'.repeat(title.length)}\n`, ...sections].join('\n');
}

function sectionText(section: Section, language: Language): string {
  const steps = section.steps.map((step) => stepText(step, language, '  ')).join('');
  const table = section.table ? tableText(section.table, language, '  ') : '';
  return `${explainText(section.title, language, {})}\n${steps}${table}`;
}

function stepText(step: Step, language: Language, indent: string): string {
  const mark = step.label === '' ? '' : `${visibleText(step.label)} `;
  const cross = step.met === false ? `${explainWord('not_met', language)} ` : '';
  const sources = sourcesText(step.sources, language);
  const text = `${mark}${cross}${sentenceText(step, language)}${sources === '' ? '' : ` [${sources}]`}`;
  const children = step.steps.map((child) => stepText(child, language, `${indent}  `)).join('');
  return `${wrapped(text, indent)}\n${children}`;
}

/** A text that is broken at blanks once the whole stands, so that lines stay readable. */
export function wrapped(text: string, indent: string): string {
  return `${indent}${text}${UNBROKEN}`;
}

/** Breaks a line at blanks; what follows is set in by two more. */
function broken(text: string, width: number): string {
  const [indent = ''] = /^ */.exec(text) ?? [];
  const lines: string[] = [];
  let line = '';
  for (const word of text.slice(indent.length).split(' ')) {
    if (line !== '' && indent.length + line.length + 1 + word.length > width) {
      lines.push(line);
      line = `  ${word}`;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map((each) => indent + each).join('\n');
}
