import { visibleText } from '../../domain';
import { explainText, explainWord, type Language, PUBLIC_SOURCES, sourcesQuoted } from '../../messages';
import { type Chapter, type Explanation, type Section, type Step, sentenceText } from './explanation';
import { shownChapters, sumTable } from './shown-parts';
import { sourcesText } from './source-text';
import { tableText } from './table-text';

const WIDTH = 100;

/** The whole of an explanation as plain text: sentences in order, each with the places that its values come from in brackets. */
export function renderText(explanation: Explanation, language: Language, folder?: string): string {
  const chapters = shownChapters(explanation).map((chapter) => chapterText(chapter, language));
  return explanationText(explanation, [...chapters, ...quotedSources(chapters, language)], language, folder);
}

/** What any explanation begins with (mark, title, head, sums), then its parts. */
export function explanationText(
  explanation: Explanation,
  told: readonly string[],
  language: Language,
  folder?: string,
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
  return parts.filter((part) => part !== '').join('\n');
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

/** Breaks a text at blanks so that lines stay readable; what follows is set in by two more. */
export function wrapped(text: string, indent: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && indent.length + line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = `  ${word}`;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map((each) => indent + each).join('\n');
}
